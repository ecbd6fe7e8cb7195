import type { SettledSession } from "../client/jobs/sessions.js";
import { isSessionId } from "../client/options/session-id.js";
import type { ClosedSession } from "../client/rescue-client.js";
import { callEnd } from "../closing/call-end.js";
import type { CloseResult } from "../closing/close-run.js";
import { RescueError } from "../errors/rescue-error.js";
import { RescueResultError } from "../errors/result-error.js";
import { beginningOf } from "../soap/text/cut-text.js";
import { visible } from "../soap/text/printable.js";

/** What the queue keeps of a session that is to be closed: the journal of its job. */
export interface CloseJobData {
  readonly session: number;
  /** The address of the service that the session belongs to. */
  readonly endpoint: string;
  /** Recorded before a call is sent, and removed when it is known not to have been: a call of this job may have arrived. */
  readonly sent?: boolean;
  /** When a call in doubt can no longer be under way, by the clock of the worker that saw it, in milliseconds. */
  readonly settledFrom?: number;
  /** How often the service's lists have not shown what became of it. */
  readonly unseen?: number;
  /** The service's answer that was not OK, or why the session needs a person. */
  readonly result?: CloseResult;
}

/** What a job needs of its queue. */
export interface JobKeeper {
  readonly data: unknown;
  /** Replaces the data. It is in Redis when this resolves. */
  record(data: CloseJobData): Promise<void>;
  /** True if this worker still holds the job: another one takes over a job whose worker was not heard of for a while. */
  holds(): Promise<boolean>;
}

/** What a job needs of a client. */
export interface JobService {
  readonly endpoint: string;
  closeSession(session: number): Promise<ClosedSession>;
  settle(session: number): Promise<SettledSession>;
}

/** What becomes of a job after its turn. */
export type JobTurn =
  | { readonly next: "done"; readonly result: CloseResult }
  /** It needs a person. */
  | { readonly next: "failed"; readonly result: CloseResult }
  /** It has a turn again after so many milliseconds. */
  | { readonly next: "later"; readonly milliseconds: number }
  /** The service cannot be reached, or limits calls: no job of any worker is worth a turn. The job goes back. */
  | { readonly next: "pause"; readonly error: RescueError }
  /** The caller was refused: this worker cannot go on. The job goes back. */
  | { readonly next: "stop"; readonly error: RescueError }
  /** Another worker has the job. */
  | { readonly next: "lost" };

export interface JobTimes {
  /** Milliseconds after which a call can no longer be under way at the service. */
  readonly settleAfter: number;
  readonly now: () => number;
}

/** Milliseconds before the service is asked about a call that has just been lost: most have arrived, or never will. */
const FIRST_LOOK = 1_000;
/** How often the service's lists may show nothing before a person has to look. */
const MOST_UNSEEN = 3;
const LONGEST_TEXT = 500;
const LOST: JobTurn = { next: "lost" };

/**
 * Gives a job its turn: closes its session, or finds out what became of a call whose worker or answer was lost. A call is
 * recorded before it is sent, and one in doubt is settled before another is made.
 */
export async function takeTurn(job: JobKeeper, service: JobService, times: JobTimes): Promise<JobTurn> {
  const data = readData(job.data, service.endpoint);
  if ("problem" in data) return { next: "failed", result: notSent(data.session, "INVALID_JOB", data.problem) };
  if (data.sent) {
    const turn = await settle(job, data, service, times);
    if (turn) return turn;
  }
  return close(job, data, service, times);
}

/** Undefined where the session is to be closed by another call. */
async function settle(
  job: JobKeeper,
  data: CloseJobData,
  service: JobService,
  { settleAfter, now }: JobTimes,
): Promise<JobTurn | undefined> {
  const { session, result: answer } = data;
  // Another machine's clock, or whoever writes to Redis, cannot put it off for longer.
  const settledFrom = Math.min(data.settledFrom ?? Number.POSITIVE_INFINITY, now() + settleAfter);
  try {
    const { state, reason } = await service.settle(session);
    if (state === "closed") {
      return { next: "done", result: { session, closed: true, code: "OK", outcome: "answered", by: "settled" } };
    }
    if (state === "not closed") {
      // The service has answered this call: it is not under way any more, and another would be answered alike.
      if (answer) {
        const result: CloseResult = { ...answer, closed: false, by: "settled" };
        // It is in doubt no more: another turn calls again.
        return keep(job, { session, endpoint: data.endpoint, result }, { next: "failed", result });
      }
      const milliseconds = settledFrom - now();
      if (milliseconds <= 0) return undefined;
      return keep(job, { ...data, settledFrom }, { next: "later", milliseconds });
    }
    const unseen = (data.unseen ?? 0) + 1;
    if (unseen < MOST_UNSEEN) {
      const milliseconds = Math.max(FIRST_LOOK, settledFrom - now());
      return keep(job, { ...data, settledFrom, unseen }, { next: "later", milliseconds });
    }
    const unknown = answer ?? { session, code: "OUTCOME_UNKNOWN", outcome: "unknown" as const };
    const result: CloseResult = { ...unknown, closed: null, message: reason, by: "settled" };
    return keep(job, { ...data, settledFrom, unseen: 0, result }, { next: "failed", result });
  } catch (error) {
    return obstacle(error);
  }
}

