import { isSensitiveName, REDACTED } from "../../soap/watch/redactor.js";

/** The value of a parameter in the log: as it was read, a 64-bit number as its digits. */
export type LoggedValue = string | number | boolean | null | LoggedParameters | readonly LoggedValue[];

/** The parameters of a call in the log. */
export interface LoggedParameters {
  readonly [name: string]: LoggedValue;
}

/** How many characters and values of one call's parameters are kept. */
const KEPT = 16 * 1024;

/**
 * A copy for the log that keeps no large text in memory. Beyond the first 16,384 characters and values, texts are
 * replaced by their length and lists end; no text is cut in the middle, which could leave half a secret.
 */
export function keptParameters(parameters: Readonly<Record<string, unknown>>): LoggedParameters {
  let room = KEPT;
  const kept = (value: unknown): LoggedValue => {
    room -= 1;
    if (typeof value === "bigint") return String(value);
    if (typeof value === "string") {
      if (value.length > room) return `… (${value.length} characters)`;
      room -= value.length;
      return value;
    }
    if (typeof value === "number" || typeof value === "boolean") return value;
    // No parameter holds anything else.
    if (typeof value !== "object" || value === null) return null;
    if (!Array.isArray(value)) return members(value);
    const items: LoggedValue[] = [];
    for (const item of value) if (room > 0) items.push(kept(item));
    return items;
  };
  const members = (object: object): LoggedParameters =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, kept(value)]));
  return members(parameters);
}

/** The same without secrets: those recognised by name, and those that `redact` finds in texts. */
export function shownParameters(parameters: LoggedParameters, redact: (text: string) => string): LoggedParameters {
  const shown = (name: string, value: LoggedValue): LoggedValue => {
    if (isSensitiveName(name)) return value === null || value === "" ? value : REDACTED;
    if (typeof value === "string") return redact(value);
    if (typeof value !== "object" || value === null) return value;
    return Array.isArray(value)
      ? value.map((item) => shown(name, item))
      : shownParameters(value as LoggedParameters, redact);
  };
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, shown(name, value)]));
}
