import type { SoapFault } from "../../errors/soap-fault-error.js";
import type { Contract, ContractOperation } from "../contract/contract.js";
import type { SoapVersion } from "../contract/soap-version.js";
import type { LongText } from "./long-text.js";
import type { DecodedFields } from "./message-plan.js";

export interface Reply {
  /** The elements of the response, by the contract; undefined when a fault came. */
  readonly response?: DecodedFields;
  readonly fault?: SoapFault;
  /**
   * Paths of elements and attributes that the contract does not know; skipped. Once for each type, at most
   * `DRIFT_LIMIT`.
   */
  readonly drift: readonly string[];
}

export interface ReplyExpectation {
  readonly contract: Contract;
  readonly operation: ContractOperation;
  readonly version: SoapVersion;
  /** A response element in which any text is accepted: the caller judges it. */
  readonly openElement?: string | undefined;
  /** Of a reply in pieces: a text of the response that may be long, and receives it. Its value is empty then. */
  readonly longText?: { readonly element: string; readonly text: Pick<LongText, "add"> } | undefined;
}

/** The reply is not the answer that was expected. The reason quotes nothing but names of the contract. */
export class ReplyDecodeError extends Error {
  override readonly name = "ReplyDecodeError";
}
