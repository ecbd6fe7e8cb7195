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
    let place = kept.length;
    for (let before = kept[place - 1]; before && before.at > at; before = kept[place - 1]) place -= 1;
    kept.splice(place, 0, { item, at });
    if (kept.length > this.#limit) kept.shift();
  }

  /** Newest first. */
  get items(): readonly T[] {
    return this.#kept.map(({ item }) => item).reverse();
  }
}
