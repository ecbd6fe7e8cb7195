import { expect } from "chai";
import { contract } from "../../reference/generated/contract.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { startBehaviours } from "../start-behaviours.js";
import { exchange, type Reply } from "../wire.js";
import { type CapturedMessage, readCapture } from "./captures.js";

const COMPARED = ["content-type", "content-length", "x-aspnet-version", "cache-control"];

function headersOf({ headers }: CapturedMessage, cookie: string | undefined): Record<string, string> {
  const kept = headers.filter(([name]) => !["Host", "Content-Length", "Connection", "Cookie"].includes(name));
  const captured = headers.find(([name]) => name === "Cookie")?.[1];
  const sent = cookie && captured?.replace(/(ASP\.NET_SessionId)=VALUE/, cookie);
  return { ...Object.fromEntries(kept), ...(sent ? { Cookie: sent } : {}) };
}

function expectSame(reply: Reply, captured: CapturedMessage): void {
  expect(reply.body).to.equal(captured.body);
  expect(captured.startLine).to.contain(` ${reply.status} `);
  for (const name of COMPARED) {
    const [, value] = captured.headers.find(([header]) => header.toLowerCase() === name) ?? [];
    expect(reply.headers[name], name).to.equal(value);
  }
  expect(reply.headers).not.to.have.property("transfer-encoding");
}

async function replay(endpoint: string, name: string): Promise<void> {
  let cookie: string | undefined;
  const exchanges = readCapture(name);
  expect(exchanges).to.have.length(3);
  for (const { request, reply: captured } of exchanges) {
    const reply = await exchange(endpoint, { headers: headersOf(request, cookie), body: request.body });
    expectSame(reply, captured);
    const line = reply.headers["set-cookie"]?.[0];
    if (cookie === undefined) {
      expect(line).to.match(/^ASP\.NET_SessionId=[a-z0-9]{24}; path=\/; HttpOnly$/);
      cookie = line?.split(";")[0];
    } else {
      expect(line, "a second Set-Cookie").to.equal(undefined);
    }
  }
}

describe("a real service's captures, replayed", () => {
  for (const name of ["mono-1.1", "mono-1.2", "php-1.1", "gsoap-1.1", "jaxws-1.1"]) {
    it(`${name}: the same replies, byte for byte`, async () => {
      await using emulator: Emulator = await startEmulator();
      await replay(emulator.endpoint, name);
      expect(emulator.executions("closeSession", 12345678)).to.equal(1);
      expect(emulator.logins()).to.equal(0);
    });
  }

  it("mono-two-cookies-1.1: a foreign cookie beside the session's does no harm", async () => {
    const user = {
      email: "twocookies@email.com",
      password: "secretPassword",
      roles: { administrator: 101 },
    } as const;
    await using emulator: Emulator = await startEmulator({
      seed: { users: [user], sessions: [{ id: 12345678, status: "WAITING" }] },
    });
    await replay(emulator.endpoint, "mono-two-cookies-1.1");
  });

  for (const name of ["mono-fault-1.1", "mono-fault-1.2"]) {
    it(`${name}: an exception in the operation is the same fault`, async () => {
      const thrown = () => {
        throw new Error('lab: exception <in> a "session" & more');
      };
      const server = await startBehaviours(contract, [["closeSession", thrown]]);
      try {
        await replay(server.endpoint, name);
      } finally {
        await server.close();
      }
    });
  }
});
