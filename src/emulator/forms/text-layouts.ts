import type { Layout, OutParameters } from "./form.js";

/** One line of a text: its key, and the out parameter or member that follows it. */
export type TextLine = readonly [key: string, field: string];

/** A value as text: nothing for null and absent, `True` and `False` for booleans (guide: getUser). Never escaped. */
export function textFor(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}

/** A member of an out parameter; undefined if there is none. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as OutParameters)[name];
}

/** The items of an array type of the contract: an element with one repeated member, whatever its name. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).find((member) => Array.isArray(member)) ?? [];
}

/**
 * `KEY:value` lines from the out parameters, without a line end after the last, as clients read the value to the end.
 */
export function keyValues(...lines: readonly TextLine[]): Layout {
  return (out) => lines.map(([key, field]) => `${key}:${textFor(memberOf(out, field))}`).join("\n");
}

/** `KEY: value` lines, with a blank, from one complex out parameter (guide: getUser and getGroup). */
export function properties(parameter: string, ...lines: readonly TextLine[]): Layout {
  return (out) => {
    const whole = memberOf(out, parameter);
    return lines.map(([key, field]) => `${key}: ${propertyText(memberOf(whole, field))}`).join("\n");
  };
}

/** One out parameter and nothing else: a new node's id, a report, a chat. */
export function bare(parameter: string): Layout {
  return (out) => textFor(memberOf(out, parameter));
}

/** A PIN as six digits; the first version of the operation returns a number without leading zeros. */
export const pinCode: Layout = (out) => {
  const pin = memberOf(out, "sPINCode") ?? memberOf(out, "iPINCode");
  return `PINCODE:${textFor(pin).padStart(6, "0")}`;
};

// Permissions are a list with a comma after each, the last included.
function propertyText(value: unknown): string {
  if (typeof value !== "object" || value === null) return textFor(value);
  return itemsOf(value)
    .map((item) => `${textFor(item)},`)
    .join("");
}
