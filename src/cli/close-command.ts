import type { Command } from "commander";
import { askCredentials, processSources } from "./ask-credentials.js";
import { type CloseReport, closeSessions } from "./close-sessions.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { worstOf } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { openClient } from "./open-client.js";
import { parseSessions } from "./session-arguments.js";

interface CloseFlags extends ConnectionFlags {
  readonly json?: true;
}

/** `rescue close SESSION…` */
export function addCloseCommand(program: Command): void {
  withConnectionOptions(program.command("close"))
    .description("close support sessions (needs an administrator)")
    .argument("<session...>", "session ids: whole numbers from 1 to 2147483647")
    .option("--json", "print one JSON object a line")
    .action(async (texts: string[], flags: CloseFlags) => {
      const sessions = parseSessions(texts);
      const credentials = await askCredentials(processSources());
      const interrupt = onInterrupt();
      await using client = await openClient(credentials, flags, interrupt.signal);
      const print = flags.json ? printJson : printText;
      process.exitCode = worstOf(await closeSessions(client, sessions, print));
      interrupt.stop();
    });
}

function printJson(line: CloseReport): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function printText({ session, closed, code, literal, outcome, message }: CloseReport): void {
  if (closed) process.stdout.write(`${session} closed (${literal})\n`);
  else process.stderr.write(`${session} not closed: ${code}, ${outcome}. ${message ?? ""}\n`);
}