async function close(
  job: JobKeeper,
  data: CloseJobData,
  service: JobService,
  { settleAfter, now }: JobTimes,
): Promise<JobTurn> {
  const { session, endpoint } = data;
  if (!(await job.holds())) return LOST;
  await job.record({ session, endpoint, sent: true });
  if (!(await job.holds())) return LOST;
  try {
    const { code, literal } = await service.closeSession(session);
    return { next: "done", result: { session, closed: true, code, literal, outcome: "answered", by: "answer" } };
  } catch (error) {
    if (!(error instanceof RescueError)) throw error;
    // An error of the login before it says nothing of this call, which was not sent.
    const { session: end } = error.operation === "closeSession" ? callEnd(error) : { session: "unsent" };
    if (end === "unsent") {
      return keep(job, { session, endpoint }, obstacle(error));
    }
    const settledFrom = now() + settleAfter;
    const later: JobTurn = { next: "later", milliseconds: Math.min(FIRST_LOOK, settleAfter) };
    if (error.outcome === "unknown") return keep(job, { session, endpoint, sent: true, settledFrom }, later);
    const { code, message, outcome } = error;
    const literal = error instanceof RescueResultError ? { literal: error.literal } : {};
    const result: CloseResult = { session, closed: false, code, ...literal, outcome, message, by: "answer" };
    if (end === "refused") return keep(job, { session, endpoint, result }, { next: "failed", result });
    return keep(job, { session, endpoint, sent: true, settledFrom, result }, later);
  }
}

/** Records what a turn has found out, unless another worker has the job by now: what that one has recorded stands. */
async function keep(job: JobKeeper, data: CloseJobData, turn: JobTurn): Promise<JobTurn> {
  if (!(await job.holds())) return LOST;
  await job.record(data);
  return turn;
}

function obstacle(error: unknown): JobTurn {
  if (!(error instanceof RescueError)) throw error;
  return { next: callEnd(error).run === "over" ? "stop" : "pause", error };
}

function notSent(session: number, code: string, message: string): CloseResult {
  return { session, closed: false, code, outcome: "not-sent", message, by: "answer" };
}

/** Why a failed job needs a person. @param reason what BullMQ keeps of the error. */
export function failureOf(data: unknown, reason: unknown): CloseResult {
  const { session, sent, result } = fieldsOf(data);
  const id = typeof session === "number" && isSessionId(session) ? session : 0;
  const [closed, outcome] = sent ? ([null, "unknown"] as const) : ([false, "not-sent"] as const);
  const lost = { session: id, closed, code: "LOST_JOB", outcome, message: shown(reason), by: "answer" } as const;
  return readResult(result, id) ?? lost;
}

// Whoever can write to Redis can write a job.
function readData(
  data: unknown,
  endpoint: string,
): CloseJobData | { readonly session: number; readonly problem: string } {
  const fields = fieldsOf(data);
  const { session, sent, settledFrom, unseen } = fields;
  if (typeof session !== "number" || !isSessionId(session)) {
    return { session: 0, problem: "the job names no session id: a whole number from 1 to 2147483647" };
  }
  if (fields.endpoint !== endpoint) {
    return {
      session,
      problem: "the job was enqueued for another service than this worker calls; use a queue for each",
    };
  }
  const result = readResult(fields.result, session);
  return {
    session,
    endpoint,
    ...(sent === undefined || sent === false ? {} : { sent: true }),
    ...(typeof settledFrom === "number" ? { settledFrom } : {}),
    ...(typeof unseen === "number" && unseen > 0 ? { unseen } : {}),
    // An answer that left a doubt. The other result, of a session that nothing was seen of, is looked for anew.
    ...(result?.outcome === "answered" ? { result } : {}),
  };
}

function fieldsOf(data: unknown): { readonly [Name in keyof CloseJobData]?: unknown } {
  return typeof data === "object" && data !== null ? data : {};
}

function readResult(value: unknown, session: number): CloseResult | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const fields: { readonly [Name in keyof CloseResult]?: unknown } = value;
  const { closed, code, literal, outcome, message, by } = fields;
  if (typeof code !== "string" || !/^\w{1,200}$/.test(code)) return undefined;
  if (outcome !== "answered" && outcome !== "unknown" && outcome !== "not-sent") return undefined;
  return {
    ...{ session, closed: closed === false ? false : null, code },
    ...(typeof literal === "string" && { literal: shown(literal) }),
    outcome,
    ...(typeof message === "string" && { message: shown(message) }),
    by: by === "settled" ? "settled" : "answer",
  };
}

function shown(text: unknown): string {
  return typeof text === "string" ? visible(beginningOf(text, LONGEST_TEXT)) : "";
}
