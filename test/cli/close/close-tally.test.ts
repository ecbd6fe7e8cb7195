import { expect } from "chai";
import { CloseTally } from "../../../src/cli/close/close-tally.js";
import type { CloseEnd, CloseResult } from "../../../src/closing/close-run.js";
import { ConnectionError, InvalidArgumentError, NotAuthenticatedError } from "../../../src/index.js";
import { closed, inDoubt, refused } from "./close-results.js";

const unsent = (code: string, more: Partial<CloseResult> = {}): CloseResult => ({
  ...{ session: 1, closed: false, code, outcome: "not-sent", by: "answer", ...more },
});
const login = new NotAuthenticatedError({
  ...{ operation: "login", code: "Invalid", literal: "login_Invalid", meaning: "", advice: "" },
});
const away = new ConnectionError("closeSession", "none", { reason: "ECONNREFUSED", outcome: "not-sent" });

describe("what a run has come to", () => {
  const exits: readonly (readonly [
    what: string,
    results: readonly CloseResult[],
    end: CloseEnd | undefined,
    number,
  ])[] = [
    ["nothing", [], undefined, 0],
    ["all closed", [closed(1)], undefined, 0],
    ["one refused", [closed(1), refused(2)], undefined, 1],
    ["one unknown among refused", [refused(1), inDoubt(2), closed(3)], undefined, 3],
    ["a literal nobody knows", [{ ...closed(1), closed: null, code: "UNKNOWN_RESULT" }], undefined, 3],
    ["a login whose literal nobody knows", [unsent("UNKNOWN_RESULT", { literal: "login_New" })], undefined, 1],
    ["a fault of the login", [unsent("SOAP_FAULT")], undefined, 1],
    ["no connection", [unsent("CONNECTION")], undefined, 5],
    ["a page instead of an answer to the login", [unsent("PROTOCOL")], undefined, 5],
    ["an abort before it left", [unsent("ABORTED")], undefined, 130],
    ["an interruption after an unknown outcome", [inDoubt(1)], { reason: "interrupted", message: "" }, 130],
    ["too many failures", [refused(1)], { reason: "failures", message: "" }, 1],
    ["a refused login", [], { reason: "not authenticated", message: "", error: login }, 4],
    ["a service that is away", [], { reason: "outage", message: "", error: away }, 5],
    ["a wrong line", [closed(1)], { reason: "source", message: "", error: new Error("line 2") }, 2],
    ["a wrong journal", [], { reason: "journal", message: "", error: new InvalidArgumentError("journal", "no") }, 2],
  ];
  for (const [what, results, end, exit] of exits) {
    it(`after ${what}: exit code ${exit}`, () => {
      const tally = new CloseTally();
      for (const result of results) tally.add(result, 0);
      expect(tally.exit(end)).to.equal(exit);
    });
  }

  it("is counted by code, and keeps no more rows than a page can show, however many there are", () => {
    const tally = new CloseTally();
    for (let id = 1; id <= 20_000; id += 1) {
      tally.add(closed(id), id);
      tally.add(refused(id, "x".repeat(10_000)), id);
      tally.add(inDoubt(id), id);
      tally.add({ ...refused(id), code: `Invented${id}` }, id);
    }
    expect(tally).to.include({ closed: 20_000, notClosed: 40_000, inDoubt: 20_000, needing: 60_000, results: 80_000 });
    expect([tally.unknown.length, tally.refused.length, tally.others.length]).to.deep.equal([5000, 5000, 100]);
    expect(tally.codes.length).to.equal(101);
    expect(tally.codes.slice(0, 4)).to.have.deep.members([
      ["OK", 20_000],
      ["ActionFailed", 20_000],
      ["OUTCOME_UNKNOWN", 20_000],
      ["other codes", 19_903],
    ]);
    expect(tally.codes.reduce((sum, [, count]) => sum + count, 0)).to.equal(80_000);
    expect(Math.max(...tally.refused.map(({ message = "" }) => message.length))).to.equal(500);
  });
});
