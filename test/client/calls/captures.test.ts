import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { expect } from "chai";
import { OutcomeUnknownError, SoapFaultError, type SoapVersion } from "../../../src/index.js";
import { type CapturedMessage, readCapture } from "../../emulator/captures.js";
import { RescueClient } from "../../reference/service.js";
import { ADMINISTRATOR, SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

/** Answers with captured bytes, one reply for each request whatever it is. `requests` grows. */
async function serve(replies: readonly CapturedMessage[]): Promise<{ server: Server; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((socket) => {
    let received = "";
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      received += chunk;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1]);
      if (received.length < received.indexOf("\r\n\r\n") + 4 + length) return;
      const reply = replies[requests.push(received) - 1];
      received = "";
      const headers = reply?.headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
      if (reply) socket.write(`${reply.startLine}\r\n${headers}\r\n${reply.body}`);
      else socket.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, requests };
}

const versionOf = (name: string): SoapVersion => (name.endsWith("1.2") ? "1.2" : "1.1");
const cookieOf = (request: string) => /^cookie: (.*)$/im.exec(request)?.[1]?.trim();

describe("a real service's replies, served byte for byte", () => {
  let server: Server | undefined;
  let requests: string[];
  afterEach(() => {
    server?.close();
  });

  async function connect(name: string): Promise<RescueClient> {
    ({ server, requests } = await serve(readCapture(name).map(({ reply }) => reply)));
    const { port } = server.address() as AddressInfo;
    return new RescueClient({
      credentials: ADMINISTRATOR,
      soap: versionOf(name),
      endpoint: `http://127.0.0.1:${port}/API/API.asmx`,
    });
  }

  for (const name of ["mono-1.1", "mono-1.2", "php-1.1", "gsoap-1.1", "jaxws-1.1", "mono-two-cookies-1.1"]) {
    it(`${name}: login, closeSession and logout are OK`, async () => {
      await using rescue = await connect(name);
      expect(await rescue.login()).to.deep.equal({ code: "OK", literal: "login_OK" });
      expect(await rescue.closeSession(SESSION)).to.include({ code: "OK", literal: "closeSessionRet_OK" });
      expect(await rescue.logout()).to.deep.equal({ code: "OK", literal: "logout_OK" });
      const cookie = `ASP.NET_SessionId=VALUE${name.includes("two-cookies") ? "; LabTicket=VALUE" : ""}`;
      expect(requests.map(cookieOf)).to.deep.equal([undefined, cookie, cookie]);
    });
  }

  for (const name of ["mono-fault-1.1", "mono-fault-1.2"]) {
    it(`${name}: an exception in a change leaves its outcome unknown, and the login goes on`, async () => {
      await using rescue = await connect(name);
      const { cause, outcome } = await thrown(OutcomeUnknownError, rescue.closeSession(SESSION));
      expect(outcome).to.equal("unknown");
      const error = await thrown(SoapFaultError, Promise.reject(cause));
      expect(error).to.include({
        operation: "closeSession",
        outcome: "answered",
        faultCode: versionOf(name) === "1.1" ? "soap:Server" : "soap:Receiver",
        faultString: 'Server was unable to process request. ---> lab: exception <in> a "session" & more',
      });
      expect(error.detail).to.equal(undefined);
      expect(await rescue.logout()).to.deep.equal({ code: "OK", literal: "logout_OK" });
    });
  }
});
