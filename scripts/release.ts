// Makes a release of what CHANGELOG.md lists as unreleased: `npm run release -- patch|minor|major [--dry-run]`. It sets the
// version everywhere, commits and tags; it pushes nothing. `npm run release -- --check vX.Y.Z` is what the workflow runs.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { SemverStep } from "../src/wsdl/compare/finding.js";
import { git } from "./regenerate/git.js";
import { currentVersion, nextVersion, releaseFiles, releaseStep } from "./regenerate/release.js";

type Step = Exclude<SemverStep, "none">;
const STEPS: readonly Step[] = ["patch", "minor", "major"];

/** The step that a change of the reports in api/ asks for: a line that is gone may break a caller, one that came does not. */
export function stepOf(diff: string): Step {
  const lines = diff.split("\n").filter((line) => /^[+-](?![+-]{2} )/.test(line) && line.slice(1).trim() !== "");
  if (lines.some((line) => line.startsWith("-"))) return "major";
  return lines.length > 0 ? "minor" : "patch";
}

/**
 * The version and the new content of the files of a release.
 *
 * @param diff of api/ since the last release.
 * @throws {Error} where nothing is listed as unreleased, or the step is smaller than the change.
 */
export async function planRelease(root: string, step: Step, diff: string) {
  const version = await currentVersion(root);
  const needed = releaseStep(version, stepOf(diff)) as Step;
  if (STEPS.indexOf(step) < STEPS.indexOf(needed)) {
    throw new Error(
      `the published types have changed since the last release: ${version} needs a ${needed} step, not ${step}`,
    );
  }
  const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
  if (!/^## Unreleased[^\S\n]*\n+(?!## )\S/m.test(changelog)) {
    throw new Error("CHANGELOG.md lists nothing under `## Unreleased`; write there what users see");
  }
  const next = nextVersion(version, step);
  return { next, files: await releaseFiles(root, version, next, "") };
}

/**
 * Checks that a tag is that of the version in package.json, and that the changelog has its entry.
 *
 * @throws {Error} naming what differs.
 */
export async function checkTag(root: string, tag: string): Promise<void> {
  const version = await currentVersion(root);
  if (tag !== `v${version}`) throw new Error(`the tag is ${tag}, and package.json has ${version}`);
  const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
  if (!changelog.split("\n").includes(`## ${version}`)) throw new Error(`CHANGELOG.md has no entry ## ${version}`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { "dry-run": { type: "boolean", default: false }, check: { type: "string" } },
    allowPositionals: true,
  });
  const root = process.cwd();
  if (values.check !== undefined) return checkTag(root, values.check);
  const step = STEPS.find((one) => one === positionals[0]);
  if (!step || positionals.length > 1)
    throw new Error("expected one step: npm run release -- patch|minor|major [--dry-run]");
  const changes = await git(root, "status", "--porcelain", "--untracked-files=all");
  if (changes !== "") throw new Error(`there are uncommitted changes; commit or stash them first:\n${changes}`);
  const last = (await git(root, "tag", "--list", "v*", "--sort=-version:refname")).split("\n")[0];
  // Before the first tag everything is new.
  const diff = last ? await git(root, "diff", "--unified=0", last, "--", "api") : "";
  const { next, files } = await planRelease(root, step, diff);
  if (values["dry-run"]) {
    console.log(`would release ${next}, and change ${files.map(([file]) => file).join(", ")}`);
    return;
  }
  for (const [file, text] of files) await writeFile(join(root, file), text);
  await git(root, "commit", "--quiet", "--all", "--message", `Release ${next}`);
  await git(root, "tag", `v${next}`);
  console.log(`v${next} is committed and tagged; push both to publish it: git push --follow-tags origin HEAD v${next}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error: unknown) => {
    console.error(`release: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
