import type { Contract } from "../../soap/contract/contract.js";
import { documentOfText } from "../load/wsdl-document.js";
import { describeWsdl, type WsdlDescription } from "../read/read-description.js";
import { type ReadOptions, readDocuments, type WsdlDocuments } from "../read/read-wsdl.js";
import { compareContracts } from "./compare-contracts.js";
import type { ContractDiff } from "./finding.js";

/** The text of a WSDL document. */
export interface WsdlText {
  readonly text: string;
  /** What errors call it: a file name or an address. */
  readonly name: string;
}

/** What is compared of a WSDL. */
export interface ComparableWsdl {
  readonly contract: Contract;
  readonly description: WsdlDescription;
}

/**
 * Reads a WSDL and its imports for a comparison.
 *
 * @throws {WsdlError} with file, line and column, for a document that cannot be read as a WSDL.
 */
export function readComparable(documents: WsdlDocuments, options?: ReadOptions): ComparableWsdl {
  const { contract, unshown } = readDocuments(documents, options);
  return { contract, description: { ...describeWsdl(documents.map(({ root }) => root)), unshown: unshown() } };
}

/**
 * Compares two WSDL documents by their meaning. Each must be self-contained; the `rescue wsdl diff` command also follows
 * imports.
 *
 * @throws {WsdlError} when either cannot be read; the message names it.
 * @example
 * const diff = compareWsdls({ text: oldText, name: "old.wsdl" }, { text: newText, name: "new.wsdl" });
 * console.log(renderMarkdown(diff, { old: "old.wsdl", new: "new.wsdl" }));
 */
export function compareWsdls(old: WsdlText, now: WsdlText): ContractDiff {
  const read = ({ text, name }: WsdlText) => readComparable([documentOfText(text, name)]);
  return compareComparable(read(old), read(now));
}

/** Compares two WSDLs that have been read. */
export function compareComparable(old: ComparableWsdl, now: ComparableWsdl): ContractDiff {
  return compareContracts(old.contract, now.contract, { old: old.description, new: now.description });
}
