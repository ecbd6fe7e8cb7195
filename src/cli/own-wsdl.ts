import { Option } from "commander";
import type { Contract } from "../soap/contract/contract.js";
import { type NetworkFlags, networkSettings } from "./network-settings.js";

/** A WSDL that replaces this package's. */
export interface OwnWsdl {
  readonly contract: Contract;
  /** The document's text. */
  readonly text: string;
}

/** `--wsdl`, for the commands that call or emulate a service. @param more appended to the help text. */
export function wsdlOption(more = ""): Option {
  const text = `your own WSDL instead of this package's: a file or an https URL${more}`;
  return new Option("--wsdl <source>", text).env("RESCUE_WSDL");
}

/**
 * The WSDL that `--wsdl` names; undefined when the option is not set. It is read at run time: no stubs are needed.
 * @throws {WsdlError} when it cannot be loaded or read.
 * @throws {UsageError} when `flags` cannot be used.
 */
export async function ownWsdl(source: string | undefined, flags: NetworkFlags): Promise<OwnWsdl | undefined> {
  if (source === undefined) return undefined;
  const [{ loadWsdl }, { readDocuments }, { decodeDocument }, { argumentSource }] = await Promise.all([
    import("../wsdl/load/load-wsdl.js"),
    import("../wsdl/read/read-wsdl.js"),
    import("../wsdl/load/document-text.js"),
    import("./wsdl-argument.js"),
  ]);
  const { documents } = await loadWsdl(argumentSource(source), { connection: await networkSettings(flags) });
  return { contract: readDocuments(documents).contract, text: decodeDocument(documents[0].bytes) ?? "" };
}
