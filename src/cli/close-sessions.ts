import type { CallOptions } from "../client/options/options.js";
import type { ClosedSession } from "../client/rescue-client.js";
import { AbortedError } from "../errors/aborted-error.js";
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

/** What a run needs of a client. */
export interface Closer {
  /** Waits for a login where calls need one, so that only the call itself cannot be interrupted. */
  ready(options: CallOptions): Promise<unknown>;
  closeSession(session: number): Promise<ClosedSession>;
}

export interface CloseRun {
  /** Resolves with false when the line could not be written. */
  readonly report: (line: CloseReport) => Promise<boolean>;
  /** Ends the run before the next session; the call in progress is not aborted. */
  readonly interrupted: AbortSignal;
  /** Ends the run at the first session that is not closed. */
  readonly stopOnError: boolean;
}

/** How the call for one session ended. */
interface Ended {
  readonly line: CloseReport;
  readonly exit: ExitCode;
  /** Whether the next session can be tried. */
  readonly goesOn: boolean;
}

/**
 * Closes sessions one after another under one login and reports each as it ends. The remaining sessions are reported as
 * not tried after an error that would also affect the next session (not authenticated, no connection), after a report
 * that could not be written, and after an interruption. An unknown outcome says nothing about the next session.
 *
 * @returns the exit code of each session that was tried, and of the interruption.
 */
export async function closeSessions(client: Closer, sessions: readonly number[], run: CloseRun): Promise<ExitCode[]> {
  const { report, interrupted, stopOnError } = run;
  const codes: ExitCode[] = [];
  let obstacle: string | undefined;
  for (const session of sessions) {
    if (interrupted.aborted) obstacle ??= "the run was interrupted";
    if (obstacle !== undefined) {
      await report({ session, closed: false, code: NOT_TRIED, outcome: "not-sent", message: obstacle });
      continue;
    }
    const { line, exit, goesOn } = await close(client, session, interrupted);
    codes.push(exit);
    const isWritten = await report(line);
    if (!goesOn || (stopOnError && line.closed !== true))
      obstacle = `the run ended at session ${session} with ${line.code}`;
    else if (!isWritten) obstacle = `the run ended at session ${session}, whose result could not be written`;
  }
  return interrupted.aborted ? [...codes, EXIT.interrupted] : codes;
}

async function close(client: Closer, session: number, interrupted: AbortSignal): Promise<Ended> {
  try {
    await client.ready({ signal: interrupted });
    // A login may have ended just then.
    if (interrupted.aborted) throw new AbortedError("closeSession", "not-sent");
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
  const isUnknown = outcome === "unknown" || (outcome === "answered" && error.code === "UNKNOWN_RESULT");
  const { code, message } = error;
  const literal = error instanceof RescueResultError ? { literal: error.literal } : {};
  return {
    line: { session, closed: isUnknown ? null : false, code, ...literal, outcome, message },
    exit: isUnknown ? EXIT.unknown : exitCodeOf(error),
    goesOn: isOfOneSession(error),
  };
}

// An answer, or an unknown outcome, says nothing about the next session; a refused caller does, and so does a service
// that cannot be reached.
function isOfOneSession(error: RescueError): boolean {
  if (error.operation !== "closeSession" || error instanceof NotAuthenticatedError) return false;
  if (error instanceof OutcomeUnknownError) return !(error.cause instanceof AbortedError);
  return error instanceof SoapFaultError || error.outcome === "answered";
}
