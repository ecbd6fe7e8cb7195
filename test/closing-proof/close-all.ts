// A process that closes sessions with a journal, as its first argument says in JSON, and prints how that ended.
import { RescueClient } from "../../src/index.js";
import type { Ended, Task } from "./killed-runs.js";

const { client, first, count, options } = JSON.parse(process.argv[2] ?? "") as Task;
const rescue = new RescueClient(client);
const run = rescue.closeSessions(ids(), options);
const unclosed: Ended["unclosed"] = [];
for await (const result of run) if (result.closed !== true) unclosed.push(result);
rescue.close();
const ended: Ended = { totals: run.progress.totals, unclosed, reason: run.ended?.reason };
process.stdout.write(JSON.stringify(ended));

function* ids(): Iterable<number> {
  for (let id = first; id < first + count; id += 1) yield id;
}
