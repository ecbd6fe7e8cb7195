import { expect } from "chai";
import { VirtualClock } from "../../../../src/emulator/index.js";
import { RescueResultError } from "../../../../src/index.js";
import { thrown } from "../../../client/thrown.js";
import { type Emulator, RescueClient, startEmulator } from "../../../reference/service.js";
import { textOf } from "../../forms/form-call.js";
import { outOf } from "../../out-parameter.js";
import { call, type Reply, resultOf, VERSIONS } from "../../wire.js";

const TECHNICIAN = "<sAuthCode>4ahx...tech...80u0</sAuthCode>";
const OFFLINE = "<sAuthCode>4ahx...third...80u0</sAuthCode>";

describe("PINs", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(Date.UTC(2026, 0, 1)) });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const send = (operation: string, inner = TECHNICIAN) => call(emulator.endpoint, operation, inner);
  const result = async (reply: Promise<Reply>) => resultOf(await reply);

  for (const version of VERSIONS) {
    it(`SOAP ${version}: a number in version 1, six digits as text later`, async () => {
      const first = await call(emulator.endpoint, "requestPINCode", TECHNICIAN, { version });
      expect(resultOf(first)).to.equal("requestPINCode_OK");
      expect(outOf(first, "iPINCode")).to.match(/^\d{1,6}$/);
      for (const operation of ["requestPINCodeV3", "requestLensPINCodeV2", "requestLensPINCodeV3"]) {
        emulator.clock.advance(1000);
        const reply = await call(emulator.endpoint, operation, TECHNICIAN, { version });
        expect(resultOf(reply), operation).to.equal("requestPINCode_OK");
        const pin = outOf(reply, "sPINCode") ?? "";
        expect(pin, operation).to.match(/^\d{6}$/);
        expect(emulator.executions(operation, pin)).to.equal(1);
      }
    });
  }

  it("keeps leading zeros as text and loses them as a number", async () => {
    // With a pool of one and its own numbers, this seed's first PIN is the same in both versions.
    const pins: [string | undefined, string | undefined][] = [];
    for (let number = 0; number < 200 && !pins.some(([, text]) => text?.startsWith("0")); number += 1) {
      const seed = { ...emulator.export(), number };
      await using other = await startEmulator({ seed, clock: new VirtualClock(0), limits: false });
      const text = outOf(await call(other.endpoint, "requestPINCodeV3", TECHNICIAN), "sPINCode");
      other.reset();
      pins.push([outOf(await call(other.endpoint, "requestPINCode", TECHNICIAN), "iPINCode"), text]);
    }
    const [number, text] = pins.at(-1) ?? [];
    expect(text).to.match(/^0\d{5}$/);
    expect(number).to.equal(String(Number(text)));
    expect(text?.length).to.be.greaterThan(number?.length ?? 6);
  });

  it("opens one session with the custom fields, within 20 minutes", async () => {
    const fields = "<sCField0>Jane &amp; Co</sCField0><sCField5>Five</sCField5><sTracking0>T-1</sTracking0>";
    const pin = outOf(await send("requestPINCodeV3", fields + TECHNICIAN), "sPINCode") ?? "";
    emulator.clock.advance(20 * 60_000 - 1);
    const session = emulator.desk.enterPin(pin);
    const seeded = emulator.export().sessions.find(({ id }) => id === session);
    expect(seeded).to.deep.include({
      technician: 201,
      customFields: ["Jane & Co", "", "", "", "", "Five"],
      tracking0: "T-1",
    });
    expect(() => emulator.desk.enterPin(pin)).to.throw("used already");

    const late = outOf(await send("requestPINCodeV3"), "sPINCode") ?? "";
    emulator.clock.advance(20 * 60_000);
    expect(() => emulator.desk.enterPin(late)).to.throw("older than 20 minutes");
  });

  it("is for the technician with the id nodeId, whose console must be running", async () => {
    const pin = outOf(await send("requestPINCodeV3", `${TECHNICIAN}<nodeId>202</nodeId>`), "sPINCode");
    expect(emulator.export().pins?.find(({ code }) => code === pin)?.technician).to.equal(202);
    const of = (nodeId: number, more = "") =>
      result(send("requestPINCodeV3", `${more}${TECHNICIAN}<nodeId>${nodeId}</nodeId>`));
    expect(await of(203)).to.equal("requestPINCode_NoTechConsoleRunning");
    expect(await of(102)).to.equal("requestPINCode_NotTechnician");
    expect(await of(999)).to.equal("requestPINCode_NotTechnician");
    emulator.clock.advance(1000);
    expect(await of(203, "<bNoTechConsole>true</bNoTechConsole>")).to.equal("requestPINCode_OK");
  });

  it("is refused while the console is not running, unless bNoTechConsole is set", async () => {
    for (const operation of ["requestPINCode", "requestPINCodeV3", "requestLensPINCodeV2", "requestInvitationLink"]) {
      expect(await result(send(operation, OFFLINE)), operation).to.match(/_NoTechConsoleRunning$/);
      const anyway = await result(send(operation, `<bNoTechConsole>1</bNoTechConsole>${OFFLINE}`));
      expect(anyway, operation).to.match(/_OK$/);
      emulator.clock.advance(1000);
    }
    emulator.desk.setConsole(203, "Away");
    expect(await result(send("requestPINCode", OFFLINE))).to.equal("requestPINCode_OK");
  });

  it("requestPINCode needs nothing but a caller; without bNoTechConsole the console must be running", async () => {
    const ask = (authCode: string) => {
      const rescue = new RescueClient({ credentials: { authCode }, endpoint: emulator.endpoint });
      return rescue.operations.requestPINCode({});
    };
    expect((await ask("4ahx...tech...80u0")).iPINCode).to.be.a("number");
    const error = await thrown(RescueResultError, ask("4ahx...third...80u0"));
    expect(error.code).to.equal("NoTechConsoleRunning");
  });

  it("one a second per user, whatever the operation", async () => {
    expect(await result(send("requestPINCode"))).to.equal("requestPINCode_OK");
    expect(await result(send("requestInvitationLink"))).to.equal("requestInvitationLink_PollRateExceeded");
    expect(await result(send("requestLensPINCodeV3"))).to.equal("requestPINCode_PollRateExceeded");
    expect(await result(send("requestPINCode", "<sAuthCode>4ahx...80u0</sAuthCode>"))).to.equal("requestPINCode_OK");
    emulator.clock.advance(999);
    expect(await result(send("requestPINCodeV3"))).to.equal("requestPINCode_PollRateExceeded");
    emulator.clock.advance(1);
    expect(await result(send("requestPINCodeV3")), "the refused one does not count").to.equal("requestPINCode_OK");
  });

  it("Error for a custom field that is longer than the guide allows", async () => {
    const lengths: Readonly<Record<string, number>> = {
      sCField0: 64,
      sCField1: 512,
      sCField2: 512,
      sCField3: 256,
      sCField4: 64,
      sCField5: 64,
      sTracking0: 64,
    };
    for (const [name, length] of Object.entries(lengths)) {
      const of = (text: string) => result(send("requestPINCode", `<${name}>${text}</${name}>${TECHNICIAN}`));
      expect(await of("x".repeat(length + 1)), name).to.equal("requestPINCode_Error");
      expect(await of("x".repeat(length)), name).to.equal("requestPINCode_OK");
      emulator.clock.advance(1000);
    }
  });

  it("Error for a language that the guide does not have, over SOAP and as a form", async () => {
    const of = (language: string) =>
      result(send("requestLensPINCodeV3", `<sLangCode>${language}</sLangCode>${TECHNICIAN}`));
    for (const language of ["", "de", "en", "es", "fr", "nl", "pt-br", "PT-BR"]) {
      expect(await of(language), language).to.equal("requestPINCode_OK");
      emulator.clock.advance(1000);
    }
    for (const language of ["it", "pt", "en-us", "de,en"]) {
      expect(await of(language), language).to.equal("requestPINCode_Error");
    }
    for (const form of ["requestLensPINCode_v3", "requestLensPINCode_v4"]) {
      const word = (LangCode: string) => textOf(emulator.endpoint, form, { LangCode, authcode: "4ahx...tech...80u0" });
      expect(await word("it"), form).to.equal("ERROR");
      expect(await word("fr"), form).to.match(/^OK/);
      emulator.clock.advance(1000);
    }
  });

  it("NotTechnician for a seat that is disabled, one's own and the one that nodeId names", async () => {
    const administrator = "<sAuthCode>4ahx...80u0</sAuthCode>";
    const seat = emulator.export().users.find(({ authCode }) => authCode === "4ahx...80u0")?.roles.technician ?? 0;
    const disabling = `<iNodeID>${seat}</iNodeID><eStatus>Disabled</eStatus>${administrator}`;
    expect(await result(send("setUserStatus_v7_1", disabling))).to.equal("OK");
    for (const operation of [
      "requestPINCode",
      "requestPINCodeV3",
      "requestLensPINCodeV2",
      "requestLensPINCodeV3",
      "requestInvitationLink",
      "generateEmailText",
    ]) {
      const fields = `<bNoTechConsole>true</bNoTechConsole><iPINCode>1</iPINCode>${administrator}`;
      expect(await result(send(operation, fields)), operation).to.match(/_NotTechnician$/);
    }
    const forSeat = `<nodeId>${seat}</nodeId><bNoTechConsole>true</bNoTechConsole>${TECHNICIAN}`;
    expect(await result(send("requestPINCodeV3", forSeat))).to.equal("requestPINCode_NotTechnician");
    expect(emulator.executions("requestPINCode")).to.equal(0);
  });

  it("OutOfPINCodes while as many PINs are valid as the seed's pool allows", async () => {
    const { account, ...rest } = emulator.export();
    const seed = { ...rest, pins: [], account: { ...account, pinPool: 2 } };
    await using small = await startEmulator({ seed, clock: new VirtualClock(0), limits: false });
    const ask = async (operation = "requestPINCode") =>
      resultOf(await call(small.endpoint, operation, TECHNICIAN))?.replace(/^\w+?_/, "");
    expect(await ask()).to.equal("OK");
    small.clock.advance(60_000);
    expect(await ask("requestInvitationLink")).to.equal("OK");
    expect(await ask()).to.equal("OutOfPINCodes");
    expect(await ask("requestInvitationLink")).to.equal("OutOfPINCodes");
    small.clock.advance(19 * 60_000);
    expect(await ask()).to.equal("OK");
    expect(await ask()).to.equal("OutOfPINCodes");
    expect(small.export().pins).to.have.length(2);
    expect(small.export().account).to.include({ pinPool: 2 });
  });

  it("NoAccessToLens for a user without a licence, who still gets a plain PIN", async () => {
    const seed = emulator.export();
    const users = seed.users.map((user) => (user.roles.technician === 201 ? { ...user, lens: false } : user));
    await using other = await startEmulator({ seed: { ...seed, users }, clock: new VirtualClock(0) });
    const ask = async (operation: string) => resultOf(await call(other.endpoint, operation, TECHNICIAN));
    expect(await ask("requestLensPINCodeV2")).to.equal("requestPINCode_NoAccessToLens");
    expect(await ask("requestLensPINCodeV3")).to.equal("requestPINCode_NoAccessToLens");
    expect(await ask("requestPINCodeV3")).to.equal("requestPINCode_OK");
    expect(other.export().users.find(({ roles }) => roles.technician === 201)).to.include({ lens: false });
  });
});
