import { type Command, InvalidArgumentError, Option } from "commander";
import type { SoapVersion } from "../soap/contract/soap-version.js";
import { NETWORK_OPTIONS, type NetworkFlags, refuseProxyPassword } from "./network-settings.js";
import { wsdlOption } from "./own-wsdl.js";

/** The options of every command that calls the service. */
export interface ConnectionFlags extends NetworkFlags {
  readonly endpoint?: string;
  readonly soap: SoapVersion;
  /** Milliseconds: the command line says seconds. */
  readonly timeout: number;
  /** A WSDL in place of the package's. */
  readonly wsdl?: string;
  /** A file that keeps the login for other runs. */
  readonly jar?: string;
  /** A command that prints credentials. */
  readonly credentialCommand?: string;
}

export function withConnectionOptions(command: Command): Command {
  command
    .addOption(new Option("--endpoint <url>", "address of the service (default: the vendor's)").env("RESCUE_ENDPOINT"))
    .addOption(wsdlOption("; one of another address needs --endpoint"))
    .addOption(
      new Option("--jar <file>", "keep the login in a file that only you can read, for other runs").env("RESCUE_JAR"),
    )
    .addOption(
      new Option("--credential-command <command>", "a shell command that prints credentials, as JSON or lines").env(
        "RESCUE_CREDENTIAL_COMMAND",
      ),
    )
    .addOption(new Option("--soap <version>", "SOAP version").choices(["1.1", "1.2"]).default("1.1"))
    .addOption(
      new Option("--timeout <seconds>", "time for each call, login included").argParser(seconds).default(60_000, "60"),
    );
  return withNetworkOptions(command);
}

/** The options of every command that calls the service or downloads a WSDL. */
export function withNetworkOptions(command: Command): Command {
  for (const [name, { value, text, variable }] of Object.entries(NETWORK_OPTIONS))
    command.addOption(new Option(`--${name} <${value}>`, text).env(variable));
  // Emitted for arguments only. A parser of the option would have commander show the address.
  return command.on("option:proxy", refuseProxyPassword);
}

function seconds(text: string): number {
  const value = Number(text);
  if (!/^\d+(?:\.\d+)?$/.test(text) || value <= 0 || value > 2_147_483) {
    throw new InvalidArgumentError("expected a number of seconds above 0 and at most 2147483.");
  }
  return Math.max(1, Math.round(value * 1000));
}
