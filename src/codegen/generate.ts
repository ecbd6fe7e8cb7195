import { renderFiles, type WsdlInput } from "./render-files.js";
import { replaceFolder } from "./replace-folder.js";

export interface GenerateOptions extends WsdlInput {
  /** The folder to replace, normally `generated`. Its `contract.ts` imports from `../src/soap/contract.js`. */
  readonly out: string;
}

/**
 * Generates the stubs and the contract of a WSDL into a folder, replacing it whole.
 *
 * @returns how many files it holds.
 * @throws {WsdlError} when the WSDL cannot be used; the folder is as it was then.
 */
export async function generate({ out, ...input }: GenerateOptions): Promise<number> {
  const files = await renderFiles(input);
  await replaceFolder(out, files);
  return files.size;
}
