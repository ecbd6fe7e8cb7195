import { pipeline, Readable } from "node:stream";
import { printable } from "../../soap/text/printable.js";
import { sessionIn } from "../session-arguments.js";
import { UsageError } from "../usage-error.js";

/** What a line of a list names: a session, or a problem. */
export interface ListEntry {
  readonly line: number;
  readonly session: number | undefined;
  readonly problem: string;
}

interface Line {
  readonly number: number;
  readonly text: string;
}

/** The most characters of a line, and of a record of CSV. */
const LONGEST = 65_536;

// A spreadsheet separates by what the reader's country uses.
const DELIMITERS = [",", ";", "\t"];

/**
 * The session ids of a text, one after the other: one on each line, or the member of a JSON object on each line, or with
 * a column the cells below that head in CSV. Blank lines are left out.
 *
 * @param name of the text, for errors.
 * @param column of CSV, or the name of the member; without one, it is `session`.
 * @throws {UsageError} for a text that cannot be read any further.
 */
export async function* listEntries(
  name: string,
  pieces: AsyncIterable<string>,
  column?: string,
): AsyncGenerator<ListEntry> {
  const text = pieces[Symbol.asyncIterator]();
  let start = "";
  // As far as the end of the first line that is not blank.
  while (start.length <= LONGEST && !start.trimStart().includes("\n")) {
    const { done, value } = await text.next();
    if (done) break;
    start += value;
  }
  const whole = followedBy(start, text);
  const head = start.trimStart().split("\n", 1)[0] ?? "";
  try {
    if (column !== undefined && !head.startsWith("{")) yield* csvEntries(whole, head, column);
    else yield* lineEntries(whole, column ?? "session");
  } catch (error) {
    throw error instanceof Unreadable ? new UsageError(`${name}${error.message}`) : error;
  }
}

/** A text cannot be read any further; the message goes on behind the text's name. */
class Unreadable extends Error {}

function entry(line: number, text: string): ListEntry {
  const session = sessionIn(text);
  return typeof session === "string" ? { line, session: undefined, problem: session } : { line, session, problem: "" };
}

async function* followedBy(start: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield start;
  yield* { [Symbol.asyncIterator]: () => rest };
}

async function* lineEntries(pieces: AsyncIterable<string>, member: string): AsyncGenerator<ListEntry> {
  for await (const { number, text } of linesOf(pieces)) {
    const line = text.trim();
    if (line !== "") yield entry(number, line.startsWith("{") ? memberIn(line, member) : line);
  }
}

async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 1;
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) yield { number: number++, text };
    if (rest.length > LONGEST) throw tooLong(number);
  }
  yield { number, text: rest };
}

/** The text of a member. A number keeps its spelling in the line, so that `1e3` is not taken for a session. */
function memberIn(line: string, name: string): string {
  let value: unknown;
  try {
    value = (JSON.parse(line) as Readonly<Record<string, unknown>>)[name];
  } catch {
    return line;
  }
  if (typeof value === "string") return value;
  const isWritten = (text: string) => /^\s*:\s*([^\s,}]+)/.exec(text)?.[1] === String(value);
  const isPlain = Number.isSafeInteger(value) && line.split(JSON.stringify(name)).slice(1).some(isWritten);
  return isPlain ? String(value) : line;
}

async function* csvEntries(pieces: AsyncIterable<string>, head: string, column: string): AsyncGenerator<ListEntry> {
  const { CsvError, parse } = await import("csv-parse");
  const isIn = (delimiter: string) =>
    head.split(delimiter).some((cell) => cell.trim().replace(/^"(.*)"$/, "$1") === column);
  const delimiter = DELIMITERS.find(isIn) ?? mostFrequentIn(head);
  const parser = parse({
    ...{ delimiter, info: true, trim: true, skip_empty_lines: true, relax_column_count: true },
    max_record_size: LONGEST,
  });
  pipeline(Readable.from(pieces), parser, () => {});
  let width = 0;
  let index = -1;
  const records: AsyncIterable<CsvRecord> = parser;
  try {
    for await (const { record, info } of records) {
      if (width === 0) {
        index = columnIn(record, column);
        width = record.length;
      } else if (record.length === width) yield entry(info.lines, record[index] ?? "");
      else {
        const problem = `${record.length} values, where the first line has ${width}`;
        yield { line: info.lines, session: undefined, problem };
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = "lines" in error ? Number(error.lines) : 1;
    if (error.code === "CSV_MAX_RECORD_SIZE") throw tooLong(line);
    throw new Unreadable(`, line ${line}: this is not CSV (${String(error.code)})`);
  }
}

/** The delimiter that a line has most of outside quotes. */
function mostFrequentIn(head: string): string {
  const bare = head.replace(/"[^"]*"?/g, "");
  const [most = ","] = [...DELIMITERS].sort((a, b) => bare.split(b).length - bare.split(a).length);
  return most;
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function columnIn(head: readonly string[], column: string): number {
  const index = head.indexOf(column);
  if (index !== -1 && index === head.lastIndexOf(column)) return index;
  const names = head.slice(0, 20).map((name) => JSON.stringify(printable(name)));
  const problem = index === -1 ? "is no column of" : "is several columns of";
  throw new Unreadable(`: ${JSON.stringify(column)} ${problem} the first line, which has ${names.join(", ")}`);
}

function tooLong(line: number): Unreadable {
  return new Unreadable(`, line ${line} is longer than ${LONGEST} characters`);
}
