/** The newest few of many items, in whatever order they are added. */
export class Newest<T> {
  readonly #limit: number;
  readonly #kept: { readonly item: T; readonly at: number }[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @param at when it was; of two at the same time the later added is the newer. */
  add(item: T, at: number): void {
    const kept = this.#kept;
    const oldest = kept[0];
    if (oldest && kept.length === this.#limit && at < oldest.at) return;
    kept.splice(this.#placeOf(at), 0, { item, at });
    if (kept.length > this.#limit) kept.shift();
  }

  // By halves: the times of a seed may be in any order, and a page may hold many rows.
  #placeOf(at: number): number {
    let low = 0;
    let high = this.#kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#kept[middle]?.at ?? at) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Newest first. */
  get items(): readonly T[] {
    return this.#kept.map(({ item }) => item).reverse();
  }
}
