import { printable } from "../../soap/text/printable.js";
import { type JournalFile, refused } from "./journal-file.js";
import { goesOnAfterLine, JOURNAL_VERSION, type JournalLine, LONGEST_LINE, readLine } from "./journal-line.js";
import type { JournalState } from "./journal-state.js";

const PIECE = 64 * 1024;
const LINE_FEED = 10;
const FIRST = '{"kind":"journal","version":';

/** Where the next line of a journal goes. */
export interface JournalEnd {
  /** The bytes of the file up to its last whole line. */
  readonly size: number;
  /** The sum of the last line; 0 where there is none. */
  readonly sum: number;
  readonly lines: number;
  /** The bytes after the last line feed. A run was killed while it wrote them. */
  readonly torn: Buffer;
}

/**
 * Reads the lines of a journal, a piece of the file at a time.
 *
 * @throws {InvalidArgumentError} for a line that is corrupt or does not follow those before it, with its number, and for
 *   the journal of another endpoint or version.
 */
export async function readJournal(file: JournalFile, endpoint: string, state: JournalState): Promise<JournalEnd> {
  const piece = Buffer.alloc(PIECE);
  let rest: Buffer = Buffer.alloc(0);
  let [position, size, sum, lines] = [0, 0, 0, 0];
  for (;;) {
    const read = await file.read(piece, position);
    if (read === 0) break;
    position += read;
    rest = Buffer.concat([rest, piece.subarray(0, read)]);
    let begin = 0;
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED, begin)) {
      lines += 1;
      const bytes = rest.subarray(begin, end);
      const found = bytes.length > LONGEST_LINE ? undefined : readLine(bytes, sum);
      if (!found) throw corrupt(lines, "it was changed, or a line before it was removed, added or moved");
      if (lines === 1) checkHeader(found.line, endpoint);
      else if (!state.take(found.line)) throw corrupt(lines, "it does not follow from the lines before it");
      sum = found.sum;
      size += end + 1 - begin;
      begin = end + 1;
    }
    rest = rest.subarray(begin);
    if (rest.length > LONGEST_LINE) throw corrupt(lines + 1, `it is longer than ${LONGEST_LINE} bytes`);
  }
  checkTorn(rest, sum, lines + 1);
  return { size, sum, lines, torn: Buffer.from(rest) };
}

function checkHeader(line: JournalLine, endpoint: string): void {
  if (line.kind !== "journal") throw corrupt(1, "it is not the first line of a journal");
  if (line.version !== JOURNAL_VERSION) {
    throw refused(`it is of version ${line.version} of the format, and this package writes ${JOURNAL_VERSION}`);
  }
  if (line.endpoint !== endpoint) {
    throw refused(`it belongs to ${printable(line.endpoint)}, and this client calls ${endpoint}; name another file`);
  }
}

// What was cut off while it was written is the beginning of a line. What goes on after a whole line was written over, and a
// file that begins otherwise is another's.
function checkTorn(torn: Buffer, before: number, number: number): void {
  if (goesOnAfterLine(torn, before)) throw corrupt(number, "its end was changed");
  const begins = torn.toString("latin1", 0, FIRST.length);
  if (number === 1 && !FIRST.startsWith(begins)) throw corrupt(1, "it is not the first line of a journal");
}

function corrupt(line: number, problem: string): Error {
  return refused(
    `line ${line} is corrupt: ${problem}. Restore the file from a copy, or name a new journal and the sessions that are still open`,
  );
}
