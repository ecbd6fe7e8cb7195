import { Command } from "commander";
import { VERSION } from "../version.js";
import { addCloseCommand } from "./close-command.js";
import { addDoctorCommand } from "./doctor-command.js";
import { addEmulatorCommand } from "./emulator-command.js";
import { addGenerateCommand } from "./generate-command.js";
import { addWsdlCommand } from "./wsdl-command.js";

/** The `rescue` command with its sub-commands. Errors are thrown, not exited on. */
export function makeProgram(): Command {
  const program = new Command("rescue")
    .description("LogMeIn Rescue over SOAP")
    .version(VERSION)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", HELP);
  addCloseCommand(program);
  addDoctorCommand(program);
  addEmulatorCommand(program);
  addWsdlCommand(program);
  addGenerateCommand(program);
  return program;
}

const HELP = `
Credentials come from RESCUE_EMAIL and RESCUE_PASSWORD, or RESCUE_AUTHCODE, or are asked for; never from arguments.

Exit codes: 0 all done, 1 the service refused at least one, 2 usage, 3 at least one outcome unknown,
4 not authenticated, 5 service unreachable or not speaking SOAP, or no WSDL to be had, 6 a WSDL that cannot be read,
130 interrupted.
"rescue wsdl diff" and "check" end with 0 same or cosmetic, 10 additive, 11 risky, 12 breaking.`;
