import { schemasOf } from "../wsdl/load/import-references.js";
import { documentOfText } from "../wsdl/load/wsdl-document.js";
import { readDocuments, type WsdlDocuments } from "../wsdl/read/read-wsdl.js";
import { readSchemaDocumentation } from "../wsdl/read/schema-documentation.js";
import { contractFile } from "./contract-file.js";
import { header } from "./header.js";
import { indexFile } from "./index-file.js";
import { operationsFile } from "./operations-file.js";
import { sharpenStubs } from "./sharpen-stubs.js";
import { writeStubs } from "./stub-files.js";
import { typesFile } from "./types-file.js";
import { nameTypes } from "./typescript-names.js";

/** A WSDL to generate from: what `loadWsdl` gave, or the text of one that imports nothing. */
export type WsdlInput =
  | { readonly documents: WsdlDocuments }
  | {
      readonly wsdlText: string;
      /** What errors and headers call it: a name without folders. */
      readonly fileName: string;
    };

export interface RenderOptions {
  /**
   * What `contract.ts` imports the type `Contract` from: `rescue-soap-client/contract` for files that will stand in
   * another project. The other files import each other, and `soap`. `../src/soap/contract/contract.js` when absent.
   */
  readonly contractModule?: string;
  /** The command that each file names as what makes it anew; `npm run generate` when absent. */
  readonly command?: string;
  /** Refuse a WSDL of which an operation cannot be carried, instead of leaving that out; false when absent. */
  readonly strict?: boolean;
}

/**
 * Everything that `generated/` holds, as source by path (with `/`), sorted by path. The same input gives the same
 * bytes: read, name, render contract and types, have wsdl-tsclient write the stubs, sharpen these.
 *
 * @throws {WsdlError} when the WSDL cannot be read or its names clash.
 */
export async function renderFiles(
  input: WsdlInput,
  { contractModule, command = "npm run generate", strict = false }: RenderOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const documents: WsdlDocuments =
    "documents" in input ? input.documents : [documentOfText(input.wsdlText, input.fileName)];
  const { contract, placeOf } = readDocuments(documents, { strict });
  const names = nameTypes(contract, placeOf);
  const documentation = readSchemaDocumentation(documents.flatMap(({ root }) => schemasOf(root)));
  const files = new Map<string, string>([
    ["contract.ts", contractFile(contract, contractModule)],
    ["operations.ts", operationsFile(contract, names)],
    ["types.ts", typesFile(contract, names, documentation)],
    ["index.ts", indexFile()],
  ]);
  const stubs = await writeStubs(contract, names);
  for (const [path, text] of sharpenStubs(stubs, contract, names)) files.set(`api/${path}`, text);

  const top = header(documents, command);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => [path, top + text]));
}
