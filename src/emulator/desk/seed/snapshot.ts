import type { AspNetSessions, KeptSession } from "../asp-net-session.js";
import type { Desk } from "../desk.js";
import type { ReportSettings } from "../report-settings.js";
import { exportSeed } from "./export-seed.js";
import { openDesk } from "./open-desk.js";
import type { EmulatorSeed } from "./seed.js";

/** How many milliseconds ago limited calls came, by limit. */
type Ages = ReadonlyMap<string, readonly number[]>;

/** The state of a user that a seed does not contain. */
interface UserMemory {
  readonly calls: Ages;
  readonly reportSettings: ReportSettings;
}

/**
 * The state of an emulator at one moment: the desk, and the cookie logins with their report settings. It is immutable
 * and may be restored any number of times. Ages and remaining times count from the moment of restoring, as those of a
 * seed do.
 */
export class EmulatorSnapshot {
  readonly #seed: EmulatorSeed;
  readonly #random: number;
  readonly #users: readonly UserMemory[];
  readonly #strangers: readonly (readonly [email: string, calls: Ages])[];
  readonly #logins: readonly KeptSession<number>[];

  private constructor(desk: Desk, sessions: AspNetSessions, now: number) {
    const people = [...desk.people.all];
    const places = new Map(people.map((person, index) => [person, index]));
    this.#seed = structuredClone(exportSeed(desk, now));
    this.#random = desk.random.state;
    this.#users = people.map(({ calls, reportSettings }) => ({
      calls: agesOf(calls, now),
      reportSettings: { ...reportSettings },
    }));
    this.#strangers = [...desk.strangers.all].map(([email, { calls }]) => [email, agesOf(calls, now)]);
    this.#logins = sessions.kept().map((kept) => ({ ...kept, user: kept.user && places.get(kept.user) }));
  }

  /** @internal */
  static of(desk: Desk, sessions: AspNetSessions, now: number): EmulatorSnapshot {
    return new EmulatorSnapshot(desk, sessions, now);
  }

  /**
   * Opens the desk of the snapshot.
   *
   * @param sessions gets the logins of the snapshot; its own are removed.
   * @internal
   */
  open(sessions: AspNetSessions, now: number): Desk {
    const desk = openDesk(structuredClone(this.#seed), now);
    desk.random.state = this.#random;
    const people = [...desk.people.all];
    for (const [index, { calls, reportSettings }] of this.#users.entries()) {
      const person = people[index];
      if (!person) continue;
      recall(calls, person.calls, now);
      person.reportSettings = { ...reportSettings };
    }
    for (const [email, calls] of this.#strangers) recall(calls, desk.strangers.withEmail(email).calls, now);
    sessions.restore(
      this.#logins.map((kept) => ({ ...kept, user: kept.user === undefined ? undefined : people[kept.user] })),
    );
    return desk;
  }
}

function agesOf(calls: ReadonlyMap<string, readonly number[]>, now: number): Ages {
  return new Map(Array.from(calls, ([family, times]) => [family, times.map((at) => now - at)] as const));
}

function recall(ages: Ages, calls: Map<string, number[]>, now: number): void {
  for (const [family, past] of ages) {
    calls.set(
      family,
      past.map((age) => now - age),
    );
  }
}
