import { rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ConnectionSettings } from "../../src/soap/http/connection-agent.js";
import { type ComparableWsdl, compareComparable, readComparable } from "../../src/wsdl/compare/compare-wsdls.js";
import type { ContractDiff } from "../../src/wsdl/compare/finding.js";
import { renderMarkdown } from "../../src/wsdl/compare/render-markdown.js";
import { renderText } from "../../src/wsdl/compare/render-text.js";
import { loadWsdl } from "../../src/wsdl/load/load-wsdl.js";
import { placeWsdl, publicSource, pulledFiles, pullWsdl, WSDL_FILE } from "../../src/wsdl/pull/pull-wsdl.js";
import { replaceFiles } from "../../src/wsdl/pull/replace-files.js";
import { checkClean } from "./clean-tree.js";
import { facadeConcerns, facadeMisfits } from "./facade-fit.js";
import { Journal } from "./journal.js";
import { currentVersion, nextVersion, releaseFiles, releaseStep } from "./release.js";
import { describe, RESTORE, runStep, StepError } from "./step.js";

export interface RegenerateOptions {
  /** The project's folder. */
  readonly root: string;
  /**
   * Whether to refuse a WSDL with an unsupported operation, instead of leaving the operation out.
   * @default false
   */
  readonly strict?: boolean;
  /** How an address is reached. @default as calls reach the service without options */
  readonly connection?: ConnectionSettings;
  /** Called with each line of progress. */
  readonly tell: (line: string) => void;
  /**
   * Runs a script of `package.json` and shows its output; rejects when it fails, after all its processes have ended.
   *
   * @param started called with the id of its process group.
   */
  readonly runScript: (script: string, started: (group: number) => Promise<void>) => Promise<void>;
  /** Makes it fail between two steps. */
  readonly signal?: AbortSignal;
}

/** The result of a regeneration. */
export interface Regenerated {
  readonly verdict: ContractDiff["verdict"];
  readonly version: string;
}

/** An earlier run was killed. Nothing was done. */
export class InterruptedRunError extends Error {
  override readonly name = "InterruptedRunError";

  constructor({ started, source, step }: Journal["state"]) {
    super(
      `a run that began ${started} with ${source} was interrupted in the step "${step}", and may have changed files.\n` +
        "  npm run regenerate -- --resume  runs all steps with the WSDL that it pulled\n" +
        "  npm run regenerate -- --undo    restores the previous files",
    );
  }
}

/** The scripts, in their order: first those that only a new WSDL can make fail, to report a misfit within a minute. */
const SCRIPTS = ["types", "test:contract", "test", "start"] as const;

const TITLES = { old: "the WSDL before", new: "the new WSDL" };

/**
 * Turns a new WSDL into a release that can be committed: pull, compare, generate, type-check, test, start, then the
 * changelog's entry and the version that the verdict calls for.
 *
 * @param source the new WSDL: a URL or a file.
 * @throws {InterruptedRunError} when an earlier run was killed; `resume` or `undo` is needed first.
 * @throws {StepError} naming the step that failed. All files are restored then.
 */
export async function regenerate(source: string, options: RegenerateOptions): Promise<Regenerated> {
  const { root, strict = false, connection = {}, tell, signal } = options;
  const step = <T>(name: string, work: () => Promise<T>) => runStep(name, work, signal);
  const interrupted = await step("look for an interrupted run", async () => {
    const journal = await Journal.find(root);
    await journal?.checkEnded();
    return journal;
  });
  if (interrupted) throw new InterruptedRunError(interrupted.state);
  await step("clean tree", () => checkClean(root, source));
  const prepared = await step("prepare", () => Journal.prepare(root));
  try {
    const { url, file } = publicSource(source);
    const place = String(url ?? file);
    tell(`pull ${place}`);
    await step("pull", () => pullWsdl({ source, folder: join(prepared, "pulled"), strict, connection }));
    const change = await compare(join(prepared, "pulled"), options);
    if (change.diff.verdict === "same") return { verdict: "same", version: change.version };
    // Not interrupted by the signal: once it has begun, files must be restored.
    const journal = await runStep("save the previous files", () => Journal.begin(root, prepared, place), undefined);
    return await restoringOnFailure(journal, () => carryThrough(journal, change, options));
  } finally {
    // The journal was renamed by now.
    await rm(prepared, { recursive: true, force: true });
  }
}

/**
 * Runs all steps with the WSDL of a killed run, as if none of them had been done.
 *
 * @throws {StepError} as `regenerate`, and when there is nothing to resume, or when changes made since would be lost.
 */
