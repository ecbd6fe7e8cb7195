const CODE_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Numbers and codes that look random and are reproducible from a seed. Not for secrets of a real service. */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** The current state; assigned to another generator, that one continues from here. */
  get state(): number {
    return this.#state;
  }

  set state(state: number) {
    this.#state = state >>> 0;
  }

  /** A whole number from 0 to `below` - 1. */
  integer(below: number): number {
    // Mulberry32: 32 bits of state are enough for the ids of one desk.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  /** A ticket in the form of a GUID, as in the guide's sample of getDTCLoginTicket. */
  ticket(): string {
    const hex = (length: number) => Array.from({ length }, () => this.integer(16).toString(16)).join("");
    return [8, 4, 4, 4, 12].map(hex).join("-");
  }

  /** 80 lower-case letters and digits, as the auth code in the guide's sample answer. */
  authCode(): string {
    return Array.from({ length: 80 }, () => CODE_ALPHABET[this.integer(CODE_ALPHABET.length)]).join("");
  }
}
