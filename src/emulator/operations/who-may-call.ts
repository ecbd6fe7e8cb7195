import type { CallerKind } from "./call/caller.js";
import { cards } from "./cards.js";

const WORDS: Readonly<Record<CallerKind, string>> = {
  anybody: "anybody",
  user: "any user",
  technician: "technician",
  administrator: "administrator",
};

/** Who may call an operation, in words; undefined for an operation that the emulator does not have. */
export function whoMayCall(operation: string): string | undefined {
  const card = cards.get(operation);
  return card && WORDS[card.caller];
}
