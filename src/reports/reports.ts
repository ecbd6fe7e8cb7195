import { checkQuery, type ReportQuery } from "./report-query.js";
import type { FetchReport } from "./report-request.js";
import type { ReportRow } from "./report-row.js";
import type { SavedReport, SaveOptions } from "./save-report.js";
import { wallClockOf, windowsOf } from "./windows.js";
import { Zone } from "./zone.js";

/** The rows of a report, in the order of its windows. It can be read once. */
export interface ReportRows<Area extends string = string> extends AsyncIterable<ReportRow<Area>> {
  /**
   * Where a later run can go on: behind the last window all of whose rows have been given, at the moment the next row
   * is asked for. Undefined until then.
   */
  readonly cursor: string | undefined;
}

/** Of which report the text is wanted. It is always one report, whatever its length. */
export interface ReportTextQuery extends Omit<ReportQuery, "days" | "cursor" | "onProblem" | "onProgress"> {
  /**
   * What the service writes after each cell of a text report. It escapes nothing.
   *
   * @default "|"
   */
  readonly delimiter?: string | undefined;
}

/** Reports. Settings and fetch of each are one block on one login; the service answers one a minute. */
export class Reports {
  readonly #fetch: FetchReport;
  readonly #account: string;

  /**
   * @internal
   * @param account tells whose reports they are.
   */
  constructor(fetch: FetchReport, account: string) {
    this.#fetch = fetch;
    this.#account = account;
  }

  /**
   * The rows of a report. A long period is fetched in windows, each when its first row is asked for.
   *
   * @example
   * const rows = rescue.reports.rows({ area: "SESSION", node: 1, from: "2026-10-01", to: "2026-11-01", zone: "Europe/Berlin" });
   * for await (const { cells } of rows) if (cells) console.log(cells["Session ID"], String(cells["Start Time"]));
   *
   * @throws {InvalidArgumentError} for a query that is wrong, before anything is sent.
   */
  rows<const Area extends string>(query: ReportQuery<Area>): ReportRows<Area> {
    const checked = checkQuery(query, Date.now());
    const fetch = this.#fetch;
    let cursor = checked.cursor;
    async function* rows(): AsyncGenerator<ReportRow, void, undefined> {
      const { reportWindows } = await import("./report-windows.js");
      for await (const window of reportWindows(fetch, query, checked)) {
        yield* window.rows;
        cursor = window.cursor ?? cursor;
      }
    }
    const iterator = rows();
    return {
      [Symbol.asyncIterator]: () => iterator as AsyncGenerator<ReportRow<Area>, void, undefined>,
      get cursor() {
        return cursor;
      },
    };
  }

  /**
   * The report as the service writes it.
   *
   * @throws {InvalidArgumentError} for a query that is wrong, before anything is sent.
   */
  async text(query: ReportTextQuery): Promise<string> {
    const { area, node, ref, zone, from, to, output } = checkQuery(query, Date.now(), ["delimiter"]);
    const [window] = windowsOf(new Zone(zone), from, to, undefined);
    if (!window) return "";
    const where = { area, node, ref, ...wallClockOf(window), offset: window.offset };
    const { timeout, signal, stop, delimiter = "|" } = query;
    const text = await this.#fetch({ ...where, output: output ?? "TEXT", delimiter }, { timeout, signal, stop });
    return typeof text === "string" ? text : [...text].join("");
  }

  /**
   * Saves the rows of a report as a file, which is complete once it has its name. Until then the rows stand in
   * `FILE.partial`, and the same call goes on there after the last window that was written, also after the process was
   * killed.
   *
   * @throws {InvalidArgumentError} for a query that is wrong, and where `FILE.partial` belongs to another report.
   */
  async save(query: Omit<ReportQuery, "cursor">, options: SaveOptions): Promise<SavedReport> {
    const { saveReport } = await import("./save-report.js");
    return saveReport(this.#fetch, this.#account, query, options);
  }
}
