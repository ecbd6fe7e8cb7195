import type { VirtualClock } from "../desk/clock.js";
import type { DeskControls } from "../desk/controls/desk-controls.js";
import type { EmulatorSeed } from "../desk/seed/seed.js";
import type { EmulatorSnapshot } from "../desk/seed/snapshot.js";
import type { FaultPlan } from "../faults/fault-plan.js";
import type { LogEntry } from "../history/history.js";
import type { RateLimits } from "../operations/call/limits.js";
import type { KeptSnapshots } from "./kept-snapshots.js";

/** The emulator on which the admin API works, as it is available in the same process. */
export interface Administered {
  readonly endpoint: string;
  readonly clock: VirtualClock;
  readonly desk: DeskControls;
  readonly log: readonly LogEntry[];
  readonly faults: FaultPlan;
  executions(operation: string, key?: string): number;
  readonly limits: RateLimits;
  readonly snapshots: KeptSnapshots;
  logins(): number;
  dropLogins(): number;
  snapshot(): EmulatorSnapshot;
  restore(snapshot: EmulatorSnapshot): void;
  connections(): number;
  export(): EmulatorSeed;
  reset(seed?: EmulatorSeed): void;
  /** Notifies open pages that the state has changed. */
  changed(): void;
}
