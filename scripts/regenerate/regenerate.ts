import { rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type ComparableWsdl, compareComparable, readComparable } from "../../src/wsdl/compare/compare-wsdls.js";
import type { ContractDiff } from "../../src/wsdl/compare/finding.js";
import { renderMarkdown } from "../../src/wsdl/compare/render-markdown.js";
import { renderText } from "../../src/wsdl/compare/render-text.js";
import { loadWsdl } from "../../src/wsdl/load/load-wsdl.js";
import { placeOf, placeWsdl, pulledFiles, pullWsdl, WSDL_FILE } from "../../src/wsdl/pull/pull-wsdl.js";
import { replaceFiles } from "../../src/wsdl/pull/replace-files.js";
import { checkClean } from "./clean-tree.js";
import { facadeConcerns, facadeMisfits } from "./facade-fit.js";
import { Journal } from "./journal.js";
import { currentVersion, nextVersion, releaseFiles, releaseStep } from "./release.js";
import { describe, PUT_BACK, runStep, StepError } from "./step.js";

export interface RegenerateOptions {
  /** The project's folder. */
  readonly root: string;
  /** Refuse a WSDL with an operation that cannot be carried, instead of leaving it out; false when absent. */
  readonly strict?: boolean;
  /** What to tell while it runs. */
  readonly tell: (line: string) => void;
  /**
   * Runs a script of `package.json`; rejects when it fails, and not before all its processes have ended. Its output is
   * the runner's to show.
   *
   * @param started told the id of the process group that it runs in.
   */
  readonly runScript: (script: string, started: (group: number) => Promise<void>) => Promise<void>;
  /** Ends it between two steps, as a failure. */
  readonly signal?: AbortSignal;
}

/** How a regeneration ended. */
export interface Regenerated {
  readonly verdict: ContractDiff["verdict"];
  readonly version: string;
}

/** A run before this one was killed. Nothing has been done. */
export class InterruptedRunError extends Error {
  override readonly name = "InterruptedRunError";

  constructor({ started, source, step }: Journal["state"]) {
    super(
      `a run that began ${started} with ${source} was interrupted in the step "${step}", and may have changed files.\n` +
        "  npm run regenerate -- --resume  takes the WSDL that it pulled through all steps\n" +
        "  npm run regenerate -- --undo    puts the previous files back",
    );
  }
}

/** In which order the scripts run: first what only the new WSDL can make fail, so that a misfit shows within a minute. */
const SCRIPTS = ["types", "test:contract", "test", "start"] as const;

const TITLES = { old: "the WSDL before", new: "the new WSDL" };

/**
 * From a new WSDL to a release that can be committed: pull, compare, generate, typecheck, test, start, then the
 * changelog's entry and the version that the verdict asks for.
 *
 * @param source where the new WSDL is: an address, or a file.
 * @throws {InterruptedRunError} when a run before was killed; `resume` and `undo` deal with it.
 * @throws {StepError} naming the step that failed. All files are then as they were.
 */
export async function regenerate(source: string, options: RegenerateOptions): Promise<Regenerated> {
  const { root, strict = false, tell, signal } = options;
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
    const { url, file } = placeOf(source);
    const place = String(url ?? file);
    tell(`pull ${place}`);
    await step("pull", () => pullWsdl({ source, folder: join(prepared, "pulled"), strict }));
    const change = await compare(join(prepared, "pulled"), options);
    if (change.diff.verdict === "same") return { verdict: "same", version: change.version };
    // Not ended by the signal: once it has begun, there is something to put back.
    const journal = await runStep("save what is there", () => Journal.begin(root, prepared, place), undefined);
    return await puttingBack(journal, () => carryThrough(journal, change, options));
  } finally {
    // The journal has another name by now.
    await rm(prepared, { recursive: true, force: true });
  }
}

/**
 * Takes the WSDL of a run that was killed through all steps, as if nothing of them had been done.
 *
 * @throws {StepError} as `regenerate`, and when there is nothing to resume, or when that would lose what somebody wrote.
 */
export async function resume(options: RegenerateOptions): Promise<Regenerated> {
  const journal = await takeOver("resume", options);
  await runStep(PUT_BACK, () => journal.restore(), undefined);
  return await puttingBack(journal, async () => {
    const change = await compare(journal.pulled, options);
    if (change.diff.verdict !== "same") return await carryThrough(journal, change, options);
    await journal.end();
    return { verdict: "same", version: change.version };
  });
}

/**
 * Puts back what a run that was killed has changed.
 *
 * @throws {StepError} when there is nothing to undo, or when that would lose what somebody wrote.
 */
export async function undo(options: Pick<RegenerateOptions, "root">): Promise<void> {
  const journal = await takeOver("undo", options);
  await runStep(PUT_BACK, () => journal.restore(), undefined);
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
  /** With the step that the release takes. */
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
    // Loaded where it is needed: the compiler in it takes longer than all the rest.
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
      // What else may hurt the facade was told before: it need not be what this script stumbled over.
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

/** Does some work; puts everything back when it fails. */
async function puttingBack<T>(journal: Journal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    try {
      await journal.restore();
      await journal.end();
    } catch (failure) {
      const advice = `npm run regenerate -- --undo tries again; ${journal.folder} holds the previous files`;
      throw new StepError(PUT_BACK, `${describe(failure)}; ${advice}. Before that, ${describe(error)}`);
    }
    throw error;
  }
}
