import type { Command } from "commander";

/** How strictly a WSDL is read. */
export interface StrictFlag {
  readonly strict?: true;
}

/** `--strict`, for the commands that read WSDLs and call nothing. */
export function withStrictOption(command: Command): Command {
  return command.option(
    "--strict",
    "refuse a WSDL with an unsupported operation, instead of leaving the operation out",
  );
}
