import { expect } from "chai";
import { VirtualClock } from "../../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { outOf } from "../../out-parameter.js";
import { ADMINISTRATOR, type CallOptions, call, credentials, logIn, resultOf, VERSIONS } from "../../wire.js";

const MINUTE = 60_000;
const CODE = "<sAuthCode>4ahx...80u0</sAuthCode>";

/** The elements of each getter's answer. */
const GETTERS: Readonly<Record<string, readonly string[]>> = {
  getReportArea: ["eReportArea"],
  getReportDate: ["sBeginDate", "sEndDate"],
  getReportTime: ["sBeginTime", "sEndTime"],
  getTimeZone: ["sTimezone"],
  getDelimiter: ["sDelimiter"],
  getOutput: ["eOutput"],
};
const UNSET = ["SESSION", "1/1/2026", "1/1/2026", "00:00:00", "23:59:59", "0", "|", "TEXT"];

describe("report settings", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(Date.UTC(2026, 0, 1, 23, 30)) });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  const set = async (operation: string, inner: string, options: CallOptions) =>
    resultOf(await call(emulator.endpoint, operation, inner, options))?.replace(/^.*_/, "");
  const settings = async (options: CallOptions, inner = "") => {
    const values: (string | undefined)[] = [];
    for (const [operation, names] of Object.entries(GETTERS)) {
      const reply = await call(emulator.endpoint, operation, inner, options);
      expect(resultOf(reply)).to.equal(`${operation}_OK`);
      values.push(...names.map((name) => outOf(reply, name)));
    }
    return values;
  };
  const dates = (begin: string, end: string) => `<sBeginDate>${begin}</sBeginDate><sEndDate>${end}</sEndDate>`;
  const moments = (begin: string, end: string) => `<dBeginDate>${begin}</dBeginDate><dEndDate>${end}</dEndDate>`;
  const times = (begin: string, end: string) => `<sBeginTime>${begin}</sBeginTime><sEndTime>${end}</sEndTime>`;

  for (const version of VERSIONS) {
    it(`SOAP ${version}: returns what was set`, async () => {
      const options = { version, cookie: await logIn(emulator.endpoint, ADMINISTRATOR, { version }) };
      expect(await settings(options)).to.deep.equal(UNSET);
      expect(await set("setReportArea", "<eReportArea>CHAT_LOG</eReportArea>", options)).to.equal("OK");
      expect(await set("setReportDate", dates("01/02/2025", "3/4/2025"), options)).to.equal("OK");
      expect(await set("setReportTime", times("8:00", "17:30:15"), options)).to.equal("OK");
      expect(await set("setTimeZone", "<sTimezone>-240</sTimezone>", options)).to.equal("OK");
      expect(await set("setDelimiter", "<sDelimiter>&lt;;</sDelimiter>", options)).to.equal("OK");
      expect(await set("setOutput", "<eOutput>XML</eOutput>", options)).to.equal("OK");
      expect(await settings(options)).to.deep.equal([
        "CHAT_LOG",
        "1/2/2025",
        "3/4/2025",
        "08:00:00",
        "17:30:15",
        "-240",
        "<;",
        "XML",
      ]);
      expect(emulator.executions("setOutput", "some@email.com")).to.equal(1);
    });

    it(`SOAP ${version}: an invalid value is refused and changes nothing`, async () => {
      const options = { version, cookie: await logIn(emulator.endpoint) };
      const wrong: readonly (readonly [string, string, string])[] = [
        ["setReportArea", "<eReportArea>NONE</eReportArea>", "Error"],
        ["setReportArea_v2", "<eReportArea>11</eReportArea>", "Error"],
        ["setReportArea", "", "Error"],
        ["setReportDate", dates("2/29/2025", "3/1/2025"), "InvalidFormat"],
        ["setReportDate", dates("3/1/2025", "yesterday"), "InvalidFormat"],
        ["setReportDate", "", "InvalidFormat"],
        ["setReportDate", dates("3/2/2025", "3/1/2025"), "InvalidDateRange"],
        ["setReportDate_v2", "", "InvalidFormat"],
        ["setReportDate_v2", moments("2025-03-01T00:00:01", "2025-03-01T00:00:00"), "InvalidDateRange"],
        ["setReportTime", times("8:00", "24:00"), "Error"],
        ["setReportTime", times("12:00", "8:00"), "Error"],
        ["setTimeZone", "<sTimezone>UTC</sTimezone>", "Error"],
        ["setTimeZone", "<sTimezone>900</sTimezone>", "Error"],
        ["setDelimiter", "<sDelimiter></sDelimiter>", "Error"],
        ["setDelimiter", `<sDelimiter>${"|".repeat(65)}</sDelimiter>`, "Error"],
      ];
      for (const [operation, inner, result] of wrong) {
        // setReportDate_v2 keeps the prefix of the first version.
        expect(await set(operation, inner, options), `${operation} ${inner}`).to.equal(result);
      }
      expect(await settings(options)).to.deep.equal(UNSET);
    });
  }

  it("areas: the numbers of the HTTP form, and any spelling of the names", async () => {
    const options = { cookie: await logIn(emulator.endpoint) };
    const areas = {
      0: "SESSION",
      1: "CUSTOMER_SURVEY",
      3: "MISSED_SESSION",
      10: "FAILED_SESSION",
      16: "TRANSFERRED_SESSIONS_EXTENDED",
      MISSED_SESSION: "MISSED_SESSION",
      MISSED_SESSIONS: "MISSED_SESSION",
      FAILED_SESSION: "FAILED_SESSION",
      FAILED_SESSIONS: "FAILED_SESSION",
      MissedSessions: "MISSED_SESSION",
      TRANSFERRED_SESSIONS: "TRANSFERRED_SESSIONS",
      chatlog: "CHAT_LOG",
      "Technician Survey": "TECHNICIAN_SURVEY",
    };
    for (const [said, area] of Object.entries(areas)) {
      expect(await set("setReportArea_v2", `<eReportArea>${said}</eReportArea>`, options), said).to.equal("OK");
      expect((await settings(options))[0], said).to.equal(area);
    }
  });

  it("moments replace dates and daily window; an instant is shown in the report's zone", async () => {
    const options = { cookie: await logIn(emulator.endpoint) };
    await set("setReportTime", times("8:00", "9:00"), options);
    await set("setTimeZone", "<sTimezone>-240</sTimezone>", options);
    await set("setReportDate_v2", moments("2025-03-02T01:00:00Z", "2025-03-02T01:00:00"), options);
    expect((await settings(options)).slice(1, 5)).to.deep.equal(["3/1/2025", "3/2/2025", "00:00:00", "23:59:59"]);
  });

  it("an unset date is today in the report's zone", async () => {
    const options = { cookie: await logIn(emulator.endpoint) };
    await set("setTimeZone", "<sTimezone>60</sTimezone>", options);
    expect((await settings(options)).slice(1, 3)).to.deep.equal(["1/2/2026", "1/2/2026"]);
  });

  it("each login has its own; a call by auth code has the user's", async () => {
    const first = { cookie: await logIn(emulator.endpoint) };
    const second = { cookie: await logIn(emulator.endpoint) };
    await set("setDelimiter", "<sDelimiter>1</sDelimiter>", first);
    await set("setDelimiter", "<sDelimiter>2</sDelimiter>", second);
    // The code goes before the cookie.
    await set("setDelimiter", `<sDelimiter>3</sDelimiter>${CODE}`, first);
    expect((await settings(first))[6]).to.equal("1");
    expect((await settings(second))[6]).to.equal("2");
    expect((await settings({}, CODE))[6]).to.equal("3");
    const other = "<sAuthCode>4ahx...tech...80u0</sAuthCode>";
    expect((await settings({}, other))[6]).to.equal("|");
    expect((await call(emulator.endpoint, "getOutput", CODE)).headers["set-cookie"]).to.equal(undefined);
  });

  it("they end with the login: logout, 20 minutes, another user; not with the same user's next login", async () => {
    const cookie = await logIn(emulator.endpoint);
    const again = (email = "some@email.com") =>
      call(emulator.endpoint, "login", credentials(email, "secretPassword"), { cookie });
    const setIt = () => set("setDelimiter", "<sDelimiter>;</sDelimiter>", { cookie });
    const delimiter = async () => (await settings({ cookie }))[6];
    await setIt();
    await again();
    expect(await delimiter()).to.equal(";");
    await again("tech@email.com");
    expect(await delimiter()).to.equal("|");
    await setIt();
    await call(emulator.endpoint, "logout", "", { cookie });
    await again("tech@email.com");
    expect(await delimiter()).to.equal("|");
    await setIt();
    emulator.clock.advance(20 * MINUTE);
    expect((await settings({ cookie: await logIn(emulator.endpoint) }))[6]).to.equal("|");
    expect(await set("getDelimiter", "", { cookie })).to.equal("NotLoggedIn");
  });
});
