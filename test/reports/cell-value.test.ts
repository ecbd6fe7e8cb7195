import { expect } from "chai";
import { readCell } from "../../src/reports/cell-value.js";
import { ReportTime } from "../../src/reports/report-time.js";

describe("readCell", () => {
  it("reads a time in the offset that was asked for, and keeps its text", () => {
    for (const [cell, offset, instant, shown] of [
      ["10/25/2026 2:30:00 AM", 60, "2026-10-25T01:30:00.000Z", "2026-10-25T02:30:00+01:00"],
      ["1/2/2026 12:00:05 AM", -300, "2026-01-02T05:00:05.000Z", "2026-01-02T00:00:05-05:00"],
      ["1/2/2026 12:15 PM", 345, "2026-01-02T06:30:00.000Z", "2026-01-02T12:15:00+05:45"],
      ["1/2/2026 23:59:59", 0, "2026-01-02T23:59:59.000Z", "2026-01-02T23:59:59+00:00"],
    ] as const) {
      const time = readCell("time", cell, offset);
      if (!(time instanceof ReportTime)) throw new Error(`${cell} is no time`);
      expect([time.text, time.instant.toISOString(), String(time), time.offset]).to.deep.equal([
        cell,
        instant,
        shown,
        offset,
      ]);
      expect(JSON.stringify(time)).to.equal(JSON.stringify(shown));
    }
  });

  it("reads durations as seconds, beyond a day too, and ids and counts as numbers", () => {
    expect(readCell("duration", "25:01:01", 0)).to.equal(90_061);
    expect(readCell("duration", "90", 0)).to.equal(90);
    expect(readCell("id", "20000001", 0)).to.equal(20_000_001);
    expect(readCell("count", " 3 ", 0)).to.equal(3);
  });

  it("reads an empty cell as null", () => {
    for (const kind of ["time", "duration", "id", "count"] as const) expect(readCell(kind, " ", 0)).to.equal(null);
  });

  it("reads nothing else", () => {
    for (const [kind, ...cells] of [
      [
        "time",
        "25/10/2026 2:30:00 AM",
        "2/30/2026 1:00 AM",
        "1/1/2026 13:00 AM",
        "1/1/2026",
        "1/1/0026 1:00 AM",
        "now",
      ],
      ["duration", "1:60:00", "-1:00:00", "1h", "99999999:00:00"],
      ["id", "1.5", "0x10", "1e3", "12345678901234567890", "NaN"],
    ] as const) {
      for (const cell of cells) expect(readCell(kind, cell, 0), cell).to.equal(undefined);
    }
  });
});
