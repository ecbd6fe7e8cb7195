import { didYouMean } from "../errors/nearest-name.js";
import { type Contract, type ContractField, isRepeated, lookUp } from "../soap/contract/contract.js";
import { scalarOf } from "../soap/message/scalar.js";
import { printable } from "../soap/text/printable.js";
import { isSensitiveName } from "../soap/watch/redactor.js";
import { UsageError } from "./usage-error.js";

/** The arguments of an operation, in the vendor's spelling. */
export type CallArguments = Record<string, unknown>;

/**
 * Reads `key=value` arguments by the contract: numbers, booleans and dates have the type of their element; an element
 * that may occur several times is given several times, or as a JSON array; an object is given as JSON, or member by
 * member (`oUser.sName=…`).
 *
 * @param given the arguments of `--args`; those of the command line are added, and go before them.
 * @throws {UsageError} for what is no `key=value`, a key that the operation does not have, a value outside its type, and
 *   secrets. The message shows no value.
 */
export function readCallArguments(
  contract: Contract,
  operation: string,
  texts: readonly string[],
  given: CallArguments = {},
): CallArguments {
  const args: CallArguments = { ...given };
  const fields = lookUp(contract.operations, operation)?.request.fields ?? [];
  const begun = new Set<string>();
  for (const text of texts) {
    const at = text.indexOf("=");
    if (at < 1) throw new UsageError(`expected key=value, got an argument without a key: ${firstWord(text)}`);
    const key = text.slice(0, at);
    place(contract, { fields, into: args, begun }, key, text.slice(at + 1));
  }
  return args;
}

interface Place {
  readonly fields: readonly ContractField[];
  readonly into: CallArguments;
  /** The keys that the command line has given: what `--args` gives of repeated elements is replaced. */
  readonly begun: Set<string>;
}

function place(contract: Contract, { fields, into, begun }: Place, key: string, text: string): void {
  const names = key.split(".");
  let [within, target] = [fields, into];
  for (const [index, name] of names.entries()) {
    const field = fieldOf(within, name, key);
    if (index === names.length - 1) {
      if (begun.has(key) && !isRepeated(field)) throw new UsageError(`${printable(key)} is given twice`);
      target[name] = isRepeated(field)
        ? [...(begun.has(key) ? (target[name] as unknown[]) : []), ...listOf(contract, field, key, text)]
        : typedValue(contract, field, key, text);
      begun.add(key);
      return;
    }
    const members = lookUp(contract.types, field.type);
    if (!members || isRepeated(field))
      throw new UsageError(`${printable(key)}: ${printable(name)} has no members; give it as JSON`);
    const before = target[name];
    const next: CallArguments = typeof before === "object" && before !== null ? { ...before } : {};
    target[name] = next;
    [within, target] = [members, next];
  }
}

function fieldOf(fields: readonly ContractField[], name: string, key: string): ContractField {
  const names = fields.map((field) => field.name);
  const field = fields.find((one) => one.name === name);
  if (!field) {
    const expected = names.length === 0 ? "nothing is expected" : `expected ${names.map(printable).join(", ")}`;
    throw new UsageError(`${printable(key)} is not known here: ${expected}${didYouMean(name, names)}`);
  }
  if (isSensitiveName(name)) throw secretArgument(key);
  return field;
}

function secretArgument(key: string): UsageError {
  return new UsageError(`${printable(key)} is a secret, and arguments show in process lists: give it with --args FILE`);
}

function listOf(contract: Contract, field: ContractField, key: string, text: string): unknown[] {
  const isList = text.trimStart().startsWith("[");
  const list = isList ? json(key, text) : [typedValue(contract, field, key, text)];
  return list as unknown[];
}

function typedValue(contract: Contract, { type, nillable }: ContractField, key: string, text: string): unknown {
  if (lookUp(contract.types, type)) return json(key, text);
  // An enumeration: the literals are checked, and listed, where the arguments are encoded.
  const scalar = lookUp(contract.enums, type) ? undefined : scalarOf(type);
  if (!scalar || scalar.typescript === "string") return text;
  if (nillable && text === "null") return null;
  // XML Schema allows it; a PIN code may have one, an id has none.
  if (scalar.typescript !== "boolean" && /^\s*[+-]?0\d/.test(text))
    throw new UsageError(`${printable(key)}: expected ${scalar.expects}, without a leading zero`);
  const value = scalar.parse(text);
  if (value === undefined) throw new UsageError(`${printable(key)}: expected ${scalar.expects}`);
  return value;
}

function json(key: string, text: string): unknown {
  try {
    return JSON.parse(text, (name, value) => {
      if (isSensitiveName(name)) throw secretArgument(`${key}.${name}`);
      return value;
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // The parser's message would quote the text.
    throw new UsageError(`${printable(key)}: expected JSON`);
  }
}

// What stands before a blank or a colon names no value.
function firstWord(text: string): string {
  return printable(/^[\w.]{0,40}/.exec(text)?.[0] ?? "");
}
