import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { call, closing, logIn, resultOf } from "../wire.js";

const LOGINS = 1000;

describe("1,000 logins at once", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false, clock: new VirtualClock(Date.UTC(2026, 0, 1)) });
  });
  after(() => emulator.close());

  it("are distinct, valid for 20 minutes, and leave nothing behind", async () => {
    const cookies: string[] = [];
    while (cookies.length < LOGINS) {
      cookies.push(...(await Promise.all(Array.from({ length: 100 }, () => logIn(emulator.endpoint)))));
    }
    expect(new Set(cookies).size).to.equal(LOGINS);
    expect(emulator.logins()).to.equal(LOGINS);

    const [first = "", second = "", last = ""] = [cookies[0], cookies[1], cookies.at(-1)];
    await call(emulator.endpoint, "logout", "", { cookie: first });
    expect(emulator.logins()).to.equal(LOGINS - 1);
    const close = (cookie: string) => call(emulator.endpoint, "closeSession", closing(12345678), { cookie });
    expect(resultOf(await close(first))).to.match(/NotLoggedIn/i);
    expect(resultOf(await close(last))).to.equal("closeSessionRet_OK");

    emulator.clock.advance(19 * 60_000);
    await close(second);
    emulator.clock.advance(60_000);
    expect(emulator.logins()).to.equal(1);
    emulator.clock.advance(19 * 60_000);
    expect(emulator.logins()).to.equal(0);
  });
});
