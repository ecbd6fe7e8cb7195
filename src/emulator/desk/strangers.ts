// RFC 5321, 4.5.3.1.3: a path has 256 octets, angle brackets included.
const ADDRESS_LENGTH = 254;

/** What limits count of one caller: when its latest calls came, by what is limited together, oldest first. */
export interface CallCounts {
  readonly calls: Map<string, number[]>;
}

/**
 * The calls of addresses that are no user's: the limits hold for them too. As anybody can make addresses up, only the
 * latest thousand are remembered.
 */
export class Strangers {
  static readonly LIMIT = 1000;
  readonly #counts = new Map<string, CallCounts>();

  /** The counts of that address, in any case. */
  withEmail(email: string): CallCounts {
    const address = email.slice(0, ADDRESS_LENGTH).toLowerCase();
    const counts = this.#counts.get(address) ?? { calls: new Map() };
    this.#counts.delete(address);
    this.#counts.set(address, counts);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > Strangers.LIMIT && oldest !== undefined) this.#counts.delete(oldest);
    return counts;
  }

  /** What is remembered, the address called longest ago first. */
  get all(): ReadonlyMap<string, CallCounts> {
    return this.#counts;
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#counts.size;
  }
}
