import type { CallForm } from "../history/history.js";
import type { ServerReply } from "../http/reply.js";
import type { OperationResult } from "./call/call.js";
import type { Parameters } from "./call/parameters.js";

/** A call of a known operation, whatever its form. */
export interface IncomingCall {
  readonly operation: string;
  readonly form: CallForm;
  readonly cookie: string | undefined;
  readonly origin: string;
  /** Aborted at the first reset after the call began to arrive. */
  readonly signal: AbortSignal;
  /** The body or the query, for the log. */
  readonly text: string;
  /** The parameters, or the error of reading them, which goes to `refuse`. */
  readonly read: ReadCall;
  /** Writes the result in the call's form, and says which literal is sent. */
  readonly render: (result: OperationResult) => { reply: ServerReply; result: string | undefined };
  /** An empty reply in the call's form, which a fault spoils if there is no answer yet. */
  readonly blank: ServerReply;
  /** The reply to an exception. */
  readonly refuse: (error: unknown) => ServerReply;
}

/** The result of reading a call's parameters. */
export type ReadCall = { readonly parameters: Parameters } | { readonly error: unknown };

/** Reads the parameters of a call before it waits for its turn: the text may be large and need not be kept. */
export function readCall(read: () => Parameters): ReadCall {
  try {
    return { parameters: read() };
  } catch (error) {
    return { error };
  }
}

/**
 * The reply of an operation that has not run. A fault needs a reply to spoil even then, and a client that accepts the
 * spoilt reply (because of one more header, or because it arrives twice) must not read that something was done.
 */
export function unchanged({ render, blank }: IncomingCall): ServerReply {
  try {
    return render({ code: "Error" }).reply;
  } catch {
    return blank;
  }
}
