import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { expect } from "chai";
import type { FaultRule } from "../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { CA, IDENTITY } from "../tls/certificates.js";
import { callForm } from "./forms/form-call.js";
import { open } from "./hostile/raw-client.js";
import { ADMINISTRATOR, AUTH_CODE, call, closing, envelope, headersOf, logIn, NAMESPACE, resultOf } from "./wire.js";

const SESSION = 12345678;
const ERROR = "closeSessionRet_Error";
const BODY = envelope("1.1", `<closeSession xmlns="${NAMESPACE}">${closing(SESSION, AUTH_CODE)}</closeSession>`);
const HEAD = Object.entries({ Host: "localhost", ...headersOf("1.1", "closeSession"), "Content-Length": BODY.length })
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join("");
const REQUEST = `POST /API/API.asmx HTTP/1.1\r\n${HEAD}Connection: close\r\n\r\n${BODY}`;

describe("a call from before a reset", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  // Whatever was held up: nothing of it is in the new state.
  afterEach(async () => {
    expect(emulator.log).to.deep.equal([]);
    expect([emulator.logins(), emulator.executions("closeSession"), emulator.executions("login")]).to.deep.equal([
      0, 0, 0,
    ]);
    expect(resultOf(await close())).to.equal("closeSessionRet_OK");
    await emulator.close();
  });

  const close = (cookie?: string) =>
    call(emulator.endpoint, "closeSession", closing(SESSION, cookie ? "" : AUTH_CODE), cookie ? { cookie } : {});
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise(setImmediate);
  };
  const played = () => emulator.faults.list()[0]?.played === 1;
  const hold: FaultRule = { operation: "*", phase: "before", kind: "latency", delay: 600_000 };
  const answerOf = async (socket: Socket) => {
    let received = "";
    for await (const chunk of socket) received += chunk;
    return received;
  };

  it("delayed by a latency: answered with Error at once, and does nothing", async () => {
    emulator.faults.add(hold);
    const held = close();
    await until(played);
    emulator.reset();
    expect(resultOf(await held)).to.equal(ERROR);
  });

  it("delayed by the latency of every call, as a form", async () => {
    emulator.faults.add({ operation: "*", phase: "before", kind: "status", nth: 2 });
    emulator.faults.latency(600_000);
    const held = callForm(emulator.endpoint, "closeSession", { session: String(SESSION), authcode: AUTH_CODE });
    await until(() => emulator.faults.list()[0]?.seen === 1);
    emulator.reset();
    expect((await held).body).to.equal("ERROR");
  });

  it("that logs in: nobody is logged in, and no cookie is set", async () => {
    emulator.faults.add(hold);
    const held = call(emulator.endpoint, "login", ADMINISTRATOR);
    await until(played);
    emulator.reset();
    const reply = await held;
    expect([resultOf(reply), reply.headers["set-cookie"]]).to.deep.equal(["login_Error", undefined]);
  });

  it("that waits for its login's turn, and the call before it; the next one with that cookie does not wait", async () => {
    const cookie = await logIn(emulator.endpoint);
    emulator.faults.add({ ...hold, operation: "closeSession" });
    const held = [close(cookie), close(cookie)];
    await until(() => played() && emulator.connections() === 2);
    await callForm(emulator.endpoint, "logout");
    emulator.reset();
    for (const reply of await Promise.all(held)) expect(resultOf(reply)).to.equal(ERROR);
    expect(resultOf(await close(cookie))).to.equal("closeSessionRet_NotLoggedInAsAdmin");
    emulator.reset();
  });

  it("in a handler that has not answered", async () => {
    let answer: (() => void) | undefined;
    emulator.on("closeSession", async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { closeSessionResult: "closeSessionRet_OK" };
    });
    const held = close();
    await until(() => answer !== undefined);
    emulator.reset();
    expect(resultOf(await held)).to.equal(ERROR);
    answer?.();
    await new Promise(setImmediate);
  });

  it("does not use up a fault of later calls", async () => {
    const cookie = await logIn(emulator.endpoint);
    emulator.faults.add({ ...hold, operation: "closeSession" });
    const held = [close(cookie), close(cookie)];
    await until(() => played() && emulator.connections() === 2);
    await callForm(emulator.endpoint, "logout");
    emulator.reset();
    emulator.faults.add({ operation: "closeSession", phase: "before", kind: "status", nth: 2 });
    await Promise.all(held);
    expect(emulator.faults.list()[0]?.seen).to.equal(0);
    emulator.faults.clear();
  });

  it("whose body has not arrived", async () => {
    const socket = open(emulator.endpoint);
    socket.write(REQUEST.slice(0, -10));
    await until(() => emulator.connections() === 1);
    // Its head has been read when a whole request that was sent after it is answered.
    await callForm(emulator.endpoint, "logout");
    emulator.reset();
    socket.write(REQUEST.slice(-10));
    expect(await answerOf(socket)).to.contain(ERROR);
  });

  it("whose head has not arrived", async () => {
    const socket = open(emulator.endpoint);
    socket.write(REQUEST.slice(0, 30));
    await until(() => emulator.connections() === 1);
    await callForm(emulator.endpoint, "logout");
    emulator.reset();
    socket.write(REQUEST.slice(30));
    expect(await answerOf(socket)).to.contain(ERROR);
  });

  it("that stalls: its connection is closed", async () => {
    emulator.faults.add({ operation: "closeSession", phase: "before", kind: "stall", at: "headers" });
    const socket = open(emulator.endpoint);
    const received = answerOf(socket);
    socket.write(REQUEST);
    await until(() => emulator.log.length === 1);
    emulator.reset();
    expect(await received).to.match(/^HTTP\/1\.1 200/);
  });

  it("that has run before it, with a delayed answer: the answer comes at once", async () => {
    for (const rule of [
      { kind: "latency", phase: "after", delay: 600_000 },
      { kind: "slow-drip", phase: "after", delay: 600_000 },
    ] as const) {
      emulator.faults.add({ operation: "closeSession", ...rule });
      const late = close();
      await until(() => emulator.log.length === 1);
      expect(emulator.executions("closeSession", SESSION)).to.equal(1);
      emulator.reset();
      expect(resultOf(await late)).to.equal("closeSessionRet_OK");
    }
  });

  it("that cannot be read is not in the new log", async () => {
    const socket = open(emulator.endpoint);
    const request = REQUEST.replaceAll("</", "<<");
    socket.write(request.slice(0, -10));
    await until(() => emulator.connections() === 1);
    await callForm(emulator.endpoint, "logout");
    emulator.reset();
    socket.write(request.slice(-10));
    expect(await answerOf(socket)).to.match(/^HTTP\/1\.1 400/);
  });
});

