import type { CallOptions } from "../client/options.js";
import type { ClosedSession } from "../client/rescue-client.js";
import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { type Outcome, RescueError } from "../errors/rescue-error.js";
import { RescueResultError } from "../errors/result-error.js";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-codes.js";

/** What became of one session: a line of `--json` is exactly this. */
export interface CloseReport {
  readonly session: number;
  readonly closed: boolean;
  /** The result code, or the code of the error that stood in its way. */
  readonly code: string;
  /** The literal of the service, where one came. */
  readonly literal?: string;
  /** Of the closeSession call itself: `not-sent` when the login before it failed. */
  readonly outcome: Outcome;
  readonly message?: string;
}

interface Closer {
  closeSession(session: number, options?: CallOptions): Promise<ClosedSession>;
}

/**
 * Closes sessions one after the other over one login and reports each as it ends. After an error that the next session
 * would meet as well (not authenticated, no connection, no answer, aborted) the rest are reported as not sent.
 *
 * @returns the exit code of each session.
 */
export async function closeSessions(
  client: Closer,
  sessions: readonly number[],
  report: (line: CloseReport) => void,
): Promise<ExitCode[]> {
  const codes: ExitCode[] = [];
  let stoppedBy: RescueError | undefined;
  for (const session of sessions) {
    if (stoppedBy) {
      const message = "not tried after the error before it";
      report({ session, closed: false, code: stoppedBy.code, outcome: "not-sent", message });
      codes.push(exitCodeOf(stoppedBy));
      continue;
    }
    try {
      const { code, literal } = await client.closeSession(session);
      report({ session, closed: true, code, literal, outcome: "answered" });
      codes.push(EXIT.ok);
    } catch (error) {
      if (!(error instanceof RescueError)) throw error;
      report(failure(session, error));
      codes.push(exitCodeOf(error));
      if (!isOfOneSession(error)) stoppedBy = error;
    }
  }
  return codes;
}

// An answer for one session says nothing of the next; one that refuses the caller does. And behind a call without an
// answer the next would only queue: the service lets one call at a time into a login.
function isOfOneSession(error: RescueError): boolean {
  return (
    error.operation === "closeSession" && error.outcome === "answered" && !(error instanceof NotAuthenticatedError)
  );
}

function failure(session: number, error: RescueError): CloseReport {
  const outcome = error.operation === "closeSession" ? error.outcome : "not-sent";
  const { code, message } = error;
  return error instanceof RescueResultError
    ? { session, closed: false, code, literal: error.literal, outcome, message }
    : { session, closed: false, code, outcome, message };
}
