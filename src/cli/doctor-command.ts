import type { Command } from "commander";
import { askCredentials, processSources } from "./ask-credentials.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { type CheckResult, examine } from "./examine.js";
import { worstOf } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { openClient } from "./open-client.js";
import { output } from "./output.js";

/** `rescue doctor` */
export function addDoctorCommand(program: Command): void {
  withConnectionOptions(program.command("doctor"))
    .description("check endpoint and credentials without changing anything, and report what the service has added")
    .option("--json", "print one JSON object on each line")
    .action(async (flags: ConnectionFlags & { readonly json?: true }) => {
      const credentials = await askCredentials(processSources());
      const interrupt = onInterrupt();
      await using client = await openClient(credentials, flags, interrupt.signal);
      const print = flags.json ? (result: CheckResult) => output.json(result) : printText;
      process.exitCode = worstOf(await examine(client, credentials.email !== undefined, print));
      interrupt.stop();
    });
}

function printText({ check, ok, message }: CheckResult): Promise<boolean> {
  const line = `${check.padEnd(10)}  ${ok ? "ok" : "failed"}  ${message}`;
  return ok ? output.line(line) : output.problem(line);
}
