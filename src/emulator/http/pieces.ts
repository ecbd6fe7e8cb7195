import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import { SHOWN_LIMIT } from "../../soap/text/cut-text.js";
import { headersOf, type ServerReply } from "./reply.js";

/** A body too long to be kept as one text: the same pieces each time it is called. */
export type Pieces = () => Iterable<string>;

/** How many rows a piece has. A list with more of them is sent in pieces. */
export const PIECE_ROWS = 100;

/** The rows of a list in pieces, between two texts. */
export function rowPieces<Row>(
  before: string,
  rows: readonly Row[],
  textOf: (row: Row) => string,
  after: string,
): Pieces {
  return function* () {
    yield before;
    for (let at = 0; at < rows.length; at += PIECE_ROWS) {
      let piece = "";
      for (const row of rows.slice(at, at + PIECE_ROWS)) piece += textOf(row);
      yield piece;
    }
    yield after;
  };
}

/** As much of the body as the log keeps, and a little more. */
export function beginningOfPieces(pieces: Pieces): string {
  let beginning = "";
  for (const piece of pieces()) {
    beginning += piece;
    if (beginning.length > SHOWN_LIMIT) break;
  }
  return beginning;
}

/**
 * A reply with the length of its pieces: ASMX sends a Content-Length, never chunks. Other calls are answered meanwhile.
 * Rejects with what writing a piece throws, before anything is sent.
 */
export async function measured(reply: ServerReply): Promise<ServerReply> {
  const { pieces } = reply;
  if (!pieces) return reply;
  let length = 0;
  for await (const piece of yielding(pieces())) length += piece.length;
  return { ...reply, length };
}

/** A reply with its body as one text, for a fault to spoil. */
export function wholeReply(reply: ServerReply): ServerReply {
  const { pieces, length: _, ...rest } = reply;
  return pieces ? { ...rest, body: [...pieces()].join("") } : reply;
}

/** Sends the pieces as fast as they are read: the next one is not written before the last one has left. */
export async function sendPieces(
  response: ServerResponse,
  reply: ServerReply & { readonly pieces: Pieces },
  setCookie?: string,
): Promise<void> {
  const { length } = reply;
  const sized = length === undefined ? {} : { "Content-Length": length };
  response.writeHead(reply.status, { ...headersOf(reply, setCookie), ...sized });
  await pipeline(yielding(reply.pieces()), response);
}

async function* yielding(pieces: Iterable<string>): AsyncGenerator<Buffer> {
  for (const piece of pieces) {
    yield Buffer.from(piece);
    await setImmediate();
  }
}
