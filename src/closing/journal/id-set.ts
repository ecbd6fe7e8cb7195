import { randomInt } from "node:crypto";

const FIRST_CAPACITY = 1_024;
// Between 8/15 and 8/10 of the places are taken: 7.5 bytes for an id at most.
const FULLEST = 0.8;
const GROWTH = 1.5;

/**
 * A set of positive 32-bit integers that only grows, with open addressing: a million take at most 8 MB. Where an id is put
 * depends on a number that nobody knows, so that no file can be made of ids that meet in one place.
 */
export class IdSet {
  readonly #key = randomInt(2 ** 31) * 2 + 1;
  /** 0 for a free place. */
  #places = new Int32Array(FIRST_CAPACITY);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The memory it takes. */
  get bytes(): number {
    return this.#places.byteLength;
  }

  has(id: number): boolean {
    return this.#places[this.#placeOf(id, this.#places)] === id;
  }

  add(id: number): void {
    const place = this.#placeOf(id, this.#places);
    if (this.#places[place] === id) return;
    this.#places[place] = id;
    this.#size += 1;
    if (this.#size > FULLEST * this.#places.length) this.#grow();
  }

  /** The place of an id, or the free one where it would be. */
  #placeOf(id: number, places: Int32Array): number {
    let mixed = Math.imul(id, this.#key);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    mixed = (mixed ^ (mixed >>> 13)) >>> 0;
    let place = mixed % places.length;
    while (places[place] !== 0 && places[place] !== id) place = place + 1 === places.length ? 0 : place + 1;
    return place;
  }

  #grow(): void {
    const more = new Int32Array(Math.ceil(this.#places.length * GROWTH));
    for (const id of this.#places) if (id !== 0) more[this.#placeOf(id, more)] = id;
    this.#places = more;
  }
}
