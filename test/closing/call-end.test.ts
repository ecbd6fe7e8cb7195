import { expect } from "chai";
import { callEnd } from "../../src/closing/call-end.js";
import {
  AbortedError,
  ClientClosedError,
  ConnectionError,
  DeadlineError,
  InvalidArgumentError,
  NotAuthenticatedError,
  type Outcome,
  OutcomeUnknownError,
  ProtocolError,
  RescueError,
  RescueResultError,
  SoapFaultError,
} from "../../src/index.js";

const CALL = "closeSession";
const result = (code: string) => ({
  operation: CALL,
  code,
  literal: `closeSessionRet_${code}`,
  meaning: "",
  advice: "",
});
const refused = (code: string) => new RescueResultError(result(code));
const caller = (code: string) => new NotAuthenticatedError(result(code));
const connection = (outcome: Outcome) => new ConnectionError(CALL, "broken", { reason: "ECONNRESET", outcome });
const hidden = (cause: RescueError) => new OutcomeUnknownError(CALL, cause, "getSession_V3");
const unsent = (error: RescueError) => Object.assign(error, { outcome: "not-sent" as const });

const ROWS: readonly [what: string, error: unknown, session: string, run: string][] = [
  ["a refusal", refused("ActionFailed"), "refused", "fine"],
  ["Error, of which a timeout is one cause", refused("Error"), "doubtful", "fine"],
  ["a literal that is not known", refused("UNKNOWN_RESULT"), "doubtful", "fine"],
  ["a user who is no administrator", caller("NotLoggedInAsAdmin"), "unsent", "over"],
  ["a limit", caller("LimitReached"), "unsent", "limit"],
  ["a limit of the login before it", unsent(caller("LimitReached")), "unsent", "limit"],
  ["a wrong password of the login before it", unsent(caller("Invalid")), "unsent", "over"],
  ["a login that fails for no known reason", unsent(refused("Error")), "unsent", "away"],
  [
    "a fault that finds the request wrong",
    new SoapFaultError(CALL, { faultCode: "soap:Client", faultString: "" }),
    "refused",
    "fine",
  ],
  ["a connection that was refused", connection("not-sent"), "unsent", "away"],
  ["a turn that did not come", new DeadlineError(CALL, 10, "not-sent"), "unsent", "away"],
  ["a connection that was lost", hidden(connection("unknown")), "doubtful", "sick"],
  ["no answer in time", hidden(new DeadlineError(CALL, 10, "unknown")), "doubtful", "sick"],
  ["no answer in time, of a call that is no change", new DeadlineError(CALL, 10, "unknown"), "doubtful", "sick"],
  ["a page", hidden(new ProtocolError("HTML", { operation: CALL, status: 200 })), "doubtful", "sick"],
  ["a client that was closed before", new ClientClosedError(CALL, "not-sent"), "unsent", "over"],
  ["a client that was closed", hidden(new ClientClosedError(CALL, "unknown")), "doubtful", "over"],
  ["a client whose signal aborted", hidden(new AbortedError(CALL, "unknown")), "doubtful", "over"],
  ["an argument", new InvalidArgumentError("iSession", "closeSession: not in the contract"), "unsent", "broken"],
  ["what is no error of the client", new TypeError("of undefined"), "doubtful", "broken"],
];

describe("what an error of a call means for a run", () => {
  for (const [what, error, session, run] of ROWS) {
    it(`${what}: ${session}, ${run}`, () => {
      expect(callEnd(error)).to.deep.equal({ session, run });
    });
  }

  for (const status of [429, 503]) {
    it(`${status}: doubtful, a limit, with the wait that it asks for`, () => {
      const error = hidden(new ProtocolError("busy", { operation: CALL, status, retryAfter: 7 }));
      expect(callEnd(error)).to.deep.equal({ session: "doubtful", run: "limit", retryAfter: 7_000 });
    });
  }

  it("an outcome decides, whatever the error is called", () => {
    const error = new RescueError("", { code: "LimitReached", outcome: "unknown" });
    expect(callEnd(error).session).to.equal("doubtful");
  });
});
