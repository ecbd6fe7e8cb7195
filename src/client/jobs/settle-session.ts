import { AbortedError } from "../../errors/aborted-error.js";
import { DeadlineError } from "../../errors/deadline-error.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { NotAuthenticatedError } from "../../errors/not-authenticated-error.js";
import { naming, RescueError } from "../../errors/rescue-error.js";
import { RescueResultError } from "../../errors/result-error.js";
import type { Deadline } from "../../soap/http/deadline.js";
import type { CallOptions } from "../options/options.js";
import { isSessionId, noSessionId } from "../options/session-id.js";
import { type FoundSession, findSessions } from "./find-session.js";
import type { Service } from "./service.js";
import type { AwaitedState, SessionQueue, SettledSession, SettleOptions, WaitOptions } from "./sessions.js";

const OPERATION = "getSession_V3";
const SETTLE_TIME = 120_000;
const WAIT_INTERVAL = 5_000;
/** How many notes are read at a time: other calls need lanes, too. */
const AT_ONCE = 2;

/** What was found, and the queue to look at first the next time. */
interface Look {
  readonly settled: SettledSession;
  readonly queue: SessionQueue | undefined;
}

/** The id of the session that an error is about, or the id itself. @throws {InvalidArgumentError} where there is none. */
export function sessionOfError(of: RescueError | number): number {
  // An error that comes from another thread has lost its class.
  const session = typeof of === "object" && of !== null ? of.session : of;
  if (session === undefined) {
    throw new InvalidArgumentError("of", "settle: the error names no support session; pass the session's id");
  }
  if (!isSessionId(session)) throw noSessionId(OPERATION);
  return session;
}

/** Says once whether a session is closed. */
export async function settleSession(
  service: Service,
  session: number,
  { queue, timeout = SETTLE_TIME, signal }: SettleOptions,
): Promise<SettledSession> {
  const deadline = service.begin(OPERATION, { timeout, ...(signal && { signal }) });
  try {
    return (await look(service, session, queue, deadline)).settled;
  } finally {
    deadline.dispose();
  }
}

/**
 * Says once of each of some sessions whether it is closed: all queues are read for all of them together.
 *
 * @throws {RescueError} where the service could not be asked.
 */
export async function settleMany(
  service: Service,
  sessions: readonly number[],
  options: CallOptions,
): Promise<ReadonlyMap<number, SettledSession>> {
  const looks = await lookFor(service, new Set(sessions), undefined, () => options);
  return new Map([...looks].map(([session, { settled }]) => [session, settled]));
}

/** Looks again and again until a session is closed, or a queue lists it with a word. */
export async function waitForState(
  service: Service,
  session: number,
  state: AwaitedState,
  { queue, timeout = SETTLE_TIME, signal, interval = WAIT_INTERVAL }: WaitOptions,
): Promise<SettledSession> {
  const deadline = service.begin(OPERATION, { timeout, ...(signal && { signal }) });
  let near = queue;
  try {
    for (;;) {
      const { settled, queue: seenIn } = await look(service, session, near, deadline);
      // A session that has left every queue has no word any more.
      if (state === "closed" ? settled.state === state : settled.found?.word === state) return settled;
      near = seenIn ?? near;
      try {
        await deadline.sleep(interval, "answered");
      } catch (error) {
        if (!(error instanceof DeadlineError)) throw error;
        const late = `not seen ${state} within ${timeout} ms: ${settled.reason}`;
        throw naming(new DeadlineError(OPERATION, timeout, "answered", late), OPERATION, session);
      }
    }
  } finally {
    deadline.dispose();
  }
}

async function look(
  service: Service,
  session: number,
  near: SessionQueue | undefined,
  deadline: Deadline,
): Promise<Look> {
  const signal = new AbortController();
  const off = deadline.onEnd(() => signal.abort());
  const options = () => {
    deadline.check();
    return { timeout: Math.max(1, deadline.remaining), signal: signal.signal };
  };
  try {
    const seen = await lookFor(service, new Set([session]), near, options);
    return seen.get(session) ?? unknown(session, "the service was not asked");
  } catch (error) {
    const isLate = error instanceof DeadlineError || (deadline.ended && error instanceof AbortedError);
    if (isLate && deadline.error("answered") instanceof DeadlineError) {
      return unknown(session, "the time was over before");
    }
    if (!(error instanceof RescueError) || isFinal(error)) throw error;
    return unknown(session, `the service could not be asked (${error.message})`);
  } finally {
    off();
  }
}

/** What the service's lists say of sessions. @param options called for each call. */
async function lookFor(
  service: Service,
  sessions: ReadonlySet<number>,
  near: SessionQueue | undefined,
  options: () => CallOptions,
): Promise<ReadonlyMap<number, Look>> {
  const { found, doubt } = await findSessions(service, sessions, near, options);
  const looks = new Map<number, Look>();
  const unfound: number[] = [];
  for (const session of sessions) {
    const seen = found.get(session);
    if (seen) looks.set(session, listed(session, seen));
    else unfound.push(session);
  }
  for (let first = 0; first < unfound.length; first += AT_ONCE) {
    const some = unfound.slice(first, first + AT_ONCE);
    const told = await Promise.all(some.map((session) => unlisted(service, session, doubt, options)));
    for (const look of told) looks.set(look.settled.session, look);
  }
  return looks;
}

function listed(session: number, { session: found, queue }: FoundSession): Look {
  const isClosed = found.status === "SESSION_CLOSEDBYTECHNICIAN";
  const reason = `the queue of node ${queue.node} lists it as ${found.word}`;
  return { settled: { session, state: isClosed ? "closed" : "not closed", reason, found }, queue };
}

async function unlisted(
  service: Service,
  session: number,
  doubt: string | undefined,
  options: () => CallOptions,
): Promise<Look> {
  if (doubt !== undefined) return unknown(session, `no queue lists it, but ${doubt}`);
  if (!(await hasRecord(service, session, options()))) {
    return unknown(session, "no queue lists it, and the service shows no note of a session with this id");
  }
  const reason = "no queue lists it, and its note can still be read";
  return { settled: { session, state: "closed", reason, found: undefined }, queue: undefined };
}

function unknown(session: number, reason: string): Look {
  return { settled: { session, state: "unknown", reason, found: undefined }, queue: undefined };
}

function isFinal(error: RescueError): boolean {
  return (
    error instanceof NotAuthenticatedError || error instanceof AbortedError || error instanceof InvalidArgumentError
  );
}

// An ended session keeps its note; an id that never was gets `Error` (a live test).
async function hasRecord({ operations }: Service, session: number, options: object): Promise<boolean> {
  try {
    await operations.getNote({ iSessionID: session }, options);
    return true;
  } catch (error) {
    if (error instanceof RescueResultError && !(error instanceof NotAuthenticatedError)) return false;
    throw error;
  }
}
