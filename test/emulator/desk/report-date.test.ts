import { expect } from "chai";
import fc from "fast-check";
import { dateTimeText, readDay, readMoment, readTime, readTimezone } from "../../../src/emulator/desk/report-date.js";
import { dayText } from "../../../src/emulator/desk/time-text.js";
import { always } from "../../soap/seed.js";

const seconds = fc.integer({ min: Date.UTC(1753, 0, 1) / 1000, max: Date.UTC(9999, 11, 31) / 1000 });

describe("dates and times of reports", () => {
  it("a day as printed is read again", () => {
    always(seconds, (second) => {
      const day = readDay(dayText(second * 1000)) ?? Number.NaN;
      expect(second * 1000 - day).to.be.within(0, 24 * 60 * 60 * 1000 - 1);
      expect(new Date(day).toISOString()).to.match(/T00:00:00.000Z$/);
    });
  });

  it("a moment as printed is read again, in any zone", () => {
    always(fc.tuple(seconds, fc.integer({ min: -720, max: 840 })), ([second, zone]) => {
      expect(readMoment(dateTimeText(second * 1000), zone)).to.equal(second * 1000);
      expect(readMoment(`${dateTimeText(second * 1000)}Z`, zone)).to.equal(second * 1000 + zone * 60_000);
    });
  });

  it("days: with and without leading zeros, and only days that exist", () => {
    expect(readDay("01/02/2026")).to.equal(Date.UTC(2026, 0, 2));
    expect(readDay(" 1/2/2026 ")).to.equal(Date.UTC(2026, 0, 2));
    expect(readDay("2/29/2024")).to.equal(Date.UTC(2024, 1, 29));
    for (const wrong of ["", "2/29/2026", "13/1/2026", "0/1/2026", "1/32/2026", "1/2/26", "2026-01-02", "1/2/1752"]) {
      expect(readDay(wrong), wrong).to.equal(undefined);
    }
  });

  it("moments: offsets are subtracted, fractions dropped", () => {
    expect(readMoment("2026-01-01T08:00:00.750+02:00", -240)).to.equal(Date.UTC(2026, 0, 1, 2));
    expect(readMoment("2026-01-01T24:00:00", 0)).to.equal(Date.UTC(2026, 0, 2));
    expect(readMoment("0001-01-01T00:00:00", 0)).to.equal(undefined);
    expect(readMoment("2026-02-30T00:00:00", 0)).to.equal(undefined);
  });

  it("times: with and without seconds, with one or two digits for the hour", () => {
    expect(readTime("0:00")).to.equal("00:00:00");
    expect(readTime("8:05")).to.equal("08:05:00");
    expect(readTime("23:59:59")).to.equal("23:59:59");
    for (const wrong of ["", "24:00", "8", "8:5", "12:60", "12:00:60", "8:00 PM"]) {
      expect(readTime(wrong), wrong).to.equal(undefined);
    }
  });

  it("zones: whole minutes of an existing zone", () => {
    expect(["-240", "+60", "0", "-0", "840", "-720"].map(readTimezone)).to.deep.equal([-240, 60, 0, 0, 840, -720]);
    expect(["", "UTC", "1.5", "841", "-721", "1e2"].map(readTimezone)).to.deep.equal(Array(6).fill(undefined));
  });
});
