import { expect } from "chai";
import { Totals } from "../../src/closing/totals.js";

const result = (closed: boolean | null, code: string) =>
  ({ session: 1, closed, code, outcome: "answered", by: "answer" }) as const;

describe("the totals of a run", () => {
  it("count what became of sessions, and each code", () => {
    const totals = new Totals();
    for (const closed of [true, true, false, null]) totals.add(result(closed, closed ? "OK" : "Error"));
    totals.skip();
    expect(totals.now).to.deep.equal({ closed: 2, notClosed: 1, unknown: 1, skipped: 1, codes: { OK: 2, Error: 2 } });
    expect(totals.failures).to.equal(2);
  });

  it("are of bounded size, whatever codes a service chooses", () => {
    const totals = new Totals();
    for (let code = 0; code < 10_000; code += 1) totals.add(result(false, `Code${code}`));
    totals.add(result(false, "__proto__"));
    const { codes } = totals.now;
    expect(Object.keys(codes)).to.have.length(201);
    expect(codes.OTHER).to.equal(9_801);
  });
});
