import type { SESSION_STATUS } from "../../../generated/index.js";
import type { RescueError } from "../../errors/rescue-error.js";
import type { CallOptions } from "../options/options.js";
import type { SessionAnswer } from "./service.js";
import type { SessionWord } from "./session-words.js";

/** The queue of a technician (`node`) or of a channel. */
export interface SessionQueue {
  /** The node id of the technician or channel. */
  readonly node: number;
  /**
   * What the node is.
   *
   * @default "node"
   */
  readonly ref?: "node" | "channel" | undefined;
}

/** A technician or a channel that a session is with. */
export interface NamedNode {
  readonly id: number;
  readonly name: string;
}

/** A support session as a queue lists it. */
export interface RescueSession {
  readonly id: number;
  readonly status: SESSION_STATUS;
  /** The status as a word, such as `waiting`. */
  readonly word: SessionWord;
  /** The status as the service words it, in the language of the account. */
  readonly statusText: string;
  readonly channel: NamedNode | undefined;
  readonly technician: NamedNode | undefined;
  /** When it began, as the service wrote it. */
  readonly startTime: string;
  /** The same as ISO 8601 without a zone, which no document names; undefined where it has another form. */
  readonly startLocal: string | undefined;
  /** Seconds since its status last changed. */
  readonly waitingSeconds: number;
  /** Six of them; the first is the customer's name. */
  readonly customFields: readonly string[];
  readonly language: string;
  /** Whom it is being transferred to; empty where it is not. */
  readonly transferredTo: string;
  readonly transferComment: string;
  readonly isLead: boolean;
  readonly isHandingOff: boolean;
}

/** A difference between two polls of a queue. */
export type QueueChange =
  | { readonly kind: "appeared"; readonly session: RescueSession }
  | { readonly kind: "changed"; readonly session: RescueSession; readonly before: RescueSession }
  /** It is in none of the watched queues: closed, or with somebody else. `session` is how it was last seen. */
  | { readonly kind: "gone"; readonly session: RescueSession };

export interface WatchOptions extends Omit<SessionQueue, "node">, CallOptions {
  /** One node id, or several of the same kind. */
  readonly node: number | readonly number[];
  /**
   * Milliseconds between an answer and the next poll.
   *
   * @default 10_000
   */
  readonly interval?: number | undefined;
}

/** What the service's lists say of a session. */
export interface SettledSession {
  /** The session's id. */
  readonly session: number;
  /**
   * `closed`: a technician or administrator has closed it, or it has left every queue and its record is still there.
   * `not closed`: a queue listed it when asked; a close that is still under way may follow. `unknown`: neither is shown.
   */
  readonly state: "closed" | "not closed" | "unknown";
  /** What the state rests on, in a sentence. */
  readonly reason: string;
  /** The session as a queue lists it; undefined where none does. */
  readonly found: RescueSession | undefined;
}

/** Where and for how long to look for a session. */
export interface SettleOptions {
  /** A queue to look at first; without one, all queues of the hierarchy are read. */
  readonly queue?: SessionQueue | undefined;
  /**
   * Milliseconds for all calls together.
   *
   * @default 120_000
   */
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface WaitOptions extends SettleOptions {
  /**
   * Milliseconds between an answer and the next look.
   *
   * @default 5_000
   */
  readonly interval?: number | undefined;
}

/** What `waitFor` can wait for. */
export type AwaitedState = "closed" | Exclude<SessionWord, "not known">;

/** Where a session goes, and what its next technician reads. */
export interface Transfer {
  /** The node id of the technician or channel that gets the session. */
  readonly to: number;
  /**
   * What `to` is.
   *
   * @default "node"
   */
  readonly ref?: "node" | "channel" | undefined;
  readonly comment?: string | undefined;
}

/**
 * Support sessions: `rescue.sessions`. The actions need an administrator and throw what `closeSession` throws.
 *
 * @example for (const { id, word } of await rescue.sessions.list({ node: 201 })) console.log(id, word);
 */
export interface Sessions {
  /** The sessions in the queue of a technician or channel. */
  list(queue: SessionQueue, options?: CallOptions): Promise<readonly RescueSession[]>;
  /**
   * Polls queues, one call at a time, and yields each change; the sessions that are there at first have `appeared`. A poll that fails in spite of its retries ends
   * the iteration with its error, and `signal` with an `AbortedError`. `return()` ends it at once, also while a change is
   * waited for.
   *
   * @example for await (const { kind, session } of rescue.sessions.watch({ node: 201 })) console.log(kind, session.id);
   */
  watch(options: WatchOptions): AsyncIterableIterator<QueueChange>;
  /** Starts a session for a technician. */
  start(session: number, technician: number, options?: CallOptions): Promise<SessionAnswer>;
  /** Puts an active session on hold. */
  hold(session: number, options?: CallOptions): Promise<SessionAnswer>;
  /** Transfers a session to a technician or channel. */
  transfer(session: number, transfer: Transfer, options?: CallOptions): Promise<SessionAnswer>;
  /** Closes a session: the same as `rescue.closeSession`. */
  close(session: number, options?: CallOptions): Promise<SessionAnswer>;
  /** Undoes the caller's last action on a session. */
  cancelAction(session: number, options?: CallOptions): Promise<SessionAnswer>;
  /** The chat log, also of an ended session. */
  chat(session: number, options?: CallOptions): Promise<string>;
  /** The technician's note, also of an ended session. */
  note(session: number, options?: CallOptions): Promise<string>;
  /**
   * Asks the service whether a session is closed. Use it after an `OutcomeUnknownError` of `closeSession`; it reads
   * only, and needs a user who sees the whole hierarchy.
   *
   * @param of the error, or the session's id.
   * @returns `unknown` also where the service could not be asked.
   * @throws {NotAuthenticatedError | AbortedError}
   */
  settle(of: RescueError | number, options?: SettleOptions): Promise<SettledSession>;
  /**
   * Waits until a session is closed, as `settle` understands it, or until a look at the queues shows the word, such as
   * `active`.
   *
   * @throws {DeadlineError} when `timeout` passes before.
   */
  waitFor(session: number, state: AwaitedState, options?: WaitOptions): Promise<SettledSession>;
}
