import { once } from "node:events";
import { connect } from "node:net";
import { expect } from "chai";
import type { FaultRule } from "../../../src/emulator/index.js";
import { InvalidArgumentError } from "../../../src/errors/invalid-argument-error.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { answersOf } from "../answers.js";
import { AUTH_CODE, call, closing, envelope, exchange, headersOf, logIn, NAMESPACE, resultOf } from "../wire.js";

const PHASES = ["before", "after"] as const;

describe("faults", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());

  const close = (session = 12345678) => call(emulator.endpoint, "closeSession", closing(session, AUTH_CODE));
  const add = (rule: Omit<FaultRule, "operation">) => emulator.faults.add({ operation: "closeSession", ...rule });

  /** Sends one closeSession over a bare socket. @returns what came, and how the connection ended. */
  async function raw(connection = "keep-alive"): Promise<{ received: string; error: string | undefined }> {
    const socket = connect(Number(new URL(emulator.endpoint).port), "127.0.0.1");
    const body = envelope("1.1", `<closeSession xmlns="${NAMESPACE}">${closing(12345678, AUTH_CODE)}</closeSession>`);
    const headers = {
      Host: "localhost",
      Connection: connection,
      "Content-Length": String(body.length),
      ...headersOf("1.1", "closeSession"),
    };
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST /API/API.asmx HTTP/1.1\r\n${head.join("")}\r\n${body}`);
    let received = "";
    let error: string | undefined;
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("error", (reason: NodeJS.ErrnoException) => {
      error = reason.code;
    });
    await once(socket, "close").catch(() => undefined);
    return { received, error };
  }

  for (const phase of PHASES) {
    const happened = phase === "after" ? 1 : 0;
    describe(`${phase} the change`, () => {
      afterEach(() => expect(emulator.executions("closeSession", 12345678)).to.equal(happened));

      it("reset", async () => {
        add({ phase, kind: "reset" });
        expect(await raw()).to.deep.equal({ received: "", error: "ECONNRESET" });
        expect(answersOf(emulator)).to.deep.equal([{ operation: "closeSession", status: 0, fault: "reset" }]);
      });

      it("close", async () => {
        add({ phase, kind: "close" });
        expect(await raw()).to.deep.equal({ received: "", error: undefined });
      });

      it("truncate", async () => {
        add({ phase, kind: "truncate" });
        const { received, error } = await raw();
        const [head = "", body = ""] = received.split("\r\n\r\n");
        const promised = Number(/Content-Length: (\d+)/.exec(head)?.[1]);
        expect(error).to.equal(undefined);
        expect(head).to.match(/^HTTP\/1\.1 200 OK/);
        expect(body).to.match(/^<\?xml/);
        expect(body.length).to.equal(Math.floor(promised / 2));
      });

      it("status, with Retry-After and a body", async () => {
        add({ phase, kind: "status", status: 429, body: "slow", contentType: "text/plain", retryAfter: 7 });
        const reply = await close();
        expect([reply.status, reply.headers["retry-after"], reply.headers["content-type"], reply.body]).to.deep.equal([
          429,
          "7",
          "text/plain",
          "slow",
        ]);
      });

      it("garbage", async () => {
        add({ phase, kind: "garbage" });
        const reply = await close();
        expect([reply.status, reply.headers["content-type"]]).to.deep.equal([200, "text/html"]);
        expect(reply.body).to.match(/^<html>/);
      });

      it("stall: until the emulator closes", async () => {
        add({ phase, kind: "stall" });
        const stalled = raw();
        while (emulator.log.length === 0) await new Promise(setImmediate);
        await emulator.close();
        expect((await stalled).received).to.equal("");
      });
    });
  }

  it("hits the nth call and the given number after it", async () => {
    add({ phase: "before", kind: "status", nth: 2, times: 2 });
    const statuses: number[] = [];
    for (let calls = 0; calls < 4; calls += 1) statuses.push((await close()).status);
    expect(statuses).to.deep.equal([200, 503, 503, 200]);
  });

  it("hits its operation only, and nothing after clear()", async () => {
    add({ phase: "before", kind: "status", times: Number.POSITIVE_INFINITY });
    await logIn(emulator.endpoint);
    expect((await close()).status).to.equal(503);
    emulator.faults.clear();
    expect((await close()).status).to.equal(200);
  });

  it("a stalled answer does not block the login", async () => {
    const cookie = await logIn(emulator.endpoint);
    add({ phase: "after", kind: "stall" });
    const stalled = call(emulator.endpoint, "closeSession", closing(20000001), { cookie }).catch(() => undefined);
    while (emulator.log.length < 2) await new Promise(setImmediate);
    expect(resultOf(await call(emulator.endpoint, "closeSession", closing(20000002), { cookie }))).to.equal(
      "closeSessionRet_OK",
    );
    await emulator.close();
    await stalled;
  });

  it("hits any operation with *", async () => {
    emulator.faults.add({ operation: "*", phase: "before", kind: "status", times: "always" });
    expect((await close()).status).to.equal(503);
    expect((await call(emulator.endpoint, "logout", "")).status).to.equal(503);
  });

  it("never reports success to a lenient client if the operation did not run", async () => {
    for (const kind of ["duplicate", "wrong-content-type", "wrong-charset", "malformed-xml", "deep-xml"] as const) {
      add({ phase: "before", kind });
      const { received } = await raw("close");
      expect(received, kind).to.contain("closeSessionRet_Error").and.not.to.contain("_OK");
    }
    expect(emulator.executions("closeSession")).to.equal(0);
  });

  it("hits the HTTP forms too", async () => {
    const form = () =>
      exchange(emulator.endpoint, {
        method: "GET",
        path: `/API/closeSession.aspx?session=12345678&authcode=${encodeURIComponent(AUTH_CODE)}`,
      });
    add({ phase: "before", kind: "status" });
    add({ phase: "before", kind: "result", nth: 2, result: "ActionFailed" });
    expect((await form()).status).to.equal(503);
    expect((await form()).body).to.match(/ActionFailed/i);
    expect(emulator.executions("closeSession")).to.equal(0);
    expect((await form()).body).to.match(/^OK/);
  });

  it("lists the rules with their counters", async () => {
    add({ phase: "before", kind: "status", nth: 2 });
    emulator.faults.add({ operation: "login", phase: "after", kind: "reset" });
    for (let calls = 0; calls < 3; calls += 1) await close();
    expect(emulator.faults.list()).to.deep.equal([
      { rule: { operation: "closeSession", phase: "before", kind: "status", nth: 2 }, seen: 3, played: 1 },
      { rule: { operation: "login", phase: "after", kind: "reset" }, seen: 0, played: 0 },
    ]);
    emulator.faults.clear();
    expect(emulator.faults.list()).to.deep.equal([]);
  });

  const WRONG: readonly (readonly [path: string, rule: object])[] = [
    ["nth", { nth: 0 }],
    ["nth", { nth: 1.5 }],
    ["times", { times: 0 }],
    ["times", { times: "sometimes" }],
    ["status", { status: 99 }],
    ["kind", { kind: "explode" }],
    ["kind", { kind: "__proto__" }],
    ["phase", { phase: "during" }],
    ["at", { at: "end" }],
    ["operation", { operation: "closeSesion" }],
    ["operation", { operation: "" }],
    ["delay", { delay: -1 }],
    ["delay", { delay: Number.NaN }],
    ["delay", { delay: 2 ** 31 }],
    ["chunk", { chunk: 0 }],
    ["size", { size: 2 ** 31 }],
    ["body", { body: 5 }],
    ["answerOf", { answerOf: "<x>" }],
    ["retryAfter", { retryAfter: "1\r\nX: y" }],
    ["contentType", { contentType: "text/html\n" }],
    ["headers.X-A", { headers: { "X-A": "a\r\nb" } }],
    ["headers.X A", { headers: { "X A": "a" } }],
    ["headers", { headers: null }],
    ["often", { often: true }],
  ];
  for (const [path, rule] of WRONG) {
    it(`refuses ${JSON.stringify(rule)}, naming ${path}`, () => {
      const whole = { operation: "closeSession", phase: "before", kind: "status", ...rule } as FaultRule;
      expect(() => emulator.faults.add(whole))
        .to.throw(InvalidArgumentError)
        .with.property("path", path);
      expect(emulator.faults.list()).to.deep.equal([]);
    });
  }
});
