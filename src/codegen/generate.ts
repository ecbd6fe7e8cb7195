import { type RenderOptions, renderFiles, type WsdlInput } from "./render-files.js";
import { replaceFolder } from "./replace-folder.js";

export type GenerateOptions = WsdlInput &
  RenderOptions & {
    /** The folder to replace, usually `generated`. */
    readonly out: string;
  };

/**
 * Generates the contract, types and stubs of a WSDL into a folder, replacing all its content.
 *
 * @returns the number of files written.
 * @throws {WsdlError} when the WSDL cannot be used; the folder is unchanged then.
 * @throws {InvalidArgumentError} for a folder that must not be replaced: see `replaceableFolder`.
 * @example
 * await generate({ ...(await loadWsdl("wsdl/API.wsdl")), out: "generated" });
 */
export async function generate(options: GenerateOptions): Promise<number> {
  const files = await renderFiles(options, options);
  await replaceFolder(options.out, files);
  return files.size;
}
