import type { SeededRandom } from "./seeded-random.js";

/** Milliseconds for which a PIN is valid (published clients drop one after 20 minutes). */
export const PIN_LIFETIME = 20 * 60 * 1000;

/** The number of different PINs: six digits. */
export const ALL_PINS = 1_000_000;

/** How long the values that a PIN carries may be, in characters (guide: requestPINCode). */
export const CUSTOM_FIELD_LENGTHS: readonly number[] = [64, 512, 512, 256, 64, 64];
export const TRACKING_LENGTH = 64;

/** A PIN that a technician gave to a customer. */
export interface Pin {
  /** Six digits, leading zeros included. */
  readonly code: string;
  /** The technician's node id. */
  readonly technician: number;
  readonly madeAt: number;
  readonly customFields: readonly string[];
  readonly tracking0: string;
  /** Whether it is for a Lens session. */
  readonly lens: boolean;
  /** The session that was opened with it. */
  session: number | undefined;
}

/** Whether the PIN still opens a session. */
export function isAlive({ madeAt }: Pin, now: number): boolean {
  return now - madeAt < PIN_LIFETIME;
}

/**
 * Makes a PIN with a code that no valid PIN has, and forgets expired ones.
 *
 * @param capacity how many PINs may be valid at the same time.
 * @returns undefined if that many are valid already.
 */
export function givePin(
  pins: Map<string, Pin>,
  random: Pick<SeededRandom, "integer">,
  capacity: number,
  content: Omit<Pin, "code" | "session">,
): Pin | undefined {
  const now = content.madeAt;
  // In the order in which they were made, so the first ones expire first; only a seed may have another order.
  for (const [code, pin] of pins) {
    if (isAlive(pin, now)) break;
    pins.delete(code);
  }
  if (pins.size >= capacity) for (const [code, pin] of pins) if (!isAlive(pin, now)) pins.delete(code);
  if (pins.size >= capacity) return undefined;
  const pin: Pin = { ...content, code: freeCode(pins, random), session: undefined };
  pins.set(pin.code, pin);
  return pin;
}

function freeCode(pins: ReadonlyMap<string, Pin>, random: Pick<SeededRandom, "integer">): string {
  // Drawn once and counted up from there: with nearly all codes in use, drawing until one is free would not end.
  for (let number = random.integer(ALL_PINS); ; number = (number + 1) % ALL_PINS) {
    const code = pinText(number);
    if (!pins.has(code)) return code;
  }
}

/** A PIN as text: six digits with leading zeros. Version 1 of the operations loses these, as its PIN is an `int`. */
export function pinText(number: number): string {
  return String(number).padStart(6, "0");
}

/** The address at which a customer enters with the PIN (guide: generateEmailText). */
export function customerLink(origin: string, code: string): string {
  return `${origin}/R?i=2&Code=${code}`;
}
