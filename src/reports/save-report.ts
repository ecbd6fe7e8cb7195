import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { PartialFile, refusePartial } from "./partial-file.js";
import { checkQuery, type ReportQuery } from "./report-query.js";
import type { FetchReport } from "./report-request.js";
import type { ReportRow } from "./report-row.js";
import { reportWindows } from "./report-windows.js";
import { REPORT_FORMATS, RowWriter, type RowWriterOptions } from "./row-writer.js";

/** Where and in which form a report is saved. */
export interface SaveOptions extends RowWriterOptions {
  /** The path of the file. One that is there is replaced at the end. */
  readonly file: string;
}

/** What was saved. */
export interface SavedReport {
  readonly file: string;
  readonly rows: number;
  /** How many of the windows an earlier call had written. */
  readonly resumedAt: number;
}

// How many rows become text at a time.
const BATCH = 500;

/** Writes the rows of a report to a file, window by window, so that a call that was cut off can be continued. */
export async function saveReport(
  fetchReport: FetchReport,
  account: string,
  query: Omit<ReportQuery, "cursor">,
  options: SaveOptions,
): Promise<SavedReport> {
  if (typeof options !== "object" || options === null)
    throw wrong("options", "expected an object with file and format");
  const { file, format, escapeFormulas } = options;
  if (!REPORT_FORMATS.includes(format)) throw wrong("format", `expected ${REPORT_FORMATS.join(", ")}`);
  if (typeof file !== "string" || file === "" || file.includes("\0")) throw wrong("file", "expected a path");
  const { area, node, ref, zone, from } = checkQuery(query, Date.now());
  const subject = [account, area, node, ref, zone, from, query.days, query.output, format, escapeFormulas === true];
  await using partial = await PartialFile.open(file, JSON.stringify(subject));
  const checked = checkQuery({ ...query, cursor: partial.cursor }, Date.now());
  if (checked.until > checked.to) throw refusePartial(file, "goes beyond `to`");
  const writer = new RowWriter({ format, escapeFormulas }, partial.writer);
  for await (const { rows, cursor } of reportWindows(fetchReport, query, checked)) {
    for (const batch of batches(rows)) await partial.append(writer.write(batch));
    if (cursor !== undefined) await partial.keep(cursor, writer.state);
  }
  await partial.append(writer.end());
  await partial.finish();
  return { file, rows: writer.state.rows, resumedAt: checked.done };
}

function* batches(rows: Iterable<ReportRow>): Iterable<readonly ReportRow[]> {
  let batch: ReportRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function wrong(path: string, problem: string): InvalidArgumentError {
  return new InvalidArgumentError(path, `${path}: ${problem}`);
}
