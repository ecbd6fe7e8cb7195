import type { RenderOptions } from "../codegen/render-files.js";
import { loadWsdl } from "../wsdl/load-wsdl.js";
import { EXIT } from "./exit-codes.js";
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
 * @throws {UsageError} for a folder that holds something else or cannot be written, and where the generator's tools are
 *   not installed.
 * @throws {WsdlError} for a WSDL that cannot be had or read; the folder is as it was then.
 */
export async function generateInto(source: string, out: string, flags: GenerateIntoFlags): Promise<void> {
  const options = { ...OPTIONS, strict: flags.strict === true };
  const { generate, renderFiles, findDrift, foreignFileIn } = await loadGenerator();
  const input = await loadWsdl(wsdlSource(source));
  if (flags.check) {
    const expected = await renderFiles(input, options);
    const drift = await usingFolder(out, () => findDrift(out, expected));
    for (const line of drift) process.stdout.write(`${line}\n`);
    process.stdout.write(drift.length === 0 ? `${out} is up to date with ${source}\n` : "");
    if (drift.length > 0) process.exitCode = EXIT.refused;
    return;
  }
  const foreign = await usingFolder(out, () => foreignFileIn(out));
  if (foreign !== undefined) {
    throw new UsageError(`${out} would be replaced whole, but ${foreign} was not generated; name another folder`);
  }
  const count = await usingFolder(out, () => generate({ ...input, ...options, out }));
  process.stdout.write(`${out}: ${count} files from ${source}\n`);
}

// What the file system refuses is about the folder that the user named: no folder, not writable, a full disk.
async function usingFolder<T>(out: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error;
    throw new UsageError(`${out} cannot be used (${String(error.code)}), and is as it was; name a folder to write to`);
  }
}

// The tools weigh more than all the rest together, and who only calls the service has no use for them.
async function loadGenerator() {
  try {
    const [{ generate }, { renderFiles }, { findDrift }, { foreignFileIn }] = await Promise.all([
      import("../codegen/generate.js"),
      import("../codegen/render-files.js"),
      import("../codegen/drift.js"),
      import("../codegen/foreign-file.js"),
    ]);
    return { generate, renderFiles, findDrift, foreignFileIn };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")) throw error;
    throw new UsageError(
      "generate needs two tools that are not installed: npm install --save-dev wsdl-tsclient@1.7.1 ts-morph@28.0.0",
    );
  }
}
