import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { credentials, logIn } from "../wire.js";
import { METHODS, textOf } from "./form-call.js";

interface Row {
  readonly name: string;
  readonly sent: Readonly<Record<string, string>>;
  /** What a master administrator, or anybody where everybody may ask, gets with those parameters. */
  readonly answer: RegExp;
  /** What an administrator without rights on the node and a technician get, where it is not the same. */
  readonly withoutRights?: string;
}

/** The forms without an operation in the WSDL, with parameters that succeed. */
const FORMS: readonly Row[] = [
  { name: "isAnyTechAvailableOnChannel", sent: { ChannelID: "401" }, answer: /^TRUE$/ },
  { name: "getGroup_v2", sent: { node: "302" }, answer: /^OK\n\nNODEID: 302\n/ },
  ...["setGroup", "setGroup_v2"].map((name) => ({
    name,
    sent: { node: "302", name: "Second Line", status: "Enabled" },
    answer: /^OK$/,
    withoutRights: "ERROR",
  })),
  { name: "setReportType", sent: { type: "LISTALL" }, answer: /^OK$/ },
  { name: "getReportType", sent: {}, answer: /^OK\n\nREPORTTYPE:LISTALL$/ },
  { name: "setDateFormat", sent: { dateformat: "MMDDYY" }, answer: /^OK$/ },
  { name: "getDateFormat", sent: {}, answer: /^OK\n\nDATEFORMAT:MMDDYY$/ },
  { name: "setUserStatus", sent: { node: "203", status: "Enabled" }, answer: /^OK$/, withoutRights: "ERROR" },
];

const MASTER = "4ahx...80u0";
const REFUSED: Readonly<Record<string, string>> = {
  nobody: "INVALID_SECRETAUTHCODE",
  "4ahx...disabled...80u0": "USER_DELETED_OR_DISABLED",
  "4ahx...deleted...80u0": "USER_DELETED_OR_DISABLED",
  "4ahx...error...80u0": "ERROR",
};

describe("who may call the forms without an operation", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(Date.UTC(2026, 0, 1)), limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  for (const method of METHODS) {
    for (const { name, sent, answer, withoutRights } of FORMS) {
      const ask = (authcode: string, cookie?: string) =>
        textOf(
          emulator.endpoint,
          name,
          { ...sent, ...(authcode === "" ? {} : { authcode }) },
          {
            method,
            ...(cookie === undefined ? {} : { cookie }),
          },
        );

      it(`${method} ${name}: a master administrator, by code and by cookie`, async () => {
        expect(await ask(MASTER)).to.match(answer);
        expect(await ask("", await logIn(emulator.endpoint))).to.match(answer);
      });

      it(`${method} ${name}: nobody, and codes that are wrong, disabled, deleted or always failing`, async () => {
        expect(await ask("")).to.equal("NOTLOGGEDIN");
        const cookie = await logIn(emulator.endpoint);
        for (const [code, word] of Object.entries(REFUSED)) expect(await ask(code, cookie), code).to.equal(word);
        expect(emulator.executions(name)).to.equal(0);
      });

      it(`${method} ${name}: a technician, and an administrator of another group`, async () => {
        for (const email of ["tech@email.com", "other@email.com"]) {
          const cookie = await logIn(emulator.endpoint, credentials(email, "secretPassword"));
          const text = await ask("", cookie);
          if (withoutRights === undefined) expect(text, email).to.match(answer);
          else expect(text, email).to.equal(withoutRights);
        }
      });
    }
  }
});
