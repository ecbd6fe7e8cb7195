import type { RescueError } from "../../errors/rescue-error.js";
import { onAbort } from "../../soap/http/abort-listeners.js";
import type { DoneOperation } from "../operations/client-functions.js";
import { checkNodeId } from "../options/node-id.js";
import { checkByTable, checkedElsewhere, milliseconds, oneOf, refusal } from "../options/option-checks.js";
import type { CallOptions } from "../options/options.js";
import { isSessionId, noSessionId } from "../options/session-id.js";
import { endedByReturn } from "./ended-by-return.js";
import { listQueues, watchedQueues } from "./list-queues.js";
import { listSessions, nodeRef } from "./list-sessions.js";
import type { Service, SessionAnswer } from "./service.js";
import { sessionChanges } from "./session-changes.js";
import { knownWords } from "./session-words.js";
import type {
  AwaitedState,
  QueueChange,
  RescueSession,
  SessionQueue,
  Sessions,
  SettledSession,
  SettleOptions,
  Transfer,
  WaitOptions,
  WatchOptions,
} from "./sessions.js";
import { sessionOfError, settleSession, waitForState } from "./settle-session.js";

const WATCH_INTERVAL = 10_000;
const interval = milliseconds("above 0");
const isAwaited = oneOf("closed", ...knownWords());
// Timeout and signal are checked where the time begins.
const QUEUE_CHECKS = { node: checkedElsewhere, ref: checkedElsewhere };
const SETTLE_CHECKS = { queue: checkedElsewhere, timeout: checkedElsewhere, signal: checkedElsewhere };
const WATCH_CHECKS = { ...QUEUE_CHECKS, timeout: checkedElsewhere, signal: checkedElsewhere, interval };
const TRANSFER_CHECKS = { to: checkedElsewhere, ref: checkedElsewhere, comment: checkedElsewhere };

/** What `rescue.sessions` does; documented there. */
export class SessionJobs implements Sessions {
  readonly #service: Service;

  constructor(service: Service) {
    this.#service = service;
  }

  async list(queue: SessionQueue, options?: CallOptions): Promise<readonly RescueSession[]> {
    checkByTable(queue, QUEUE_CHECKS);
    return listSessions(this.#service, queue, options);
  }

  watch(options: WatchOptions): AsyncIterableIterator<QueueChange> {
    return endedByReturn((returned) => this.#changes(options, returned));
  }

  async *#changes(options: WatchOptions, returned: AbortSignal): AsyncGenerator<QueueChange, void, undefined> {
    checkByTable(options, WATCH_CHECKS);
    const { node, ref, interval: pause = WATCH_INTERVAL, timeout, signal } = options;
    const queues = watchedQueues(node, ref);
    const whole = this.#service.begin("getSession_V3", {
      timeout: Number.POSITIVE_INFINITY,
      ...(signal && { signal }),
    });
    const ofEach = {
      ...(timeout !== undefined && { timeout }),
      signal: AbortSignal.any(signal ? [returned, signal] : [returned]),
    };
    const off = onAbort(returned, () => whole.close());
    try {
      let known: ReadonlyMap<number, RescueSession> = new Map();
      for (;;) {
        const now = await listQueues(this.#service, queues, known, ofEach);
        yield* sessionChanges(known, now);
        known = now;
        await whole.sleep(pause, "answered");
      }
    } finally {
      off();
      whole.dispose();
    }
  }

  async start(session: number, technician: number, options?: CallOptions): Promise<SessionAnswer> {
    checkNodeId(technician, "technician", "startSession");
    return this.#act("startSession", session, { iNode: technician }, options);
  }

  async hold(session: number, options?: CallOptions): Promise<SessionAnswer> {
    return this.#act("holdSession", session, {}, options);
  }

  async transfer(session: number, transfer: Transfer, options?: CallOptions): Promise<SessionAnswer> {
    checkByTable(transfer, TRANSFER_CHECKS);
    const { to, ref, comment } = transfer;
    checkNodeId(to, "to", "transferSession");
    const target = { iNode: to, eNodeRef: nodeRef(ref), ...(comment !== undefined && { sComment: comment }) };
    return this.#act("transferSession", session, target, options);
  }

  async close(session: number, options?: CallOptions): Promise<SessionAnswer> {
    return this.#act("closeSession", session, {}, options);
  }

  async cancelAction(session: number, options?: CallOptions): Promise<SessionAnswer> {
    return this.#act("cancelAction", session, {}, options);
  }

  async chat(session: number, options?: CallOptions): Promise<string> {
    if (!isSessionId(session)) throw noSessionId("getChat");
    return (await this.#service.operations.getChat({ iSessionID: session }, options)).sChatLog ?? "";
  }

  async note(session: number, options?: CallOptions): Promise<string> {
    if (!isSessionId(session)) throw noSessionId("getNote");
    return (await this.#service.operations.getNote({ iSessionID: session }, options)).sNote ?? "";
  }

  async settle(of: RescueError | number, options: SettleOptions = {}): Promise<SettledSession> {
    checkByTable(options, SETTLE_CHECKS);
    return settleSession(this.#service, sessionOfError(of), options);
  }

  async waitFor(session: number, state: AwaitedState, options: WaitOptions = {}): Promise<SettledSession> {
    if (!isSessionId(session)) throw noSessionId("getSession_V3");
    const problem = isAwaited(state);
    if (problem !== undefined) throw refusal("state", problem);
    checkByTable(options, { ...SETTLE_CHECKS, interval });
    return waitForState(this.#service, session, state, options);
  }

  async #act(operation: DoneOperation, session: number, args: object, options?: CallOptions): Promise<SessionAnswer> {
    if (!isSessionId(session)) throw noSessionId(operation);
    const { code, literal } = await this.#service.run(operation, { iSession: session, ...args }, options);
    return { session, code, literal };
  }
}
