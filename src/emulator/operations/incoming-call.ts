import type { CallForm } from "../history/history.js";
import type { ServerReply } from "../http/reply.js";
import type { OperationResult } from "./call/call.js";
import type { Parameters } from "./call/parameters.js";

/** A call of a known operation, in whatever form it came. */
export interface IncomingCall {
  readonly operation: string;
  readonly form: CallForm;
  readonly cookie: string | undefined;
  readonly origin: string;
  /** Aborted at the first reset after the call began to arrive. */
  readonly signal: AbortSignal;
  /** For the log: the body, or the query. */
  readonly text: string;
  /** The parameters; or the form's own refusal, which goes to `refuse`. */
  readonly read: ReadCall;
  /** Writes the result in the call's form, and says which literal it goes out as. */
  readonly render: (result: OperationResult) => { reply: ServerReply; result: string | undefined };
  /** A reply of the call's form that says nothing, for a fault to spoil before there is an answer. */
  readonly blank: ServerReply;
  /** Writes the answer to an exception. */
  readonly refuse: (error: unknown) => ServerReply;
}

/** What came of reading a call's parameters. */
export type ReadCall = { readonly parameters: Parameters } | { readonly error: unknown };

/** Reads the parameters of a call before it waits for its turn: what they are read from may be large, and can go then. */
export function readCall(read: () => Parameters): ReadCall {
  try {
    return { parameters: read() };
  } catch (error) {
    return { error };
  }
}

/**
 * The answer of an operation that has done nothing. What a fault spoils has to look like an answer also where there is
 * none: a client that takes the spoilt answer all the same (a header more, the answer twice) must not read that something
 * was done.
 */
export function unchanged({ render, blank }: IncomingCall): ServerReply {
  try {
    return render({ code: "Error" }).reply;
  } catch {
    return blank;
  }
}
