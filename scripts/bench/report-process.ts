// Fetches one short report and one long one, and sends how much memory the long one took: by how much the resident set of
// the process was larger at its peak than before. Garbage is collected when Node does. Run by report-memory.ts.
import { readFileSync } from "node:fs";
import { RescueClient } from "../../src/index.js";

const [endpoint = "", area = "", output = ""] = process.argv.slice(2);

/** The largest resident set so far. Not `maxRSS`: on Linux that begins with what the parent process had. */
function peak(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}

await using rescue = new RescueClient({
  credentials: { email: "some@email.com", password: "secretPassword" },
  endpoint,
});

async function read(): Promise<number> {
  if (output !== "TEXT" && output !== "XML") throw new Error("expected TEXT or XML");
  const query = { area, node: 1, from: "2026-11-01", to: "2026-11-02", output } as const;
  let rows = 0;
  for await (const { cells } of rescue.reports.rows(query)) {
    if (cells?.["Session ID"] === rows + 1 || cells?.["Session ID"] === String(rows + 1)) rows += 1;
    else throw new Error(`row ${rows + 1} is missing`);
  }
  return rows;
}

await read();
const before = process.memoryUsage.rss();
const begun = performance.now();
const rows = await read();
process.send?.({ grown: peak() - before, rows, milliseconds: performance.now() - begun });
process.disconnect();
