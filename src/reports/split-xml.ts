import { XmlParser } from "../soap/message/xml-parser.js";
import type { ReportPiece } from "./report-piece.js";
import type { ReportText } from "./report-request.js";
import { piecesOf } from "./text-pieces.js";

/** How much of a report is looked at to see where its XML begins. */
const BEGINNING = 16;
const ATTRIBUTE_LIMIT = 16;
const DEPTH_LIMIT = 8;
/** More columns than any report has; the sender decides how many it writes. */
const COLUMN_LIMIT = 10_000;

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

  open(name: string, id = ""): void {
    if (this.#path.length >= DEPTH_LIMIT) refuse("nests too deep");
    this.#path.push(name);
    if (name === "row" || name === "header") this.#cells = [];
    if (name === "field") {
      this.#id = id;
      this.#text = "";
    }
  }

  text(piece: string): void {
    if (this.#path.at(-1) === "field") this.#text += piece;
  }

  close(): void {
    const name = this.#path.pop();
    const parent = this.#path.at(-1);
    if (name === "field" && parent === "header") this.#addHeading();
    else if (name === "field" && parent === "row") this.#addCell();
    else if (name === "header") this.#pieces.push({ kind: "headings", cells: this.#cells });
    else if (name === "row" && parent === "data") this.#pieces.push({ kind: "row", cells: this.#cells });
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

  #addCell(): void {
    const column = this.#columns.get(this.#id) ?? refuse("has a cell without a heading");
    while (this.#cells.length <= column) this.#cells.push("");
    this.#cells[column] = this.#text;
  }
}
