import type { EmulatorSnapshot } from "../desk/seed/snapshot.js";
import { badRequest } from "./admin-error.js";

const KEPT = 20;

/** The snapshots that were taken over the admin API, by number: the latest 20. */
export class KeptSnapshots {
  readonly #snapshots = new Map<number, EmulatorSnapshot>();
  #taken = 0;

  /** @returns its number, counted from 1. */
  keep(snapshot: EmulatorSnapshot): number {
    this.#taken += 1;
    this.#snapshots.set(this.#taken, snapshot);
    this.#snapshots.delete(this.#taken - KEPT);
    return this.#taken;
  }

  /** @throws {AdminError} 400 for a number that no kept snapshot has. */
  get(number: number): EmulatorSnapshot {
    const snapshot = this.#snapshots.get(number);
    if (snapshot) return snapshot;
    const kept = [...this.#snapshots.keys()];
    const expected = kept.length === 0 ? "none has been taken" : `expected one of the latest: ${kept.join(", ")}`;
    throw badRequest("snapshot", `there is no snapshot of this number; ${expected}`);
  }
}
