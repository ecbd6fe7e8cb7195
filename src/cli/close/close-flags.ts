import { type Command, InvalidArgumentError, Option } from "commander";
import type { SessionQueue } from "../../client/jobs/sessions.js";
import { type ConnectionFlags, withConnectionOptions } from "../connection-options.js";
import { parseDuration } from "../duration.js";
import { parseNode } from "../node-arguments.js";

/** The options of `rescue close`. */
export interface CloseFlags extends ConnectionFlags {
  readonly from?: string;
  readonly column?: string;
  /** Seconds. */
  readonly stale?: number;
  readonly node?: readonly number[];
  readonly ref: NonNullable<SessionQueue["ref"]>;
  readonly status?: readonly string[];
  readonly concurrency?: number;
  readonly connections?: number;
  readonly rate?: number;
  readonly stopAfter?: number;
  readonly stopOnError?: true;
  readonly journal?: string;
  readonly retryRefused?: true;
  readonly report?: string;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly json?: true;
}

export function withCloseOptions(command: Command): Command {
  const option = (flags: string, text: string) => new Option(flags, text);
  const inTurn =
    <T>(parse: (text: string) => T) =>
    (text: string, before: readonly T[] = []) => [...before, parse(text)];
  return withConnectionOptions(command)
    .addOption(option("--from <file>", "more session ids: one a line, NDJSON, or CSV; - for standard input"))
    .addOption(option("--column <name>", "the ids are in this column of CSV, or this member of NDJSON"))
    .addOption(
      option("--stale <duration>", "close what has not changed for so long, such as 2h, in the queues of --node")
        .argParser(parseDuration)
        .conflicts(["from", "column"]),
    )
    .addOption(
      option("--node <id>", "node id of a technician or channel; several times for several").argParser(
        inTurn(parseNode),
      ),
    )
    .addOption(option("--ref <kind>", "what the nodes are").choices(["node", "channel"]).default("node"))
    .addOption(
      option("--status <words>", "only these, such as waiting,offline (default: all but active and closed)").argParser(
        words,
      ),
    )
    .addOption(option("--concurrency <number>", "the most calls at a time").argParser(number(1, 1000)))
    .addOption(
      option("--connections <number>", "logins to use side by side (default: 1; 4 from 100 sessions on)").argParser(
        number(1, 10),
      ),
    )
    .addOption(
      option("--rate <number>", "the most calls a second").argParser(number(0.001, 1000, /^\d{1,4}(?:\.\d{1,3})?$/)),
    )
    .addOption(
      option("--stop-after <number>", "end after so many sessions that are not closed, or may not be")
        .argParser(number(1, 1_000_000_000))
        .conflicts("stopOnError"),
    )
    .addOption(option("--stop-on-error", "the same as --stop-after 1"))
    .addOption(
      option("--journal <file>", "a record of each call, for going on with the same command after an end of any kind"),
    )
    .addOption(option("--retry-refused", "try again what the service refused in an earlier run of the journal"))
    .addOption(option("--report <file>", "write what happened as an HTML page"))
    .addOption(option("--dry-run", "print what would be closed, and close nothing"))
    .addOption(option("--yes", "do not ask before stale sessions are closed"))
    .addOption(option("--json", "print one JSON object on each line"));
}

function words(text: string): readonly string[] {
  return text.split(",").map((word) => word.trim().toLowerCase());
}

function number(least: number, most: number, form = /^\d{1,10}$/): (text: string) => number {
  return (text) => {
    const value = form.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      `expected a ${form.test("1") && form.test("1.5") ? "" : "whole "}number from ${least} to ${most}.`,
    );
  };
}
