import { expect } from "chai";
import { ReportXmlError, splitXml } from "../../src/reports/split-xml.js";

const HEAD = '<header><field id="1">Id</field><field id="2">Name</field></header>';
const report = (rows: string) => `<report>${HEAD}<data>${rows}</data></report>`;

function rowsOf(text: string): readonly (readonly string[])[] {
  return [...splitXml(text)].flatMap((piece) => (piece.kind === "row" ? [piece.cells] : []));
}

describe("splitXml", () => {
  it("puts cells under the heading of their id, in whatever order they come", () => {
    const rows =
      '<row><field id="2">b &amp; <![CDATA[<c>]]></field><field id="1">1</field></row><row><field id="2"/></row><row/>';
    expect(rowsOf(report(rows))).to.deep.equal([["1", "b & <c>"], ["", ""], []]);
  });

  it("has no rows where nothing came", () => {
    expect(rowsOf(" \n")).to.deep.equal([]);
  });

  it("reads headings that come again, with the rows after them", () => {
    const part = `${HEAD}<data><row><field id="1">1</field></row></data>`;
    expect(rowsOf(`<report>${part}${part}</report>`)).to.deep.equal([["1"], ["1"]]);
  });

  it("has no rows where the report is an empty element", () => {
    expect(rowsOf("<report/>")).to.deep.equal([]);
    expect(rowsOf("<report><data></data></report>")).to.deep.equal([]);
  });

  it("refuses rows that lack more cells than the report has characters", () => {
    const headings = Array.from({ length: 1000 }, (_, index) => `<field id="${index}">a</field>`).join("");
    const text = `<report><header>${headings}</header><data>${"<row/>".repeat(1000)}</data></report>`;
    expect(() => rowsOf(text)).to.throw(ReportXmlError, "cells");
  });

  it("passes over what stands before the XML over HTTP", () => {
    expect(rowsOf(`OK\n\n${report('<row><field id="1">1</field></row>')}`)).to.deep.equal([["1"]]);
  });

  it("gives the first row before the last is read", () => {
    const row = `<row><field id="1">1</field><field id="2">${"x".repeat(1000)}</field></row>`;
    const pieces = splitXml(report(`${row.repeat(1000)}<cut`))[Symbol.iterator]();
    pieces.next();
    expect(pieces.next().value).to.have.property("kind", "row");
  });

  for (const [name, text] of Object.entries({
    "a report that is cut off": report("<row>").slice(0, -20),
    "a DOCTYPE": `<!DOCTYPE report [<!ENTITY a "b">]>${report("")}`,
    "a cell without a heading": report('<row><field id="3">a</field></row>'),
    "a deep nest": "<a>".repeat(100),
    "an HTML page": "<html><br></html>",
    "an HTML page that is well-formed": "<html><body><p>Sorry</p></body></html>",
    "a row outside of the data": `<report>${HEAD}<row><field id="1">1</field></row></report>`,
    "two headings of one id": report("").replace('id="2"', 'id="1"'),
  })) {
    it(`refuses ${name}`, () => {
      expect(() => rowsOf(text)).to.throw(ReportXmlError);
    });
  }
});
