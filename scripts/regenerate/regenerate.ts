import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { generate } from "../../src/codegen/generate.js";
import { compareComparable, readComparable } from "../../src/compare/compare-wsdls.js";
import type { ContractDiff } from "../../src/compare/finding.js";
import { renderMarkdown } from "../../src/compare/render-markdown.js";
import { renderText } from "../../src/compare/render-text.js";
import { loadWsdl } from "../../src/wsdl/load-wsdl.js";
import { pullWsdl, WSDL_FILE } from "../../src/wsdl/pull-wsdl.js";
import { facadeConcerns, facadeMisfits } from "./facade-fit.js";
import { nextVersion, withEntry, withVersion } from "./release.js";
import { Snapshot } from "./snapshot.js";

export interface RegenerateOptions {
  /** The project's folder. */
  readonly root: string;
  /** Where the new WSDL is. */
  readonly url: string;
  /** Refuse a WSDL with an operation that cannot be carried, instead of leaving it out; false when absent. */
  readonly strict?: boolean;
  /** What to tell while it runs. */
  readonly tell: (line: string) => void;
  /** Runs a script of `package.json`; rejects when it fails. Its output is the runner's to show. */
  readonly runScript: (script: string) => Promise<void>;
  /** Ends it between two steps, as a failure. */
  readonly signal?: AbortSignal;
}

/** How a regeneration ended. */
export interface Regenerated {
  readonly verdict: ContractDiff["verdict"];
  readonly version: string;
}

/** A step failed; everything is as it was before, unless the message says what could not be put back. */
export class StepError extends Error {
  override readonly name = "StepError";
  readonly step: string;

  constructor(step: string, cause: unknown) {
    super(`${step}: ${describe(cause)}`, { cause });
    this.step = step;
  }
}

/** The step in which a failure leaves something as it was not before. */
export const PUT_BACK = "put everything back";

/** Everything that a regeneration may write. */
const WRITTEN = ["wsdl", "generated", "CHANGELOG.md", "package.json", "package-lock.json", "src/version.ts"] as const;

/**
 * From a new WSDL to a release that can be committed: pull, compare, generate, typecheck, test, start, then the
 * changelog's entry and the version that the verdict asks for.
 *
 * @throws {StepError} naming the step that failed. All files are then as they were.
 */
export async function regenerate({
  root,
  url,
  strict = false,
  tell,
  runScript,
  signal,
}: RegenerateOptions): Promise<Regenerated> {
  const step = <T>(name: string, work: () => Promise<T>) => runStep(name, work, signal);
  await step("clean tree", () => checkClean(root));
  const snapshot = await Snapshot.of(root, WRITTEN);
  const wsdl = join(root, "wsdl", WSDL_FILE);
  const read = async () => readComparable((await loadWsdl(wsdl)).documents);
  try {
    const before = await step("read the old WSDL", read);
    tell(`pull ${url}`);
    await step("pull", () => pullWsdl({ url, folder: join(root, "wsdl"), strict }));
    const after = await step("read the new WSDL", read);
    const diff = compareComparable(before, after);
    const titles = { old: "the WSDL before", new: "the WSDL pulled now" };
    tell(renderText(diff, titles, { colour: false }));
    const version = await step("version", () => currentVersion(root));
    if (diff.verdict === "same") {
      await snapshot.restore();
      return { verdict: diff.verdict, version };
    }
    const misfits = [...facadeMisfits(after.contract), ...facadeConcerns(diff.findings)];
    for (const misfit of misfits) tell(`facade: ${misfit}`);
    tell("generate");
    await step("generate", async () => generate({ ...(await loadWsdl(wsdl)), out: join(root, "generated") }));
    for (const script of ["types", "test", "start"]) {
      tell(`npm run ${script}`);
      await step(`npm run ${script}`, () => runScript(script)).catch((error: unknown) => {
        if (misfits.length === 0) throw error;
        throw new StepError(`npm run ${script}`, `failed; the facade may no longer fit:\n${misfits.join("\n")}`);
      });
    }
    const next = nextVersion(version, diff.semver);
    const body = `The service's WSDL changed.\n\n${renderMarkdown(diff, titles)}`;
    await step("release notes", () => writeRelease(root, version, next, body));
    return { verdict: diff.verdict, version: next };
  } catch (error) {
    await snapshot.restore().catch((failure: unknown) => {
      const advice = '"git status" tells what, "git restore ." puts it back';
      throw new StepError(PUT_BACK, `${describe(failure)}; ${advice}. Before that, ${describe(error)}`);
    });
    throw error;
  }
}

async function runStep<T>(name: string, work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    signal?.throwIfAborted();
    const result = await work();
    signal?.throwIfAborted();
    return result;
  } catch (error) {
    throw new StepError(name, error);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const run = promisify(execFile);

async function checkClean(root: string): Promise<void> {
  // Told explicitly: a user may have set status.showUntrackedFiles to no.
  const status = ["status", "--porcelain", "--untracked-files=all"];
  const { stdout } = await run("git", status, { cwd: root }).catch((error: unknown) => {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw isMissing
      ? new Error("git is not installed, without which nobody knows whether anything would be lost")
      : error;
  });
  if (stdout !== "")
    throw new Error(`there are changes that are not committed; commit or stash them first:\n${stdout}`);
  // The folder is replaced whole, and what git ignores in it could not be had back.
  const ignored = await run("git", [...status, "--ignored", "--", "generated"], { cwd: root });
  if (ignored.stdout !== "")
    throw new Error(`there are files in generated/ that git ignores; move them elsewhere first:\n${ignored.stdout}`);
}

async function currentVersion(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version?: unknown };
  if (typeof version !== "string" || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error("package.json: version: expected three numbers, such as 1.2.3");
  }
  return version;
}

async function writeRelease(root: string, version: string, next: string, body: string): Promise<void> {
  const json = /("version": ")([^"]+)(")/g;
  const edits: readonly (readonly [file: string, edit: (text: string) => string])[] = [
    ["CHANGELOG.md", (text) => withEntry(text, next, body)],
    // The first two of the lock file's are the project's own; a dependency may have the same number.
    ["package.json", (text) => withVersion(text, version, next, /("version": ")([^"]+)(")/, 1)],
    ["package-lock.json", (text) => editHead(text, 2, (head) => withVersion(head, version, next, json, 2))],
    ["src/version.ts", (text) => withVersion(text, version, next, /(VERSION = ")([^"]+)(")/g, 1)],
  ];
  for (const [file, edit] of edits) {
    const path = join(root, file);
    await writeFile(path, edit(await readFile(path, "utf8")));
  }
}

/** Edits a text up to and with the nth place where a version stands. */
function editHead(text: string, nth: number, edit: (head: string) => string): string {
  const ends = Array.from(text.matchAll(/"version": "[^"]+"/g), ({ index, 0: found }) => index + found.length);
  const end = ends[nth - 1] ?? text.length;
  return edit(text.slice(0, end)) + text.slice(end);
}
