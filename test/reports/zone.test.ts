import { expect } from "chai";
import { InvalidArgumentError } from "../../src/errors/invalid-argument-error.js";
import { Zone } from "../../src/reports/zone.js";

const berlin = new Zone("Europe/Berlin");
const iso = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString());

describe("Zone", () => {
  it("knows the minutes from UTC, with daylight saving", () => {
    const offsets = (name: string) =>
      ["2026-01-15", "2026-07-15"].map((day) => new Zone(name).offsetAt(Date.parse(day)));
    expect(offsets("Europe/Berlin")).to.deep.equal([60, 120]);
    expect(offsets("America/New_York")).to.deep.equal([-300, -240]);
    expect(offsets("Asia/Kathmandu")).to.deep.equal([345, 345]);
    expect(offsets("Australia/Lord_Howe")).to.deep.equal([660, 630]);
    expect(offsets("UTC")).to.deep.equal([0, 0]);
  });

  it("reads days and times by the clocks of the zone", () => {
    expect(iso(berlin.read("2026-03-01"))).to.equal("2026-02-28T23:00:00.000Z");
    expect(iso(berlin.read("2026-07-01T08:30"))).to.equal("2026-07-01T06:30:00.000Z");
    expect(iso(berlin.read("2026-07-01 08:30:15"))).to.equal("2026-07-01T06:30:15.000Z");
  });

  it("reads a moment with a zone, and a Date, as they are", () => {
    expect(iso(berlin.read("2026-07-01T08:30:00-04:00"))).to.equal("2026-07-01T12:30:00.000Z");
    expect(iso(berlin.read("2026-07-01T08:30Z"))).to.equal("2026-07-01T08:30:00.000Z");
    expect(berlin.read(new Date(5000))).to.equal(5000);
  });

  it("of a time that occurs twice takes the first, and puts one that is left out behind the change", () => {
    expect(iso(berlin.read("2026-10-25T02:30"))).to.equal("2026-10-25T00:30:00.000Z");
    expect(iso(berlin.read("2026-03-29T02:30"))).to.equal("2026-03-29T01:30:00.000Z");
    // Here, midnight itself is left out.
    expect(iso(new Zone("Africa/Cairo").read("2026-04-24"))).to.equal("2026-04-23T22:00:00.000Z");
  });

  it("refuses what is no time", () => {
    const days = ["2026-02-31T10:00Z", "2026-04-31 00:00:00+01:00", "2026-01-01T24:00Z"];
    for (const text of [
      ...days,
      "2026-02-30",
      "2026-13-01",
      "yesterday",
      "1/2/2026",
      "",
      "2026-01-01T25:00",
      5,
      null,
    ]) {
      expect(berlin.read(text), String(text)).to.equal(undefined);
    }
    expect(berlin.read(new Date(Number.NaN))).to.equal(undefined);
  });

  it("refuses a name that is no zone", () => {
    expect(() => new Zone("Europe/Nowhere")).to.throw(InvalidArgumentError, "zone");
    expect(() => new Zone("")).to.throw(InvalidArgumentError);
  });

  it("finds the second at which the offset changes", () => {
    const change = (from: string, to: string) => iso(berlin.changeBetween(Date.parse(from), Date.parse(to)));
    expect(change("2026-10-01", "2026-11-01")).to.equal("2026-10-25T01:00:00.000Z");
    expect(change("2026-03-01", "2026-04-01")).to.equal("2026-03-29T01:00:00.000Z");
    expect(change("2026-06-01", "2026-08-01")).to.equal(undefined);
    expect(change("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"), "the end is not included").to.equal(undefined);
  });
});
