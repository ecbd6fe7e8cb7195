import type { Desk } from "./desk.js";
import type { EmulatorSeed } from "./seed.js";

/** The desk as a seed that opens the same desk again at the same time. */
export function exportSeed(desk: Desk, _now: number): EmulatorSeed {
  return { number: desk.number, users: [], sessions: [] };
}
