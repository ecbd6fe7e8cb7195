import type { QueueChange, RescueSession } from "./sessions.js";

/** The changes from one list of a queue to the next. How long a session waits is no change. */
export function* sessionChanges(
  before: ReadonlyMap<number, RescueSession>,
  after: ReadonlyMap<number, RescueSession>,
): Iterable<QueueChange> {
  for (const [id, session] of after) {
    const known = before.get(id);
    if (!known) yield { kind: "appeared", session };
    else if (whatCounts(known) !== whatCounts(session)) yield { kind: "changed", session, before: known };
  }
  for (const [id, session] of before) if (!after.has(id)) yield { kind: "gone", session };
}

function whatCounts(session: RescueSession): string {
  return JSON.stringify({ ...session, waitingSeconds: 0 });
}
