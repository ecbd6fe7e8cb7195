import { SESSION_WORDS } from "../../client/jobs/session-words.js";
import type { RescueSession, SessionQueue, Sessions } from "../../client/jobs/sessions.js";
import type { CallOptions } from "../../client/options/options.js";
import { didYouMean } from "../../errors/nearest-name.js";
import { UsageError } from "../usage-error.js";

/** Which sessions are stale. */
export interface StaleQuery {
  /** Seconds since the status last changed. */
  readonly stale: number;
  readonly node: readonly number[];
  readonly ref: NonNullable<SessionQueue["ref"]>;
  /** Words of statuses, as `--status` has them. */
  readonly status?: readonly string[] | undefined;
}

/** A filter for the words of statuses. @throws {UsageError} for a word that no status has. */
export function statusFilter(words: readonly string[] | undefined): (session: RescueSession) => boolean {
  // A technician is working on it, or it is closed.
  if (words === undefined) return ({ word }) => word !== "active" && !word.startsWith("closed by");
  const known: readonly string[] = SESSION_WORDS;
  for (const word of words) {
    if (known.includes(word)) continue;
    throw new UsageError(
      `--status: there is no status ${JSON.stringify(word)}${didYouMean(word, known)}; expected ${known.join(", ")}`,
    );
  }
  return ({ word }) => words.includes(word);
}

/** The sessions of the queues whose status has not changed for so long, the longest first. */
export async function staleSessions(
  list: Sessions["list"],
  { stale, node: nodes, ref }: StaleQuery,
  isMeant: (session: RescueSession) => boolean,
  options: CallOptions,
): Promise<readonly RescueSession[]> {
  const found = new Map<number, RescueSession>();
  for (const node of nodes) {
    for (const session of await list({ node, ref }, options))
      if (session.waitingSeconds >= stale && isMeant(session)) found.set(session.id, session);
  }
  return [...found.values()].sort((a, b) => b.waitingSeconds - a.waitingSeconds);
}
