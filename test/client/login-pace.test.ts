import { expect } from "chai";
import { LOGIN_LIMIT, LOGIN_WINDOW, LoginPace } from "../../src/client/login-pace.js";

/** Some time after the window, as the service counts by its own clock. */
const FREE_AGAIN = LOGIN_WINDOW + 2_000;

describe("LoginPace: ten logins in three minutes", () => {
  it("knows the service's limit", () => {
    expect([LOGIN_LIMIT, LOGIN_WINDOW]).to.deep.equal([10, 3 * 60 * 1000]);
  });

  it("lets ten go at once, and holds the eleventh back until the first is out of the window", () => {
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

  it("holds back for longer where more than ten were counted", () => {
    const pace = new LoginPace();
    for (let login = 0; login < 12; login += 1) pace.count(login * 1000);
    // Two of them must be out before there is a place.
    expect(pace.wait(12_000)).to.equal(2_000 + FREE_AGAIN - 12_000);
  });

  it("is not held up by a clock that was set back", () => {
    const pace = new LoginPace();
    pace.count(1_000_000);
    expect(pace.wait(0)).to.equal(0);
  });

  it("forgets logins that are long gone", () => {
    const pace = new LoginPace();
    for (let login = 0; login < 100; login += 1) pace.count(0);
    expect(pace.wait(FREE_AGAIN)).to.equal(0);
    for (let login = 0; login < 9; login += 1) pace.count(FREE_AGAIN);
    expect(pace.wait(FREE_AGAIN)).to.equal(0);
  });

  describe("is one for a user at an endpoint, in this process", () => {
    const endpoint = new URL("https://pace.test/API/API.asmx");

    it("whoever asks for it", () => {
      const pace = LoginPace.of(endpoint, "Some@Email.com");
      expect(LoginPace.of(new URL(endpoint), "some@email.com")).to.equal(pace);
    });

    it("and another for another user, or at another endpoint", () => {
      const pace = LoginPace.of(endpoint, "some@email.com");
      expect(LoginPace.of(endpoint, "other@email.com")).not.to.equal(pace);
      expect(LoginPace.of(new URL("https://other.test/API/API.asmx"), "some@email.com")).not.to.equal(pace);
    });

    it("as long as somebody counts on it", () => {
      const pace = LoginPace.of(endpoint, "kept@email.com");
      for (let login = 0; login < 10; login += 1) pace.count(Date.now());
      for (let other = 0; other < 50; other += 1) LoginPace.of(endpoint, `${other}@email.com`);
      expect(LoginPace.of(endpoint, "kept@email.com")).to.equal(pace);
      expect(pace.wait(Date.now())).to.be.greaterThan(0);
    });

    it("also for two clients that were made before either has logged in", () => {
      const first = LoginPace.of(endpoint, "two@email.com");
      LoginPace.of(endpoint, "somebody@email.com");
      expect(LoginPace.of(endpoint, "two@email.com")).to.equal(first);
    });
  });
});
