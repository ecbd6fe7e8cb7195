import type { RenderOptions } from "../codegen/render-files.js";
import { visible } from "../soap/text/printable.js";
import { loadWsdl } from "../wsdl/load/load-wsdl.js";
import { EXIT } from "./exit-codes.js";
import { output } from "./output.js";
import { UsageError } from "./usage-error.js";
import { wsdlSource } from "./wsdl-argument.js";

// What the files import of this package is types alone, which the root export has.
const OPTIONS: RenderOptions = {
  contractModule: "rescue-soap-client",
  // Without what was given for the two: the same WSDL must give the same bytes wherever it lies.
  command: "npx rescue generate --wsdl SOURCE --out FOLDER",
};

interface GenerateIntoFlags {
  readonly check: true | undefined;
  readonly strict: true | undefined;
}

/**
 * Generates into a folder of the user's project, or only compares with `flags.check`, which sets the exit code.
 *
 * @throws {InvalidArgumentError} for a folder that must not be replaced, before the WSDL is loaded.
 * @throws {UsageError} for a folder that cannot be written, and where the generator's tools are not installed.
 * @throws {WsdlError} for a WSDL that cannot be had or read; the folder is unchanged then.
 */
export async function generateInto(source: string, out: string, flags: GenerateIntoFlags): Promise<void> {
  const options = { ...OPTIONS, strict: flags.strict === true };
  const { generate, renderFiles, findDrift, folderPath, replaceableFolder } = await loadGenerator();
  // Before anything is fetched and generated for it; generate() checks it again.
  await usingFolder(out, () => (flags.check ? folderPath(out) : replaceableFolder(out)));
  const input = await loadWsdl(wsdlSource(source));
  if (flags.check) {
    const expected = await renderFiles(input, options);
    const drift = await usingFolder(out, () => findDrift(out, expected));
    const lines = drift.length === 0 ? [`${out} is up to date with ${source}`] : drift;
    await output.document(lines.map((line) => `${visible(line)}\n`).join(""));
    if (drift.length > 0) process.exitCode = EXIT.refused;
    return;
  }
  const count = await usingFolder(out, () => generate({ ...input, ...options, out }));
  await output.document(`${visible(`${out}: ${count} files from ${source}`)}\n`);
}

// What the file system refuses is about the folder that the user named: no folder, not writable, a full disk.
async function usingFolder<T>(out: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error;
    throw new UsageError(`${out} cannot be used (${String(error.code)}), and is unchanged; name a folder to write to`);
  }
}

// The tools weigh more than all the rest together, and who only calls the service has no use for them.
async function loadGenerator() {
  try {
    const [{ generate }, { renderFiles }, { findDrift }, { folderPath, replaceableFolder }] = await Promise.all([
      import("../codegen/generate.js"),
      import("../codegen/render-files.js"),
      import("../codegen/drift.js"),
      import("../codegen/replaceable-folder.js"),
    ]);
    return { generate, renderFiles, findDrift, folderPath, replaceableFolder };
  } catch (error) {
    if (!isNotInstalled(error)) throw error;
    throw new UsageError(
      "generate needs two tools that are not installed: npm install --save-dev wsdl-tsclient@1.7.1 ts-morph@28.0.0",
    );
  }
}

// Node says it in one way where it imports, and in another where it requires.
function isNotInstalled(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^(?:ERR_)?MODULE_NOT_FOUND$/.test(String(error.code));
}
