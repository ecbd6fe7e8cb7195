import type { Command } from "commander";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { type CheckResult, examine } from "./examine.js";
import { withExamples } from "./examples.js";
import { worstOf } from "./exit-codes.js";
import { networkSettings } from "./network-settings.js";
import { output } from "./output.js";
import { logsIn, withClient } from "./with-client.js";

/** `rescue doctor` */
export function addDoctorCommand(program: Command): void {
  withExamples(withConnectionOptions(program.command("doctor")), "doctor")
    .description(
      "check endpoint, credentials and role, and report what the service has added. Changes nothing, except that a " +
        "single sign-on requests a new auth code, which replaces the one before it",
    )
    .option("--json", "print one JSON object on each line")
    .action(async (flags: ConnectionFlags & { readonly json?: true }) => {
      const print = flags.json ? (result: CheckResult) => output.json(result) : printText;
      await withClient(flags, async (client, options, credentials) => {
        const route = {
          hasLogin: logsIn(credentials),
          replacesCode: credentials.ssoId !== undefined,
          logsOut: credentials.email !== undefined && flags.jar === undefined,
          proxy: await proxyOnTheWay(client.endpoint, flags),
        };
        process.exitCode = worstOf(await examine(client, route, print, options));
      });
    });
}

/** Host and port of the proxy that calls go through; undefined without one. Loaded here: help does not need it. */
async function proxyOnTheWay(endpoint: string, flags: ConnectionFlags): Promise<string | undefined> {
  const [{ proxyFor }, { hostAndPort }, { proxy }] = await Promise.all([
    import("../soap/http/connection-agent.js"),
    import("../soap/http/proxy-failure.js"),
    networkSettings(flags),
  ]);
  const used = await proxyFor(new URL(endpoint), proxy);
  return used && hostAndPort(used);
}

function printText({ check, ok, message }: CheckResult): Promise<boolean> {
  const line = `${check.padEnd(10)}  ${ok ? "ok" : "failed"}  ${message}`;
  return ok ? output.line(line) : output.problem(line);
}
