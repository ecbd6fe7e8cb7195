import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Profiler } from "node:inspector";
import { Session } from "node:inspector/promises";
import { SourceMap } from "node:module";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** One of this package's functions that ran. */
export interface WalkedFunction {
  /** Its name as V8 has it; `(anonymous)` where it has none. */
  readonly name: string;
  /** Its line in the TypeScript source. */
  readonly line: number;
  readonly calls: number;
}

/** One of this package's files, with those of its functions that ran, in the order of the source. */
export interface RunFile {
  /** Its path in the repository: `src/client/account/turns.ts`. */
  readonly path: string;
  readonly functions: readonly WalkedFunction[];
}

const DIST = fileURLToPath(new URL("../../", import.meta.url));
const OWN = /^(?:src\/(?:client|errors|soap|index\.js$)|generated\/)/;
// What V8 lists as a function but is not one in the source: the initial values of a class's fields.
const FIELD_INITIALIZERS = /^<(?:instance|static)_/;

/**
 * Which of this package's functions one warm `closeSession` runs: the client has logged in and closed a session before.
 * Counted by V8 (precise coverage), against the emulator in a thread of its own.
 */
export async function measureWalk(): Promise<readonly RunFile[]> {
  const thread = new Worker(new URL("./emulator-thread.js", import.meta.url));
  const exited = once(thread, "exit");
  const [endpoint] = (await once(thread, "message")) as [string];
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    // Loaded now: V8 does not count every call of a function that is older than the counting.
    const { RescueClient } = await import("../../test/reference/service.js");
    const client = new RescueClient({
      endpoint,
      credentials: { email: "some@email.com", password: "secretPassword" },
    });
    await client.closeSession(20000001);
    // Reading the counts resets them.
    await session.post("Profiler.takePreciseCoverage");
    await client.closeSession(20000002);
    const { result } = await session.post("Profiler.takePreciseCoverage");
    await session.post("Profiler.stopPreciseCoverage");
    await client.logout();
    client.close();
    return result.flatMap(runFile).sort((one, other) => (one.path < other.path ? -1 : 1));
  } finally {
    session.disconnect();
    thread.postMessage("close");
    await exited;
  }
}

function runFile({ url, functions }: Profiler.ScriptCoverage): RunFile[] {
  if (!url.startsWith("file:")) return [];
  const file = fileURLToPath(url);
  const path = relative(DIST, file).replaceAll("\\", "/");
  if (!OWN.test(path)) return [];
  const text = readFileSync(file, "utf8");
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
  const walked = functions.flatMap(({ functionName, ranges }) => {
    const [whole] = ranges;
    if (!whole || whole.count === 0 || FIELD_INITIALIZERS.test(functionName)) return [];
    const before = text.slice(0, whole.startOffset).split("\n");
    const entry = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0);
    const line = "originalLine" in entry ? entry.originalLine + 1 : 0;
    return [{ name: functionName || "(anonymous)", line, calls: whole.count }];
  });
  if (walked.length === 0) return [];
  return [{ path: path.replace(/\.js$/, ".ts"), functions: walked.sort((one, other) => one.line - other.line) }];
}
