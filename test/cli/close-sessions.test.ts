import { expect } from "chai";
import { type CloseReport, closeSessions, NOT_TRIED } from "../../src/cli/close-sessions.js";
import {
  AbortedError,
  ConnectionError,
  DeadlineError,
  NotAuthenticatedError,
  OutcomeUnknownError,
  ProtocolError,
  type RescueError,
  RescueResultError,
  SoapFaultError,
} from "../../src/index.js";

const refusal = { operation: "closeSession", code: "Error", literal: "closeSessionRet_Error", meaning: "", advice: "" };
const fault = (faultCode: string, operation = "closeSession") =>
  new SoapFaultError(operation, { faultCode, faultString: "broken" });
const unknown = (cause: RescueError) => new OutcomeUnknownError("closeSession", cause, "getSession_V3");

/** The reports for a session whose call ends with `error`, and for the session after it. */
async function ended(error: RescueError, stopOnError = false) {
  const lines: CloseReport[] = [];
  const client = {
    ready: async () => {},
    closeSession: async (session: number) => {
      if (session === 1) throw error;
      return { session, code: "OK" as const, literal: "closeSessionRet_OK" };
    },
  };
  const report = async (line: CloseReport) => lines.push(line) > 0;
  const interrupted = new AbortController().signal;
  const codes = await closeSessions(client, [1, 2], { report, interrupted, stopOnError });
  return { first: lines[0], next: lines[1], exit: codes[0], count: codes.length };
}

describe("what rescue close reports of a session", () => {
  const rows: readonly (readonly [
    what: string,
    error: RescueError,
    closed: false | null,
    outcome: string,
    exit: number,
    goesOn: boolean,
  ])[] = [
    ["Error", new RescueResultError(refusal), false, "answered", 1, true],
    [
      "a literal nobody knows",
      new RescueResultError({ ...refusal, code: "UNKNOWN_RESULT" }),
      null,
      "answered",
      3,
      true,
    ],
    ["a refused caller", new NotAuthenticatedError(refusal), false, "answered", 4, false],
    ["a Client fault", fault("soap:Client"), false, "answered", 1, true],
    ["a Sender fault with a subcode", fault("env:Sender/app:Bad"), false, "answered", 1, true],
    ["a Server fault", unknown(fault("soap:Server")), null, "unknown", 3, true],
    ["no answer", unknown(new DeadlineError("closeSession", 1, "unknown")), null, "unknown", 3, true],
    ["a page", unknown(new ProtocolError("a page", { operation: "closeSession" })), null, "unknown", 3, true],
    ["an abort after it left", unknown(new AbortedError("closeSession", "unknown")), null, "unknown", 3, false],
    [
      "a login whose literal nobody knows",
      new RescueResultError({ ...refusal, operation: "login", code: "UNKNOWN_RESULT" }),
      false,
      "not-sent",
      1,
      false,
    ],
    ["an abort before it left", new AbortedError("closeSession", "not-sent"), false, "not-sent", 130, false],
    [
      "no connection",
      new ConnectionError("closeSession", "none", { reason: "ECONNREFUSED", outcome: "not-sent" }),
      false,
      "not-sent",
      5,
      false,
    ],
    ["a login without an answer", new ProtocolError("a page", { operation: "login" }), false, "not-sent", 5, false],
    ["a fault of the login", fault("soap:Server", "login"), false, "not-sent", 1, false],
  ];
  for (const [what, error, closed, outcome, exit, goesOn] of rows) {
    it(`after ${what}: closed ${closed}, ${outcome}, exit code ${exit}, ${goesOn ? "continues" : "ends"}`, async () => {
      const { first, next, ...run } = await ended(error);
      expect(first).to.include({ session: 1, closed, outcome, code: error.code });
      expect(run).to.deep.equal({ exit, count: goesOn ? 2 : 1 });
      expect(next).to.include(
        goesOn ? { closed: true, code: "OK" } : { closed: false, code: NOT_TRIED, outcome: "not-sent" },
      );
    });
  }

  for (const [what, error] of [
    ["a refusal of the session", new RescueResultError(refusal)],
    ["an unknown outcome", unknown(fault("soap:Server"))],
  ] as const) {
    it(`stopOnError ends the run after ${what}`, async () => {
      const { next, count } = await ended(error, true);
      expect(count).to.equal(1);
      expect(next).to.include({ closed: false, code: NOT_TRIED, outcome: "not-sent" });
    });
  }

  /** The lines and exit codes of a run over three sessions that is interrupted in the call of the first. */
  async function interruptedIn(where: "ready" | "closeSession") {
    const interrupt = new AbortController();
    const called: number[] = [];
    const client = {
      ready: async () => {
        if (where === "ready") interrupt.abort();
      },
      closeSession: async (session: number) => {
        called.push(session);
        interrupt.abort();
        return { session, code: "OK" as const, literal: "closeSessionRet_OK" };
      },
    };
    const lines: CloseReport[] = [];
    const report = async (line: CloseReport) => lines.push(line) > 0;
    const run = { report, interrupted: interrupt.signal, stopOnError: false };
    const codes = await closeSessions(client, [1, 2, 3], run);
    return { called, codes, lines: lines.map(({ session, code }) => `${session} ${code}`) };
  }

  it("an interruption lets the call in progress end, and names what was not tried", async () => {
    expect(await interruptedIn("closeSession")).to.deep.equal({
      called: [1],
      codes: [0, 130],
      lines: ["1 OK", "2 NOT_TRIED", "3 NOT_TRIED"],
    });
  });

  it("an interruption while the login is made sends no close", async () => {
    expect(await interruptedIn("ready")).to.deep.equal({
      called: [],
      codes: [130, 130],
      lines: ["1 ABORTED", "2 NOT_TRIED", "3 NOT_TRIED"],
    });
  });
});
