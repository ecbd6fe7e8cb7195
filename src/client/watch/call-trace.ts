import { tracingChannel } from "node:diagnostics_channel";
import { type Outcome, RescueError } from "../../errors/rescue-error.js";
import type { Answer } from "../operations/answer.js";

/**
 * What subscribers of the tracing channel `rescue-soap-client:call` get: one object for each call of an operation, also for
 * the logins and logouts that the client makes. It holds no argument but the session's id, and nothing of the answer but
 * its code, so no secret.
 */
export interface TracedCall {
  /** In the vendor's spelling. */
  readonly operation: string;
  /** The service's address. */
  readonly endpoint: string;
  /** The id of the support session in the call's arguments; absent where there is none. */
  readonly session?: number | undefined;
  /** From the end of the call on: `OK`, or the error's code. */
  code?: string;
  /** From the end of the call on. */
  outcome?: Outcome;
  /** From the end of the call on: how many requests were made. */
  attempts?: number;
  /** What the call threw; absent where it went well. */
  readonly error?: unknown;
}

export const callChannel = tracingChannel<unknown, TracedCall>("rescue-soap-client:call");

/** What is traced of a call while it is made. */
interface Traceable {
  readonly name: string;
  readonly session: number | undefined;
  readonly attempts: number;
}

/** Runs a call within the context that subscribers bind to the channel, and tells them how it ends. */
export async function traceCall(call: Traceable, endpoint: URL, run: () => Promise<Answer>): Promise<Answer> {
  const { name: operation, session } = call;
  const traced: TracedCall = { operation, endpoint: endpoint.href, ...(session === undefined ? {} : { session }) };
  let answer: Answer | undefined;
  // The channel publishes what this returns: not the answer, which may hold an auth code.
  await callChannel.tracePromise(async () => {
    try {
      answer = await run();
      Object.assign(traced, { code: answer.code, outcome: "answered", attempts: call.attempts });
    } catch (error) {
      const { code, outcome } = error instanceof RescueError ? error : { code: "UNEXPECTED", outcome: "unknown" };
      Object.assign(traced, { code, outcome, attempts: call.attempts });
      throw error;
    }
  }, traced);
  return answer as Answer;
}
