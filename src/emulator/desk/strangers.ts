// RFC 5321, 4.5.3.1.3: a path has 256 octets, angle brackets included.
const ADDRESS_LENGTH = 254;

/** What rate limits count for one caller: the times of its latest calls, by limit, oldest first. */
export interface CallCounts {
  readonly calls: Map<string, number[]>;
}

/**
 * The calls of addresses that belong to no user: rate limits apply to them, too. As anybody can invent addresses, only
 * the latest thousand are remembered.
 */
export class Strangers {
  static readonly LIMIT = 1000;
  readonly #counts = new Map<string, CallCounts>();

  /** The counts of an address, which is compared without regard to case. */
  withEmail(email: string): CallCounts {
    const address = email.slice(0, ADDRESS_LENGTH).toLowerCase();
    const counts = this.#counts.get(address) ?? { calls: new Map() };
    this.#counts.delete(address);
    this.#counts.set(address, counts);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > Strangers.LIMIT && oldest !== undefined) this.#counts.delete(oldest);
    return counts;
  }

  /** The remembered addresses, the least recently used first. */
  get all(): ReadonlyMap<string, CallCounts> {
    return this.#counts;
  }

  /** The number of remembered addresses. */
  get size(): number {
    return this.#counts.size;
  }
}
