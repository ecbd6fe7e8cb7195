import { once } from "node:events";
import { Agent } from "node:http";
import { connect } from "node:net";
import { expect } from "chai";
import { isClosable } from "../../src/emulator/desk/session-status.js";
import { defaultSeed } from "../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { ADMINISTRATOR, AUTH_CODE, call, closing, exchange, logIn, resultOf } from "./wire.js";

describe("startEmulator", () => {
  it("listens on 127.0.0.1 on a free port, and many run side by side", async () => {
    await using first: Emulator = await startEmulator();
    await using second: Emulator = await startEmulator();
    expect(first.endpoint).to.match(/^http:\/\/127\.0\.0\.1:\d+\/API\/API\.asmx$/);
    expect(first.wsdlUrl).to.equal(`${first.endpoint}?wsdl`);
    await call(first.endpoint, "closeSession", closing(12345678, AUTH_CODE));
    expect(second.executions("closeSession")).to.equal(0);
  });

  it("rejects if the port is taken", async () => {
    await using emulator: Emulator = await startEmulator();
    const taken = await startEmulator({ port: Number(new URL(emulator.endpoint).port) }).catch((error) => error);
    expect(taken).to.include({ code: "EADDRINUSE" });
  });

  it("keeps a connection for several calls", async () => {
    await using emulator: Emulator = await startEmulator();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let calls = 0; calls < 3; calls += 1) {
      expect((await exchange(emulator.endpoint, { method: "GET", agent })).headers.connection).to.equal("keep-alive");
    }
    expect(Object.values(agent.freeSockets).flat()).to.have.length(1);
    agent.destroy();
  });

  it("reset() restores the seed, and removes logins, log, executions and faults", async () => {
    await using emulator: Emulator = await startEmulator();
    const cookie = await logIn(emulator.endpoint);
    await call(emulator.endpoint, "requestAuthCode", ADMINISTRATOR);
    await call(emulator.endpoint, "closeSession", closing(12345678), { cookie });
    emulator.faults.add({ operation: "closeSession", phase: "before", kind: "garbage" });
    emulator.reset();
    expect([emulator.logins(), emulator.log.length, emulator.executions("closeSession")]).to.deep.equal([0, 0, 0]);
    const again = await call(emulator.endpoint, "closeSession", closing(12345678, AUTH_CODE));
    expect(resultOf(again)).to.equal("closeSessionRet_OK");
  });

  it("accepts a seed of the same shape", async () => {
    const user = { email: "a@b.c", password: "p", roles: { administrator: 101 }, authCode: "code" } as const;
    await using emulator: Emulator = await startEmulator({
      seed: { users: [user], sessions: [{ id: 7, status: "WAITING" }] },
    });
    expect(resultOf(await call(emulator.endpoint, "closeSession", closing(7, "code")))).to.equal("closeSessionRet_OK");
    expect(resultOf(await call(emulator.endpoint, "login", ADMINISTRATOR))).to.equal("login_Invalid");
  });

  it("passes a handler what was sent, and .NET's default for missing required values", async () => {
    await using emulator: Emulator = await startEmulator();
    const seen: object[] = [];
    emulator.on("requestPINCode", (request) => {
      seen.push(request);
      return { requestPINCodeResult: "requestPINCode_OK", iPINCode: 1 };
    });
    emulator.on("requestPINCodeV3", (request) => {
      seen.push(request);
      return { requestPINCodeV3Result: "requestPINCode_OK" };
    });
    emulator.on("getHierarchy_v2", (request) => {
      seen.push(request);
      return { getHierarchy_v2Result: "getHierarchy_OK" };
    });
    for (const operation of ["requestPINCode", "requestPINCodeV3", "getHierarchy_v2"]) {
      await call(emulator.endpoint, operation, "");
    }
    expect(seen).to.deep.equal([{}, { nodeId: 0, bNoTechConsole: false }, {}]);
  });

  it("close() ends idle, silent and half-sent connections, and may be called again", async () => {
    const emulator = await startEmulator();
    const port = Number(new URL(emulator.endpoint).port);
    const sockets = [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")];
    for (const socket of sockets) socket.on("error", () => undefined);
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    sockets[0]?.write("POST /API/API.asmx HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf");
    await call(emulator.endpoint, "login", ADMINISTRATOR);
    const closed = Promise.all(sockets.map((socket) => once(socket, "close")));
    await emulator.close();
    await closed;
    await emulator.close();
    expect(await call(emulator.endpoint, "login", "").catch((error) => error)).to.include({ code: "ECONNREFUSED" });
  });

  it("documents every entry of its seed, and no id, address or code twice", () => {
    const { users, sessions } = defaultSeed;
    expect([...users, ...sessions].every((entry) => entry.about)).to.equal(true);
    const lists: readonly (readonly unknown[])[] = [
      users.map((user) => user.email),
      users.flatMap((user) => user.authCode ?? []),
      sessions.map((session) => session.id),
    ];
    for (const values of lists) expect(new Set(values).size).to.equal(values.length);
    const practice = sessions.filter(({ id, status }) => id > 20000000 && id <= 20000020 && isClosable(status));
    expect(practice).to.have.length(20);
  });
});
