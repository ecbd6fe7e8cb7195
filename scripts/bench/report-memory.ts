import { fork } from "node:child_process";
import { once } from "node:events";
import type { ReportOutput } from "../../src/reports/areas.js";

/** What a long report took. */
export interface ReportMemory {
  /** By how many bytes the resident set of the process was larger at its peak than before the report. */
  readonly grown: number;
  readonly rows: number;
  readonly milliseconds: number;
}

/**
 * Measures a report of so many bytes (as UTF-8, without what SOAP adds) in a process of its own, from the request to the
 * last row.
 */
export async function measureReport(
  bytes: number,
  area: string,
  output: ReportOutput,
  encoding: "plain" | "gzip" = "plain",
): Promise<ReportMemory> {
  const server = fork(new URL("./report-server.js", import.meta.url), [String(bytes), encoding]);
  try {
    const [port] = (await once(server, "message")) as [number];
    const address = `http://127.0.0.1:${port}/API/API.asmx`;
    const reader = fork(new URL("./report-process.js", import.meta.url), [address, area, output]);
    const ended = once(reader, "close");
    let measured: ReportMemory | undefined;
    reader.once("message", (message: ReportMemory) => {
      measured = message;
    });
    await ended;
    if (!measured) throw new Error("the process that reads the report failed");
    return measured;
  } finally {
    server.disconnect();
  }
}
