import { type Command, InvalidArgumentError, Option } from "commander";
import type { QueueChange, WatchOptions } from "../client/jobs/sessions.js";
import { callerText } from "../client/operations/operation-table.js";
import { AbortedError } from "../errors/aborted-error.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { withExamples } from "./examples.js";
import { EXIT } from "./exit-codes.js";
import { addNodes } from "./node-arguments.js";
import { output } from "./output.js";
import { refOption, sessionRow } from "./sessions-command.js";
import { withClient } from "./with-client.js";

interface WatchFlags extends Pick<WatchOptions, "node" | "ref">, ConnectionFlags {
  /** Milliseconds: the command line says seconds. */
  readonly interval: number;
  readonly json?: true;
}

/** `rescue watch` */
export function addWatchCommand(program: Command): void {
  withExamples(withConnectionOptions(program.command("watch")), "watch")
    .description(
      `print what changes in the queues of technicians or channels, until interrupted (for ${callerText("getSession_V3")})`,
    )
    .addOption(
      new Option("--node <id,id>", "node ids of technicians or channels").argParser(addNodes).makeOptionMandatory(),
    )
    .addOption(refOption())
    .addOption(new Option("--interval <seconds>", "time between two looks").argParser(interval).default(10_000, "10"))
    .option("--json", "print one JSON object a line")
    .action(async ({ node, ref, interval, ...flags }: WatchFlags) => {
      const print = flags.json ? printJson : printText;
      await withClient(flags, async ({ sessions }, options) => {
        try {
          for await (const change of sessions.watch({ node, ref, interval, ...options }))
            if (!(await print(change))) return;
        } catch (error) {
          // What was to be printed has been printed.
          if (!(error instanceof AbortedError)) throw error;
          process.exitCode = EXIT.interrupted;
        }
      });
    });
}

function printJson({ kind, session }: QueueChange): Promise<boolean> {
  return output.json({ change: kind, ...sessionRow(session) });
}

function printText(change: QueueChange): Promise<boolean> {
  const { kind, session } = change;
  const word = kind === "changed" && change.before.word !== session.word ? `${change.before.word} -> ` : "";
  const [customer = ""] = session.customFields;
  const who = [session.technician?.name, session.channel?.name, customer].filter((part) => part).join(", ");
  return output.line(`${session.id} ${kind.padEnd(8)} ${word}${session.word}${who === "" ? "" : ` (${who})`}`);
}

function interval(text: string): number {
  const value = Number(text);
  if (!/^\d+(?:\.\d+)?$/.test(text) || value < 1 || value > 86_400) {
    throw new InvalidArgumentError("expected a number of seconds from 1 to 86400.");
  }
  return Math.round(value * 1000);
}
