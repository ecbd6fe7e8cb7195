import { expect } from "chai";
import { VirtualClock } from "../../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { call, credentials, logIn, resultOf, VERSIONS } from "../../wire.js";

const code = (value: string) => `<sAuthCode>${value}</sAuthCode>`;

// All parameters below are valid, so that only the caller decides.
const SETTINGS: Readonly<Record<string, string>> = {
  setReportArea: "<eReportArea>SESSION</eReportArea>",
  setReportArea_v2: "<eReportArea>SESSION</eReportArea>",
  getReportArea: "",
  setReportDate: "<sBeginDate>1/1/2026</sBeginDate><sEndDate>1/2/2026</sEndDate>",
  setReportDate_v2: "<dBeginDate>2026-01-01T00:00:00</dBeginDate><dEndDate>2026-01-02T00:00:00</dEndDate>",
  getReportDate: "",
  setReportTime: "<sBeginTime>8:00</sBeginTime><sEndTime>16:00</sEndTime>",
  getReportTime: "",
  setTimeZone: "<sTimezone>60</sTimezone>",
  getTimeZone: "",
  setDelimiter: "<sDelimiter>;</sDelimiter>",
  getDelimiter: "",
  setOutput: "<eOutput>XML</eOutput>",
  getOutput: "",
  getReport: "<iNodeID>1</iNodeID>",
  getReport_v2: "<iNodeID>1</iNodeID>",
};
const PINS: Readonly<Record<string, string>> = {
  requestPINCode: "",
  requestPINCodeV3: "<nodeId>201</nodeId>",
  requestLensPINCodeV2: "",
  requestLensPINCodeV3: "<sPhoneNumber>+15550100</sPhoneNumber>",
  requestInvitationLink: "",
};
const MAIL = { generateEmailText: "<iPINCode>123456</iPINCode>" };

interface Caller {
  readonly who: string;
  readonly email?: string;
  readonly authCode?: string;
  readonly settings: string;
  readonly pins: string;
  readonly mail: string;
}

const CALLERS: readonly Caller[] = [
  { who: "nobody", settings: "NotLoggedIn", pins: "NotLoggedIn", mail: "NotLoggedIn" },
  { who: "a technician", email: "tech@email.com", settings: "OK", pins: "OK", mail: "OK" },
  { who: "an administrator with a seat", email: "some@email.com", settings: "OK", pins: "OK", mail: "OK" },
  {
    who: "an administrator without a seat",
    email: "other@email.com",
    settings: "OK",
    pins: "NotTechnician",
    mail: "NotTechnician",
  },
  { who: "a technician's auth code", authCode: "4ahx...tech...80u0", settings: "OK", pins: "OK", mail: "OK" },
  {
    who: "a disabled user's auth code",
    authCode: "4ahx...disabled...80u0",
    settings: "User_Deleted_Or_Disabled",
    pins: "User_Deleted_Or_Disabled",
    mail: "User_Deleted_Or_Disabled",
  },
  {
    who: "a deleted user's auth code",
    authCode: "4ahx...deleted...80u0",
    settings: "User_Deleted_Or_Disabled",
    pins: "User_Is_Deleted",
    mail: "User_Deleted_Or_Disabled",
  },
  {
    who: "a wrong auth code",
    authCode: "4ahx",
    settings: "Invalid_SecretAuthCode",
    pins: "Invalid_SecretAuthCode",
    mail: "Invalid_SecretAuthCode",
  },
];

describe("who may ask for PINs and reports", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(Date.UTC(2026, 0, 1)), limits: false });
  });
  after(() => emulator.close());

  for (const version of VERSIONS) {
    for (const { who, email, authCode = "", settings, pins, mail } of CALLERS) {
      it(`SOAP ${version}: ${who}: ${settings} for reports, ${pins} for PINs`, async () => {
        const cookie =
          email === undefined ? {} : { cookie: await logIn(emulator.endpoint, credentials(email, "secretPassword")) };
        const answers = async (operations: Readonly<Record<string, string>>) => {
          const codes: Record<string, string | undefined> = {};
          for (const [operation, inner] of Object.entries(operations)) {
            const reply = await call(emulator.endpoint, operation, inner + code(authCode), { version, ...cookie });
            codes[operation] = resultOf(reply)?.replace(/^[^_]*_/, "");
          }
          return codes;
        };
        const all = (operations: object, result: string) =>
          Object.fromEntries(Object.keys(operations).map((operation) => [operation, result]));
        expect(await answers(SETTINGS)).to.deep.equal(all(SETTINGS, settings));
        expect(await answers(PINS)).to.deep.equal(all(PINS, pins));
        expect(await answers(MAIL)).to.deep.equal(all(MAIL, mail));
      });
    }
  }

  it("a login does not compensate for a wrong auth code", async () => {
    const cookie = await logIn(emulator.endpoint);
    const reply = await call(emulator.endpoint, "getOutput", code("4ahx"), { cookie });
    expect(resultOf(reply)).to.equal("getOutput_Invalid_SecretAuthCode");
  });
});
