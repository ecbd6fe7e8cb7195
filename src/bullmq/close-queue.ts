import { setTimeout } from "node:timers/promises";
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { contract } from "../../generated/contract.js";
import {
  type Checks,
  checkByTable,
  checkedElsewhere,
  having,
  milliseconds,
  refusal,
} from "../client/options/option-checks.js";
import { checkCallOptions, checkSource } from "../client/options/options.js";
import { isSessionId } from "../client/options/session-id.js";
import { Bell } from "../closing/bell.js";
import type { CloseResult, SessionSource } from "../closing/close-run.js";
import { SessionReader } from "../closing/session-reader.js";
import { onAbort } from "../soap/http/abort-listeners.js";
import { endpointAddress } from "../soap/http/endpoint-address.js";
import { type CloseJobData, failureOf } from "./close-job.js";

export const DEFAULT_QUEUE = "rescue-close";
/** Milliseconds for which closed sessions stay in the queue: enqueued again until then, they are not called again. */
const KEPT = 7 * 24 * 60 * 60 * 1000;
const BATCH = 1_000;
/** Milliseconds for which a source may be silent before what it has named goes into the queue. */
const SILENCE = 1_000;

/** The options of a `CloseQueue`. */
export interface CloseQueueOptions {
  /** A connection to Redis. It is not closed by the queue. */
  readonly connection: Redis;
  /**
   * The queue's name. Use one for each account.
   *
   * @default "rescue-close"
   */
  readonly name?: string | undefined;
  /** The address of the service, as the workers' clients have it. @default the vendor's */
  readonly endpoint?: string | URL | undefined;
}

/** What the options of a queue and of its workers have in common. */
export const QUEUE_CHECKS: Checks<Pick<CloseQueueOptions, "connection" | "name">> = {
  connection: having(["duplicate", "eval"], "a connection of ioredis"),
  // BullMQ separates the parts of its keys with colons.
  name: (value) => (typeof value === "string" && /^[^:]+$/.test(value) ? undefined : "expected a name without a colon"),
};

/** @throws {InvalidArgumentError} naming the option, where it is absent. */
export function checkPresent(value: unknown, name: string): void {
  if (value === undefined) throw refusal(name, "is missing");
}

/** How many sessions of a queue are where. */
export interface QueueTotals {
  readonly closed: number;
  /** Refused by the service, or in doubt: each needs a person. */
  readonly failed: number;
  /** Waiting for a worker, or for the time at which the service is asked again. */
  readonly waiting: number;
  /** With a worker. */
  readonly active: number;
}

/**
 * A queue of sessions to close, in Redis, for the {@link CloseWorker}s of any number of machines.
 *
 * @example
 * await using queue = new CloseQueue({ connection: new Redis({ maxRetriesPerRequest: null }) });
 * await queue.enqueue([12345678, 12345679]);
 */
export class CloseQueue implements AsyncDisposable {
  /** BullMQ's own queue. */
  readonly queue: Queue<CloseJobData, CloseResult>;
  readonly #endpoint: string;

  /** @throws {InvalidArgumentError} for an option that is wrong. */
  constructor(options: CloseQueueOptions) {
    checkByTable(options, { ...QUEUE_CHECKS, endpoint: checkedElsewhere });
    checkPresent(options.connection, "connection");
    const { connection, name = DEFAULT_QUEUE, endpoint = contract.address } = options;
    this.#endpoint = endpointAddress(endpoint).href;
    this.queue = new Queue(name, { connection });
    // BullMQ connects again by itself; without a listener it would print each error.
    this.queue.on("error", () => {});
  }

  /**
   * Adds a job for each session. A session that is in the queue already, also as closed, gets none.
   *
   * @param source is never held whole. What it has named before it throws, or before the signal is aborted, is in the queue.
   * @returns how many ids the source had.
   * @throws {InvalidArgumentError} for an id that is none.
   * @throws the signal's reason when it is aborted.
   */
  async enqueue(source: SessionSource, options: { readonly signal?: AbortSignal | undefined } = {}): Promise<number> {
    checkSource(source);
    checkCallOptions(options);
    const { signal } = options;
    const bell = new Bell();
    const reader = new SessionReader(source, isSessionId, () => bell.ring());
    const off = signal && onAbort(signal, () => bell.ring());
    let count = 0;
    const batch: number[] = [];
    try {
      for (;;) {
        let next = signal?.aborted ? undefined : reader.take();
        if (next?.kind === "pending") {
          await bell.heard(batch.length > 0 ? SILENCE : undefined);
          next = signal?.aborted ? undefined : reader.take();
        }
        if (next?.kind === "session") {
          count += 1;
          batch.push(next.session);
          if (batch.length < BATCH) continue;
        }
        await this.#add(batch.splice(0));
        signal?.throwIfAborted();
        if (next?.kind === "error") throw next.error;
        if (next?.kind === "end") return count;
      }
    } finally {
      off?.();
      await reader.return().catch(() => {});
    }
  }

  /** How many jobs of the queue are in which state. */
  async totals(): Promise<QueueTotals> {
    const { completed = 0, failed = 0, active = 0, ...others } = await this.queue.getJobCounts();
    const waiting = Object.values(others).reduce((sum, count) => sum + count, 0);
    return { closed: completed, failed, waiting, active };
  }

  /**
   * Waits until no session is left that waits or is with a worker.
   *
   * @param options `interval`: milliseconds between two looks (1,000).
   * @returns the totals then.
   * @throws the signal's reason when it is aborted.
   */
  async done(
    options: { readonly interval?: number | undefined; readonly signal?: AbortSignal | undefined } = {},
  ): Promise<QueueTotals> {
    const { interval = 1_000, ...others } = options;
    checkByTable({ interval }, { interval: milliseconds("from 0") });
    checkCallOptions(others);
    const { signal } = options;
    for (;;) {
      signal?.throwIfAborted();
      const totals = await this.totals();
      if (totals.waiting + totals.active === 0) return totals;
      await setTimeout(interval, undefined, signal && { signal }).catch(() => {});
    }
  }

  /** The sessions that need a person, each with the reason. */
  async *failures(): AsyncIterableIterator<CloseResult> {
    for (let start = 0; ; start += BATCH) {
      const jobs = await this.queue.getFailed(start, start + BATCH - 1);
      for (const { data, failedReason } of jobs) yield failureOf(data, failedReason);
      if (jobs.length < BATCH) return;
    }
  }

  /** Gives all sessions that need a person another turn: those in doubt are settled first. */
  async retry(): Promise<void> {
    await this.queue.retryJobs({ state: "failed" });
  }

  /** Closes the queue; the connection stays open. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.queue.close();
  }

  async #add(sessions: readonly number[]): Promise<void> {
    if (sessions.length === 0) return;
    const jobs = sessions.map((session) => ({
      name: "close",
      data: { session, endpoint: this.#endpoint },
      opts: { jobId: `session-${session}`, attempts: 1, removeOnComplete: { age: KEPT / 1000 }, removeOnFail: false },
    }));
    await this.queue.addBulk(jobs);
  }
}
