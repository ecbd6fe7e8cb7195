/** Remembers session ids, 32 neighbours in one entry: the ids of a desk lie close to each other. */
export class SeenSessions {
  readonly #masks = new Map<number, number>();

  /** False for an id that was added before. */
  add(id: number): boolean {
    const [key, bit] = [id >>> 5, 1 << (id & 31)];
    const mask = this.#masks.get(key) ?? 0;
    if ((mask & bit) !== 0) return false;
    this.#masks.set(key, mask | bit);
    return true;
  }
}
