import { type Command, InvalidArgumentError, Option } from "commander";
import { callerText, limitText } from "../client/operations/operation-table.js";
import type { RescueClient } from "../client/rescue-client.js";
import { AbortedError } from "../errors/aborted-error.js";
import { RescueError } from "../errors/rescue-error.js";
import type { ReportNodeRef, ReportProgress, ReportQuery } from "../reports/report-query.js";
import type { ReportFormat } from "../reports/row-writer.js";
import { askCredentials, processSources } from "./ask-credentials.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { withExamples } from "./examples.js";
import { EXIT } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { parseNode } from "./node-arguments.js";
import { openClient } from "./open-client.js";
import { output } from "./output.js";
import { showProgress } from "./report-progress.js";

interface ReportCommandFlags extends ConnectionFlags {
  readonly node: number;
  readonly ref: ReportNodeRef;
  readonly from: string;
  readonly to?: string;
  readonly zone: string;
  readonly days: number;
  readonly csv?: true;
  readonly json?: true;
  readonly ndjson?: true;
  readonly out?: string;
  readonly escapeFormulas?: true;
}

/** `rescue report AREA` */
export function addReportCommand(program: Command): void {
  withExamples(withConnectionOptions(program.command("report")), "report")
    .description(`fetch a report as CSV or JSON (for ${callerText("getReport_v2")}; ${limitText("getReport_v2")})`)
    .argument("<area>", "which report: SESSION, CHAT_LOG, PERFORMANCE, …")
    .addOption(new Option("--node <id>", "of which node or channel").argParser(parseNode).makeOptionMandatory())
    .addOption(
      new Option("--ref <kind>", "what the node is")
        .choices(["NODE", "CHANNEL", "EXTERNALROOT", "EXTERNALTECH", "EXTERNALGROUP"])
        .default("NODE"),
    )
    .requiredOption("--from <time>", "the beginning: 2026-03-01, 2026-03-01T08:30, or with a zone")
    .option("--to <time>", "the end, not included (default: now)")
    .option("--zone <name>", "time zone of these times and of the report, such as Europe/Berlin", "UTC")
    .addOption(new Option("--days <number>", "days in one window").argParser(whole(1, 366)).default(7))
    .addOption(new Option("--csv", "print CSV (the default)").conflicts(["json", "ndjson"]))
    .addOption(new Option("--json", "print a JSON array").conflicts(["csv", "ndjson"]))
    .addOption(new Option("--ndjson", "print one JSON object a line").conflicts(["csv", "json"]))
    .option("--out <file>", "write to a file, which the same command goes on with where it was ended")
    .option("--escape-formulas", "for CSV: keep a spreadsheet from calculating what people typed")
    .action(async (area: string, flags: ReportCommandFlags) => {
      const credentials = await askCredentials(processSources(flags.credentialCommand));
      await using progress = showProgress(flags.out !== undefined);
      const interrupt = onInterrupt(() => progress.problem(INTERRUPTED));
      await using client = await openClient(credentials, flags, interrupt.force);
      let last: Fetching | undefined;
      const { node, ref, from, to, zone, days } = flags;
      const query: ReportQuery = {
        ...{ area, node, ref, from, zone, days, timeout: flags.timeout, stop: interrupt.signal },
        ...(to === undefined ? {} : { to }),
        onProgress: (step) => {
          if (step.phase === "fetching") last = step;
          progress.step(step);
        },
        onProblem: ({ message }) => progress.problem(`rescue: ${message}`),
      };
      const format: ReportFormat = flags.json ? "json" : flags.ndjson ? "ndjson" : "csv";
      try {
        if (flags.out === undefined) await print(client, query, format, flags.escapeFormulas === true);
        else {
          const options = { file: flags.out, format, escapeFormulas: flags.escapeFormulas === true };
          await save(client, query, options, (message) => progress.problem(message));
        }
      } catch (error) {
        if (!interrupt.signal.aborted || !(error instanceof RescueError)) throw error;
        if (!(error instanceof AbortedError)) progress.problem(`rescue: ${error.message}`);
        progress.problem(`rescue: ${howFar(last, flags.out)}`);
      }
      if (interrupt.signal.aborted) process.exitCode = EXIT.interrupted;
      else interrupt.stop();
    });
}

const INTERRUPTED =
  "rescue: interrupted: a report that was asked for is read to its end; press Ctrl-C again to end at once";

type Fetching = Extract<ReportProgress, { readonly phase: "fetching" }>;

/**
 * What an interrupted command leaves, and how to go on.
 *
 * @param last the window that was not fetched.
 */
function howFar(last: Fetching | undefined, file: string | undefined): string {
  if (last === undefined || last.done === 0) return "no window of the report was fetched";
  const windows = `${last.done} of ${last.total} windows were`;
  if (file !== undefined) return `${windows} saved: the same command goes on behind them, and ends with ${file}`;
  return `${windows} printed: --from ${last.from.toISOString()} goes on behind them`;
}

type SaveArguments = Parameters<RescueClient["reports"]["save"]>;

async function save(
  { reports }: RescueClient,
  query: ReportQuery,
  options: SaveArguments[1],
  tell: (message: string) => void,
): Promise<void> {
  const { file, rows } = await reports.save(query, options);
  tell(`${file}: ${rows} rows`);
}

/** As they come; ends when nobody reads them any more. */
async function print(
  { reports }: RescueClient,
  query: ReportQuery,
  format: ReportFormat,
  escapeFormulas: boolean,
): Promise<void> {
  const { RowWriter } = await import("../reports/row-writer.js");
  const writer = new RowWriter({ format, escapeFormulas });
  for await (const row of reports.rows(query)) if (!(await output.data(writer.write([row])))) return;
  await output.data(writer.end());
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}.`);
  };
}
