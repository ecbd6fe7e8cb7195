import { type Command, InvalidArgumentError, Option } from "commander";
import type { Emulator, EmulatorOptions } from "../emulator/index.js";
import { RescueError } from "../errors/rescue-error.js";
import { printableJson } from "../soap/text/printable.js";
import { type Environment, readyLine, readyObject } from "./emulator-ready.js";
import { onInterrupt } from "./interrupt.js";
import { networkFlags } from "./network-settings.js";
import { output } from "./output.js";
import { ownWsdl, wsdlOption } from "./own-wsdl.js";
import { type IdentityFlags, readIdentity } from "./read-identity.js";
import { readSeed } from "./read-seed.js";
import { runBeside } from "./run-beside.js";
import { UsageError } from "./usage-error.js";

interface EmulatorFlags extends IdentityFlags {
  readonly port: number;
  readonly host: string;
  readonly allowHost: readonly string[];
  readonly adminPort: number;
  readonly wsdl?: string;
  readonly seed?: string;
  readonly printSeed?: true;
  readonly soapOnly?: true;
  readonly limits: boolean;
  readonly reuseSessionIds?: true;
  readonly json?: true;
}

/** `rescue emulator` */
export function addEmulatorCommand(program: Command): void {
  program
    .command("emulator")
    .description("run an emulator of the service on this machine")
    .argument("[command...]", "a command to run beside it, after --: the emulator ends with it, and with its exit code")
    .option("--port <number>", "port to listen on; 0 chooses a free one", port, 0)
    .option(
      "--host <address>",
      "address to listen on; other machines can reach any but a loopback address",
      "127.0.0.1",
    )
    .option("--allow-host <name>", "further host name to answer to; can be repeated", append, [])
    .addOption(wsdlOption())
    .option("--seed <file>", "JSON file with the initial state")
    .addOption(
      new Option("--print-seed", "print the default seed as JSON, as a start for your own, and exit").conflicts("seed"),
    )
    .option("--soap-only", "omit the HTTP forms /API/<name>.aspx")
    .option("--no-limits", "switch the service's rate limits off")
    .option("--reuse-session-ids", "reuse the cookie of an expired login for the next one, as ASP.NET does")
    .option("--tls-cert <file>", "serve https with the certificate in this PEM file; needs --tls-key")
    .option("--tls-key <file>", "the certificate's private key, a PEM file without a passphrase")
    .option("--admin-port <number>", "port of the admin API, on --host; 0 chooses a free one", port, 0)
    .option("--json", "print the ready line as JSON")
    .addHelpText("after", HELP)
    .action(async (command: readonly string[], flags: EmulatorFlags) => {
      if (flags.printSeed) return await printSeed();
      const { signal } = onInterrupt();
      const environment: Environment = process.env;
      await using emulator = await start(flags, environment);
      if (command.length > 0) {
        process.exitCode = await runBeside(command, variablesOf(emulator), signal);
        return;
      }
      const ready = readyObject(emulator, environment);
      // Without this line the emulator's address is unknown.
      if (!(await (flags.json ? output.json(ready) : output.line(readyLine(ready))))) return;
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
    });
}

const HELP = `
The token of the admin API is read from RESCUE_EMULATOR_TOKEN; by default a random one is created and printed.
A WSDL is downloaded by the RESCUE_PROXY, RESCUE_CA, RESCUE_CERT and RESCUE_KEY of the environment.
"rescue emulator -- npm test" runs npm test with RESCUE_ENDPOINT, RESCUE_EMULATOR_ADMIN and RESCUE_EMULATOR_TOKEN set.`;

/** How a command beside the emulator finds it. */
function variablesOf({ endpoint, admin }: Emulator): Readonly<Record<string, string>> {
  const api = admin === undefined ? {} : { RESCUE_EMULATOR_ADMIN: admin.url, RESCUE_EMULATOR_TOKEN: admin.token };
  return { RESCUE_ENDPOINT: endpoint, ...api };
}

async function printSeed(): Promise<void> {
  const { defaultSeed } = await import("../emulator/index.js");
  await output.document(`${printableJson(defaultSeed, 2)}\n`);
}

async function start(flags: EmulatorFlags, { RESCUE_EMULATOR_TOKEN: token }: Environment): Promise<Emulator> {
  const { host, allowHost: allowedHosts, limits, adminPort, soapOnly = false, reuseSessionIds = false } = flags;
  const seed = flags.seed === undefined ? {} : { seed: await readSeed(flags.seed) };
  const wsdl = await ownWsdl(flags.wsdl, networkFlags());
  const own = wsdl === undefined ? {} : { contract: wsdl.contract, wsdl: wsdl.text };
  const identity = await readIdentity(flags);
  const tls = identity === undefined ? {} : { tls: identity };
  const admin = { port: adminPort, ...(token ? { token } : {}) };
  const place = { port: flags.port, host, allowedHosts };
  const toggles = { limits, soapOnly, reuseSessionIds };
  const options: EmulatorOptions = { ...place, ...toggles, admin, ...own, ...seed, ...tls };
  const { startEmulator } = await import("../emulator/index.js");
  try {
    return await startEmulator(options);
  } catch (error) {
    throw new UsageError(explained(error, flags));
  }
}

function explained(error: unknown, { port, adminPort, host, seed }: EmulatorFlags): string {
  if (error instanceof RescueError) {
    const path = "path" in error ? String(error.path) : "";
    if (path === "admin.token") return `RESCUE_EMULATOR_TOKEN: ${error.message}`;
    if (path.startsWith("tls"))
      return error.message.replaceAll("tls.cert", "--tls-cert").replaceAll("tls.key", "--tls-key");
    if (path.startsWith("allowedHosts")) return error.message.replace(/^[^:]*/, "--allow-host");
    return seed !== undefined && path.startsWith("seed") ? `${seed}: ${error.message}` : error.message;
  }
  const { code, port: refused } = error as { code?: string; port?: number };
  if (code === undefined) throw error;
  const isAdmin = refused === adminPort && refused !== port;
  const where = `port ${isAdmin ? adminPort : port} of ${host}`;
  return `cannot listen on ${where} (${code}); choose another with ${isAdmin ? "--admin-port" : "--port or --host"}`;
}

function append(name: string, before: readonly string[]): readonly string[] {
  return [...before, name];
}

function port(text: string): number {
  const value = Number(text);
  if (!/^\d{1,5}$/.test(text) || value > 65_535) throw new InvalidArgumentError("expected a port from 0 to 65535.");
  return value;
}
