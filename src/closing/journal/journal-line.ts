import { crc32 } from "node:zlib";
import type { Outcome } from "../../errors/rescue-error.js";
import { beginningOf } from "../../soap/text/cut-text.js";
import { visible } from "../../soap/text/printable.js";

/** The version of the format. A journal of another is refused. */
export const JOURNAL_VERSION = 1;
/** The bytes of a line, without its line feed. A longer one is corrupt. */
export const LONGEST_LINE = 64 * 1024;
const LONGEST_TEXT = 500;
/** More calls of a session are not counted. */
export const MOST_ATTEMPTS = 1_000_000;

/** What a line of a journal says. `docs/journal.md` describes each. */
export type JournalLine =
  | { readonly kind: "journal"; readonly version: number; readonly endpoint: string }
  | { readonly kind: "run"; readonly at: string }
  | { readonly kind: "intent"; readonly session: number; readonly attempt: number }
  | {
      readonly kind: "result";
      readonly session: number;
      readonly closed: boolean | null;
      readonly code: string;
      readonly literal?: string | undefined;
      readonly outcome: Outcome;
      readonly message?: string | undefined;
    }
  | { readonly kind: "settled"; readonly session: number; readonly state: "closed" | "not closed" | "unknown" };

type Test = (value: unknown) => boolean;
interface Member {
  readonly test: Test;
  readonly optional?: true;
}

const wholeUpTo =
  (most: number): Test =>
  (value) =>
    Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
const textUpTo =
  (most: number): Test =>
  (value) =>
    typeof value === "string" && value.length <= most;
const oneOf =
  (...values: readonly unknown[]): Test =>
  (value) =>
    values.includes(value);
const matching =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === "string" && pattern.test(value);

const session: Member = { test: wholeUpTo(2_147_483_647) };
// Escaping makes a text longer.
const text: Member = { test: textUpTo(12 * LONGEST_TEXT), optional: true };

/** The members of each kind of line, in their order, after `kind`. */
const MEMBERS: ReadonlyMap<unknown, Readonly<Record<string, Member>>> = new Map<
  string,
  Readonly<Record<string, Member>>
>([
  ["journal", { version: { test: wholeUpTo(1_000_000) }, endpoint: { test: textUpTo(16_000) } }],
  ["run", { at: { test: matching(/^[\d+-]{10,13}T[\d:.]{8,12}Z$/) } }],
  ["intent", { session, attempt: { test: wholeUpTo(MOST_ATTEMPTS) } }],
  [
    "result",
    {
      session,
      closed: { test: oneOf(true, false, null) },
      code: { test: matching(/^\w{1,200}$/) },
      literal: text,
      outcome: { test: oneOf("not-sent", "unknown", "answered") },
      message: text,
    },
  ],
  ["settled", { session, state: { test: oneOf("closed", "not closed", "unknown") } }],
]);

const SUM = /,"sum":"([0-9a-f]{8})"\}/;
const SUM_LENGTH = ',"sum":"00000000"}'.length;

/**
 * Writes a line.
 *
 * @param before the sum of the line before; 0 for the first.
 */
export function writeLine(line: JournalLine, before: number): { readonly text: string; readonly sum: number } {
  const start = JSON.stringify(line).slice(0, -1);
  const sum = crc32(start, before);
  return { text: `${start},"sum":"${sum.toString(16).padStart(8, "0")}"}\n`, sum };
}

/**
 * Reads a line.
 *
 * @param bytes without the line feed.
 * @param before the sum of the line before; 0 for the first.
 * @returns undefined for one that is corrupt, or does not follow the one before.
 */
export function readLine(
  bytes: Buffer,
  before: number,
): { readonly line: JournalLine; readonly sum: number } | undefined {
  const start = bytes.subarray(0, -SUM_LENGTH);
  const [, written = ""] = SUM.exec(bytes.toString("latin1", start.length)) ?? [];
  const sum = crc32(start, before);
  if (sum !== Number.parseInt(written, 16)) return undefined;
  const line = parsed(`${start.toString("utf8")}}`);
  return isLine(line) ? { line, sum } : undefined;
}

/** True where bytes begin with a whole line and go on after it. */
export function goesOnAfterLine(bytes: Buffer, before: number): boolean {
  let [at, sum] = [0, before];
  // Each piece is summed up once, however often a sum follows.
  for (const { index, 0: found, 1: written = "" } of bytes.toString("latin1").matchAll(new RegExp(SUM, "g"))) {
    sum = crc32(bytes.subarray(at, index), sum);
    at = index;
    if (sum === Number.parseInt(written, 16) && index + found.length < bytes.length) return true;
  }
  return false;
}

/** A text from elsewhere for a line: on one line, visible and cut short. */
export function lineText(said: string): string {
  return visible(beginningOf(said, LONGEST_TEXT));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isLine(value: unknown): value is JournalLine {
  if (typeof value !== "object" || value === null) return false;
  const [[first, kind] = [], ...rest] = Object.entries(value);
  const members = first === "kind" ? MEMBERS.get(kind) : undefined;
  if (!members) return false;
  const given = new Map<string, unknown>(rest);
  const expected = Object.entries(members).filter(([name, { optional }]) => !optional || given.has(name));
  return (
    expected.length === rest.length &&
    expected.every(([name, { test }], index) => rest[index]?.[0] === name && test(given.get(name)))
  );
}
