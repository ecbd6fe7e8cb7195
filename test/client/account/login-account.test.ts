import { expect } from "chai";
import { LoginAccount } from "../../../src/client/account/login-account.js";
import { LOGIN_COUNTS } from "../../../src/client/account/login-pace.js";
import { NotAuthenticatedError, ProtocolError } from "../../../src/index.js";
import { Deadline } from "../../../src/soap/http/deadline.js";

let keys = 0;
/** A key that no other test uses. */
const newKey = () => {
  keys += 1;
  return `test ${keys}`;
};
const refusal = (code: string) =>
  new NotAuthenticatedError({ operation: "login", code, literal: `login_${code}`, meaning: "No.", advice: "Stop." });
const busy = (status: number, retryAfter?: number) =>
  new ProtocolError("busy", { operation: "login", status, retryAfter });

describe("LoginAccount: what this process knows of one user's logins", () => {
  it("is one object for a key while it holds anything", () => {
    const key = newKey();
    const account = LoginAccount.of(key, 0);
    account.pace.count(0);
    for (let other = 0; other < 1_000; other += 1) LoginAccount.of(newKey(), 0);
    expect(LoginAccount.of(key, 0)).to.equal(account);
    expect(LoginAccount.of(newKey(), 0)).not.to.equal(account);
  });

  it("remembers each refused password by itself, and says that nothing was sent", () => {
    const account = LoginAccount.of(newKey(), 0);
    const error = refusal("Invalid");
    account.refuse("digest", error);
    expect(account.refusal("digest", 1e12)).to.include({ code: "Invalid", outcome: "not-sent" });
    expect(error.outcome, "that of the call which was refused").to.equal("answered");
    expect(account.refusal("other", 0)).to.equal(undefined);
    account.forget("digest");
    expect(account.refusal("digest", 0)).to.equal(undefined);
  });

  it("remembers the last hundred passwords, so that guessing does not fill the memory", () => {
    const account = LoginAccount.of(newKey(), 0);
    for (let password = 0; password <= 100; password += 1) account.refuse(String(password), refusal("Invalid"));
    expect(account.refusal("0", 0)).to.equal(undefined);
    expect(account.refusal("1", 0)).not.to.equal(undefined);
    expect(account.refusal("100", 0)).not.to.equal(undefined);
  });

  for (const [what, error, milliseconds] of [
    ["a limit that was reached", refusal("LimitReached"), LOGIN_COUNTS],
    ["a disabled user", refusal("User_Deleted_Or_Disabled"), LOGIN_COUNTS],
    ["429 with Retry-After: 7", busy(429, 7), 7_000],
    ["503 with Retry-After: 7", busy(503, 7), 7_000],
    ["503 with Retry-After: a year", busy(503, 31_536_000), 3_600_000],
    ["503 without Retry-After", busy(503), 0],
    ["500 with Retry-After: 7", busy(500, 7), 0],
  ] as const) {
    it(`${what} holds for ${milliseconds} ms`, () => {
      const account = LoginAccount.of(newKey(), 0);
      account.hold(error, 1_000);
      if (milliseconds > 0) {
        expect(account.refusal("any", 1_000 + milliseconds - 1)).to.include({ code: error.code, outcome: "not-sent" });
      }
      expect(account.refusal("any", 1_000 + milliseconds)).to.equal(undefined);
    });
  }

  it("is forgotten on demand, unless somebody is logging in", async () => {
    const key = newKey();
    const account = LoginAccount.of(key, 0);
    const leave = await account.turns.take(new Deadline("login", Number.POSITIVE_INFINITY));
    LoginAccount.drop(key);
    expect(LoginAccount.of(key, 0)).to.equal(account);
    leave();
    LoginAccount.drop(key);
    expect(LoginAccount.of(key, 0)).not.to.equal(account);
  });

  it("is bounded over all users: old refusals are removed first, and logins that count stay", () => {
    const [refused, counting] = [newKey(), newKey()];
    LoginAccount.of(refused, 0).refuse("digest", refusal("Invalid"));
    LoginAccount.of(counting, 0).pace.count(0);
    let last = "";
    for (let user = 0; user < 60_000; user += 1) {
      last = newKey();
      LoginAccount.of(last, 0).refuse("digest", refusal("Invalid"));
    }
    expect(LoginAccount.of(refused, 0).refusal("digest", 0)).to.equal(undefined);
    expect(LoginAccount.of(counting, 0).pace.counts(0)).to.equal(true);
    expect(LoginAccount.of(last, 0).refusal("digest", 0)).not.to.equal(undefined);
  });
});
