import { expect } from "chai";
import { CookieJar } from "tough-cookie";
import { type Credentials, DeadlineError, RescueError } from "../../../src/index.js";
import { VERSIONS } from "../../emulator/wire.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { AsyncStore } from "../async-store.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

describe("a jar passed in, over an asynchronous store", () => {
  let emulator: Emulator;
  let store: AsyncStore;
  beforeEach(async () => {
    emulator = await startEmulator();
    store = new AsyncStore();
  });
  afterEach(() => emulator.close());

  const connect = (more: { soap?: "1.1" | "1.2"; timeout?: number; credentials?: Credentials } = {}) =>
    new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, jar: new CookieJar(store), ...more });

  for (const soap of VERSIONS) {
    it(`keeps the login's cookie, SOAP ${soap}`, async () => {
      await using rescue = connect({ soap });
      expect(await rescue.closeSession(SESSION)).to.include({ code: "OK" });
      expect(store.calls.find).to.be.greaterThan(0);
      expect(store.calls.put).to.equal(1);
      const [cookie, ...others] = await new CookieJar(store).getCookies(emulator.endpoint);
      expect(cookie).to.include({ key: "ASP.NET_SessionId", httpOnly: true, path: "/" });
      expect(others).to.deep.equal([]);
    });
  }

  it("brings a login from one client to the next", async () => {
    await connect().login();
    const second = connect({ credentials: { authCode: AUTH_CODE } });
    expect(await second.operations.logout()).to.deep.equal({});
    expect(emulator.logins()).to.equal(0);
  });

  it("with an auth code alone and no jar, cookies play no part", async () => {
    const rescue = new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint: emulator.endpoint });
    expect(await rescue.closeSession(SESSION)).to.include({ code: "OK" });
    expect(store.calls).to.deep.equal({ find: 0, put: 0 });
  });

  describe("whose store fails", () => {
    it("when a cookie is asked for: an error of ours, and nothing is sent", async () => {
      store.trouble.find = "fails";
      const error = await thrown(RescueError, connect().closeSession(SESSION));
      expect(error.outcome).to.equal("not-sent");
      expect(emulator.log).to.deep.equal([]);
    });

    it("when a cookie is put away: an error of ours", async () => {
      store.trouble.put = "fails";
      await thrown(RescueError, connect().closeSession(SESSION));
    });

    it("when the close has already been answered: never reported as not sent", async () => {
      await using rescue = connect({ credentials: { ...ADMINISTRATOR, authCode: AUTH_CODE } });
      await rescue.login();
      // The service has forgotten the cookie: its next answer may bring another one.
      emulator.reset();
      store.trouble.put = "fails";
      let outcome = "answered";
      try {
        await rescue.closeSession(SESSION);
      } catch (error) {
        expect(error).to.be.instanceOf(RescueError);
        ({ outcome } = error as RescueError);
      }
      expect(emulator.executions("closeSession", SESSION)).to.equal(1);
      expect(outcome).not.to.equal("not-sent");
    });
  });

  describe("whose store never answers", () => {
    it("the timeout ends a call by auth code", async () => {
      store.trouble.find = "hangs";
      const rescue = connect({ timeout: 50, credentials: { authCode: AUTH_CODE } });
      const error = await thrown(DeadlineError, rescue.closeSession(SESSION));
      expect(error.outcome).to.equal("not-sent");
    });

    it("the timeout ends a call that waits for its login", async () => {
      store.trouble.find = "hangs";
      const error = await thrown(DeadlineError, connect({ timeout: 50 }).closeSession(SESSION));
      expect(error.outcome).to.equal("not-sent");
    });
  });
});
