import { scalarOf } from "../../soap/message/scalar.js";
import type { Verdict } from "./finding.js";

/** The values of a simple type: one of XML Schema (`xs:int`), or the literals of an enumeration. */
export type ValueSet = { readonly scalar: string } | { readonly literals: readonly string[] };

// Lexical forms at the limits of every supported type. A type is represented by those that are valid for it.
const PROBES: readonly string[] = [
  "",
  "plain text",
  " blanks\taround\n",
  "true",
  "0",
  "1",
  ...[7, 8, 15, 16, 31, 32, 63, 64].flatMap((bits) => {
    const border = 2n ** BigInt(bits);
    return [border - 1n, border, -border, -border - 1n].map(String);
  }),
  "-1",
  "12.5",
  "1e300",
  "INF",
  "2026-01-31",
  "2026-01-31Z",
  "08:30:00",
  "2026-01-31T08:30:00",
  "2026-01-31T08:30:00Z",
  "c2l4dGVlbiBieXRlcw==",
];

/**
 * The wire impact of a changed simple type: `cosmetic` where the receiver accepts everything that the sender may write,
 * `risky` where it accepts some of it, `breaking` where it accepts nothing. Measured with this package's own codec on
 * values at the limits of every type, so that every supported type is compared.
 */
export function wireFit(sender: ValueSet, receiver: ValueSet): Verdict {
  const sent = "literals" in sender ? sender.literals : writtenBy(sender.scalar);
  const taken = sent.filter((text) => takes(receiver, text));
  // Only probes of an unbounded sender are known: it may send one of the literals.
  if (taken.length === 0) return isText(sender) && sent.length > 0 ? "risky" : "breaking";
  return taken.length === sent.length ? "cosmetic" : "risky";
}

/** The TypeScript types of such a value: one for each alternative, a literal as JSON. */
export function typescriptOf(values: ValueSet, isRequestParameter: boolean): readonly string[] {
  if ("literals" in values) return values.literals.map((literal) => JSON.stringify(literal));
  const plain = scalarOf(values.scalar)?.typescript ?? "unknown";
  // As the generator renders it: callers may write a Date, and read text.
  return values.scalar === "xs:dateTime" && isRequestParameter ? [plain, "Date"] : [plain];
}

/** True where a value of `from` is accepted where `to` is expected. */
export function isAssignable(from: readonly string[], to: readonly string[]): boolean {
  return from.every((type) => to.includes(type) || (type.startsWith('"') && to.includes("string")));
}

function takes(receiver: ValueSet, text: string): boolean {
  if ("literals" in receiver) return receiver.literals.includes(text);
  return scalarOf(receiver.scalar)?.parse(text) !== undefined;
}

function isText(values: ValueSet): boolean {
  return "scalar" in values && scalarOf(values.scalar)?.parse("plain text") !== undefined;
}

function writtenBy(type: string): readonly string[] {
  const scalar = scalarOf(type);
  return PROBES.flatMap((probe) => {
    const value = scalar?.parse(probe);
    const text = value === undefined ? undefined : scalar?.format(value);
    return text === undefined ? [] : [text];
  });
}
