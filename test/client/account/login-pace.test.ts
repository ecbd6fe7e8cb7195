import { expect } from "chai";
import { LOGIN_LIMIT, LOGIN_SHARE, LOGIN_WINDOW, LoginPace } from "../../../src/client/account/login-pace.js";

/** A margin after the window, as the service uses its own clock. */
const FREE_AGAIN = LOGIN_WINDOW + 2_000;

describe("LoginPace: ten logins in three minutes", () => {
  it("knows the service's limit", () => {
    expect([LOGIN_LIMIT, LOGIN_WINDOW]).to.deep.equal([10, 3 * 60 * 1000]);
    expect(LOGIN_SHARE * LOGIN_LIMIT).to.be.greaterThan(FREE_AGAIN);
  });

  it("allows ten at once, and delays the eleventh until the first has left the window", () => {
    const pace = new LoginPace();
    for (let login = 0; login < 10; login += 1) {
      expect(pace.wait(1000)).to.equal(0);
      pace.count(1000);
    }
    expect(pace.wait(1000)).to.equal(FREE_AGAIN);
    expect(pace.wait(1000 + FREE_AGAIN - 1)).to.equal(1);
    expect(pace.wait(1000 + FREE_AGAIN)).to.equal(0);
  });

  it("slides: each login frees its own place", () => {
    const pace = new LoginPace();
    for (let login = 0; login < 10; login += 1) pace.count(login * 1000);
    expect(pace.wait(10_000)).to.equal(FREE_AGAIN - 10_000);
    expect(pace.wait(FREE_AGAIN)).to.equal(0);
    pace.count(FREE_AGAIN);
    expect(pace.wait(FREE_AGAIN)).to.equal(1000);
    expect(pace.wait(FREE_AGAIN + 1000)).to.equal(0);
  });

  it("delays for longer where more than ten were counted", () => {
    const pace = new LoginPace();
    for (let login = 0; login < 12; login += 1) pace.count(login * 1000);
    // Two of them must have left the window first.
    expect(pace.wait(12_000)).to.equal(2_000 + FREE_AGAIN - 12_000);
  });

  it("counts nothing that did not reach the service", () => {
    const pace = new LoginPace();
    for (let login = 0; login < 10; login += 1) pace.count(login);
    pace.uncount(3);
    expect(pace.wait(10)).to.equal(0);
    pace.uncount(3);
    pace.count(10);
    expect(pace.wait(10)).to.equal(FREE_AGAIN - 10);
  });

  it("knows when no login counts any longer", () => {
    const pace = new LoginPace();
    expect(pace.counts(0)).to.equal(false);
    pace.count(0);
    expect(pace.counts(FREE_AGAIN - 1)).to.equal(true);
    expect(pace.counts(FREE_AGAIN)).to.equal(false);
  });

  it("forgets old logins", () => {
    const pace = new LoginPace();
    for (let login = 0; login < 100; login += 1) pace.count(0);
    expect(pace.wait(FREE_AGAIN)).to.equal(0);
    for (let login = 0; login < 9; login += 1) pace.count(FREE_AGAIN);
    expect(pace.wait(FREE_AGAIN)).to.equal(0);
  });
});
