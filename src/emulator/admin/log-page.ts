import type { LogEntry } from "../history/history.js";
import { badRequest } from "./admin-error.js";

const MOST = 10_000;

/** A part of the log. */
export interface LogPage {
  readonly entries: readonly LogEntry[];
  /** The value of `since` for the next page. */
  readonly next: number;
  /** Whether there are further entries. */
  readonly more: boolean;
}

/**
 * The entries after the one numbered `since` (by default 0), at most `limit` (by default 1,000).
 * @throws {AdminError} 400 for anything but a number.
 */
export function logPage(log: readonly LogEntry[], query: URLSearchParams): LogPage {
  const since = wholeNumber(query, "since", 0, Number.MAX_SAFE_INTEGER);
  const limit = wholeNumber(query, "limit", 1000, MOST);
  // The log is numbered without gaps; its oldest entries may have gone.
  const start = Math.max(0, since + 1 - (log[0]?.number ?? 1));
  const entries = log.slice(start, start + limit);
  return { entries, next: entries.at(-1)?.number ?? since, more: start + limit < log.length };
}

function wholeNumber(query: URLSearchParams, name: string, usual: number, most: number): number {
  const text = query.get(name);
  if (text === null) return usual;
  const value = Number(text);
  if (!/^\d{1,16}$/.test(text) || value > most) throw badRequest(name, `expected a whole number from 0 to ${most}`);
  return value;
}
