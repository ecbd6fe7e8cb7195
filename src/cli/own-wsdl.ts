import { Option } from "commander";
import type { Contract } from "../soap/contract/contract.js";

/** A WSDL in place of this package's. */
export interface OwnWsdl {
  readonly contract: Contract;
  /** The document's text. */
  readonly text: string;
}

/** `--wsdl`, for the commands that speak to a service, or are one. @param more what else the command's help says. */
export function wsdlOption(more = ""): Option {
  const text = `a WSDL in place of this package's: a file or an https address${more}`;
  return new Option("--wsdl <source>", text).env("RESCUE_WSDL");
}

/**
 * The WSDL that `--wsdl` names; undefined where there is none. It is read at run time: no stubs are needed.
 * @throws {WsdlError} when it cannot be had or read.
 */
export async function ownWsdl(source: string | undefined): Promise<OwnWsdl | undefined> {
  if (source === undefined) return undefined;
  const [{ loadWsdl }, { readDocuments }, { decodeDocument }, { wsdlSource }] = await Promise.all([
    import("../wsdl/load/load-wsdl.js"),
    import("../wsdl/read/read-wsdl.js"),
    import("../wsdl/load/document-text.js"),
    import("./wsdl-argument.js"),
  ]);
  const { documents } = await loadWsdl(wsdlSource(source));
  return { contract: readDocuments(documents).contract, text: decodeDocument(documents[0].bytes) ?? "" };
}
