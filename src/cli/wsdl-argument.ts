import { type ComparableWsdl, readComparable } from "../wsdl/compare/compare-wsdls.js";
import { loadWsdl } from "../wsdl/load/load-wsdl.js";
import { publicUrl } from "../wsdl/load/origin.js";
import { packagedWsdlFile } from "../wsdl/load/packaged-wsdl.js";
import { unreachable, WsdlError } from "../wsdl/load/wsdl-error.js";
import { type NetworkFlags, networkSettings } from "./network-settings.js";
import type { StrictFlag } from "./strict-option.js";

/** The argument for the WSDL of this package; a file of that name is `./packaged`. */
export const PACKAGED = "packaged";

/** A WSDL named on the command line. */
export interface NamedWsdl extends ComparableWsdl {
  /** Its name in reports: an address without its query. */
  readonly title: string;
}

/**
 * The file or address that an argument refers to.
 * @throws {WsdlError} for `packaged` where this package's WSDL is not shipped with its code.
 */
export function argumentSource(argument: string): string {
  const source = argument === PACKAGED ? packagedWsdlFile() : argument;
  if (source === undefined) throw unreachable("this package's WSDL is not shipped with its code; give a file instead");
  return source;
}

/**
 * Loads the WSDL that an argument names: a file, an https URL (http to this machine), or `packaged`.
 *
 * @param role its role in errors: "the old WSDL".
 * @throws {WsdlError} when it cannot be loaded or read.
 */
export async function namedWsdl(argument: string, role: string, flags: StrictFlag & NetworkFlags): Promise<NamedWsdl> {
  const source = argumentSource(argument);
  const connection = await networkSettings(flags);
  try {
    const { documents } = await loadWsdl(source, { connection });
    const isUrl = /^https?:/i.test(argument) && URL.canParse(argument);
    return { ...readComparable(documents, flags), title: isUrl ? publicUrl(new URL(argument)) : argument };
  } catch (error) {
    if (!(error instanceof WsdlError)) throw error;
    throw new WsdlError(`${role}: ${error.message}`, undefined, error);
  }
}
