import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { callerText } from "../../src/client/operations/operation-table.js";
import {
  ADMINISTRATOR,
  AUTH_CODE,
  DISABLED_CODE,
  SESSION,
  TECHNICIAN,
  TECHNICIAN_CODE,
} from "../client/guide-values.js";
import { VERSIONS } from "../emulator/wire.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { type Ended, type Environment, jsonLines, rescue, start } from "./rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };
const CODE = { RESCUE_AUTHCODE: AUTH_CODE };
const CLOSED = (session: number) => ({
  session,
  closed: true,
  code: "OK",
  literal: "closeSessionRet_OK",
  outcome: "answered",
});

/** A server on a free port of this machine. */
async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/API/API.asmx`;
}

function expectSecretFree({ stdout, stderr }: Ended, environment: Environment): void {
  for (const name of ["RESCUE_PASSWORD", "RESCUE_AUTHCODE"]) {
    if (environment[name]) expect(stdout + stderr).not.to.contain(environment[name]);
  }
}

it("rescue close: help says who may call, as the table of operations does", async () => {
  const { stdout } = await rescue(["close", "--help"]);
  expect(stdout).to.contain(`close support sessions (for ${callerText("closeSession")})`);
});

describe("rescue close", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());

  async function close(args: readonly (string | number)[], credentials: Environment): Promise<Ended> {
    const environment = { ...credentials, RESCUE_ENDPOINT: emulator.endpoint };
    const ended = await rescue(["close", ...args.map(String)], environment);
    expectSecretFree(ended, environment);
    return ended;
  }

  /** The answer to the first closeSession, given before or after the session was closed. */
  function answer(content: string, phase: "before" | "after" = "before", status = 200): void {
    const body =
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
      `${content}</soap:Body></soap:Envelope>`;
    const reply = { status, contentType: "text/xml; charset=utf-8", body } as const;
    emulator.faults.add({ operation: "closeSession", nth: 1, phase, kind: "status", ...reply });
  }

  function answerFault(faultCode: string, phase: "before" | "after" = "before"): void {
    const namespaces = 'xmlns:env="urn:env" xmlns:app="urn:app"';
    const fault = `<faultcode>${faultCode}</faultcode><faultstring>broken</faultstring>`;
    answer(`<soap:Fault ${namespaces}>${fault}</soap:Fault>`, phase, 500);
  }

  const called = () => emulator.log.map(({ operation }) => operation);
  const message = (line: unknown) => (line as { message: string }).message;

  for (const soap of VERSIONS) {
    describe(`0: all closed, SOAP ${soap}`, () => {
      it("prints a line for each session", async () => {
        const ended = await close([SESSION, 20000001, "--soap", soap], LOGIN);
        expect(ended).to.deep.equal({
          code: 0,
          stdout: "12345678 closed (closeSessionRet_OK)\n20000001 closed (closeSessionRet_OK)\n",
          stderr: "",
        });
        expect(called()).to.deep.equal(["login", "closeSession", "closeSession", "logout"]);
      });

      it("prints an object for each session with --json", async () => {
        const ended = await close([SESSION, "--json", "--soap", soap], LOGIN);
        expect(ended).to.deep.equal({
          code: 0,
          stdout:
            '{"session":12345678,"closed":true,"code":"OK","literal":"closeSessionRet_OK","outcome":"answered"}\n',
          stderr: "",
        });
      });

      it("uses an auth code without a login", async () => {
        const ended = await close([SESSION, "--json", "--soap", soap], CODE);
        expect(ended.code).to.equal(0);
        expect(jsonLines(ended.stdout)).to.deep.equal([CLOSED(SESSION)]);
        expect(called()).to.deep.equal(["closeSession"]);
      });
    });
  }

  it("prefers the endpoint given as an option to that of the environment", async () => {
    const ended = await rescue(["close", "12345678", "--endpoint", emulator.endpoint], {
      ...CODE,
      RESCUE_ENDPOINT: "https://nowhere.invalid/API/API.asmx",
    });
    expect(ended.code).to.equal(0);
  });

  describe("1: the service refused", () => {
    it("prints what was refused, why, and what to do, on stderr", async () => {
      const ended = await close([90000003], LOGIN);
      expect(ended.code).to.equal(1);
      expect(ended.stdout).to.equal("");
      expect(ended.stderr).to.match(/^90000003 not closed: ActionFailed, answered\. .*Technician Console.*\n$/);
    });

    it("with --json, in the same shape on stdout", async () => {
      const ended = await close([90000001, "--json"], LOGIN);
      const [line] = jsonLines(ended.stdout);
      expect(line).to.deep.equal({
        session: 90000001,
        closed: false,
        code: "Error",
        literal: "closeSessionRet_Error",
        outcome: "answered",
        message: message(line),
      });
      expect(ended).to.include({ code: 1, stderr: "" });
    });

    it("one of several sessions, and continues with the next", async () => {
      const ended = await close([90000004, SESSION, "--json"], LOGIN);
      expect(ended.code).to.equal(1);
      const [refused, closed] = jsonLines(ended.stdout);
      expect(refused).to.include({ session: 90000004, closed: false, code: "InvalidParam_Session" });
      expect(closed).to.deep.equal(CLOSED(SESSION));
    });

    for (const faultCode of ["soap:Client", "soap:VersionMismatch", "soap:MustUnderstand", "soap:Client.Validation"]) {
      it(`by the fault ${faultCode}, which says that nothing was done, and continues with the next`, async () => {
        answerFault(faultCode);
        const ended = await close([20000001, SESSION, "--json"], LOGIN);
        expect(ended.code).to.equal(1);
        const [refused, closed] = jsonLines(ended.stdout);
        expect(refused).to.include({ session: 20000001, closed: false, code: "SOAP_FAULT", outcome: "answered" });
        expect(closed).to.deep.equal(CLOSED(SESSION));
      });
    }

    it("with Error, which is an answer, and advises to look at the session first", async () => {
      const ended = await close([90000001], LOGIN);
      expect(ended.code).to.equal(1);
      expect(ended.stderr).to.match(/^90000001 not closed: Error, answered\. .*Check whether the action took place/);
    });

    it("as text: what was closed on stdout, the rest on stderr", async () => {
      const ended = await close([90000004, SESSION], LOGIN);
      expect(ended.stdout).to.equal("12345678 closed (closeSessionRet_OK)\n");
      expect(ended.stderr).to.match(/^90000004 not closed: InvalidParam_Session, answered\. /);
    });
  });

  describe("3: an outcome is unknown", () => {
    for (const kind of ["reset", "garbage", "truncate"] as const) {
      it(`after ${kind}`, async () => {
        emulator.faults.add({ operation: "closeSession", phase: "after", kind });
        const ended = await close([SESSION, "--json"], LOGIN);
        expect(ended.code).to.equal(3);
        const [line] = jsonLines(ended.stdout);
        expect(line).to.deep.equal({
          session: SESSION,
          closed: null,
          code: "OUTCOME_UNKNOWN",
          outcome: "unknown",
          message: message(line),
        });
        expect(message(line)).to.contain("getSession_V3");
        expect(emulator.executions("closeSession", SESSION)).to.equal(1);
      });
    }

    for (const faultCode of ["soap:Server", "soap:Server.Custom", "env:Receiver", "app:Locked", "Server"]) {
      it(`after the fault ${faultCode}, which may come after the change; continues with the next`, async () => {
        answerFault(faultCode, "after");
        const ended = await close([20000001, SESSION, "--json"], LOGIN);
        expect(ended.code).to.equal(3);
        const [broken, closed] = jsonLines(ended.stdout);
        expect(broken).to.include({ session: 20000001, closed: null, outcome: "unknown" });
        expect(message(broken)).to.contain("broken");
        expect(closed).to.deep.equal(CLOSED(SESSION));
        expect(emulator.executions("closeSession", 20000001)).to.equal(1);
      });
    }

    it("after an unknown literal", async () => {
      answer(
        '<closeSessionResponse xmlns="https://secure.logmeinrescue.com/API/API.asmx">' +
          "<closeSessionResult>closeSessionRet_Locked</closeSessionResult></closeSessionResponse>",
      );
      const ended = await close([20000001, SESSION, "--json"], LOGIN);
      expect(ended.code).to.equal(3);
      const [strange, closed] = jsonLines(ended.stdout);
      expect(strange).to.include({ closed: null, code: "UNKNOWN_RESULT", literal: "closeSessionRet_Locked" });
      expect(message(strange)).to.contain("Check whether the action took place").and.not.to.contain("refused");
      expect(closed).to.deep.equal(CLOSED(SESSION));
    });

    const unclear: Readonly<Record<string, () => void>> = {
      "a fault of the service": () => answerFault("soap:Server", "after"),
      "a connection that broke": () =>
        emulator.faults.add({ operation: "closeSession", phase: "after", kind: "reset", nth: 1 }),
    };
    for (const [what, plan] of Object.entries(unclear)) {
      it(`as text, never says that the session is not closed after ${what}`, async () => {
        plan();
        const ended = await close([SESSION], LOGIN);
        expect([ended.code, ended.stdout]).to.deep.equal([3, ""]);
        expect(ended.stderr).to.match(/^12345678 may be closed: [A-Z_]+, outcome unknown\. .*\n$/);
        expect(ended.stderr).not.to.contain("not closed");
        expect(emulator.executions("closeSession", SESSION)).to.equal(1);
      });
    }

    it("the rest is tried all the same", async () => {
      emulator.faults.add({ operation: "closeSession", phase: "after", kind: "reset", nth: 1 });
      const ended = await close([SESSION, 20000001, "--json"], LOGIN);
      expect(ended.code).to.equal(3);
      const [broken, closed] = jsonLines(ended.stdout);
      expect(broken).to.include({ session: SESSION, closed: null });
      expect(closed).to.deep.equal(CLOSED(20000001));
    });

    it("the rest is tried all the same, however many calls in a row are left open", async () => {
      emulator.faults.add({ operation: "closeSession", phase: "after", kind: "reset", times: 5 });
      const given = [20000001, 20000002, 20000003, 20000004, 20000005, SESSION];
      const ended = await close([...given, "--json"], LOGIN);
      const known = jsonLines(ended.stdout).map((line) => (line as { closed: boolean | null }).closed);
      expect(known).to.deep.equal([null, null, null, null, null, true]);
      expect([ended.code, called().filter((name) => name === "closeSession").length]).to.deep.equal([3, 6]);
    });

    it("with --stop-on-error, never says that a session that was not tried is not closed", async () => {
      emulator.faults.add({ operation: "closeSession", phase: "after", kind: "reset", nth: 1 });
      const ended = await close([SESSION, 20000001, "--stop-on-error"], LOGIN);
      expect(ended.stderr).to.match(/\n20000001 not tried: the run ended at session 12345678 with OUTCOME_UNKNOWN\n$/);
      expect(ended.stderr).not.to.contain("not closed");
    });

    it("when --timeout passes without an answer; with --stop-on-error the rest is not tried", async () => {
      emulator.faults.add({ operation: "closeSession", phase: "before", kind: "stall" });
      const ended = await close([SESSION, 20000001, "--json", "--timeout", "1", "--stop-on-error"], CODE);
      expect(ended.code).to.equal(3);
      const [stalled, rest] = jsonLines(ended.stdout);
      expect(stalled).to.include({ session: SESSION, code: "OUTCOME_UNKNOWN", outcome: "unknown" });
      expect(message(stalled)).to.contain("1000 ms");
      expect(rest).to.include({ session: 20000001, closed: false, code: "NOT_TRIED", outcome: "not-sent" });
      expect(called()).to.deep.equal(["closeSession"]);
    });

    it("takes precedence over a refusal", async () => {
      emulator.faults.add({ operation: "closeSession", phase: "before", kind: "close", nth: 2 });
      expect((await close([90000003, SESSION], LOGIN)).code).to.equal(3);
    });
  });

  describe("130: interrupted", () => {
    /** Starts a run over two sessions, the first of which the service takes its time for, and waits until it is there. */
    async function atTheService(delay: object) {
      const isThere = () => called().includes("closeSession") || emulator.executions("closeSession") > 0;
      emulator.faults.add({ operation: "closeSession", phase: "before", nth: 1, ...delay } as never);
      const running = start(["close", "12345678", "20000001", "--json"], {
        ...LOGIN,
        RESCUE_ENDPOINT: emulator.endpoint,
      });
      while (!isThere()) await new Promise(setImmediate);
      return running;
    }

    it("once: the call in progress ends, the rest is not tried, and the login ends", async () => {
      const { child, ended } = await atTheService({ phase: "after", kind: "latency", delay: 3_000 });
      child.kill("SIGINT");
      const { code, stdout, stderr } = await ended;
      const [closed, rest] = jsonLines(stdout);
      expect(closed).to.deep.equal(CLOSED(SESSION));
      expect(rest).to.include({ session: 20000001, closed: false, code: "NOT_TRIED", outcome: "not-sent" });
      expect(stderr).to.contain("press Ctrl-C again to abort it");
      expect([code, emulator.logins()]).to.deep.equal([130, 0]);
    });

    it("twice: the call in progress is aborted, and its outcome unknown", async () => {
      const { child, ended } = await atTheService({ kind: "stall" });
      const said = new Promise<void>((resolve) => child.stderr?.once("data", () => resolve()));
      child.kill("SIGINT");
      await said;
      child.kill("SIGINT");
      const { code, stdout } = await ended;
      const [stalled, rest] = jsonLines(stdout);
      expect(stalled).to.include({ session: SESSION, closed: null, code: "OUTCOME_UNKNOWN", outcome: "unknown" });
      expect(rest).to.include({ session: 20000001, closed: false, code: "NOT_TRIED", outcome: "not-sent" });
      expect(code).to.equal(130);
    });
  });

  it("130: interrupted before anything was closed", async () => {
    emulator.faults.add({ operation: "login", phase: "before", kind: "stall" });
    const { child, ended } = start(["close", "12345678", "--json"], { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint });
    while (!called().includes("login")) await new Promise(setImmediate);
    child.kill("SIGINT");
    const { code, stdout } = await ended;
    expect(jsonLines(stdout)[0]).to.include({ session: SESSION, code: "ABORTED", outcome: "not-sent" });
    expect(code).to.equal(130);
  });

  describe("--from", () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "close-"));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    it("a file: its ids are closed after those of the arguments, each once", async () => {
      const file = join(folder, "sessions.txt");
      await writeFile(file, "\uFEFF20000001\r\n\n  12345678  \n20000001\n");
      const ended = await close([SESSION, "--from", file, "--json"], CODE);
      const [first, second, end, ...more] = jsonLines(ended.stdout);
      expect([first, second, ...more]).to.deep.equal([CLOSED(SESSION), CLOSED(20000001)]);
      expect(end).to.include({ event: "end", reason: "done", total: 2, closed: 2, notClosed: 0, unknown: 0 });
      expect(ended.code).to.equal(0);
    });

    it("and arguments: each of both is named where the run ends before it", async () => {
      const file = join(folder, "sessions.txt");
      await writeFile(file, "20000002\n");
      const ended = await close([90000003, SESSION, 20000001, "--from", file, "--stop-on-error", "--json"], CODE);
      const rest = jsonLines(ended.stdout).filter((line) => (line as { code?: string }).code === "NOT_TRIED");
      expect(rest.map((line) => (line as { session: number }).session)).to.deep.equal([SESSION, 20000001, 20000002]);
    });

    it("-: standard input", async () => {
      const args = ["close", "--from", "-", "--json"];
      const { child, ended } = start(args, { ...CODE, RESCUE_ENDPOINT: emulator.endpoint }, { input: "pipe" });
      child.stdin?.end("20000001\n");
      expect(jsonLines((await ended).stdout)[0]).to.deep.equal(CLOSED(20000001));
      expect((await ended).code).to.equal(0);
    });

    it("a file that is not there, or holds no id or a wrong one, closes nothing", async () => {
      const [empty, wrong, missing] = ["empty", "wrong", "missing"].map((name) => join(folder, name)) as [
        string,
        string,
        string,
      ];
      await writeFile(empty, "\n\n");
      await writeFile(wrong, "20000001\n020000010\n");
      for (const [file, said] of [
        [empty, /no session id in .*empty/],
        [wrong, /"020000010" is not a session id: .* without a leading zero/],
        [missing, /cannot read .*missing \(ENOENT\)/],
      ] as const) {
        const ended = await close(["--from", file], CODE);
        expect(ended.code).to.equal(2);
        expect(ended.stderr).to.match(said);
      }
      expect(called()).to.deep.equal([]);
    });
  });

  describe("4: not authenticated", () => {
    const callers: Readonly<Record<string, readonly [credentials: Environment, code: string, outcome: string]>> = {
      "a wrong password": [{ ...LOGIN, RESCUE_PASSWORD: "another-secret" }, "Invalid", "not-sent"],
      "a wrong auth code": [{ RESCUE_AUTHCODE: "another-code" }, "Invalid_SecretAuthCode", "answered"],
      "a disabled user": [{ RESCUE_AUTHCODE: DISABLED_CODE }, "User_Deleted_Or_Disabled", "answered"],
      "a technician": [
        { RESCUE_EMAIL: TECHNICIAN.email, RESCUE_PASSWORD: TECHNICIAN.password },
        "NotLoggedInAsAdmin",
        "answered",
      ],
      "a technician's auth code": [{ RESCUE_AUTHCODE: TECHNICIAN_CODE }, "NotLoggedInAsAdmin", "answered"],
    };
    for (const [who, [credentials, code, outcome]] of Object.entries(callers)) {
      it(`${who}: the other sessions are not tried`, async () => {
        const ended = await close([SESSION, 20000001, "--json"], credentials);
        expect(ended.code).to.equal(4);
        const [refused, rest] = jsonLines(ended.stdout);
        expect(refused).to.include({ session: SESSION, closed: false, code, outcome });
        expect(refused)
          .to.have.property("literal")
          .that.matches(new RegExp(`_${code}$`));
        expect(rest).to.deep.equal({
          session: 20000001,
          closed: false,
          code: "NOT_TRIED",
          outcome: "not-sent",
          message: message(rest),
        });
        expect(emulator.executions("closeSession")).to.equal(0);
      });
    }
  });

  describe("5: unreachable, or not speaking SOAP", () => {
    it("when nothing listens", async () => {
      await emulator.close();
      const ended = await close([SESSION, 20000001, "--json"], LOGIN);
      expect(ended.code).to.equal(5);
      const [first, rest] = jsonLines(ended.stdout);
      expect(first).to.include({ session: SESSION, closed: false, code: "CONNECTION", outcome: "not-sent" });
      expect(message(first)).to.contain("ECONNREFUSED");
      expect(rest).to.include({ session: 20000001, code: "NOT_TRIED", outcome: "not-sent" });
    });

    it("with an auth code as well", async () => {
      await emulator.close();
      const ended = await close([SESSION, "--json"], CODE);
      expect(ended.code).to.equal(5);
      expect(jsonLines(ended.stdout)[0]).to.include({ code: "CONNECTION", outcome: "not-sent" });
    });

    it("when a web page answers the login", async () => {
      const server = createHttpServer((_request, response) => {
        response.writeHead(200, { "Content-Type": "text/html" }).end("<html><body>Hello</body></html>");
      });
      try {
        const ended = await rescue(["close", "12345678", "--json", "--endpoint", await listen(server)], LOGIN);
        expect(ended.code).to.equal(5);
        expect(jsonLines(ended.stdout)[0]).to.include({ code: "PROTOCOL", outcome: "not-sent" });
      } finally {
        server.close();
      }
    });

    it("when the login has no answer within --timeout", async () => {
      emulator.faults.add({ operation: "login", phase: "before", kind: "stall" });
      const ended = await close([SESSION, "--json", "--timeout", "0.2"], LOGIN);
      expect(ended.code).to.equal(5);
      expect(jsonLines(ended.stdout)[0]).to.include({ code: "DEADLINE", outcome: "not-sent" });
    });
  });

  describe("2: usage, before a byte is sent", () => {
    let service: Server;
    let connections: number;
    let environment: Environment;
    beforeEach(async () => {
      connections = 0;
      service = createServer((socket) => {
        connections += 1;
        socket.destroy();
      });
      environment = { ...LOGIN, RESCUE_ENDPOINT: await listen(service) };
    });
    afterEach(() => service.close());

    async function expectUsage(args: readonly string[], said: RegExp, given = environment): Promise<void> {
      const ended = await rescue(args, given);
      expect(ended.code).to.equal(2);
      expect(ended.stdout).to.equal("");
      expect(ended.stderr).to.match(said);
      expect(ended.stderr).not.to.match(/\n {4}at /);
      expectSecretFree(ended, given);
      expect(connections).to.equal(0);
    }

    for (const id of ["abc", "0", "020000010", "-1", "2147483648", "1.5", "1e3", ""]) {
      it(`the session id ${JSON.stringify(id)}`, () =>
        expectUsage(["close", "--", id], /is not a session id: expected a whole number from 1 to 2147483647/));
    }

    it("one invalid id among valid ones: no session is closed", () =>
      expectUsage(["close", "12345678", "abc", "20000001"], /"abc" is not a session id/));

    const lines: readonly (readonly [args: readonly string[], said: RegExp])[] = [
      [["close"], /no session id: name at least one/],
      [["close", "1", "--password", "x"], /unknown option '--password'/],
      [["close", "1", "--email", "x"], /unknown option '--email'/],
      [["close", "1", "--authcode", "x"], /unknown option '--authcode'/],
      [["close", "1", "--soap", "1.3"], /1\.1, 1\.2/],
      [["close", "1", "--timeout", "0"], /seconds/],
      [["close", "1", "--timeout", "-1"], /seconds/],
      [["close", "1", "--timeout", "soon"], /seconds/],
      [["close", "1", "--timeout", "1e3"], /seconds/],
      [["close", "1", "--timeout", "2147484"], /seconds/],
      [["close", "1", "--endpoint", "nowhere"], /endpoint/],
      [["close", "1", "--endpoint", "http://rescue.example/API/API.asmx"], /https/],
      [["open", "1"], /unknown command 'open'/],
    ];
    for (const [args, said] of lines) it(args.join(" "), () => expectUsage(args, said));

    it("no credentials, and no terminal to prompt on", async () => {
      for (const given of [{}, { RESCUE_EMAIL: "a@b" }, { RESCUE_PASSWORD: "p4ssword" }]) {
        await expectUsage(["close", "12345678"], /RESCUE_EMAIL and RESCUE_PASSWORD, or RESCUE_AUTHCODE/, {
          ...given,
          RESCUE_ENDPOINT: environment.RESCUE_ENDPOINT as string,
        });
      }
    });
  });
});
