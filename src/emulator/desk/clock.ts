import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";

// A Date ends with the year 275,760; whatever is calculated from now on must stay within it.
const LATEST = Date.UTC(200_000, 0, 1);

/**
 * The emulator's time. Expiry, limits and waiting times all follow it, so that a test need not wait for them. It runs
 * with the machine's clock unless it was given a fixed time; `advance` moves both kinds.
 *
 * @example
 * const clock = new VirtualClock(Date.UTC(2030, 0, 1));
 * const emulator = await startEmulator({ clock });
 * clock.advance(21 * 60_000); // every login has expired
 */
export class VirtualClock {
  readonly #start: number | undefined;
  #advanced = 0;

  /**
   * @param start a fixed time, in milliseconds since 1970; without it, the machine's clock runs.
   */
  constructor(start?: number) {
    if (start !== undefined && (!Number.isSafeInteger(start) || Math.abs(start) > LATEST)) {
      throw new InvalidArgumentError("start", "VirtualClock: start must be whole milliseconds since 1970");
    }
    this.#start = start;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return (this.#start ?? Date.now()) + this.#advanced;
  }

  /**
   * Moves the time forward.
   * @param ms whole milliseconds, 0 or more, and not beyond the year 200,000.
   * @throws {InvalidArgumentError}
   */
  advance(ms: number): void {
    if (!Number.isSafeInteger(ms) || ms < 0) {
      throw new InvalidArgumentError("ms", "clock.advance: expected whole milliseconds from 0 on");
    }
    if (this.now() + ms > LATEST) {
      throw new InvalidArgumentError("ms", "clock.advance: is too far, beyond the year 200,000; advance by less");
    }
    this.#advanced += ms;
  }
}
