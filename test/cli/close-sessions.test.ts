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
async function ended(error: RescueError) {
  const lines: CloseReport[] = [];
  const client = {
    closeSession: async (session: number) => {
      if (session === 1) throw error;
      return { session, code: "OK" as const, literal: "closeSessionRet_OK" };
    },
  };
  const codes = await closeSessions(client, [1, 2], async (line) => lines.push(line) > 0);
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
    ["no answer", unknown(new DeadlineError("closeSession", 1, "unknown")), null, "unknown", 3, false],
    ["a page", unknown(new ProtocolError("a page", { operation: "closeSession" })), null, "unknown", 3, false],
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
});
