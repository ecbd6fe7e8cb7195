import type { Command } from "commander";
import { callerText } from "../client/operations/operation-table.js";
import { type CloseFlags, withCloseOptions } from "./close/close-flags.js";
import { withExamples } from "./examples.js";
import { UsageError } from "./usage-error.js";

/** `rescue close SESSION…` */
export function addCloseCommand(program: Command): void {
  withExamples(withCloseOptions(program.command("close")), "close")
    .description(`close support sessions (for ${callerText("closeSession")})`)
    .argument("[session...]", "session ids: whole numbers from 1 to 2147483647")
    .addHelpText("after", HELP)
    .action(async (texts: string[], flags: CloseFlags) => {
      checkFlags(texts, flags);
      const { closeCommand } = await import("./close/run-close.js");
      process.exitCode = await closeCommand(texts, flags);
    });
}

function checkFlags(texts: readonly string[], flags: CloseFlags): void {
  const { stale, node, status, column, from, journal, retryRefused } = flags;
  const refuse = (problem: string) => {
    throw new UsageError(problem);
  };
  if (stale === undefined && (node ?? status) !== undefined) refuse("--node and --status need --stale");
  if (stale !== undefined && node === undefined) refuse("--stale needs --node, the queue of a technician or channel");
  if (stale !== undefined && texts.length > 0) refuse("name sessions, or have them listed with --stale; not both");
  if (column !== undefined && from === undefined) refuse("--column needs --from");
  if (retryRefused && journal === undefined) refuse("--retry-refused needs --journal");
}

const HELP = `
Ctrl-C lets the calls in progress end, and says how to go on; a second one aborts them.`;
