import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SemverStep } from "../../src/wsdl/compare/finding.js";

/**
 * The version step of a release, given the step that its changes call for. Before 1.0.0 a breaking change is a minor step:
 * semver 2.0.0 (section 4) reserves the major step for a stable interface.
 */
export function releaseStep(version: string, asked: SemverStep): SemverStep {
  return asked === "major" && version.startsWith("0.") ? "minor" : asked;
}

/** The version after a step (semver 2.0.0). */
export function nextVersion(version: string, step: SemverStep): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (step === "none") return version;
  if (step === "patch") return `${major}.${minor}.${patch + 1}`;
  return step === "minor" ? `${major}.${minor + 1}.0` : `${major + 1}.0.0`;
}

/**
 * The project's version.
 * @throws {Error} when `package.json` has none, or one that is not three numbers.
 */
export async function currentVersion(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version?: unknown };
  if (typeof version !== "string" || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error("package.json: version: expected three numbers, such as 1.2.3");
  }
  return version;
}

/** The new content of a release's files: the changelog with its entry, and all files that contain the version. */
export async function releaseFiles(
  root: string,
  version: string,
  next: string,
  body: string,
): Promise<readonly (readonly [file: string, text: string])[]> {
  const json = /("version": ")([^"]+)(")/g;
  const edits: readonly (readonly [file: string, edit: (text: string) => string])[] = [
    ["CHANGELOG.md", (text) => withEntry(text, next, body)],
    // The first two versions in the lock file are the project's own; a dependency may have the same version.
    ["package.json", (text) => withVersion(text, version, next, /("version": ")([^"]+)(")/, 1)],
    ["package-lock.json", (text) => editHead(text, 2, (head) => withVersion(head, version, next, json, 2))],
    ["src/version.ts", (text) => withVersion(text, version, next, /(VERSION = ")([^"]+)(")/g, 1)],
  ];
  return await Promise.all(
    edits.map(async ([file, edit]) => [file, edit(await readFile(join(root, file), "utf8"))] as const),
  );
}

/** Edits a text up to and including its nth version. */
function editHead(text: string, nth: number, edit: (head: string) => string): string {
  const ends = Array.from(text.matchAll(/"version": "[^"]+"/g), ({ index, 0: found }) => index + found.length);
  const end = ends[nth - 1] ?? text.length;
  return edit(text.slice(0, end)) + text.slice(end);
}

/**
 * The changelog with an entry for `version` as the first. What is listed as unreleased becomes the beginning of that
 * entry, as the release contains it.
 */
export function withEntry(changelog: string, version: string, body: string): string {
  const first = changelog.search(/^## /m);
  const end = first < 0 ? changelog.length : first;
  const entries = changelog.slice(end).split(/^(?=## )/m);
  const unreleased = entries.filter(isUnreleased).map((entry) => entry.replace(/^.*\n?/, "").trim());
  const texts = [...unreleased, body.trimEnd()].filter((text) => text !== "");
  const released = entries.filter((entry) => !isUnreleased(entry)).join("");
  return `${changelog.slice(0, end)}## ${version}\n${texts.join("\n\n")}\n\n${released}`;
}

function isUnreleased(entry: string): boolean {
  return /^## unreleased[^\S\n]*(?:\n|$)/i.test(entry);
}

/**
 * The text of a file with the version replaced by the next one.
 * @throws {Error} when the version does not occur the expected number of times.
 */
export function withVersion(text: string, version: string, next: string, pattern: RegExp, times: number): string {
  let found = 0;
  const changed = text.replace(pattern, (whole, before: string, stands: string, after: string) => {
    if (stands !== version) return whole;
    found += 1;
    return before + next + after;
  });
  if (found !== times) throw new Error(`version ${version} occurs ${found} times instead of ${times}`);
  return changed;
}
