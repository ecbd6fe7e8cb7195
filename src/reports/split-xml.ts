import { XmlParser } from "../soap/message/xml-parser.js";
import { COLUMN_LIMIT, type ReportPiece } from "./report-piece.js";
import type { ReportText } from "./report-request.js";
import { piecesOf } from "./text-pieces.js";

/** How much of a report is looked at to see where its XML begins. */
const BEGINNING = 16;
const ATTRIBUTE_LIMIT = 16;
const DEPTH_LIMIT = 8;

/** The report is not the XML that is known: `header` and `data/row`, each with a `field` of an id for each column. */
export class ReportXmlError extends Error {
  override readonly name = "ReportXmlError";
}

/**
 * Splits an XML report: cells belong to the heading of their id. Rows come out as they are read.
 *
 * @throws {ReportXmlError} at the place where the report stops being such XML. The rows before it have come out.
 */
export function* splitXml(text: ReportText): Iterable<ReportPiece> {
  const reader = new XmlReportReader();
  const parser = new XmlParser(REFUSALS, {
    attributeLimit: ATTRIBUTE_LIMIT,
    onTag: ({ name, attributes }) => reader.open(name, attributes.id),
  });
  parser.on("doctype", () => refuse("holds a DOCTYPE"));
  parser.on("text", (piece) => reader.text(piece));
  parser.on("cdata", (piece) => reader.text(piece));
  parser.on("closetag", () => reader.close());
  let beginning: string | undefined = "";
  for (const piece of piecesOf(text)) {
    reader.add(piece.length);
    if (beginning === undefined) parser.write(piece);
    else {
      beginning += piece;
      if (beginning.length < BEGINNING) continue;
      parser.write(withoutStatus(beginning));
      beginning = undefined;
    }
    yield* reader.take();
  }
  // A report without rows need not be XML.
  if (beginning?.trim() === "") return;
  if (beginning !== undefined) parser.write(withoutStatus(beginning));
  parser.close();
  reader.end();
  yield* reader.take();
}

const REFUSALS = {
  malformed: () => refuse("is not well-formed XML, or is cut off"),
  tooManyAttributes: () => refuse("has an element with too many attributes"),
};

function refuse(reason: string): never {
  throw new ReportXmlError(`the XML report ${reason}`);
}

/** Over HTTP, `OK` and an empty line stand before the XML. */
function withoutStatus(beginning: string): string {
  return beginning.slice(/^OK\s+(?=<)/.exec(beginning.slice(0, BEGINNING))?.[0].length ?? 0);
}

class XmlReportReader {
  readonly #path: string[] = [];
  readonly #columns = new Map<string, number>();
  #pieces: ReportPiece[] = [];
  #cells: string[] = [];
  #id = "";
  #text = "";
  /** How many cells of the row have come. */
  #given = 0;
  /** How many more cells may be absent from rows: each is work that the sender does not pay for. */
  #spare = 0;
  #hasHeadings = false;
  /** Something besides headings and rows. */
  #hasMore = false;

  /** So many more characters of the report are going to be read. */
  add(characters: number): void {
    this.#spare += characters;
  }

  open(name: string, id = ""): void {
    if (this.#path.length >= DEPTH_LIMIT) refuse("nests too deep");
    if (name === "row" && this.#path.at(-1) !== "data") refuse("has a row outside of its data");
    if (name === "header" && this.#path.includes("row")) refuse("has headings inside a row");
    if (this.#path.length > 0 && name !== "header" && name !== "data") this.#hasMore = true;
    this.#path.push(name);
    if (name === "row" || name === "header") this.#cells = [];
    if (name === "row") this.#given = 0;
    // They come again where the rows of another part begin.
    if (name === "header") this.#columns.clear();
    if (name === "field") {
      this.#id = id;
      this.#text = "";
    }
  }

  text(piece: string): void {
    if (this.#path.at(-1) === "field") this.#text += piece;
    else if (!this.#hasMore && piece.trim() !== "") this.#hasMore = true;
  }

  close(): void {
    const name = this.#path.pop();
    const parent = this.#path.at(-1);
    if (name === "field" && parent === "header") this.#addHeading();
    else if (name === "field" && parent === "row") this.#addCell();
    else if (name === "header") this.#addHeadings();
    else if (name === "row") this.#addRow();
  }

  /** The report is over. One without rows may lack its headings, but not hold something else instead. */
  end(): void {
    if (!this.#hasHeadings && this.#hasMore) refuse("has no headings");
  }

  /** What has been read since the last time. */
  take(): readonly ReportPiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  #addHeading(): void {
    if (this.#cells.length >= COLUMN_LIMIT) refuse("has too many columns");
    if (this.#columns.has(this.#id)) refuse("has two headings of one id");
    this.#columns.set(this.#id, this.#cells.length);
    this.#cells.push(this.#text);
  }

  #addHeadings(): void {
    this.#hasHeadings = true;
    this.#pieces.push({ kind: "headings", cells: this.#cells });
  }

  #addRow(): void {
    this.#spare -= Math.max(0, this.#columns.size - this.#given);
    if (this.#spare < 0) refuse("lacks more cells than it has characters");
    this.#pieces.push({ kind: "row", cells: this.#cells });
  }

  #addCell(): void {
    this.#given += 1;
    const column = this.#columns.get(this.#id) ?? refuse("has a cell without a heading");
    while (this.#cells.length <= column) this.#cells.push("");
    this.#cells[column] = this.#text;
  }
}
