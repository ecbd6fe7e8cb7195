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

// As `generated/api/client.ts` imports it.
const OWN_CLIENT_MODULE = "../../src/soap/node-soap/create-client.js";

/** The WSDL to generate from: a result of `loadWsdl`, or the text of a WSDL without imports. */
export type WsdlInput =
  | { readonly documents: WsdlDocuments }
  | {
      readonly wsdlText: string;
      /** Its name in errors and headers, without folders. */
      readonly fileName: string;
    };

export interface RenderOptions {
  /**
   * The module from which `contract.ts` imports the type `Contract`: `rescue-soap-client` for files in another project.
   * The other files import each other, and `soap`. Without it they are this package's own, and their stubs load only
   * what they need of `soap`.
   * @default "../src/soap/contract/contract.js"
   */
  readonly contractModule?: string;
  /**
   * The command that generates the files again, for their header.
   * @default "npm run generate"
   */
  readonly command?: string;
  /**
   * Whether to refuse a WSDL with an unsupported operation, instead of leaving the operation out.
   * @default false
   */
  readonly strict?: boolean;
}

/**
 * Renders all files of `generated/`. The same input gives the same bytes. The steps: read the WSDL, name its types, render
 * contract and types, run wsdl-tsclient for the stubs, sharpen these.
 *
 * @returns the sources by path (with `/`), sorted by path.
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
  const clientModule = contractModule === undefined ? OWN_CLIENT_MODULE : "soap";
  for (const [path, text] of sharpenStubs(stubs, contract, names, clientModule)) files.set(`api/${path}`, text);

  const top = header(documents, command);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => [path, top + text]));
}
