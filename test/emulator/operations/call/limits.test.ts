import { expect } from "chai";
import { VirtualClock } from "../../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { ADMINISTRATOR, AUTH_CODE, call, resultOf } from "../../wire.js";

const ALL = { login: true, pinCode: true, emailText: true, report: true };

describe("rate limits", () => {
  let emulator: Emulator;
  const start = async (limits?: Parameters<Emulator["limits"]["set"]>[0]) => {
    emulator = await startEmulator({ clock: new VirtualClock(0), ...(limits === undefined ? {} : { limits }) });
  };
  afterEach(() => emulator.close());

  const tooManyLogins = async () => {
    const results = [];
    for (let logins = 0; logins < 11; logins += 1) {
      results.push(resultOf(await call(emulator.endpoint, "login", ADMINISTRATOR)));
    }
    return results.at(-1) === "login_LimitReached";
  };
  const tooMany = async (operation: string) => {
    const inner = `<iNodeID>1</iNodeID><iPINCode>123456</iPINCode><sAuthCode>${AUTH_CODE}</sAuthCode>`;
    const [first, second] = [
      await call(emulator.endpoint, operation, inner),
      await call(emulator.endpoint, operation, inner),
    ];
    expect(resultOf(first), operation).to.match(/OK$/);
    return !/OK$/.test(String(resultOf(second)));
  };
  const limited = async () => ({
    login: await tooManyLogins(),
    pinCode: await tooMany("requestPINCode"),
    emailText: await tooMany("generateEmailText"),
    report: await tooMany("getReport"),
  });

  it("all apply by default", async () => {
    await start();
    expect(emulator.limits.current).to.deep.equal(ALL);
    expect(await limited()).to.deep.equal(ALL);
  });

  for (const name of ["login", "pinCode", "emailText", "report"] as const) {
    it(`${name} can be switched off alone`, async () => {
      await start({ [name]: false });
      expect(emulator.limits.current).to.deep.equal({ ...ALL, [name]: false });
      expect(await limited()).to.deep.equal({ ...ALL, [name]: false });
    });
  }

  it("can be switched while it runs; a reset restores the initial ones", async () => {
    await start({ login: false });
    expect(await tooManyLogins()).to.equal(false);
    emulator.limits.set({ login: true });
    expect(await tooManyLogins()).to.equal(true);
    emulator.limits.set(false);
    expect(await tooManyLogins()).to.equal(false);
    emulator.reset();
    expect(emulator.limits.current).to.deep.equal({ ...ALL, login: false });
  });
});
