import { constants } from "node:fs";
import { access, open, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { printable } from "../../soap/text/printable.js";
import { UsageError } from "../usage-error.js";
import { type ClosedRun, closePage, PAGE_START } from "./close-page.js";

/**
 * Checks where a report is to be written, before anything is sent. A report of an earlier run is replaced, no other file.
 *
 * @param others files that the run uses itself.
 * @throws {UsageError}
 */
export async function checkReportFile(file: string, others: readonly (string | undefined)[]): Promise<void> {
  const refuse = (problem: string) => new UsageError(`--report: ${printable(file)} ${problem}`);
  if (others.some((other) => other !== undefined && resolve(other) === resolve(file)))
    throw refuse("is also named by another option");
  try {
    const there = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    if (there && !there.isFile()) throw refuse("is not a file");
    if (there && !(await isReport(file)))
      throw refuse("is there already, and no report of this command: it is not replaced");
    await access(dirname(resolve(file)), constants.W_OK);
  } catch (error) {
    throw error instanceof UsageError ? error : refuse(`cannot be written (${codeOf(error)})`);
  }
}

/** Writes the report: the file has its name once it is complete. @returns what went wrong. */
export async function writeClosePage(file: string, run: ClosedRun): Promise<string | undefined> {
  try {
    const { PartialFile } = await import("../../reports/partial-file.js");
    await using partial = await PartialFile.open(file, "rescue close");
    await partial.append(closePage(run));
    await partial.finish();
    return undefined;
  } catch (error) {
    return `--report: ${file} could not be written (${codeOf(error)})`;
  }
}

async function isReport(file: string): Promise<boolean> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(PAGE_START.length), 0, PAGE_START.length, 0);
  return bytesRead === 0 || buffer.toString("utf8", 0, bytesRead) === PAGE_START;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  return "code" in error && error.code !== "INVALID_ARGUMENT" ? String(error.code) : error.message;
}
