import type { Command } from "commander";
import { proxyFor } from "../soap/http/connection-agent.js";
import { hostAndPort } from "../soap/http/proxy-failure.js";
import { askCredentials, processSources } from "./ask-credentials.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { type CheckResult, examine } from "./examine.js";
import { withExamples } from "./examples.js";
import { worstOf } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { openClient } from "./open-client.js";
import { output } from "./output.js";

/** `rescue doctor` */
export function addDoctorCommand(program: Command): void {
  withExamples(withConnectionOptions(program.command("doctor")), "doctor")
    .description(
      "check endpoint, credentials and role without changing anything, and report what the service has added",
    )
    .option("--json", "print one JSON object on each line")
    .action(async (flags: ConnectionFlags & { readonly json?: true }) => {
      const credentials = await askCredentials(processSources(flags.credentialCommand));
      const interrupt = onInterrupt();
      await using client = await openClient(credentials, flags, interrupt.signal);
      const print = flags.json ? (result: CheckResult) => output.json(result) : printText;
      const proxy = await proxyFor(new URL(client.endpoint), undefined);
      const hasCookie = credentials.email !== undefined;
      const route = {
        hasLogin: hasCookie || credentials.ssoId !== undefined,
        logsOut: hasCookie && flags.jar === undefined,
        proxy: proxy && hostAndPort(proxy),
      };
      process.exitCode = worstOf(await examine(client, route, print));
      interrupt.stop();
    });
}

function printText({ check, ok, message }: CheckResult): Promise<boolean> {
  const line = `${check.padEnd(10)}  ${ok ? "ok" : "failed"}  ${message}`;
  return ok ? output.line(line) : output.problem(line);
}
