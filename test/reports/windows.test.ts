import { expect } from "chai";
import fc from "fast-check";
import { wallClockOf, windowsOf } from "../../src/reports/windows.js";
import { Zone } from "../../src/reports/zone.js";

const DAY = 86_400_000;
const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kathmandu"];

describe("windowsOf", () => {
  it("splits at the midnights of the zone and at the change of its offset", () => {
    const zone = new Zone("Europe/Berlin");
    const [from, to] = [zone.read("2026-10-24T10:00"), zone.read("2026-10-27")];
    const windows = [...windowsOf(zone, from as number, to as number, 1)];
    expect(windows.map((window) => ({ ...wallClockOf(window), offset: window.offset }))).to.deep.equal([
      { begin: "2026-10-24T10:00:00", end: "2026-10-24T23:59:59.997", offset: 120 },
      { begin: "2026-10-25T00:00:00", end: "2026-10-25T02:59:59.997", offset: 120 },
      { begin: "2026-10-25T02:00:00", end: "2026-10-25T23:59:59.997", offset: 60 },
      { begin: "2026-10-26T00:00:00", end: "2026-10-26T23:59:59.997", offset: 60 },
    ]);
  });

  // Here, the clocks went back over midnight: a minute after it, to an hour before.
  for (const [name, day] of [
    ["America/St_Johns", "2010-11-06"],
    ["Antarctica/Casey", "2010-03-04"],
  ] as const) {
    it(`goes forward where midnight comes twice (${name})`, () => {
      const zone = new Zone(name);
      const from = zone.read(day) as number;
      let last = from;
      for (const window of windowsOf(zone, from, from + 4 * DAY, 1)) {
        expect(window.from).to.equal(last);
        expect(window.to).to.be.greaterThan(window.from);
        last = window.to;
      }
      expect(last).to.equal(from + 4 * DAY);
    });
  }

  it("is one window where no days are given", () => {
    expect([...windowsOf(new Zone("Europe/Berlin"), 0, 400 * DAY, undefined)]).to.have.length(1);
  });

  it("adjoin without a gap, each in one offset, and go on from the end of each as they would have gone on", () => {
    const whenever = fc.integer({ min: Date.UTC(2015) / 1000, max: Date.UTC(2035) / 1000 }).map((at) => at * 1000);
    const length = fc.integer({ min: 1, max: 200 * 86_400 }).map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        whenever,
        length,
        fc.integer({ min: 1, max: 31 }),
        (name, from, time, days) => {
          const zone = new Zone(name);
          const windows = [...windowsOf(zone, from, from + time, days)];
          expect(windows[0]?.from).to.equal(from);
          expect(windows.at(-1)?.to).to.equal(from + time);
          for (const [index, window] of windows.entries()) {
            if (index > 0) expect(window.from).to.equal(windows[index - 1]?.to);
            expect([zone.offsetAt(window.from), zone.offsetAt(window.to - 1000)]).to.deep.equal([
              window.offset,
              window.offset,
            ]);
          }
          const middle = windows[Math.floor(windows.length / 2)];
          const rest = [...windowsOf(zone, middle?.to ?? 0, from + time, days)];
          expect(rest).to.deep.equal(windows.slice(Math.floor(windows.length / 2) + 1));
        },
      ),
      { numRuns: 50 },
    );
  });
});
