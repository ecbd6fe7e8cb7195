import type { SupportSession } from "./support-session.js";
import { chatTime } from "./time-text.js";

/**
 * A session's chat log: a line for each message, which begins with a 12-hour clock time (published clients).
 *
 * @param timezone the offset of the written times from UTC, in minutes.
 */
export function chatLog({ chat }: SupportSession, timezone = 0): string {
  // A message of several lines must not look like several messages.
  return chat
    .map(({ at, from, text }) => `${chatTime(at + timezone * 60_000)} ${from}: ${text.replace(/\s*[\r\n]+\s*/g, " ")}`)
    .join("\n");
}
