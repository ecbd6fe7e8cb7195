import { type Command, Option } from "commander";
import type { InvitationText } from "../client/jobs/pins.js";
import { callerText, limitText } from "../client/operations/operation-table.js";
import { RescueError } from "../errors/rescue-error.js";
import { askCredentials, processSources } from "./ask-credentials.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { withExamples } from "./examples.js";
import { exitCodeOf } from "./exit-codes.js";
import { parseNode } from "./node-arguments.js";
import { output } from "./output.js";
import { withSingleCall } from "./with-client.js";

interface PinFlags extends ConnectionFlags {
  readonly technician?: number;
  readonly field?: readonly string[];
  readonly tracking?: string;
  /** False for `--no-console`. */
  readonly console: boolean;
  readonly lens?: boolean;
  readonly emailText?: true;
  readonly json?: true;
}

/** `rescue pin` */
export function addPinCommand(program: Command): void {
  const [caller, limit] = [callerText("requestPINCodeV3"), limitText("requestPINCodeV3")];
  withExamples(withConnectionOptions(program.command("pin")), "pin")
    .description(`make a PIN for a private session and print it with its link (for ${caller}; ${limit})`)
    .addOption(new Option("--technician <id>", "node id of the technician (default: the caller)").argParser(parseNode))
    .option("--field <text...>", "custom fields, the customer's name first")
    .option("--tracking <text>", "what comes back with the session's data, such as a ticket")
    .option("--no-console", "the technician's console need not run")
    .option("--lens", "for a Rescue Lens session")
    .option("--email-text", "print the text of the invitation, too")
    .option("--json", "print a JSON object")
    .action(async ({ technician, field, tracking, console, lens = false, emailText, ...flags }: PinFlags) => {
      const credentials = await askCredentials(processSources(flags.credentialCommand));
      const operation = lens ? "requestLensPINCodeV2" : "requestPINCodeV3";
      await withSingleCall(flags, { operation, credentials }, async ({ pins }, signal) => {
        const request = { technician, customFields: field, tracking, requiresConsole: console, lens };
        const { code, link } = await pins.create(request);
        // The PIN is printed before anything else is asked: it is used up.
        if (!flags.json && !(await output.line(`${code}  ${link}`))) return;
        let email: InvitationText | undefined;
        try {
          if (emailText) email = await pins.emailText(code, { signal });
        } catch (error) {
          if (!(error instanceof RescueError)) throw error;
          process.exitCode = exitCodeOf(error);
          await output.problem(`rescue: ${error.message}`);
        }
        if (flags.json) await output.json({ code, link, ...(email && { email }) });
        else if (email) await printEmail(email);
      });
    });
}

async function printEmail({ subject, text, signature }: InvitationText): Promise<void> {
  for (const line of [subject, "", ...text.split(/\r?\n/), "", ...signature.split(/\r?\n/)]) {
    if (!(await output.line(line))) return;
  }
}
