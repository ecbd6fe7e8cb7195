import { expect } from "chai";
import fc from "fast-check";
import { type CallUnderLogin, LoginState } from "../../../src/client/login/login-state.js";
import { ReloginBudget } from "../../../src/client/login/relogin-budget.js";
import type { Answer } from "../../../src/client/operations/answer.js";
import { traitsOf } from "../../../src/client/operations/operation-table.js";
import { NotAuthenticatedError } from "../../../src/index.js";
import { seed } from "../../soap/seed.js";

const callOf = (name: string): CallUnderLogin => ({ name, traits: traitsOf(name) });
const refusal = (code: string) =>
  new NotAuthenticatedError({ operation: "op", code, literal: `op_${code}`, meaning: "No.", advice: "Ask." });

const FORGOTTEN = refusal("NotLoggedIn");
const ANSWER: Answer = { values: {}, code: "OK", literal: "login_OK" };
const read = callOf("getSession_V3");
const close = callOf("closeSession");
const set = callOf("setReportArea");
const report = callOf("getReport");

const stateOf = (budget = new ReloginBudget(1)) => new LoginState(budget);
function loggedIn(budget?: ReloginBudget): LoginState {
  const state = stateOf(budget);
  state.begin(ANSWER);
  return state;
}

describe("LoginState: what is known of a lane's logins", () => {
  it("has a login in force from its beginning to its end", () => {
    const state = stateOf();
    expect(state.answer).to.equal(undefined);
    state.begin(ANSWER);
    expect(state.answer).to.equal(ANSWER);
    state.end();
    expect(state.answer).to.equal(undefined);
  });

  it("takes a refusal of what the login has served for a forgotten login", () => {
    const state = loggedIn();
    state.serve(close);
    expect(state.refuse(close, FORGOTTEN, 0)).to.equal(true);
    expect(state.answer).to.equal(undefined);
  });

  it("keeps the login when the refusal says something else about the caller", () => {
    const state = loggedIn();
    state.serve(close);
    for (const code of ["Invalid_SecretAuthCode", "LimitReached", "Invalid"]) {
      expect(state.refuse(close, refusal(code), 0), code).to.equal(false);
      expect(state.answer).to.equal(ANSWER);
    }
  });

  it("lets the budget decide on a refusal of what the login has not served", () => {
    const state = stateOf();
    const repeated: boolean[] = [];
    // What the login before has served says nothing: each login is asked anew.
    for (let login = 0; login < 4; login += 1) {
      state.begin(ANSWER);
      repeated.push(state.refuse(close, refusal("NotLoggedInAsAdmin"), 0));
    }
    expect(repeated).to.deep.equal([true, true, false, false]);
    expect(state.answer).to.equal(ANSWER);
  });

  it("does not carry what one login has served over to the next", () => {
    const budget = new ReloginBudget(0);
    const state = loggedIn(budget);
    state.serve(close);
    expect(state.refuse(close, FORGOTTEN, 0)).to.equal(true);
    state.begin(ANSWER);
    // The budget for lost logins allows six in a row for each parallel login, here for none, and then one after each wait.
    budget.spend(close.name, "NotLoggedIn", 0);
    expect(state.refuse(close, FORGOTTEN, 0)).to.equal(false);
    state.serve(close);
    expect(state.refuse(close, FORGOTTEN, 0)).to.equal(true);
  });

  it("lets a call that it has served before end what another lane was refused meanwhile", () => {
    const budget = new ReloginBudget(1);
    const state = loggedIn(budget);
    const refusals = (count: number) => Array.from({ length: count }, () => budget.spend(close.name, "NotLoggedIn", 0));
    state.serve(close);
    expect(refusals(6)).not.to.include(false);
    state.serve(close);
    expect(refusals(7)).to.deep.equal([true, true, true, true, true, true, false]);
  });

  describe("settings", () => {
    it("may be used under the login they were made under", () => {
      const state = loggedIn();
      state.serve(set);
      expect(() => state.checkSettings("getReport")).not.to.throw();
    });

    it("are lost, once, when another call has found the login gone and a new one has begun", () => {
      const state = loggedIn();
      state.serve(set);
      state.serve(read);
      expect(state.refuse(read, FORGOTTEN, 0)).to.equal(true);
      state.begin(ANSWER);
      expect(() => state.checkSettings("getReport"))
        .to.throw(NotAuthenticatedError)
        .that.includes({ code: "NotLoggedIn", operation: "getReport", outcome: "not-sent" });
      expect(() => state.checkSettings("getReport")).not.to.throw();
    });

    it("end with the refusal that says so: it is not repeated, and reported only once", () => {
      const state = loggedIn();
      state.serve(set);
      state.serve(report);
      expect(state.refuse(report, FORGOTTEN, 0)).to.equal(false);
      expect(state.answer).to.equal(undefined);
      state.begin(ANSWER);
      expect(() => state.checkSettings("getReport")).not.to.throw();
    });

    it("that were not made yet do not keep a settings call from being repeated", () => {
      const state = loggedIn();
      expect(state.refuse(set, FORGOTTEN, 0)).to.equal(true);
    });

    it("are there once they are made, until a new report begins", () => {
      const state = loggedIn();
      expect(state.hasSettings).to.equal(false);
      state.serve(set);
      expect(state.hasSettings).to.equal(true);
      state.forgetSettings();
      expect(state.hasSettings).to.equal(false);
      state.begin(ANSWER);
      expect(() => state.checkSettings("getReport")).not.to.throw();
    });

    it("end with a logout, and nothing is lost by it", () => {
      const state = loggedIn();
      state.serve(set);
      state.end();
      state.begin(ANSWER);
      expect(() => state.checkSettings("getReport")).not.to.throw();
    });
  });

  it(`never lets a settings call be sent under another login than the settings before it (seed ${seed})`, () => {
    const events = fc.constantFrom("begin", "set", "read", "forgotten", "end", "check");
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (history) => {
        const state = stateOf();
        let epoch = 0;
        let made: number | undefined;
        for (const event of history) {
          if (event === "begin" && !state.answer) {
            state.begin(ANSWER);
            epoch += 1;
          } else if (event === "end") {
            state.end();
            made = undefined;
          } else if (state.answer && event === "read") state.serve(read);
          else if (state.answer && event === "forgotten") {
            state.serve(read);
            expect(state.refuse(read, FORGOTTEN, 0)).to.equal(true);
          } else if (state.answer && (event === "set" || event === "check")) {
            const isLost = made !== undefined && made !== epoch;
            let threw = false;
            try {
              state.checkSettings("setReportArea");
            } catch {
              threw = true;
            }
            expect(threw).to.equal(isLost);
            made = threw ? undefined : made;
            if (!threw && event === "set") {
              state.serve(set);
              made = epoch;
            }
          }
        }
      }),
      { seed, numRuns: 500 },
    );
  });
});
