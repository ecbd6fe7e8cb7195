import type { Outcome } from "../errors/rescue-error.js";

/** Where the ids of a run come from. It is read as calls become free: it may be endless, and is never held whole. */
export type SessionSource = Iterable<number> | AsyncIterable<number>;

/** The options of `closeSessions`. */
export interface CloseSessionsOptions {
  /**
   * The most calls in flight, from 1 to 1000. Fewer are made while the service is slow, limits calls, or fails, and never
   * more than the client sends at a time: `connections`, or `maxConcurrent` for an auth code without a jar.
   *
   * @default the client's `connections`; 8 for an auth code without a jar
   */
  readonly concurrency?: number | undefined;
  /** The most calls begun in a second, from 0.001 to 1000. @default no limit */
  readonly rate?: number | undefined;
  /**
   * A journal file: each call is written to it before it is sent, and each result after. A run with the journal of an
   * earlier one skips what is done, and asks the service about what is in doubt. `docs/journal.md` describes it.
   */
  readonly journal?: string | undefined;
  /** Tries sessions again whose close the service has refused in an earlier run of the journal. @default false */
  readonly retryRefused?: boolean | undefined;
  /** Ends the run after so many sessions that are not closed, or may not be. @default never */
  readonly stopAfter?: number | undefined;
  /**
   * Milliseconds for which a service that cannot be reached is tried again before the run ends.
   *
   * @default 900_000
   */
  readonly outage?: number | undefined;
  /**
   * Milliseconds after which a call in doubt can no longer be under way at the service. A session that a queue still lists
   * then is closed by another call.
   *
   * @default 120_000, longer than ASP.NET lets a request run; 0 for an endpoint on this machine
   */
  readonly settleAfter?: number | undefined;
  /**
   * Asks the service about sessions whose close is in doubt. Without it, what is unknown of a call stays unknown, and no
   * session is called twice.
   *
   * @default true
   */
  readonly settle?: boolean | undefined;
  /** Milliseconds for one call. @default the client's `timeout` */
  readonly timeout?: number | undefined;
  /** Ends the run: no call is begun any more, those in flight end by themselves. */
  readonly signal?: AbortSignal | undefined;
}

/** What is known of one session at the end of its turn. */
export interface CloseResult {
  readonly session: number;
  /** True when the service has closed it, false when it refused or was not asked, null when that is unknown. */
  readonly closed: boolean | null;
  /** The result code, or the code of the error that prevented it; `NOT_SENT` where the run ended before. */
  readonly code: string;
  /** The service's literal, where one was received. */
  readonly literal?: string;
  /** The outcome of the closeSession call itself. */
  readonly outcome: Outcome;
  /** What went wrong, in a sentence; absent where nothing did. */
  readonly message?: string;
  /** What `closed` rests on: the answer to the call, or the service's lists, which were asked after it. */
  readonly by: "answer" | "settled";
}

/** How many sessions of a run ended in which way. */
export interface CloseTotals {
  readonly closed: number;
  /** Refused, or not sent in spite of all attempts. */
  readonly notClosed: number;
  /** In doubt: the service's lists did not show it either. */
  readonly unknown: number;
  /** Done according to the journal, or begun already when the source named it again, and therefore not called. */
  readonly skipped: number;
  /** How many sessions ended with each code. */
  readonly codes: Readonly<Record<string, number>>;
}

/** What a run does at the moment. */
export interface CloseProgress {
  readonly totals: CloseTotals;
  /** Calls in flight. */
  readonly inFlight: number;
  /** The most calls in flight that the run allows itself at present. */
  readonly concurrency: number;
  /** Sessions whose close is in doubt and still to be asked about. */
  readonly inDoubt: number;
  /** What is waited for; undefined while calls are made. */
  readonly waiting: CloseWait | undefined;
}

/** What a run waits for. */
export interface CloseWait {
  readonly for: "login" | "limit" | "outage" | "rate" | "settle" | "journal";
  /** Why, in a sentence. */
  readonly reason: string;
  /** Milliseconds that are left, where that is known. */
  readonly milliseconds?: number;
}

/** Why a run ended before its source did; `error` is the error behind it. */
export interface CloseEnd {
  readonly reason: "interrupted" | "failures" | "not authenticated" | "outage" | "journal" | "source";
  readonly message: string;
  readonly error?: unknown;
}

/**
 * A run that closes sessions: `rescue.closeSessions(source)`. Iterating starts it. Results come in the order in which calls
 * end. Leaving the loop ends the run as `signal` does.
 *
 * @example for await (const { session, closed, code } of rescue.closeSessions(ids)) console.log(session, closed, code);
 */
export interface CloseRun extends AsyncIterable<CloseResult> {
  /** What it does at the moment. */
  readonly progress: CloseProgress;
  /** Why it ended early; undefined while it runs, and where all sessions of the source were tried. */
  readonly ended: CloseEnd | undefined;
}
