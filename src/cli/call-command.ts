import type { Command } from "commander";
import type { RescueClient } from "../client/rescue-client.js";
import { didYouMean } from "../errors/nearest-name.js";
import { printableJson, visible } from "../soap/text/printable.js";
import { askCredentials, processSources } from "./ask-credentials.js";
import type { CallArguments } from "./call-arguments.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { withExamples } from "./examples.js";
import { EXIT } from "./exit-codes.js";
import { explainInterrupt, onInterrupt } from "./interrupt.js";
import { clientContract, openClient } from "./open-client.js";
import { output } from "./output.js";
import { readText } from "./read-text.js";
import { UsageError } from "./usage-error.js";

interface CallFlags extends ConnectionFlags {
  readonly args?: string;
  readonly dryRun?: true;
  readonly raw?: true;
}

/** `rescue call OPERATION key=value…` */
export function addCallCommand(program: Command): void {
  withExamples(withConnectionOptions(program.command("call")), "call")
    .description("call any operation of the service, in the vendor's spelling, and print the answer as JSON")
    .argument("<operation>", 'its name: "rescue wsdl show" lists all of them')
    .argument("[key=value...]", "the arguments; objects as JSON or member by member (oUser.sName=x)")
    .option("--args <file>", "more arguments, as a JSON object; - for standard input. For secrets, too")
    .option("--dry-run", "print the envelope, without secrets, and send nothing")
    .option("--raw", "print status and body of the reply, without secrets, whatever it is")
    .action(async (operation: string, texts: string[], flags: CallFlags) => {
      const { contract } = await clientContract(flags);
      if (!Object.hasOwn(contract.operations, operation) && !Object.hasOwn(contract.leftOut ?? {}, operation)) {
        const near = didYouMean(operation, Object.keys(contract.operations));
        throw new UsageError(`there is no operation ${JSON.stringify(operation)}${near}; "rescue wsdl show" lists all`);
      }
      const given = flags.args === undefined ? {} : argumentsIn(await readText("--args", flags.args));
      // Loaded here: help does not need to know how values are encoded.
      const { readCallArguments } = await import("./call-arguments.js");
      const args = readCallArguments(contract, operation, texts, given);
      const sources = processSources(flags.credentialCommand, flags.args === "-");
      // Nothing is sent, and nobody has to be asked; there is no login that a jar could keep.
      const credentials = flags.dryRun ? { authCode: "not-sent" } : await askCredentials(sources);
      const { jar, ...others } = flags;
      const interrupt = onInterrupt(explainInterrupt);
      const connection = jar === undefined || flags.dryRun ? others : flags;
      await using client = await openClient(credentials, connection, interrupt.force);
      if (flags.dryRun) await output.document(`${lines(await client.envelope(operation, args))}\n`);
      else if (flags.raw) await printRaw(client, operation, args);
      else await printAnswer(client, operation, args);
      if (interrupt.signal.aborted) process.exitCode = EXIT.interrupted;
      interrupt.stop();
    });
}

async function printAnswer(client: RescueClient, operation: string, args: CallArguments): Promise<void> {
  const operations = client.operations as unknown as Readonly<Record<string, (args: object) => Promise<object>>>;
  const answer = await operations[operation]?.(args);
  await output.document(`${printableJson(withoutBigints(answer ?? {}), 2)}\n`);
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

// JSON has no bigint; its digits are kept.
function withoutBigints(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(withoutBigints);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutBigints(member)]));
}
