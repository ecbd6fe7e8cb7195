// Closes a million sessions with one `closeSessions` over an emulator in another process, and prints what this process
// takes in memory on the way: it has to stay the same. With `--journal` each call is written to a journal, of which the ids
// that are done stay in memory. `npm run bench:million`
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { RescueClient } from "../../src/index.js";

const SESSIONS = Number(process.argv.find((text) => /^\d+$/.test(text)) ?? 1_000_000);
const FIRST = 50_000_000;
const PARTS = 10;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function used(): string {
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1).padStart(7);
  return `heap ${megabytes(heapUsed)} MB, buffers ${megabytes(external)} MB, RSS ${megabytes(rss)} MB`;
}

const service = fork(new URL("./million-service.js", import.meta.url));
const [{ endpoint, authCode }] = (await once(service, "message")) as [{ endpoint: string; authCode: string }];
const folder = await mkdtemp(join(tmpdir(), "rescue-million-"));
const journal = process.argv.includes("--journal") ? join(folder, "journal.ndjson") : undefined;

function* ids() {
  for (let session = FIRST; session < FIRST + SESSIONS; session += 1) yield session;
}

await using rescue = new RescueClient({ endpoint, credentials: { authCode } });
console.log(`node ${process.version}, ${SESSIONS} sessions${journal === undefined ? "" : ", with a journal"}\n`);
console.log(`${"before".padEnd(10)} ${used()}`);
const started = performance.now();
let closed = 0;
for await (const result of rescue.closeSessions(ids(), { concurrency: 16, journal })) {
  if (!result.closed) throw new Error(`${result.session}: ${result.code}`);
  closed += 1;
  if (closed % (SESSIONS / PARTS) === 0) console.log(`${String(closed).padEnd(10)} ${used()}`);
}
console.log(`\n${Math.round(closed / ((performance.now() - started) / 1_000))} sessions a second`);
service.disconnect();
await rm(folder, { recursive: true, force: true });
