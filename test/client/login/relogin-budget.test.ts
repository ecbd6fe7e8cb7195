import { expect } from "chai";
import { ReloginBudget } from "../../../src/client/login/relogin-budget.js";

const SECOND = 1_000;
const refused = (budget: ReloginBudget, code: "NotLoggedIn" | "NotLoggedInAsAdmin", times: readonly number[]) =>
  times.map((time) => budget.spend("closeSession", code, time * SECOND));

describe("ReloginBudget: whether a refused call is worth another login", () => {
  it("allows two at once where the user may never be served, then waits that double up to three minutes", () => {
    const budget = new ReloginBudget(1);
    expect(refused(budget, "NotLoggedInAsAdmin", [0, 0, 0, 14.9])).to.deep.equal([true, true, false, false]);
    expect(refused(budget, "NotLoggedInAsAdmin", [15, 44.9, 45])).to.deep.equal([true, false, true]);
    expect(refused(budget, "NotLoggedInAsAdmin", [104.9, 105])).to.deep.equal([false, true]);
    expect(refused(budget, "NotLoggedInAsAdmin", [224.9, 225])).to.deep.equal([false, true]);
    expect(refused(budget, "NotLoggedInAsAdmin", [404.9, 405, 584.9, 585])).to.deep.equal([false, true, false, true]);
  });

  it("counts the wait from the last login that was allowed at once", () => {
    const budget = new ReloginBudget(1);
    expect(refused(budget, "NotLoggedInAsAdmin", [0, 10, 24.9, 25])).to.deep.equal([true, true, false, true]);
  });

  for (const logins of [1, 3]) {
    it(`allows six at once for each of ${logins} logins where only a lost login explains it, and waits of 5 s`, () => {
      const budget = new ReloginBudget(logins);
      budget.serve("closeSession");
      const atOnce = Array.from({ length: 6 * logins }, () => 0);
      expect(refused(budget, "NotLoggedInAsAdmin", atOnce)).to.deep.equal(atOnce.map(() => true));
      expect(refused(budget, "NotLoggedInAsAdmin", [0, 4.9, 5, 14.9, 15])).to.deep.equal([
        false,
        false,
        true,
        false,
        true,
      ]);
    });
  }

  it("takes NotLoggedIn for a lost login once anything was served, and NotLoggedInAsAdmin not", () => {
    const three = [0, 0, 0];
    const served = () => {
      const budget = new ReloginBudget(1);
      budget.serve("getAccount");
      return budget;
    };
    expect(refused(served(), "NotLoggedIn", three)).to.deep.equal([true, true, true]);
    expect(refused(served(), "NotLoggedInAsAdmin", three)).to.deep.equal([true, true, false]);
    expect(refused(new ReloginBudget(1), "NotLoggedIn", three)).to.deep.equal([true, true, false]);
  });

  it("begins anew when what was refused is served, and not when something else is", () => {
    const budget = new ReloginBudget(1);
    expect([...budget.refused]).to.deep.equal([]);
    expect(refused(budget, "NotLoggedInAsAdmin", [0, 0, 0])).to.deep.equal([true, true, false]);
    expect([...budget.refused]).to.deep.equal(["closeSession"]);
    budget.serve("getAccount");
    expect(refused(budget, "NotLoggedInAsAdmin", [0])).to.deep.equal([false]);
    budget.serve("closeSession");
    expect([...budget.refused]).to.deep.equal([]);
    const six = [0, 0, 0, 0, 0, 0];
    expect(refused(budget, "NotLoggedInAsAdmin", [...six, 0])).to.deep.equal([...six.map(() => true), false]);
    budget.serve("closeSession");
    expect(refused(budget, "NotLoggedIn", [...six, 0])).to.deep.equal([...six.map(() => true), false]);
  });
});
