import { type Command, Option } from "commander";
import type { RescueClient } from "../client/rescue-client.js";
import { didYouMean } from "../errors/nearest-name.js";
import type { Contract } from "../soap/contract/contract.js";
import { visible } from "../soap/text/printable.js";
import { askCredentials, processSources } from "./ask-credentials.js";
import type { CallArguments } from "./call-arguments.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { withExamples } from "./examples.js";
import { type ListFlags, withListOptions } from "./list-options.js";
import { clientContract, openClient } from "./open-client.js";
import { output } from "./output.js";
import { readText } from "./read-text.js";
import { UsageError } from "./usage-error.js";
import { callByName, type SingleCall, withSingleCall } from "./with-client.js";

interface CallFlags extends ConnectionFlags, ListFlags {
  readonly args?: string;
  readonly dryRun?: true;
  readonly raw?: true;
}

/** `rescue call OPERATION key=value…` */
export function addCallCommand(program: Command): void {
  withExamples(withListOptions(withConnectionOptions(program.command("call"))), "call")
    .description("call any operation of the service, in the vendor's spelling, and print the answer")
    .argument("<operation>", 'its name: "rescue wsdl show" lists all of them')
    .argument("[key=value...]", "the arguments; objects as JSON or member by member (oUser.sName=x)")
    .option("--args <file>", "more arguments, as a JSON object; - for standard input. For secrets, too")
    .option("--dry-run", "print the envelope, without secrets, and send nothing")
    .addOption(
      new Option("--raw", "print status and body of the reply, without secrets, whatever it is").conflicts([
        "json",
        "csv",
      ]),
    )
    .action(async (operation: string, texts: string[], flags: CallFlags) => {
      const known = await clientContract(flags);
      const { contract } = known;
      if (!Object.hasOwn(contract.operations, operation) && !Object.hasOwn(contract.leftOut ?? {}, operation)) {
        const near = didYouMean(operation, Object.keys(contract.operations));
        throw new UsageError(`there is no operation ${JSON.stringify(operation)}${near}; "rescue wsdl show" lists all`);
      }
      const given = flags.args === undefined ? {} : argumentsIn(await readText("--args", flags.args));
      // Loaded here: help does not need to know how values are encoded.
      const { readCallArguments } = await import("./call-arguments.js");
      const args = readCallArguments(contract, operation, texts, given);
      if (flags.dryRun) {
        // Nothing is sent, and nobody has to be asked; there is no login that a jar could keep.
        const { jar: _, ...others } = flags;
        const never = new AbortController().signal;
        await using client = await openClient({ authCode: "not-sent" }, others, never, known);
        return output.document(`${lines(await client.envelope(operation, args))}\n`);
      }
      const call: SingleCall = {
        operation,
        credentials: await askCredentials(processSources(flags.credentialCommand, flags.args === "-")),
        contract: known,
        // What the arguments lack is said before a login.
        check: async (client) => void (await client.envelope(operation, args)),
      };
      await withSingleCall(flags, call, (client) =>
        flags.raw ? printRaw(client, operation, args) : printAnswer(client, contract, operation, args, flags),
      );
    });
}

async function printAnswer(
  client: RescueClient,
  contract: Contract,
  operation: string,
  args: CallArguments,
  flags: ListFlags,
): Promise<void> {
  const answer = await callByName(client, operation, args);
  const { printReply } = await import("./reply-output.js");
  await printReply(contract, operation, answer, flags);
}

// The events of a client hold no secret: what they show of the reply is printed, not the reply.
async function printRaw(client: RescueClient, operation: string, args: CallArguments): Promise<void> {
  let shown = "";
  const off = client.on(
    "exchange",
    ({ operation: name, reply = "" }) => {
      if (name === operation) shown = reply;
    },
    { bodies: true },
  );
  try {
    const { status, headers } = await client.raw(operation, args);
    await output.document(`HTTP ${status} ${visible(headers["content-type"] ?? "")}\n\n${lines(shown)}\n`);
  } finally {
    off();
  }
}

function lines(text: string): string {
  return text.split(/\r?\n/).map(visible).join("\n");
}

function argumentsIn(text: string): CallArguments {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message would quote the text, which may hold secrets.
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UsageError("--args: expected a JSON object");
  }
  return value as CallArguments;
}
