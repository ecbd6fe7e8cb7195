import type { ReportText } from "./report-request.js";

// Reading in pieces gives the first rows before the last is split, and keeps only a few.
const PIECE = 64 * 1024;

/** The text of a report in pieces of a bounded size. */
export function* piecesOf(text: ReportText): Iterable<string> {
  if (typeof text !== "string") yield* text;
  else for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}
