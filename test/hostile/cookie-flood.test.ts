import { expect } from "chai";
import { OutcomeUnknownError, RescueError, SoapFaultError } from "../../src/index.js";
import { thrown } from "../client/thrown.js";
import { envelope, NAMESPACE } from "../emulator/wire.js";
import { RescueClient } from "../reference/service.js";
import { type LocalServer, serveHttp } from "../soap/local-server.js";

const LOGIN_COOKIE = "login-cookie-k7q2";
const CREDENTIALS = { email: "some@email.com", password: "Pw-of-login-93x", authCode: "4ahx-auth-code-80u0" } as const;
const NEW_PASSWORD = "Pw-of-the-call-55y";

/** A service that sets 230 different cookies with each reply, and then shows its caller's secrets. */
async function serveFlood(
  cookiesOf: (reply: number) => string[],
): Promise<LocalServer & { readonly headers: string[] }> {
  const headers: string[] = [];
  const server = await serveHttp((request, response) => {
    const operation = /API\.asmx\/(\w+)/.exec(String(request.headers.soapaction))?.[1] ?? "";
    const cookie = request.headers.cookie ?? "";
    headers.push(cookie);
    let body = "";
    request.setEncoding("utf8").on("data", (piece: string) => {
      body += piece;
    });
    request.on("end", () => {
      const text = `${cookie} ${body.replace(/<[^>]*>/g, " ")} ${Object.values(CREDENTIALS).join(" ")} ${LOGIN_COOKIE}`;
      const good = `<${operation}Response xmlns="${NAMESPACE}"><${operation}Result>${operation}_OK</${operation}Result></${operation}Response>`;
      const fault = `<soap:Fault><faultcode>soap:Server</faultcode><faultstring>${text}</faultstring></soap:Fault>`;
      const login = operation === "login" ? [`ASP.NET_SessionId=${LOGIN_COOKIE}; path=/; HttpOnly`] : [];
      response.writeHead(operation === "login" ? 200 : 500, {
        "Content-Type": "text/xml; charset=utf-8",
        "Set-Cookie": [...login, ...cookiesOf(headers.length)],
      });
      response.end(envelope("1.1", operation === "login" ? good : fault));
    });
  });
  return Object.assign(server, { headers });
}

describe("a service that floods its caller with cookies", () => {
  it("loses neither the login nor the secrets, and the Cookie header stays small", async () => {
    await using service = await serveFlood((reply) =>
      Array.from({ length: 230 }, (_, index) => `c${reply}x${index}=${reply}-${index}-${"v".repeat(20)}; path=/`),
    );
    const client = new RescueClient({
      credentials: CREDENTIALS,
      endpoint: service.url,
      paceLogins: false,
      retry: false,
    });
    const shown: unknown[] = [];
    client.on("exchange", (event) => shown.push(event), { bodies: true });
    try {
      for (let call = 0; call < 120; call += 1) {
        const done =
          call % 2 === 0
            ? client.operations.getTimeZone()
            : client.operations.setUser({
                iNodeID: 1,
                eStatus: "Enabled",
                eAddOns: "False",
                sPwd: NEW_PASSWORD,
                sConfPwd: NEW_PASSWORD,
              });
        const error = await thrown(RescueError, done);
        const fault = error instanceof OutcomeUnknownError ? error.cause : error;
        expect(fault).to.be.instanceOf(SoapFaultError);
        shown.push(error.message, JSON.stringify(error));
      }
    } finally {
      client.close();
    }
    expect(service.headers).to.have.length(121);
    for (const header of service.headers.slice(1)) {
      expect(header).to.match(new RegExp(`^ASP\\.NET_SessionId=${LOGIN_COOKIE}`));
      expect(header.length).to.be.at.most(8192);
    }
    const text = JSON.stringify(shown);
    for (const secret of [LOGIN_COOKIE, CREDENTIALS.password, CREDENTIALS.authCode, NEW_PASSWORD]) {
      expect(text).not.to.contain(secret);
    }
    expect(text).to.contain("[redacted]");
  });
});
