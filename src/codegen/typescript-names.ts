import type { Contract } from "../soap/contract/contract.js";
import { quoteForeign, WsdlError, type WsdlPlace } from "../wsdl/load/wsdl-error.js";
import { isReservedName } from "./reserved-names.js";
import { toIdentifier } from "./source-text.js";

/** The TypeScript names of everything in a contract that becomes an interface or a type alias. */
export interface TypescriptNames {
  /** Complex types and enumerations, by schema name. */
  readonly types: ReadonlyMap<string, string>;
  /** Messages, by the name of their wrapper element. */
  readonly messages: ReadonlyMap<string, string>;
  readonly service: string;
  readonly port: string;
}

/**
 * Names types after the schema: the schema's name with its first letter in upper case, and `_` for characters that are not
 * allowed in an identifier. Names depend on the set of schema names only, so that adding or moving an operation renames
 * nothing. They must differ in more than case, as wsdl-tsclient writes a file for each message:
 *
 * - two of one kind that clash are an error, as neither has precedence;
 * - a message that clashes with a type gets `Message` appended, a service `Service`, a port `Port`;
 * - a name that would shadow a global (`Date`) or a name in the generated files gets `Type` appended.
 *
 * @param placeOf the place where the WSDL defines a name, for errors.
 * @throws {WsdlError} naming both sides of a clash, and for a name that is too long for a file name.
 */
export function nameTypes(
  contract: Contract,
  placeOf: (schemaName: string) => WsdlPlace | undefined = () => undefined,
): TypescriptNames {
  const taken = new Map<string, string>();
  const schemaNames = [...Object.keys(contract.types), ...Object.keys(contract.enums)];
  const elements = Object.values(contract.operations).flatMap(({ request, response }) => [
    request.element,
    response.element,
  ]);
  const types = assign({ kind: "type", schemaNames, taken, placeOf });
  const messages = assign({ kind: "message", schemaNames: elements, taken, placeOf, suffix: "Message" });
  const service = assign({ kind: "service", schemaNames: [contract.service], taken, placeOf, suffix: "Service" });
  const port = assign({ kind: "port", schemaNames: [contract.port], taken, placeOf, suffix: "Port" });
  return {
    types,
    messages,
    service: nameOf(service, contract.service),
    port: nameOf(port, contract.port),
  };
}

/** The name of something that the table must contain. */
export function nameOf(names: ReadonlyMap<string, string>, schemaName: string): string {
  const name = names.get(schemaName);
  if (name === undefined) throw new WsdlError(`${quoteForeign(schemaName)} has no name in TypeScript`);
  return name;
}

// In bytes of UTF-8, with room for a suffix and an extension: file systems allow 255.
const MAXIMUM_NAME_BYTES = 240;

interface Assignment {
  readonly kind: string;
  readonly schemaNames: readonly string[];
  /** The names used so far, each with its owner. */
  readonly taken: Map<string, string>;
  readonly placeOf: (schemaName: string) => WsdlPlace | undefined;
  /** Appended to a name that is taken. */
  readonly suffix?: string;
}

function assign({ kind, schemaNames, taken, placeOf, suffix }: Assignment): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const claims = new Map<string, string>();
  for (const schemaName of [...new Set(schemaNames)].sort()) {
    const plain = typeName(schemaName);
    const name = suffix !== undefined && taken.has(fold(plain)) ? plain + suffix : plain;
    const description = `${kind} ${quoteForeign(schemaName)}`;
    const other = claims.get(fold(name)) ?? taken.get(fold(name));
    if (other !== undefined) {
      const clash = `${other} and ${description} would both be called ${name.replace(/[^\x20-\x7e]/g, "?")}`;
      throw new WsdlError(`${clash} (ignoring case, as in file names); rename one`, placeOf(schemaName));
    }
    if (Buffer.byteLength(name) > MAXIMUM_NAME_BYTES) {
      throw new WsdlError(`${description} is too long to name a file; rename it`, placeOf(schemaName));
    }
    claims.set(fold(name), description);
    names.set(schemaName, name);
  }
  for (const [key, description] of claims) taken.set(key, description);
  return names;
}

function typeName(schemaName: string): string {
  const identifier = toIdentifier(schemaName);
  const first = identifier.charAt(0).toUpperCase();
  // "ß" becomes two letters: such a first letter is not changed.
  const name = first.length === 1 ? first + identifier.slice(1) : identifier;
  return isReservedName(name) ? `${name}Type` : name;
}

/** Equal for two names that a file system may treat as the same. */
function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