export async function resume(options: RegenerateOptions): Promise<Regenerated> {
  const journal = await takeOver("resume", options);
  await runStep(RESTORE, () => journal.restore(), undefined);
  return await restoringOnFailure(journal, async () => {
    const change = await compare(journal.pulled, options);
    if (change.diff.verdict !== "same") return await carryThrough(journal, change, options);
    await journal.end();
    return { verdict: "same", version: change.version };
  });
}

/**
 * Restores what a killed run has changed.
 *
 * @throws {StepError} when there is nothing to undo, or when changes made since would be lost.
 */
export async function undo(options: Pick<RegenerateOptions, "root">): Promise<void> {
  const journal = await takeOver("undo", options);
  await runStep(RESTORE, () => journal.restore(), undefined);
  await runStep("end", () => journal.end(), undefined);
}

async function takeOver(name: string, { root }: Pick<RegenerateOptions, "root">): Promise<Journal> {
  return await runStep(
    name,
    async () => {
      const journal = await Journal.find(root);
      if (!journal) throw new Error("there is no interrupted run");
      await journal.takeOver();
      return journal;
    },
    undefined,
  );
}

/** What a new WSDL changes. */
interface Change {
  readonly after: ComparableWsdl;
  /** With the version step of the release. */
  readonly diff: ContractDiff;
  readonly version: string;
}

async function compare(pulled: string, { root, tell, signal }: RegenerateOptions): Promise<Change> {
  const read = async (folder: string) => readComparable((await loadWsdl(join(folder, WSDL_FILE))).documents);
  const before = await runStep("read the old WSDL", () => read(join(root, "wsdl")), signal);
  const after = await runStep("read the new WSDL", () => read(pulled), signal);
  const version = await runStep("version", () => currentVersion(root), signal);
  const compared = compareComparable(before, after);
  const diff = { ...compared, semver: releaseStep(version, compared.semver) };
  tell(renderText(diff, TITLES, { colour: false }));
  return { after, diff, version };
}

async function carryThrough(
  journal: Journal,
  { after, diff, version }: Change,
  { root, tell, runScript, signal }: RegenerateOptions,
): Promise<Regenerated> {
  const step = <T>(name: string, work: () => Promise<T>) => runStep(name, work, signal);
  const misfits = facadeMisfits(after.contract);
  for (const line of [...misfits, ...facadeConcerns(diff.findings)]) tell(`facade: ${line}`);
  await step("place the WSDL", async () => {
    const files = await pulledFiles(journal.pulled);
    const contents = files.map(({ bytes }) => bytes);
    await journal.note("place the WSDL", contents);
    await placeWsdl(join(root, "wsdl"), files);
  });
  tell("generate");
  await step("generate", async () => {
    await journal.note("generate");
    // Loaded on demand: wsdl-tsclient brings a compiler, which loads slowly.
    const { generate } = await import("../../src/codegen/generate.js");
    await generate({ ...(await loadWsdl(join(root, "wsdl", WSDL_FILE))), out: join(root, "generated") });
  });
  for (const script of SCRIPTS) {
    const name = `npm run ${script}`;
    tell(name);
    await step(name, async () => {
      await journal.note(name);
      await runScript(script, (group) => journal.running(group)).finally(() => journal.running());
    }).catch((error: unknown) => {
      // Other concerns were reported before: they need not be the reason why this script failed.
      if (misfits.length === 0 || signal?.aborted) throw error;
      throw new StepError(name, `failed; the facade does not fit the new WSDL:\n${misfits.join("\n")}`);
    });
  }
  const next = nextVersion(version, diff.semver);
  await step("release notes", async () => {
    const body = `The service's WSDL changed.\n\n${renderMarkdown(diff, TITLES)}`;
    const files = await releaseFiles(root, version, next, body);
    const contents = files.map(([, text]) => text);
    await journal.note("release notes", contents);
    for (const [file, text] of files) await replaceFiles(join(root, dirname(file)), [[basename(file), text]]);
  });
  await journal.end();
  return { verdict: diff.verdict, version: next };
}

/** Runs `work`; restores all files when it fails. */
async function restoringOnFailure<T>(journal: Journal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    try {
      await journal.restore();
      await journal.end();
    } catch (failure) {
      const advice = `npm run regenerate -- --undo tries again; ${journal.folder} contains the previous files`;
      throw new StepError(RESTORE, `${describe(failure)}; ${advice}. The first error: ${describe(error)}`);
    }
    throw error;
  }
}
