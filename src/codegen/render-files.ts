import { readWsdl } from "../wsdl/read-wsdl.js";
import { contractFile } from "./contract-file.js";
import { header } from "./header.js";
import { indexFile } from "./index-file.js";
import { operationsFile } from "./operations-file.js";
import { sharpen } from "./sharpen.js";
import { writeStubs } from "./stub-files.js";
import { nameTypes } from "./type-names.js";

/** A WSDL to generate from. */
export interface WsdlInput {
  readonly wsdlText: string;
  /** What errors and headers call it: a name without folders. */
  readonly fileName: string;
}

/**
 * Everything that `generated/` holds, as source by path (with `/`), sorted by path. The same input gives the same
 * bytes: read, name, write stubs, sharpen, add the contract.
 *
 * @throws {WsdlError} when the WSDL cannot be read or its names clash.
 */
export async function renderFiles({ wsdlText, fileName }: WsdlInput): Promise<ReadonlyMap<string, string>> {
  const contract = readWsdl(wsdlText, fileName);
  const names = nameTypes(contract);
  const stubs = await writeStubs(contract, names);
  const files = new Map<string, string>([
    ["contract.ts", contractFile(contract)],
    ["operations.ts", operationsFile(contract, names)],
    ["index.ts", indexFile(names)],
  ]);
  for (const [path, text] of sharpen(stubs, contract, names)) files.set(`api/${path}`, text);

  const top = header(wsdlText, fileName);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => [path, top + text]));
}
