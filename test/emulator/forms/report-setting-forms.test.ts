import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { AUTH_CODE, logIn } from "../wire.js";
import { METHODS, textOf } from "./form-call.js";

describe("HTTP forms of the report's type and date format", () => {
  for (const method of METHODS) {
    describe(method, () => {
      let emulator: Emulator;
      before(async () => {
        emulator = await startEmulator({ clock: new VirtualClock(Date.UTC(2026, 2, 5)), limits: false });
      });
      beforeEach(() => emulator.reset());
      after(() => emulator.close());
      const text = (name: string, sent: Record<string, string> = {}) =>
        textOf(emulator.endpoint, name, { authcode: AUTH_CODE, ...sent }, { method });
      const DAYS = "OK\n\nBEGINDATE:";

      it("setDateFormat changes the order in setReportDate and getReportDate", async () => {
        const set = (bdate: string, edate: string) => text("setReportDate", { bdate, edate });
        expect(await text("getDateFormat")).to.equal("OK\n\nDATEFORMAT:MMDDYY");
        expect(await set("3/5/2026", "12/31/2026")).to.equal("OK");
        expect(await text("setDateFormat", { dateformat: "ddmmyy" })).to.equal("OK");
        expect(await text("getDateFormat")).to.equal("OK\n\nDATEFORMAT:DDMMYY");
        expect(await text("getReportDate")).to.equal(`${DAYS}5/3/2026\nENDDATE:31/12/2026`);
        expect(await set("1/2/2026", "28/02/2026")).to.equal("OK");
        expect(await set("2/28/2026", "3/28/2026")).to.equal("INVALIDFORMAT");
        expect(await set("28/2/2026", "1/2/2026")).to.equal("INVALIDDATERANGE");
        expect(await text("setDateFormat", { dateformat: "MMDDYY" })).to.equal("OK");
        expect(await text("getReportDate")).to.equal(`${DAYS}2/1/2026\nENDDATE:2/28/2026`);
      });

      it("setDateFormat: ERROR for another format, which changes nothing; setReportDate_v2 keeps its own", async () => {
        await text("setDateFormat", { dateformat: "DDMMYY" });
        for (const dateformat of ["", "YYMMDD", "D/M/Y"]) {
          expect(await text("setDateFormat", { dateformat }), dateformat).to.equal("ERROR");
        }
        const moments = { bdate: "12/31/2025 8:00:00", edate: "1/31/2026 8:00:00" };
        expect(await text("setReportDate_v2", moments)).to.equal("OK");
        expect(await text("getReportDate")).to.equal(`${DAYS}31/12/2025\nENDDATE:31/1/2026`);
      });

      it("setReportType: totals only if the area has them", async () => {
        const type = () => text("getReportType");
        expect(await text("setReportType", { type: "SUMMARY" })).to.equal("NOTSUPPORTED");
        expect(await type()).to.equal("OK\n\nREPORTTYPE:LISTALL");
        await text("setReportArea", { area: "4" });
        expect(await text("setReportType", { type: "summary" })).to.equal("OK");
        expect(await type()).to.equal("OK\n\nREPORTTYPE:SUMMARY");
        expect(await text("setReportType", { type: "HTML" })).to.equal("ERROR");
        expect(await text("setReportType", {})).to.equal("ERROR");
        expect(await text("setReportArea", { area: "99" })).to.equal("ERROR");
        expect(await type(), "still").to.equal("OK\n\nREPORTTYPE:SUMMARY");
        await text("setReportArea", { area: "0" });
        expect(await type()).to.equal("OK\n\nREPORTTYPE:LISTALL");
        expect(emulator.executions("setReportType", "some@email.com")).to.equal(1);
      });

      it("belong to a login, as the other settings do", async () => {
        const [first, second] = [await logIn(emulator.endpoint), await logIn(emulator.endpoint)];
        const by = (cookie: string, name: string, sent: Record<string, string> = {}) =>
          textOf(emulator.endpoint, name, sent, { method, cookie });
        expect(await by(first, "setDateFormat", { dateformat: "DDMMYY" })).to.equal("OK");
        expect(await by(first, "getDateFormat")).to.equal("OK\n\nDATEFORMAT:DDMMYY");
        expect(await by(second, "getDateFormat")).to.equal("OK\n\nDATEFORMAT:MMDDYY");
      });
    });
  }
});
