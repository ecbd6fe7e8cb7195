import { expect } from "chai";
import { EXIT, type ExitCode, exitCodeOf, worstOf } from "../../src/cli/exit-codes.js";
import {
  AbortedError,
  ConnectionError,
  DeadlineError,
  InvalidArgumentError,
  NotAuthenticatedError,
  OutcomeUnknownError,
  ProtocolError,
  type RescueError,
  RescueResultError,
  SoapFaultError,
} from "../../src/index.js";
import { unreachable, WsdlError } from "../../src/wsdl/load/wsdl-error.js";

const refusal = { operation: "closeSession", code: "Error", literal: "closeSessionRet_Error", meaning: "", advice: "" };

describe("exit codes", () => {
  it("are the documented ones", () => {
    expect(EXIT).to.deep.equal({
      ok: 0,
      refused: 1,
      usage: 2,
      unknown: 3,
      notAuthenticated: 4,
      unreachable: 5,
      unreadable: 6,
      crashed: 70,
      unwritten: 74,
      interrupted: 130,
    });
  });

  const table: readonly (readonly [error: RescueError, code: ExitCode])[] = [
    [new RescueResultError(refusal), 1],
    [new SoapFaultError("getAccount", { faultCode: "soap:Server", faultString: "" }), 1],
    [new InvalidArgumentError("endpoint", "wrong"), 2],
    [new OutcomeUnknownError("closeSession", new DeadlineError("closeSession", 1, "unknown"), undefined), 3],
    [new OutcomeUnknownError("closeSession", new AbortedError("closeSession", "unknown"), undefined), 3],
    [new NotAuthenticatedError({ ...refusal, code: "Invalid" }), 4],
    [new ConnectionError("login", "none", { reason: "ECONNREFUSED", outcome: "not-sent" }), 5],
    [new ProtocolError("a page", { operation: "login" }), 5],
    [new DeadlineError("closeSession", 1, "not-sent"), 5],
    [new WsdlError("no WSDL", { file: "a.wsdl", line: 1, column: 1 }), 6],
    [unreachable("no such file"), 5],
    [new WsdlError("the old WSDL: no such file", undefined, unreachable("no such file")), 5],
    [new AbortedError("closeSession", "not-sent"), 130],
  ];
  for (const [error, code] of table) {
    it(`${error.name} (${error.code}) ends with ${code}`, () => expect(exitCodeOf(error)).to.equal(code));
  }

  describe("of several sessions: the one that needs attention first", () => {
    const runs: readonly (readonly [codes: readonly ExitCode[], code: ExitCode])[] = [
      [[], 0],
      [[0, 0], 0],
      [[0, 1, 0], 1],
      [[1, 3, 5], 3],
      [[3, 130], 130],
      [[4, 1], 4],
      [[1, 5], 5],
      [[6, 5], 5],
      [[0, 130, 4], 130],
    ];
    for (const [codes, code] of runs) {
      it(`${JSON.stringify(codes)} ends with ${code}`, () => expect(worstOf(codes)).to.equal(code));
    }
  });
});
