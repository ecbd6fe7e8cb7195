import { Command } from "commander";
import { VERSION } from "../version.js";
import { addAuthCommand } from "./auth-command.js";
import { addCallCommand } from "./call-command.js";
import { addCloseCommand } from "./close-command.js";
import { addCompletionCommand } from "./completion-command.js";
import { addHierarchyCommand, addUsersCommand } from "./desk-commands.js";
import { addDoctorCommand } from "./doctor-command.js";
import { addEmulatorCommand } from "./emulator-command.js";
import { addGenerateCommand } from "./generate-command.js";
import { output } from "./output.js";
import { addPinCommand } from "./pin-command.js";
import { addReportCommand } from "./report-command.js";
import { addSessionsCommand } from "./sessions-command.js";
import { addWatchCommand } from "./watch-command.js";
import { addWsdlCommand } from "./wsdl-command.js";

/** The `rescue` command with its sub-commands. Errors are thrown, not exited on. */
export function makeProgram(): Command {
  const program = new Command("rescue")
    .description("LogMeIn Rescue over SOAP")
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (help) => void output.document(help),
      writeErr: (help) => void output.document(help, "stderr"),
      outputError,
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", HELP);
  addCloseCommand(program);
  addReportCommand(program);
  addSessionsCommand(program);
  addWatchCommand(program);
  addPinCommand(program);
  addHierarchyCommand(program);
  addUsersCommand(program);
  addDoctorCommand(program);
  addCallCommand(program);
  addAuthCommand(program);
  addEmulatorCommand(program);
  addWsdlCommand(program);
  addGenerateCommand(program);
  addCompletionCommand(program);
  return program;
}

// The message quotes an argument, which may hold line feeds, a proxy's password behind a misspelt option, or a password
// behind an option that was only supposed; a suggestion follows on a line of its own.
function outputError(message: string): void {
  const shown = message
    .trimEnd()
    .replace(/:\/\/.*@/gs, "://[redacted]@")
    .replace(/^(error: unknown option '-[^=']*=).*'/s, "$1…'");
  for (const line of shown.split(/\n(?=\(Did you mean )/)) void output.problem(line);
}

const HELP = `
Credentials are read from RESCUE_EMAIL and RESCUE_PASSWORD, or RESCUE_AUTHCODE (an auth code or an API token), or
RESCUE_SSO_ID, RESCUE_SSO_PASSWORD and RESCUE_COMPANY_ID, or from what --credential-command prints, or prompted for; never
from arguments.

Exit codes: 0 all done, 1 the service refused at least one, 2 usage, 3 at least one outcome unknown,
4 not authenticated, 5 service unreachable or not speaking SOAP, or a WSDL that cannot be loaded,
6 a WSDL that cannot be read, 70 a bug in this program, 74 the output could not be written (a full disk,
a closed pipe): what else happened is not known from the code, 130 interrupted.
"rescue wsdl diff" and "check" end with 0 same or cosmetic, 10 additive, 11 risky, 12 breaking.`;
