import type { CallOptions } from "../client/options.js";
import type { ClosedSession } from "../client/rescue-client.js";
import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { OutcomeUnknownError } from "../errors/outcome-unknown-error.js";
import { type Outcome, RescueError } from "../errors/rescue-error.js";
import { RescueResultError } from "../errors/result-error.js";
import { SoapFaultError } from "../errors/soap-fault-error.js";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-codes.js";

/** The result for one session, exactly as a line of `--json` prints it. */
export interface CloseReport {
  readonly session: number;
  /** True when the service closed it, false when it refused or was not asked, null when that is unknown. */
  readonly closed: boolean | null;
  /** The result code, the code of the error that prevented it, or `NOT_TRIED`. */
  readonly code: string;
  /** The service's literal, where one was received. */
  readonly literal?: string;
  /** The outcome of the closeSession call itself: `not-sent` when the login before it failed. */
  readonly outcome: Outcome;
  readonly message?: string;
}

/** The code of a session that was not tried, because the run had ended before it. */
export const NOT_TRIED = "NOT_TRIED";

interface Closer {
  closeSession(session: number, options?: CallOptions): Promise<ClosedSession>;
}

/** How the call for one session ended. */
interface Ended {
  readonly line: CloseReport;
  readonly exit: ExitCode;
  /** Whether the next session can be tried. */
  readonly goesOn: boolean;
}

/**
 * Closes sessions one after another under one login and reports each as it ends. After an error that would also affect
 * the next session (not authenticated, no connection, no answer, aborted), and after a report that could not be written,
 * the remaining sessions are reported as not tried.
 *
 * @param report resolves with false when the line could not be written.
 * @returns the exit code of each session that was tried.
 */
export async function closeSessions(
  client: Closer,
  sessions: readonly number[],
  report: (line: CloseReport) => Promise<boolean>,
): Promise<ExitCode[]> {
  const codes: ExitCode[] = [];
  let obstacle: string | undefined;
  for (const session of sessions) {
    if (obstacle !== undefined) {
      await report({ session, closed: false, code: NOT_TRIED, outcome: "not-sent", message: obstacle });
      continue;
    }
    const { line, exit, goesOn } = await close(client, session);
    codes.push(exit);
    const isWritten = await report(line);
    if (!goesOn) obstacle = `the run ended at session ${session} with ${line.code}`;
    else if (!isWritten) obstacle = `the run ended at session ${session}, whose result could not be written`;
  }
  return codes;
}

async function close(client: Closer, session: number): Promise<Ended> {
  try {
    const { code, literal } = await client.closeSession(session);
    return { line: { session, closed: true, code, literal, outcome: "answered" }, exit: EXIT.ok, goesOn: true };
  } catch (error) {
    if (!(error instanceof RescueError)) throw error;
    return failed(session, error);
  }
}

function failed(session: number, error: RescueError): Ended {
  // Whatever happened to the login before it, the call itself was not sent.
  const outcome = error.operation === "closeSession" ? error.outcome : "not-sent";
  const isUnknown = outcome === "unknown" || error.code === "UNKNOWN_RESULT";
  const { code, message } = error;
  const literal = error instanceof RescueResultError ? { literal: error.literal } : {};
  return {
    line: { session, closed: isUnknown ? null : false, code, ...literal, outcome, message },
    exit: isUnknown ? EXIT.unknown : exitCodeOf(error),
    goesOn: isOfOneSession(error),
  };
}

// An answer for one session says nothing about the next, unless it refuses the caller. After a call without an
// answer the next would only wait: the service handles one call at a time for each login.
function isOfOneSession(error: RescueError): boolean {
  const answer = error instanceof OutcomeUnknownError ? error.cause : error;
  if (answer.operation !== "closeSession" || answer instanceof NotAuthenticatedError) return false;
  return answer instanceof SoapFaultError || answer.outcome === "answered";
}
