import type { Command } from "commander";
import { askCredentials, processSources } from "./ask-credentials.js";
import { type CloseReport, closeSessions, NOT_TRIED } from "./close-sessions.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { worstOf } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { openClient } from "./open-client.js";
import { output } from "./output.js";
import { parseSessions } from "./session-arguments.js";

interface CloseFlags extends ConnectionFlags {
  readonly json?: true;
}

/** `rescue close SESSION…` */
export function addCloseCommand(program: Command): void {
  withConnectionOptions(program.command("close"))
    .description("close support sessions (needs an administrator)")
    .argument("<session...>", "session ids: whole numbers from 1 to 2147483647")
    .option("--json", "print one JSON object on each line")
    .action(async (texts: string[], flags: CloseFlags) => {
      const sessions = parseSessions(texts);
      const credentials = await askCredentials(processSources());
      const interrupt = onInterrupt();
      await using client = await openClient(credentials, flags, interrupt.signal);
      const print = flags.json ? (line: CloseReport) => output.json(line) : printText;
      process.exitCode = worstOf(await closeSessions(client, sessions, print));
      interrupt.stop();
    });
}

function printText({ session, closed, code, literal, outcome, message = "" }: CloseReport): Promise<boolean> {
  if (closed) return output.line(`${session} closed (${literal})`);
  if (closed === null) return output.problem(`${session} may be closed: ${code}, outcome unknown. ${message}`);
  if (code === NOT_TRIED) return output.problem(`${session} not tried: ${message}`);
  return output.problem(`${session} not closed: ${code}, ${outcome}. ${message}`);
}
