import { type RenderOptions, renderFiles, type WsdlInput } from "./render-files.js";
import { replaceFolder } from "./replace-folder.js";

export type GenerateOptions = WsdlInput &
  RenderOptions & {
    /** The folder to replace, normally `generated`. */
    readonly out: string;
  };

/**
 * Generates the stubs and the contract of a WSDL into a folder, replacing it whole.
 *
 * @returns how many files it holds.
 * @throws {WsdlError} when the WSDL cannot be used; the folder is unchanged then.
 * @throws {InvalidArgumentError} for a folder that must not be replaced: see `replaceableFolder`.
 */
export async function generate(options: GenerateOptions): Promise<number> {
  const files = await renderFiles(options, options);
  await replaceFolder(options.out, files);
  return files.size;
}
