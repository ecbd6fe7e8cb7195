import type { CallCounts } from "../../desk/strangers.js";
import type { Call } from "./call.js";
import type { LimitName } from "./limits.js";

/** How often one user may call operations that share a limit. */
export interface RateLimit {
  /** The operations that share the limit, such as all that make a PIN. */
  readonly family: LimitName;
  /** The number of calls that are answered within the window. */
  readonly calls: number;
  /** Milliseconds. */
  readonly window: number;
  /** Whether calls that the limit refuses count, too. */
  readonly countsRefused: boolean;
}

const SECOND = 1000;

/**
 * More than 10 calls in 3 minutes are refused (guide: login): it speaks of calls, so refused ones count (inferred).
 * Counted per email address, whether a user has it or not, and not per IP address, as emulators are called from one
 * machine (the guide does not say which). That requestAuthCode counts with login is inferred: a published client makes
 * both in each run.
 */
export const LOGIN_RATE: RateLimit = { family: "login", calls: 10, window: 180 * SECOND, countsRefused: true };
/** One PIN a second (guide: requestPINCode); a refused call does not make the wait longer (inferred). */
export const PIN_RATE: RateLimit = { family: "pinCode", calls: 1, window: SECOND, countsRefused: false };
/** One text a second (guide: generateEmailText). */
export const EMAIL_TEXT_RATE: RateLimit = { family: "emailText", calls: 1, window: SECOND, countsRefused: false };
/** One report in 60 seconds (guide: getReport_v2); a refused call does not make the wait longer (inferred). */
export const REPORT_RATE: RateLimit = { family: "report", calls: 1, window: 60 * SECOND, countsRefused: false };

/** Counts a call of `caller`. @returns whether it is one too many; never if the limit is switched off. */
export function isTooMany(
  call: Call,
  caller: CallCounts,
  { family, calls, window, countsRefused }: RateLimit,
): boolean {
  if (!call.limits.apply(family)) return false;
  const now = call.now();
  const recent = (caller.calls.get(family) ?? []).filter((at) => now - at < window);
  const refused = recent.length >= calls;
  if (!refused || countsRefused) recent.push(now);
  caller.calls.set(family, recent.slice(-calls));
  return refused;
}
