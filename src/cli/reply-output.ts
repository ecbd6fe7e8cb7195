import { type Contract, type ContractField, isRepeated, lookUp } from "../soap/contract/contract.js";
import { resultElement } from "../soap/contract/result-element.js";
import { type ListFlags, printList } from "./list-options.js";
import { output } from "./output.js";
import { type TableRow, textOf } from "./table.js";

type Members = Readonly<Record<string, unknown>>;

/** Where a reply holds a list of objects, and nothing else. */
interface RowsPlace {
  /** The names of the elements that lead to the list. */
  readonly path: readonly string[];
  readonly columns: readonly string[];
}

/**
 * Prints the answer of an operation. The contract decides the form, so that an empty list is one too: a list of objects
 * is a table with a row for each, everything else a line for each value.
 */
export async function printReply(
  contract: Contract,
  operation: string,
  answer: object,
  flags: ListFlags,
): Promise<void> {
  const reply = { ...answer } as Members;
  const place = rowsPlace(contract, operation);
  if (place) await printRows(place, reply, flags);
  else if (flags.json) await output.json(withoutBigints(reply) as object);
  else
    await printValues(operation, Object.fromEntries(flatValues(contract, fieldsOf(contract, operation), reply)), flags);
}

function fieldsOf(contract: Contract, name: string): readonly ContractField[] {
  const operation = lookUp(contract.operations, name);
  if (!operation) return [];
  const result = resultElement(contract, name, operation)?.name;
  return operation.response.fields.filter((field) => field.name !== result);
}

function rowsPlace(contract: Contract, operation: string): RowsPlace | undefined {
  const [field, ...others] = fieldsOf(contract, operation);
  if (!field || others.length > 0) return undefined;
  const members = lookUp(contract.types, field.type);
  if (!members) return undefined;
  const names = (columns: readonly ContractField[]) => columns.map(({ name }) => name);
  if (isRepeated(field)) return { path: [field.name], columns: names(members) };
  // ASMX wraps a list into an ArrayOf… type with one element.
  const [item, ...more] = members;
  const columns = item && isRepeated(item) && more.length === 0 ? lookUp(contract.types, item.type) : undefined;
  return item && columns && { path: [field.name, item.name], columns: names(columns) };
}

async function printRows({ path, columns }: RowsPlace, reply: Members, flags: ListFlags): Promise<void> {
  const list = path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), reply);
  // An item that is nil is a row without values.
  const items = (Array.isArray(list) ? list : []).map((item) => (isObject(item) ? item : {}));
  if (flags.json) {
    for (const item of items) if (!(await output.json(withoutBigints(item) as object))) return;
    return;
  }
  const rows = items.map(
    (item): TableRow => Object.fromEntries(columns.map((column) => [column, cellOf(item[column])])),
  );
  // What no row has would only take the terminal's width; CSV keeps its columns.
  const used = columns.filter((column) => rows.some((row) => textOf(row[column]) !== ""));
  await printList(used.length === 0 ? columns : used, rows, flags, columns);
}

/** The values of a reply, each with its path in it, such as `oUser.sName`. */
function flatValues(
  contract: Contract,
  fields: readonly ContractField[],
  values: Members,
  above = "",
): readonly (readonly [path: string, value: TableRow[string]])[] {
  return fields.flatMap((field) => {
    const path = `${above}${field.name}`;
    const value = values[field.name];
    const members = isRepeated(field) ? undefined : lookUp(contract.types, field.type);
    return members && isObject(value)
      ? flatValues(contract, members, value, `${path}.`)
      : [[path, cellOf(value)] as const];
  });
}

async function printValues(operation: string, row: TableRow, flags: ListFlags): Promise<void> {
  const names = Object.keys(row);
  if (flags.csv) return printList(names, [row], flags);
  // A reply without values says only that it was done: anything else is an error.
  if (names.length === 0) return void (await output.line(`${operation} answered OK`));
  const width = Math.max(...names.map((name) => name.length));
  for (const name of names) {
    // A line of a text never begins as a name does.
    const [first = "", ...more] = textOf(row[name]).split(/\r?\n/);
    const lines = [`${name.padEnd(width)}  ${first}`.trimEnd(), ...more.map((line) => " ".repeat(width + 2) + line)];
    for (const line of lines) if (!(await output.line(line))) return;
  }
}

/** A value as a cell: a list of plain values with commas, an object as JSON. */
function cellOf(value: unknown): TableRow[string] {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object") return String(value);
  return Array.isArray(value) && !value.some(isObject) ? value.join(", ") : JSON.stringify(withoutBigints(value));
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// JSON has no bigint; its digits are kept.
function withoutBigints(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(withoutBigints);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutBigints(member)]));
}
