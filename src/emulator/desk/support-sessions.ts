import type { SupportSession } from "./support-session.js";

/** The support sessions of the account, ended ones included: reports are made of those. */
export class SupportSessions {
  readonly #sessions = new Map<number, SupportSession>();
  #highest = 0;

  get(id: number): SupportSession | undefined {
    return this.#sessions.get(id);
  }

  /** In the order they came. */
  get all(): Iterable<SupportSession> {
    return this.#sessions.values();
  }

  get size(): number {
    return this.#sessions.size;
  }

  add(session: SupportSession): void {
    this.#sessions.set(session.id, session);
    this.#highest = Math.max(this.#highest, session.id);
  }

  /** An id that no session has. They grow by one, as far as public samples show. */
  nextId(): number {
    // The highest id there is was somebody's choice, in a seed: then the gaps are used.
    if (this.#highest < 2_147_483_647) return this.#highest + 1;
    let id = 1;
    while (this.#sessions.has(id)) id += 1;
    return id;
  }
}