describe("a reset", () => {
  it("keeps idle connections: the next call on one is served", async () => {
    await using emulator = await startEmulator();
    const socket = open(emulator.endpoint);
    const kept = REQUEST.replace("Connection: close\r\n", "");
    for (let round = 0; round < 3; round += 1) {
      socket.write(kept);
      let received = "";
      while (!received.endsWith("</soap:Envelope>")) received += String((await once(socket, "data"))[0]);
      expect(received, String(round)).to.contain("closeSessionRet_OK");
      emulator.reset();
    }
    socket.destroy();
  });

  it("fences the calls over TLS as well, and those in the middle of a handshake", async () => {
    await using emulator = await startEmulator({ tls: IDENTITY });
    const { hostname, port } = new URL(emulator.endpoint);
    const tls = { ca: CA, servername: "localhost" };
    const began = connect(Number(port), hostname);
    await once(began, "connect");
    const secured = connectTls({ port: Number(port), host: hostname, ...tls });
    await once(secured, "secureConnect");
    secured.write(REQUEST.slice(0, 30));
    const idle = connectTls({ port: Number(port), host: hostname, ...tls });
    await once(idle, "secureConnect");
    while (emulator.connections() < 3) await new Promise(setImmediate);
    // A whole exchange on a later connection: what the others had sent has arrived by then.
    idle.write(REQUEST.replace("Connection: close\r\n", "").replaceAll(String(SESSION), "20000001"));
    await once(idle, "data");

    emulator.reset();
    secured.write(REQUEST.slice(30));
    const late = connectTls({ socket: began, ...tls });
    late.write(REQUEST);
    for (const socket of [secured, late]) {
      let received = "";
      for await (const chunk of socket) received += chunk;
      expect(received).to.contain(ERROR);
    }
    expect(emulator.executions("closeSession")).to.equal(0);
    idle.write(REQUEST);
    let received = "";
    for await (const chunk of idle) received += chunk;
    expect(received).to.contain("closeSessionRet_OK");
  });
});
