import type { CloseResult } from "../../closing/close-run.js";

/** The code of a session that was not tried, because the run had ended before it. */
export const NOT_TRIED = "NOT_TRIED";

/** What became of a session, in a line. Where the outcome is unknown, the line never says "not closed". */
export function closeText({ session, closed, code, literal, outcome, message = "", by }: CloseResult): string {
  if (closed) return `${session} closed (${by === "settled" ? "by the service's lists" : literal})`;
  if (closed === null) return `${session} may be closed: ${code}, outcome unknown. ${message}`;
  if (code === NOT_TRIED) return `${session} not tried: ${message}`;
  return `${session} not closed: ${code}, ${outcome}. ${message}`;
}

/** The same as an object. What `closed` rests on is left out where it is the answer. */
export function closeLine({ by, ...result }: CloseResult): object {
  return by === "settled" ? { ...result, by } : result;
}

/** A number for people: `12,345`. */
export function counted(count: number): string {
  return count.toLocaleString("en-US");
}

/** `1 session`, `12,345 sessions`. */
export function sessions(count: number): string {
  return `${counted(count)} session${count === 1 ? "" : "s"}`;
}
