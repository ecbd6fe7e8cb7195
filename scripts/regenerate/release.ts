import type { SemverStep } from "../../src/compare/finding.js";

/**
 * The version after this step (semver 2.0.0). Before 1.0.0 a breaking change is a minor step, as semver leaves the
 * major one for the day that the interface is promised.
 */
export function nextVersion(version: string, step: SemverStep): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (step === "none") return version;
  if (step === "patch") return `${major}.${minor}.${patch + 1}`;
  if (step === "minor" || major === 0) return `${major}.${minor + 1}.0`;
  return `${major + 1}.0.0`;
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
  if (found !== times) throw new Error(`version ${version} stands ${found} times where it was expected ${times} times`);
  return changed;
}
