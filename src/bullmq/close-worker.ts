import { DelayedError, type Job, UnrecoverableError, WaitingError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import {
  type Checks,
  checkByTable,
  isObject,
  milliseconds,
  oneOf,
  refusal,
  wholeNumber,
} from "../client/options/option-checks.js";
import { callRate, type RescueClientOptions } from "../client/options/options.js";
import { RescueClient } from "../client/rescue-client.js";
import type { CloseResult } from "../closing/close-run.js";
import type { RescueError } from "../errors/rescue-error.js";
import { isLoopback } from "../soap/http/endpoint-address.js";
import { type CloseJobData, type JobTurn, takeTurn } from "./close-job.js";
import { checkPresent, DEFAULT_QUEUE, QUEUE_CHECKS } from "./close-queue.js";
import { warnOfLoss } from "./durability.js";
import { redisJar } from "./redis-jar.js";

/** The options of a `CloseWorker`. */
export interface CloseWorkerOptions {
  /** A connection to Redis, with `maxRetriesPerRequest: null`. It is not closed by the worker. */
  readonly connection: Redis;
  /**
   * The queue's name.
   *
   * @default "rescue-close"
   */
  readonly name?: string | undefined;
  /**
   * The options of the worker's client. Its `jar` is set by `login`. A single sign-on suits one worker only: each new code
   * replaces the user's code before it.
   */
  readonly client: Omit<RescueClientOptions, "jar">;
  /**
   * `shared`: one login for all workers, kept in Redis; the service handles one call of a login at a time. `own`: each
   * worker makes `connections` logins of its own; the service allows ten logins in three minutes. Without effect where the
   * credentials are an auth code only.
   *
   * @default "shared"
   */
  readonly login?: "shared" | "own" | undefined;
  /**
   * How many jobs the worker takes at a time, from 1 to 1000.
   *
   * @default two for each login, so that one is recorded while another is called; 8 with an auth code only
   */
  readonly concurrency?: number | undefined;
  /** The most calls begun in a second by all workers of the queue together, from 0.001 to 1000. @default no limit */
  readonly rate?: number | undefined;
  /**
   * Milliseconds after which a call in doubt can no longer be under way at the service. A session that a queue still lists
   * then is closed by another call.
   *
   * @default 120_000, longer than ASP.NET lets a request run, and the client's `timeout`; 0 for an endpoint on this machine
   */
  readonly settleAfter?: number | undefined;
  /**
   * Milliseconds after which the jobs of a worker that was not heard of go to another one, from 1000.
   *
   * @default 30_000
   */
  readonly lockDuration?: number | undefined;
}

/** Longer than ASP.NET lets a request run. */
const EXECUTION = 120_000;
const DEFAULT_TIMEOUT = 60_000;
const DEFAULT_LOCK = 30_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** A job whose worker ended is never given up for that: a call in doubt is settled, however often it happens. */
const ALWAYS = Number.MAX_SAFE_INTEGER;
/** The limiter has to be on for pauses of the whole queue. */
const NO_RATE = 1_000_000;

const CHECKS: Checks<CloseWorkerOptions> = {
  ...QUEUE_CHECKS,
  client: (value) => {
    if (!isObject(value)) return "expected the options of a client";
    return "jar" in value ? "leave jar out; login says who shares a login" : undefined;
  },
  login: oneOf("shared", "own"),
  concurrency: wholeNumber(1, 1000),
  rate: callRate,
  settleAfter: milliseconds("from 0"),
  lockDuration: wholeNumber(1_000, 2_147_483_647),
};

/**
 * Closes the sessions of a {@link CloseQueue}, with any number of workers on any number of machines. Each call is recorded
 * in Redis before it is sent. A job whose worker has ended goes to another, which asks the service what became of the call
 * before it makes one. A service that cannot be reached pauses the queue for all workers.
 *
 * @example await using worker = new CloseWorker({ connection, client: { credentials: { email, password } } });
 */
export class CloseWorker implements AsyncDisposable {
  /** BullMQ's own worker, with its events. */
  readonly worker: Worker<CloseJobData, CloseResult>;
  /**
   * Resolves when the worker was closed. Rejects when it has stopped by itself, as the service has refused its user.
   */
  readonly ended: Promise<void>;
  readonly #client: RescueClient;
  readonly #settleAfter: number;
  readonly #lockDuration: number;
  #pauses = 0;
  #refused: RescueError | undefined;
  #resolve: () => void = () => {};
  #reject: (error: RescueError) => void = () => {};

  /** @throws {InvalidArgumentError} for an option that is wrong. */
  constructor(options: CloseWorkerOptions) {
    checkByTable(options, CHECKS);
    checkPresent(options.connection, "connection");
    checkPresent(options.client, "client");
    const {
      connection,
      name = DEFAULT_QUEUE,
      client,
      login = "shared",
      rate = NO_RATE,
      lockDuration = DEFAULT_LOCK,
    } = options;
    // BullMQ waits with blocking commands.
    if (connection.options.maxRetriesPerRequest !== null) {
      throw refusal("connection", "expected a connection with maxRetriesPerRequest: null");
    }
    // The client checks them.
    const credentials: unknown = client.credentials;
    const makesLogins = isObject(credentials) && "password" in credentials && credentials.password !== undefined;
    const isShared = makesLogins && login === "shared";
    if (isShared && client.connections !== undefined && client.connections > 1) {
      throw refusal("client.connections", 'a shared login is one; leave it out, or set login: "own"');
    }
    this.#client = new RescueClient(isShared ? { ...client, jar: redisJar(connection) } : client);
    const isLocal = isLoopback(new URL(this.#client.endpoint).hostname);
    this.#settleAfter = options.settleAfter ?? (isLocal ? 0 : EXECUTION + (client.timeout ?? DEFAULT_TIMEOUT));
    this.#lockDuration = lockDuration;
    const perLogin = 2 * (isShared ? 1 : (client.connections ?? 1));
    this.worker = new Worker<CloseJobData, CloseResult>(name, (job, token) => this.#process(job, token ?? ""), {
      connection,
      concurrency: options.concurrency ?? (makesLogins ? perLogin : 8),
      lockDuration,
      stalledInterval: lockDuration,
      maxStalledCount: ALWAYS,
      // BullMQ counts whole jobs.
      limiter: Number.isInteger(rate) ? { max: rate, duration: 1_000 } : { max: 1, duration: Math.ceil(1_000 / rate) },
    });
    // BullMQ connects again by itself; without a listener it would print each error.
    this.worker.on("error", () => {});
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Who does not wait for it closes the worker, and is told then.
    this.ended.catch(() => {});
    warnOfLoss(connection);
  }

  /** Lets the calls in flight end, and takes no more. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.worker.close();
    await this.#client[Symbol.asyncDispose]();
    this.#resolve();
  }

  async #process(job: Job<CloseJobData, CloseResult>, token: string): Promise<CloseResult> {
    if (this.#refused) return this.#putBack(job, token);
    const keeper = {
      data: job.data as unknown,
      record: (data: CloseJobData) => job.updateData(data),
      holds: async () => (await job.extendLock(token, this.#lockDuration)) === 1,
    };
    const service = {
      endpoint: this.#client.endpoint,
      closeSession: (session: number) => this.#client.closeSession(session),
      settle: (session: number) => this.#client.sessions.settle(session),
    };
    const times = { settleAfter: this.#settleAfter, now: Date.now };
    const turn = await takeTurn(keeper, service, times);
    if (turn.next !== "pause") this.#pauses = 0;
    return this.#follow(turn, job, token);
  }

  async #follow(turn: JobTurn, job: Job<CloseJobData, CloseResult>, token: string): Promise<CloseResult> {
    switch (turn.next) {
      case "done":
        return turn.result;
      case "failed":
        throw new UnrecoverableError(`${turn.result.code}: ${turn.result.message ?? ""}`);
      case "later":
        await job.moveToDelayed(Date.now() + turn.milliseconds, token);
        throw new DelayedError();
      case "pause": {
        const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#pauses++);
        await this.worker.rateLimit(longest * (0.5 + Math.random() / 2));
        throw Worker.RateLimitError();
      }
      case "stop":
        this.#refused = turn.error;
        this.#reject(turn.error);
        void this.worker.close();
        return this.#putBack(job, token);
      case "lost":
        throw new Error("another worker has taken the job over");
    }
  }

  async #putBack(job: Job<CloseJobData, CloseResult>, token: string): Promise<never> {
    await job.moveToWait(token);
    throw new WaitingError();
  }
}
