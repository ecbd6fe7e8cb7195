import { ProtocolError } from "../errors/protocol-error.js";
import { RescueResultError } from "../errors/result-error.js";
import { preferredOutput, type ReportOutput } from "./areas.js";
import { writeCursor } from "./cursor.js";
import { newDelimiter } from "./delimiter.js";
import type { FetchedReport } from "./read-rows.js";
import type { CheckedQuery, ReportProgress, ReportQuery } from "./report-query.js";
import type { FetchReport } from "./report-request.js";
import type { ReportRow } from "./report-row.js";
import { type ReportWindow, wallClockOf } from "./windows.js";

/** The rows of one window. */
export interface WindowRows {
  readonly rows: Iterable<ReportRow>;
  /** Where to go on once all the rows were taken; undefined where more rows can still come into the window. */
  readonly cursor: string | undefined;
}

/** Fetches the windows of a query, one after the other, each when somebody asks for it. */
export async function* reportWindows(
  fetchReport: FetchReport,
  query: ReportQuery,
  checked: CheckedQuery,
): AsyncGenerator<WindowRows, void, undefined> {
  const { readRows } = await import("./read-rows.js");
  const { area, windows } = checked;
  const outputs = new Outputs(query, checked);
  const total = windows.length;
  let cursor = checked.cursor;
  for (let done = checked.done; done < total; done += 1) {
    const window = windows[done] as ReportWindow;
    const progress = (step: Step) => query.onProgress?.({ ...step, done, total });
    progress({ phase: "fetching", from: new Date(window.from), to: new Date(window.to) });
    const begun = Date.now();
    const fetched = await outputs.fetch(fetchReport, window, (milliseconds) =>
      progress({ phase: "paced", milliseconds }),
    );
    const counted = count(asProtocolErrors(readRows(area, fetched, window, (problem) => query.onProblem?.(problem))));
    // A window that had not ended when it was asked for is not whole: it is asked for again.
    const isWhole = window.to <= begun;
    if (isWhole) cursor = writeCursor(checked, window.to);
    yield { rows: counted.rows, cursor: isWhole ? cursor : undefined };
    query.onProgress?.({ phase: "read", rows: counted.count(), done: done + 1, total, cursor });
  }
}

type WithoutPlace<Progress> = Progress extends ReportProgress ? Omit<Progress, "done" | "total"> : never;
type Step = Exclude<WithoutPlace<ReportProgress>, { readonly phase: "read" }>;

/** In which output the windows are asked for: as the caller says, or as preferred, unless the service refuses that. */
class Outputs {
  readonly #query: ReportQuery;
  readonly #checked: CheckedQuery;
  #output: ReportOutput;

  constructor(query: ReportQuery, checked: CheckedQuery) {
    this.#query = query;
    this.#checked = checked;
    this.#output = checked.output ?? preferredOutput(checked.area).output;
  }

  async fetch(
    fetchReport: FetchReport,
    window: ReportWindow,
    onPaced: (milliseconds: number) => void,
  ): Promise<FetchedReport> {
    const { area, node, ref } = this.#checked;
    const { timeout, signal, stop, onProblem } = this.#query;
    const where = { area, node, ref, ...wallClockOf(window), offset: window.offset };
    for (;;) {
      const delimiter = newDelimiter();
      const output = this.#output;
      try {
        const text = await fetchReport({ ...where, output, delimiter }, { timeout, signal, stop, onPaced });
        return { text, output, delimiter };
      } catch (error) {
        const isRefused = error instanceof RescueResultError && error.operation === "setOutput";
        if (!isRefused || output === "TEXT" || this.#checked.output !== undefined) throw error;
        this.#output = "TEXT";
        onProblem?.({ kind: "output", message: `the service refused XML for ${area} (${error.code}); TEXT is used` });
      }
    }
  }
}

function count<T>(items: Iterable<T>): { readonly rows: Iterable<T>; count(): number } {
  let counted = 0;
  function* each() {
    for (const item of items) {
      counted += 1;
      yield item;
    }
  }
  return { rows: each(), count: () => counted };
}

/** A report that is not what it should be, like any other reply that is not. */
function* asProtocolErrors<T>(items: Iterable<T>): Iterable<T> {
  try {
    yield* items;
  } catch (error) {
    if (error instanceof Error && error.name === "ReportXmlError") {
      throw new ProtocolError(error.message, { operation: "getReport" });
    }
    throw error;
  }
}
