import { expect } from "chai";
import { RescueError } from "../../src/errors/rescue-error.js";
import type { ReportRow } from "../../src/reports/report-row.js";
import { RowWriter } from "../../src/reports/row-writer.js";

const row = (id: number): ReportRow => ({ cells: { Id: id, Name: `n${id}` } });
const unsplit = { unsplit: "a|b" };

/** The file that comes of rows that are written in these parts. */
function csvOf(...parts: readonly (readonly ReportRow[])[]): string {
  const writer = new RowWriter({ format: "csv" });
  const text = parts.map((part) => writer.write(part)).join("");
  return text + writer.end();
}

describe("RowWriter", () => {
  it("writes the same CSV however the rows are divided", () => {
    const rows = [unsplit, row(1), unsplit, row(2)];
    const whole = "Id,Name,unsplit\n,,a|b\n1,n1,\n,,a|b\n2,n2,\n";
    expect(csvOf(rows)).to.equal(whole);
    expect(csvOf(...rows.map((each) => [each]))).to.equal(whole);
    expect(csvOf([], [unsplit], [], rows.slice(1))).to.equal(whole);
  });

  it("refuses a CSV file of a report that cannot be split at all, before it counts as written", () => {
    const writer = new RowWriter({ format: "csv" });
    expect(writer.write([unsplit])).to.equal("");
    expect(() => writer.state).to.throw(RescueError, "cannot be split");
    expect(() => writer.end()).to.throw(RescueError, "cannot be split");
  });

  it("goes on where another writer has ended", () => {
    const first = new RowWriter({ format: "csv" });
    const text = first.write([row(1)]);
    const second = new RowWriter({ format: "csv" }, JSON.parse(JSON.stringify(first.state)));
    expect(text + second.write([unsplit, row(2)]) + second.end()).to.equal(csvOf([row(1), unsplit, row(2)]));
  });

  it("refuses rows of other headings in a CSV file", () => {
    expect(() => csvOf([row(1)], [{ cells: { Id: 2, Other: "x" } }])).to.throw(RescueError, "headings");
  });

  it("takes no cell from what every object has", () => {
    expect(csvOf([{ cells: { constructor: "a" } }], [unsplit, { cells: {} }])).to.equal(
      "constructor,unsplit\na,\n,a|b\n,\n",
    );
  });

  it("keeps a spreadsheet from calculating headings, cells and what could not be split", () => {
    const writer = new RowWriter({ format: "csv", escapeFormulas: true });
    const text = writer.write([{ cells: { "=h": "=1+1", b: "@x" } }, { unsplit: "+cmd" }]);
    expect(text).to.equal("'=h,b,unsplit\n'=1+1,'@x,\n,,'+cmd\n");
  });
});
