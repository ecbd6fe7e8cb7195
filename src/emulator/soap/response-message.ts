import {
  type Contract,
  type ContractField,
  type ContractMessage,
  type ContractOperation,
  isRepeated,
  lookUp,
} from "../../soap/contract/contract.js";
import { encodeMessage, writeMessage } from "../../soap/message/encode.js";
import { planOf } from "../../soap/message/message-plan.js";
import { PIECE_ROWS, type Pieces, rowPieces } from "../http/pieces.js";
import type { OperationResult } from "../operations/call/call.js";
import { answeringElement, okPrefix, responseValues } from "../operations/results/response-values.js";
import { type ListRowWriter, rowWriter } from "./list-row-writer.js";

/** A response message as XML, and the result literal in it. */
export interface ResponseMessage {
  readonly xml: string | Pieces;
  /** Undefined for an operation that returns data or nothing. */
  readonly literal: string | undefined;
}

/**
 * Writes the response of an operation according to the contract. Out parameters that the contract does not have are
 * omitted, so that one behaviour serves several versions of a WSDL; missing required ones get .NET's default.
 *
 * @throws {Error} for a result code that the operation cannot answer, as a method without a result throws an exception.
 */
export function writeResponse(
  contract: Contract,
  name: string,
  operation: ContractOperation,
  result: OperationResult,
): ResponseMessage {
  const list = longList(contract, operation, result);
  const { values, literal } = responseValues(contract, name, operation, list ? list.empty : result);
  const answering = answeringElement(contract, name, operation);
  const message = answering ? withUnlisted(contract, operation.response, answering) : operation.response;
  const write = (all: unknown) => writeMessage(contract, message, encodeMessage(contract, message, all, name));
  const xml = write(values);
  if (!list) return { xml, literal };
  const whole = () => write(responseValues(contract, name, operation, result).values);
  const writeRow = rowWriterOf(contract, message, list);
  const [before, after, ...more] = xml.split(`<${list.outer} />`);
  if (!writeRow || before === undefined || after === undefined || more.length > 0) return { xml: whole(), literal };
  const rowText = (row: Readonly<Record<string, unknown>>) => writeRow(row) ?? refuse(whole);
  return { xml: rowPieces(`${before}<${list.outer}>`, list.rows, rowText, `</${list.outer}>${after}`), literal };
}

interface LongList {
  readonly outer: string;
  readonly inner: ContractField;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The result without the rows. */
  readonly empty: OperationResult;
}

// The element with one repeated member that holds more rows than are sent at once.
function longList(contract: Contract, { response }: ContractOperation, result: OperationResult): LongList | undefined {
  const out = result.out ?? {};
  for (const { name: outer, type } of response.fields) {
    const [inner, ...others] = lookUp(contract.types, type) ?? [];
    if (!inner || others.length > 0 || !isRepeated(inner) || !Object.hasOwn(out, outer)) continue;
    const rows = memberOf(out[outer], inner.name);
    if (!Array.isArray(rows) || rows.length <= PIECE_ROWS || !rows.every(isRow)) continue;
    return { outer, inner, rows, empty: { ...result, out: { ...out, [outer]: { [inner.name]: [] } } } };
  }
  return undefined;
}

function rowWriterOf(
  contract: Contract,
  message: ContractMessage,
  { outer, inner }: LongList,
): ListRowWriter | undefined {
  const plan = planOf(contract, message);
  const row = plan.byName.get(outer)?.fields?.().byName.get(inner.name)?.fields?.();
  return plan.hasOneNamespace && row ? rowWriter(contract, inner.name, inner.type, row) : undefined;
}

// The encoder throws for the row that cannot be written.
function refuse(write: () => string): never {
  write();
  throw new Error("A row of the list cannot be written.");
}

function isRow(row: unknown): boolean {
  return typeof row === "object" && row !== null && !Array.isArray(row);
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

// The encoder refuses a literal that is not in the list; if the list cannot be complete, any text is written.
function withUnlisted(contract: Contract, message: ContractMessage, resultField: ContractField): ContractMessage {
  if (okPrefix(lookUp(contract.enums, resultField.type) ?? []) === undefined) return message;
  return {
    ...message,
    fields: message.fields.map((field) => (field === resultField ? { ...field, type: "xs:string" } : field)),
  };
}
