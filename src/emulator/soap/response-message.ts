import {
  type Contract,
  type ContractField,
  type ContractMessage,
  type ContractOperation,
  lookUp,
} from "../../soap/contract/contract.js";
import { encodeMessage, writeMessage } from "../../soap/message/encode.js";
import type { OperationResult } from "../operations/call/call.js";
import { answeringElement, okPrefix, responseValues } from "../operations/results/response-values.js";

/** A response message as XML, and the result literal in it. */
export interface ResponseMessage {
  readonly xml: string;
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
  const { values, literal } = responseValues(contract, name, operation, result);
  const answering = answeringElement(contract, name, operation);
  const message = answering ? withUnlisted(contract, operation.response, answering) : operation.response;
  return { xml: writeMessage(contract, message, encodeMessage(contract, message, values, name)), literal };
}

// The encoder refuses a literal that is not in the list; if the list cannot be complete, any text is written.
function withUnlisted(contract: Contract, message: ContractMessage, resultField: ContractField): ContractMessage {
  if (okPrefix(lookUp(contract.enums, resultField.type) ?? []) === undefined) return message;
  return {
    ...message,
    fields: message.fields.map((field) => (field === resultField ? { ...field, type: "xs:string" } : field)),
  };
}
