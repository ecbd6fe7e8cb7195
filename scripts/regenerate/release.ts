import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SemverStep } from "../../src/wsdl/compare/finding.js";

/**
 * The step that a release takes for the one that its changes ask for. Before 1.0.0 a breaking change is a minor step, as
 * semver 2.0.0 (section 4) leaves the major one for the day that the interface is promised.
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
 * The version that the project has.
 * @throws {Error} where `package.json` says none, or one that is no three numbers.
 */
export async function currentVersion(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version?: unknown };
  if (typeof version !== "string" || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error("package.json: version: expected three numbers, as in 1.2.3");
  }
  return version;
}

/** The files of a release as they become: the changelog with its entry, and all in which the version is. */
export async function releaseFiles(
  root: string,
  version: string,
  next: string,
  body: string,
): Promise<readonly (readonly [file: string, text: string])[]> {
  const json = /("version": ")([^"]+)(")/g;
  const edits: readonly (readonly [file: string, edit: (text: string) => string])[] = [
    ["CHANGELOG.md", (text) => withEntry(text, next, body)],
    // The first two of the lock file's are the project's own; a dependency may have the same number.
    ["package.json", (text) => withVersion(text, version, next, /("version": ")([^"]+)(")/, 1)],
    ["package-lock.json", (text) => editHead(text, 2, (head) => withVersion(head, version, next, json, 2))],
    ["src/version.ts", (text) => withVersion(text, version, next, /(VERSION = ")([^"]+)(")/g, 1)],
  ];
  return await Promise.all(
    edits.map(async ([file, edit]) => [file, edit(await readFile(join(root, file), "utf8"))] as const),
  );
}

/** Edits a text up to and with the nth version in it. */
function editHead(text: string, nth: number, edit: (head: string) => string): string {
  const ends = Array.from(text.matchAll(/"version": "[^"]+"/g), ({ index, 0: found }) => index + found.length);
  const end = ends[nth - 1] ?? text.length;
  return edit(text.slice(0, end)) + text.slice(end);
}

/** The changelog with an entry for `version` before all others. */
export function withEntry(changelog: string, version: string, body: string): string {
  const first = changelog.indexOf("\n## ");
  const end = first < 0 ? changelog.length : first + 1;
  return `${changelog.slice(0, end)}## ${version}\n${body.trimEnd()}\n\n${changelog.slice(end)}`;
}

/**
 * A file in which the version stands, with the next one in its place.
 * @throws {Error} where it does not stand as often as it must.
 */
export function withVersion(text: string, version: string, next: string, pattern: RegExp, times: number): string {
  let found = 0;
  const changed = text.replace(pattern, (whole, before: string, stands: string, after: string) => {
    if (stands !== version) return whole;
    found += 1;
    return before + next + after;
  });
  if (found !== times) throw new Error(`version ${version} occurs ${found} times, expected ${times}`);
  return changed;
}
