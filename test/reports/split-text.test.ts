import { expect } from "chai";
import fc from "fast-check";
import { splitText } from "../../src/reports/split-text.js";

const D = "|!|";

/** Each row of cells with the delimiter behind every cell. */
function written(...rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => `${cell}${D}`).join("")).join("\n");
}

/** The rows, and the parts that could not be split. */
function read(text: string, mayBegin?: (cell: string) => boolean): readonly unknown[] {
  return [...splitText(text, D, mayBegin)]
    .filter(({ kind }) => kind !== "headings")
    .map((piece) => (piece.kind === "unsplit" ? piece.text : "cells" in piece && piece.cells));
}

const isNumber = (cell: string) => /^\d+$/.test(cell);
const HEAD = ["Id", "Name", "Note"];

const CASES: Readonly<Record<string, { readonly text: string; readonly rows: readonly unknown[] }>> = {
  "line breaks inside cells": {
    text: written(HEAD, ["1", "a\nb", "c\r\n\nd"], ["2", "e", ""]),
    rows: [
      ["1", "a\nb", "c\r\n\nd"],
      ["2", "e", ""],
    ],
  },
  "a line break at the beginning of a cell": {
    text: written(HEAD, ["1", "\na", "b"], ["2", "c", "d"]),
    rows: [
      ["1", "\na", "b"],
      ["2", "c", "d"],
    ],
  },
  "a line break at the beginning of the last cell": {
    text: written(HEAD, ["1", "a", "\nb"], ["2", "c", "d"]),
    rows: [
      ["1", "a", "\nb"],
      ["2", "c", "d"],
    ],
  },
  "headings that come again": {
    text: written(HEAD, ["1", "a", "b"], HEAD, ["2", "c", "d"]),
    rows: [
      ["1", "a", "b"],
      ["2", "c", "d"],
    ],
  },
  "a missing last cell": {
    text: written(HEAD, ["1", "a"], ["2", "c", "d"], ["3", "e"]),
    rows: [
      ["1", "a"],
      ["2", "c", "d"],
      ["3", "e"],
    ],
  },
  "a last column that is nowhere": {
    text: written(HEAD, ["1", "a"], ["2", "c"]),
    rows: [
      ["1", "a"],
      ["2", "c"],
    ],
  },
  "an empty cell after the last": {
    text: written(HEAD, ["1", "a", "b", ""], ["2", "c", "d"]),
    rows: [
      ["1", "a", "b"],
      ["2", "c", "d"],
    ],
  },
  "Windows line ends": { text: written(HEAD, ["1", "a", "b"]).replaceAll("\n", "\r\n"), rows: [["1", "a", "b"]] },
  "the service's quotation mark": { text: written(HEAD, ["1", "#quot;a#quot;", ""]), rows: [["1", '"a"', ""]] },
  "nothing but headings": { text: `${written(["Id", "Name"])}\n`, rows: [] },
  "nothing at all": { text: "\n", rows: [] },
};

describe("splitText", () => {
  for (const [name, { text, rows }] of Object.entries(CASES)) {
    it(`reads ${name}`, () => {
      expect(read(text)).to.deep.equal(rows);
      expect(read(`${text}\n`), "with a line end").to.deep.equal(rows);
    });
  }

  it("gives what has too many cells as it came, and goes on behind it", () => {
    const odd = ["2", "b", "c", "d", "e"];
    expect(read(written(HEAD, ["1", "a", "b"], odd, ["3", "c", "d"]))).to.deep.equal([
      ["1", "a", "b"],
      written(odd),
      ["3", "c", "d"],
    ]);
  });

  it("guesses nothing where the columns allow two readings, and asks the first cell where it is known", () => {
    // Either a row without its last cell and one that has a line break before its second, or the other way round.
    const text = written(HEAD, ["1", "a"], ["2"], ["b", "c"]);
    expect(read(text)).to.deep.equal([written(["1", "a"], ["2"], ["b", "c"])]);
    expect(read(text, isNumber)).to.deep.equal([
      ["1", "a"],
      ["2", "\nb", "c"],
    ]);
  });

  it("gives a report as it came that does not hold the delimiter, or does not end its headings with it", () => {
    for (const text of ["Id|Name|\n1|a|\n", `Id${D}Name\n1${D}a\n`, "<html>no report</html>"]) {
      expect(read(text)).to.deep.equal([text]);
    }
  });

  it("gives a report of more columns than any has as it came", () => {
    const row = Array.from({ length: 300_000 }, () => "b");
    const text = written(row, ["c", ...row.slice(1)]);
    expect(read(text).join("") === text).to.equal(true);
  });

  it("gives a last row that is cut off as it came", () => {
    const text = `${written(HEAD, ["1", "a", "b"])}\n2${D}c`;
    expect(read(text)).to.deep.equal([["1", "a", "b"], `2${D}c`]);
  });

  it("reads back every row of cells that do not begin with a line break", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", "|", "!", "\n", "\r", " ") })
      .filter((text) => !text.startsWith("\n") && !text.startsWith("\r\n") && !`${text}${D}`.slice(0, -1).includes(D));
    const rows = fc.array(fc.tuple(fc.nat().map(String), cell, cell), { maxLength: 20 });
    fc.assert(
      fc.property(rows, (cells) => {
        expect(read(written(HEAD, ...cells), isNumber)).to.deep.equal(cells);
      }),
    );
  });

  it("loses no character of hostile text, whatever is in it", () => {
    const piece = fc.constantFrom(D, "\n", "a", "1", "\r", "");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const body = pieces.join("");
        const found = read(`${written(HEAD)}\n${body}`);
        const letters = (text: string) => text.replaceAll(/[^a1]/g, "");
        const kept = found.map((row) => (Array.isArray(row) ? row.join("") : String(row))).join("");
        expect(letters(kept)).to.equal(letters(body));
      }),
    );
  });
});
