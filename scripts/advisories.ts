// Says which known advisories apply to the package: `npm run advisories`. What ships and what only builds are told apart.
// Ends with 0 where each is accepted in advisories.json, 1 where one is not or an acceptance no longer holds, 3 where the
// registry could not be asked.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type LockFile, shippedPackages } from "./sbom.js";

/** An advisory that is known and not acted on. */
export interface Acceptance {
  /** Such as `GHSA-xxxx-xxxx-xxxx`. */
  readonly id: string;
  readonly package: string;
  readonly reason: string;
  /** The last day on which it holds: `2027-01-31`. */
  readonly until: string;
}

export interface Advisory {
  readonly id: string;
  readonly package: string;
  readonly severity: string;
  readonly title: string;
  /** True where a user of the package installs it. */
  readonly ships: boolean;
}

/** What an audit found. Undefined where the text is no report of npm's: nothing is known then. */
export function advisoriesOf(audit: string, lock: LockFile): readonly Advisory[] | undefined {
  const report = parsed(audit);
  if (!isRecord(report) || !isRecord(report.vulnerabilities)) return undefined;
  const shipped = new Set(shippedPackages(lock));
  const found = new Map<string, Advisory>();
  for (const entry of Object.values(report.vulnerabilities)) {
    if (!isRecord(entry) || !Array.isArray(entry.via)) return undefined;
    const nodes: readonly unknown[] = Array.isArray(entry.nodes) ? entry.nodes : [];
    const ships = nodes.some((node) => typeof node === "string" && shipped.has(node));
    // A text in `via` names another entry, which has the advisory itself.
    for (const via of entry.via.filter(isRecord)) {
      const id = /GHSA-[\w-]{1,40}/.exec(String(via.url))?.[0] ?? String(via.source);
      const name = String(via.name);
      found.set(`${id} ${name}`, {
        id,
        package: name,
        severity: String(via.severity),
        title: String(via.title),
        ships,
      });
    }
  }
  return [...found.values()];
}

/** What is wrong: advisories that nobody accepted, and acceptances that have ended or apply to nothing. */
export function problemsOf(
  found: readonly Advisory[],
  accepted: readonly Acceptance[],
  today: string,
): readonly string[] {
  const matches = (one: Acceptance, advisory: Advisory) => one.id === advisory.id && one.package === advisory.package;
  const open = found.filter((advisory) => !accepted.some((one) => matches(one, advisory) && one.until >= today));
  return [
    ...open.map(
      ({ id, package: name, severity, title, ships }) =>
        `${ships ? "ships" : "only builds"}: ${shown(name)} ${shown(id)} (${shown(severity)}): ${shown(title)}`,
    ),
    ...accepted
      .filter(({ until }) => until < today)
      .map(({ id, until }) => `advisories.json: ${id} was accepted until ${until}`),
    ...accepted
      .filter((one) => !found.some((advisory) => matches(one, advisory)))
      .map(({ id, package: name }) => `advisories.json: ${id} of ${name} applies no more; remove it`),
  ];
}

// Texts of the registry reach a terminal.
function shown(text: string): string {
  return text.slice(0, 200).replace(/[^ -~]/g, "?");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(await readFile("package-lock.json", "utf8")) as LockFile;
  const accepted = JSON.parse(await readFile("advisories.json", "utf8")) as readonly Acceptance[];
  // npm ends with 1 where it found something, and prints the report all the same.
  const audit = await new Promise<string>((resolve) => {
    const options = { maxBuffer: 64 * 1024 * 1024, shell: process.platform === "win32" };
    execFile("npm", ["audit", "--json"], options, (_error, stdout) => resolve(stdout));
  });
  const found = advisoriesOf(audit, lock);
  if (!found) {
    console.error("not checked: the registry gave no report of advisories");
    process.exitCode = 3;
  } else {
    const problems = problemsOf(found, accepted, new Date().toISOString().slice(0, 10));
    for (const problem of problems) console.error(problem);
    console.log(`${found.length} advisories, ${accepted.length} accepted, ${problems.length} problems`);
    process.exitCode = problems.length > 0 ? 1 : 0;
  }
}
