import { operationsWithoutRow, WITHOUT_ROW } from "../client/operations/operation-table.js";
import type { RenderOptions } from "../codegen/render-files.js";
import { visible } from "../soap/text/printable.js";
import { loadWsdl } from "../wsdl/load/load-wsdl.js";
import { EXIT } from "./exit-codes.js";
import { type NetworkFlags, networkSettings } from "./network-settings.js";
import { output } from "./output.js";
import { UsageError } from "./usage-error.js";
import { argumentSource } from "./wsdl-argument.js";

// The generated files import only types from this package, which the root exports.
const OPTIONS: RenderOptions = {
  contractModule: "rescue-soap-client",
  // Without the actual arguments: the same WSDL must give the same bytes wherever it is.
  command: "npx rescue generate --wsdl SOURCE --out FOLDER",
};

interface GenerateIntoFlags extends NetworkFlags {
  readonly check?: true;
  readonly strict?: true;
}

/**
 * Generates into a folder of the user's project. With `flags.check` it only compares, and sets the exit code.
 *
 * @throws {InvalidArgumentError} for a folder that must not be replaced, before the WSDL is loaded.
 * @throws {UsageError} for a folder that cannot be written, and when the generator's tool is not installed.
 * @throws {WsdlError} for a WSDL that cannot be loaded or read; the folder is unchanged then.
 */
export async function generateInto(source: string, out: string, flags: GenerateIntoFlags): Promise<void> {
  const options = { ...OPTIONS, strict: flags.strict === true };
  const { generate, renderFiles, outdatedFiles, folderPath, replaceableFolder } = await loadGenerator();
  // Before anything is fetched and generated; generate() checks it again.
  await usingFolder(out, () => (flags.check ? folderPath(out) : replaceableFolder(out)));
  const input = await loadWsdl(argumentSource(source), { connection: await networkSettings(flags) });
  if (flags.check) {
    const expected = await renderFiles(input, options);
    const outdated = await usingFolder(out, () => outdatedFiles(out, expected));
    const lines = outdated.length === 0 ? [`${out} is up to date with ${source}`] : outdated;
    await output.document(lines.map((line) => `${visible(line)}\n`).join(""));
    if (outdated.length > 0) process.exitCode = EXIT.refused;
    return;
  }
  const count = await usingFolder(out, () => generate({ ...input, ...options, out }));
  const { readDocuments } = await import("../wsdl/read/read-wsdl.js");
  const { contract } = readDocuments(input.documents);
  const unknown = operationsWithoutRow(Object.keys(contract.operations)).map((name) => `${name}: ${WITHOUT_ROW}`);
  const lines = [`${out}: ${count} files from ${source}`, ...unknown];
  await output.document(lines.map((line) => `${visible(line)}\n`).join(""));
}

// A file system error concerns the folder that the user named: not a folder, not writable, a full disk.
async function usingFolder<T>(out: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error;
    throw new UsageError(
      `${out} cannot be used (${String(error.code)}) and is unchanged; choose a folder that can be written`,
    );
  }
}

// The tool is larger than the rest of the package, and clients do not need it.
async function loadGenerator() {
  try {
    const [{ generate }, { renderFiles }, { outdatedFiles }, { folderPath, replaceableFolder }] = await Promise.all([
      import("../codegen/generate.js"),
      import("../codegen/render-files.js"),
      import("../codegen/outdated-files.js"),
      import("../codegen/replaceable-folder.js"),
    ]);
    return { generate, renderFiles, outdatedFiles, folderPath, replaceableFolder };
  } catch (error) {
    if (!isNotInstalled(error)) throw error;
    throw new UsageError(
      "generate needs wsdl-tsclient, which is not installed: npm install --save-dev wsdl-tsclient@1.7.1",
    );
  }
}

// Node reports it differently for import and require.
function isNotInstalled(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^(?:ERR_)?MODULE_NOT_FOUND$/.test(String(error.code));
}
