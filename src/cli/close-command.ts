import type { Command } from "commander";
import { callerText } from "../client/operations/operation-table.js";
import { askCredentials, processSources } from "./ask-credentials.js";
import { type CloseReport, closeSessions, NOT_TRIED } from "./close-sessions.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { withExamples } from "./examples.js";
import { worstOf } from "./exit-codes.js";
import { explainInterrupt, onInterrupt } from "./interrupt.js";
import { withListed } from "./listed-arguments.js";
import { openClient } from "./open-client.js";
import { output } from "./output.js";
import { parseSessions } from "./session-arguments.js";
import { logsIn } from "./with-client.js";

interface CloseFlags extends ConnectionFlags {
  readonly json?: true;
  readonly from?: string;
  readonly stopOnError?: true;
}

/** `rescue close SESSION…` */
export function addCloseCommand(program: Command): void {
  withExamples(withConnectionOptions(program.command("close")), "close")
    .description(`close support sessions (for ${callerText("closeSession")})`)
    .argument("[session...]", "session ids: whole numbers from 1 to 2147483647")
    .option("--from <file>", "more session ids, one a line; - for standard input")
    .option("--stop-on-error", "do not try the rest after a session that is not closed, or may not be")
    .option("--json", "print one JSON object on each line")
    .action(async (texts: string[], flags: CloseFlags) => {
      const sessions = parseSessions(await withListed(texts, flags.from, "session id"));
      const credentials = await askCredentials(processSources(flags.credentialCommand, flags.from === "-"));
      const interrupt = onInterrupt(explainInterrupt);
      await using client = await openClient(credentials, flags, interrupt.force);
      const hasLogin = logsIn(credentials);
      const closer = {
        ready: async (options: { readonly signal: AbortSignal }) => (hasLogin ? client.login(options) : undefined),
        closeSession: (session: number) => client.closeSession(session),
      };
      const report = flags.json ? (line: CloseReport) => output.json(line) : printText;
      const run = { report, interrupted: interrupt.signal, stopOnError: flags.stopOnError ?? false };
      process.exitCode = worstOf(await closeSessions(closer, sessions, run));
      interrupt.stop();
    });
}

function printText({ session, closed, code, literal, outcome, message = "" }: CloseReport): Promise<boolean> {
  if (closed) return output.line(`${session} closed (${literal})`);
  if (closed === null) return output.problem(`${session} may be closed: ${code}, outcome unknown. ${message}`);
  if (code === NOT_TRIED) return output.problem(`${session} not tried: ${message}`);
  return output.problem(`${session} not closed: ${code}, ${outcome}. ${message}`);
}
