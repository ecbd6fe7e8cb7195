import { traitsOf } from "../client/operations/operation-table.js";
import type { Credentials } from "../client/options/credentials.js";
import type { RescueClient } from "../client/rescue-client.js";
import { AbortedError } from "../errors/aborted-error.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { RescueError } from "../errors/rescue-error.js";
import { askCredentials, processSources } from "./ask-credentials.js";
import type { ConnectionFlags } from "./connection-options.js";
import { EXIT } from "./exit-codes.js";
import { explainInterrupt, onInterrupt } from "./interrupt.js";
import { type ClientContract, openClient } from "./open-client.js";
import { output } from "./output.js";

/**
 * Runs a job of reads with a client of the command line's options, and logs out at the end.
 *
 * @param job gets the options for each of its calls: an interrupt aborts those, and not the logout after them.
 * @param inputIsTaken true where standard input holds something else than credentials.
 */
export async function withClient(
  flags: ConnectionFlags,
  job: (client: RescueClient, options: { readonly signal: AbortSignal }, credentials: Credentials) => Promise<void>,
  inputIsTaken = false,
): Promise<void> {
  const credentials = await askCredentials(processSources(flags.credentialCommand, inputIsTaken));
  const { signal, stop } = onInterrupt();
  try {
    await using client = await openClient(credentials, flags, new AbortController().signal);
    await job(client, { signal }, credentials);
  } finally {
    stop();
  }
}

/** A call that may change something. */
export interface SingleCall {
  readonly operation: string;
  readonly credentials: Credentials;
  /** The contract, where it has been read already. */
  readonly contract?: ClientContract;
  /** Throws where the arguments are wrong: before anything is sent. */
  check?(client: RescueClient): Promise<void>;
}

/**
 * Makes a call that may change something with a client of the command line's options, and logs out at the end. An
 * interrupt before the call sends nothing; one while it is under way lets it end, and a second one aborts it.
 *
 * @param job `signal` says whether it was interrupted.
 */
export async function withSingleCall(
  flags: ConnectionFlags,
  { operation, credentials, contract, check }: SingleCall,
  job: (client: RescueClient, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const interrupt = onInterrupt(explainInterrupt);
  const { signal } = interrupt;
  try {
    await using client = await openClient(credentials, flags, interrupt.force, contract);
    await check?.(client);
    if (logsIn(credentials) && traitsOf(operation).class !== "auth") await client.login({ signal });
    if (signal.aborted) throw new AbortedError(operation, "not-sent");
    await job(client, signal);
  } catch (error) {
    if (!signal.aborted || !(error instanceof RescueError)) throw error;
    await output.problem(`rescue: ${error.message}`);
  } finally {
    if (signal.aborted) process.exitCode = EXIT.interrupted;
    interrupt.stop();
  }
}

/** Calls an operation of any contract. @throws {InvalidArgumentError} where the contract does not have it. */
export async function callByName({ operations }: RescueClient, name: string, args: object): Promise<object> {
  const table = operations as unknown as Readonly<Record<string, (args: object) => Promise<object>>>;
  const call = table[name];
  if (!call) throw new InvalidArgumentError("operation", `${name} is not an operation of this service`);
  return call(args);
}

/** Whether calls with these credentials need a call before them: a login, or the request of a code. */
export function logsIn({ authCode, email }: Credentials): boolean {
  return authCode === undefined || email !== undefined;
}
