import { RescueError } from "../errors/rescue-error.js";
import { RescueResultError } from "../errors/result-error.js";
import { onAbort } from "../soap/http/abort-listeners.js";
import { Bell } from "./bell.js";
import { type CallEnd, callEnd } from "./call-end.js";
import { CallPace } from "./call-pace.js";
import type {
  CloseEnd,
  CloseProgress,
  CloseResult,
  CloseSessionsOptions,
  CloseWait,
  SessionSource,
} from "./close-run.js";
import type { ClosingService, SettledState } from "./closing-service.js";
import { ConcurrencyLimit, type LimitChange } from "./concurrency-limit.js";
import { type Doubt, Doubts } from "./doubts.js";
import type { RunJournal } from "./run-journal.js";
import { SessionReader } from "./session-reader.js";
import { Totals } from "./totals.js";
import { type Pause, Trouble } from "./trouble.js";

const OUTAGE = 900_000;
const SETTLE_AFTER = 120_000;
/** How often a run calls a session's close where each call is left open and the session stays listed. */
const MOST_ATTEMPTS = 5;
/** Ids that are passed over before other work of the process gets a turn. */
const SKIPPED_AT_ONCE = 1_000;
/** The ends of a run after which the service can still be asked about what is in doubt. */
const CAN_ASK: ReadonlySet<CloseEnd["reason"]> = new Set(["interrupted", "failures", "source"]);

const NOT_TOLD: SettledState = { state: "unknown", reason: "the service was asked, and said nothing" };
const LOGIN_WAITS = "the next login has to wait, to stay under the service's limit";

/** A call to be made. */
interface Turn {
  readonly session: number;
  /** How often it has been called, with this one. */
  readonly attempt: number;
  /** What became of the call before, where that is not known. */
  readonly before?: Doubt;
}

/** Opens the journal of a run. @throws {InvalidArgumentError} for one that cannot be used. */
export type OpenJournal = (path: string, endpoint: string, retryRefused: boolean) => Promise<RunJournal>;

/** One run over the sessions of a source. */
export class SessionRun {
  readonly #service: ClosingService;
  readonly #options: CloseSessionsOptions;
  readonly #openJournal: OpenJournal;
  readonly #most: number;
  readonly #reader: SessionReader;
  readonly #limit: ConcurrencyLimit;
  readonly #pace: CallPace;
  readonly #trouble: Trouble;
  readonly #doubts: Doubts;
  readonly #settleAfter: number;
  readonly #totals = new Totals();
  /** Rings when there may be something to do. */
  readonly #work = new Bell();
  /** Rings when there is a result, and when the run is over. */
  readonly #output = new Bell();
  readonly #results: CloseResult[] = [];
  /** Results that are being written to the journal. */
  #writing = 0;
  /** Every session that has begun and has no result yet. */
  readonly #held = new Set<number>();
  /** Calls to be made again, and to be written to the journal before. */
  readonly #again: Turn[] = [];
  /** Calls that may be sent. */
  readonly #ready: Turn[] = [];
  #preparing = 0;
  #inFlight = 0;
  #isAsking = false;
  #askFirst = false;
  #login: "needed" | "under way" | "done";
  #journal: RunJournal | undefined;
  #waiting: CloseWait | undefined;
  /** Until when a login waits. */
  #loginUntil = Number.NEGATIVE_INFINITY;
  #ended: CloseEnd | undefined;
  /** What the last call that failed has failed with. */
  #failure: unknown;
  #hasAskedLast = false;
  /** What the iterator throws at its end. */
  #thrown: { readonly error: unknown } | undefined;
  #isFinished = false;

  constructor(
    service: ClosingService,
    source: SessionSource,
    options: CloseSessionsOptions,
    openJournal: OpenJournal,
    random: () => number = Math.random,
  ) {
    const { concurrency = service.concurrency, rate, outage = OUTAGE } = options;
    this.#service = service;
    this.#options = options;
    this.#openJournal = openJournal;
    // More would wait in the client, and look like a service that has become slow.
    this.#most = Math.min(concurrency, service.parallel);
    this.#settleAfter = options.settleAfter ?? (service.isLocal ? 0 : SETTLE_AFTER);
    this.#reader = new SessionReader(
      source,
      (value) => service.isSessionId(value),
      () => this.#work.ring(),
    );
    this.#limit = new ConcurrencyLimit(this.#most);
    this.#pace = new CallPace(rate);
    this.#trouble = new Trouble(outage, random);
    this.#doubts = new Doubts(this.#settleAfter);
    this.#login = service.login ? "needed" : "done";
  }

  get ended(): CloseEnd | undefined {
    return this.#ended;
  }

  get progress(): CloseProgress {
    return {
      totals: this.#totals.now,
      inFlight: this.#inFlight,
      concurrency: this.#concurrency,
      inDoubt: this.#doubts.size + this.#again.length,
      waiting: this.#loginWait ?? this.#waiting,
    };
  }

  /** Makes the run, and yields its results as they come. */
  async *results(): AsyncGenerator<CloseResult, void, undefined> {
    const { signal, journal } = this.#options;
    const interrupt = () => this.#end("interrupted", "the run was interrupted");
    const offs = [
      signal ? onAbort(signal, interrupt) : undefined,
      this.#service.onLoginWait((milliseconds) => {
        this.#loginUntil = performance.now() + milliseconds;
      }),
    ];
    if (signal?.aborted) interrupt();
    else if (journal !== undefined) await this.#open(journal);
    const work = this.#run();
    try {
      for (;;) {
        for (let result = this.#results.shift(); result; result = this.#results.shift()) {
          this.#work.ring();
          yield result;
        }
        if (this.#isFinished) break;
        await this.#output.heard();
      }
    } finally {
      if (!this.#isFinished) {
        // Nobody would be told what the service says of what is in doubt.
        this.#hasAskedLast = true;
        this.#end("interrupted", "the loop over the results was left");
      }
      await work;
      for (const off of offs) off?.();
    }
    if (this.#thrown) throw this.#thrown.error;
  }

  async #open(path: string): Promise<void> {
    this.#waiting = { for: "journal", reason: "the journal is being read" };
    try {
      const journal = await this.#openJournal(path, this.#service.endpoint, this.#options.retryRefused ?? false);
      this.#journal = journal;
      const since = performance.now();
      for (const doubt of journal.inDoubt) {
        if (this.#options.settle === false) this.#leave(doubt, journal);
        else {
          this.#held.add(doubt.session);
          this.#doubts.add({ ...doubt, since, earlier: doubt.attempt });
        }
      }
      this.#askFirst = this.#doubts.size > 0;
      if (journal.repaired !== undefined) this.#report("repaired", journal.repaired);
    } catch (error) {
      this.#throw("journal", error);
    }
  }

  /** Leaves what an earlier run has left in doubt as it is. */
  #leave({ session, kind, code, literal, message }: Omit<Doubt, "since">, journal: RunJournal): void {
    const outcome = kind === "answered" ? "answered" : "unknown";
    const result: CloseResult = { session, closed: null, code, ...said(literal), outcome, message, by: "answer" };
    journal.end(session);
    this.#totals.add(result);
    this.#yield(result);
  }

  async #run(): Promise<void> {
    while (!this.#isFinished) {
      const wait = this.#step(performance.now());
      if (wait === undefined) await this.#finish();
      else await this.#work.heard(wait);
    }
    this.#output.ring();
  }

  /** Does all that can be done now. @returns milliseconds until there is more to do; undefined where all is done. */
  #step(now: number): number | undefined {
    this.#waiting = undefined;
    if (this.#ended) return this.#windDown();
    if (this.#trouble.isHopeless(now)) {
      const { reason } = this.#trouble;
      this.#end("outage", `no call was answered for ${this.#trouble.patience} ms: ${reason}`, this.#failure);
      return this.#windDown();
    }
    const pause = this.#trouble.pause(now);
    if (pause) {
      this.#waiting = pause;
      return pause.milliseconds;
    }
    const isBusy = this.#inFlight > 0 || this.#isAsking || this.#login === "under way";
    if (this.#login !== "done") {
      this.#waiting = { for: "login", reason: "the client logs in" };
      if (this.#login === "needed") this.#logIn();
      return Number.POSITIVE_INFINITY;
    }
    if (this.#trouble.isThere) {
      // One call finds out whether the service is back: a harmless one where there is something to ask.
      if (!isBusy) this.#probe(now);
      if (this.#inFlight > 0 || this.#isAsking) {
        this.#waiting = { for: this.#trouble.kind, reason: this.#trouble.reason };
        return Number.POSITIVE_INFINITY;
      }
    }
    if (this.#askFirst) {
      this.#waiting = { for: "settle", reason: `the service is asked about ${this.#inDoubt} of an earlier run` };
      return this.#askWhenDue(now);
    }
    const isMore = this.#prepare();
    const paced = this.#launch(now);
    const due = this.#askWhenDue(now);
    if (isMore) return 0;
    if (this.#isOver) return undefined;
    if (this.#inFlight === 0) this.#waiting = this.#idleFor(due, paced);
    return Math.min(due, paced);
  }

  get #concurrency(): number {
    return this.#trouble.isThere ? 1 : this.#limit.value;
  }

  get #inDoubt(): string {
    const count = this.#doubts.size;
    return count === 1 ? "1 session in doubt" : `${count} sessions in doubt`;
  }

  /** True where no call is to be made, and none is being made. */
  get #isIdle(): boolean {
    const open = this.#again.length + this.#ready.length + this.#preparing + this.#inFlight;
    return this.#reader.isOver && open === 0;
  }

  get #isOver(): boolean {
    return this.#isIdle && this.#doubts.size === 0 && !this.#isAsking;
  }

  #idleFor(due: number, paced: number): CloseWait | undefined {
    if (paced < Number.POSITIVE_INFINITY)
      return { for: "rate", reason: "the rate allows no call yet", milliseconds: paced };
    if (this.#preparing > 0) return { for: "journal", reason: "the next calls are being written to the journal" };
    if (!(this.#isIdle || this.#doubts.isFull)) return undefined;
    const reason = this.#isAsking
      ? `the service is asked about ${this.#inDoubt}`
      : `${this.#inDoubt}: to be asked about`;
    return { for: "settle", reason, ...(Number.isFinite(due) && !this.#isAsking && { milliseconds: due }) };
  }

  /** Takes ids from the source, writes them to the journal where there is one. @returns true where it has not done all. */
  #prepare(): boolean {
    // With a journal, as many again are written down while calls are made: no call waits for the disk.
    const places = this.#concurrency * (this.#journal ? 2 : 1);
    const most = this.#most * (this.#journal ? 2 : 1);
    for (let skipped = 0; ; ) {
      const open = this.#ready.length + this.#preparing + this.#inFlight;
      if (open >= places || open + this.#results.length >= most) return false;
      const turn = this.#again.shift() ?? this.#takeNew();
      if (turn === "skipped") {
        skipped += 1;
        if (skipped >= SKIPPED_AT_ONCE) return true;
      } else if (turn === undefined) return false;
      else if (this.#journal) this.#write(turn, this.#journal);
      else this.#ready.push(turn);
    }
  }

  #takeNew(): Turn | "skipped" | undefined {
    if (this.#doubts.isFull) return undefined;
    const next = this.#reader.take();
    if (next.kind === "error") {
      // What was read before it is finished.
      this.#thrown ??= { error: next.error };
      return undefined;
    }
    if (next.kind !== "session") return undefined;
    const { session } = next;
    if (this.#held.has(session) || this.#journal?.isDone(session)) {
      this.#totals.skip();
      return "skipped";
    }
    this.#held.add(session);
    return { session, attempt: 1 };
  }

  #write(turn: Turn, journal: RunJournal): void {
    this.#preparing += 1;
    journal
      .intent(turn.session, turn.attempt)
      .catch((error: unknown) => this.#failJournal(error))
      .finally(() => {
        this.#preparing -= 1;
        this.#ready.push(turn);
        this.#work.ring();
      });
  }

  /** Makes the calls that may be made. @returns milliseconds until the rate allows the next. */
  #launch(now: number): number {
    while (this.#ready.length > 0 && this.#inFlight < this.#concurrency) {
      if (this.#inFlight + this.#results.length >= this.#most) break;
      const left = this.#pace.left(now);
      if (left > 0) return left;
      this.#pace.begin(now);
      this.#call(this.#ready.shift() as Turn);
      if (this.#trouble.isThere) break;
    }
    return Number.POSITIVE_INFINITY;
  }

  async #call(turn: Turn): Promise<void> {
    const { session } = turn;
    const begun = performance.now();
    this.#inFlight += 1;
    let literal: string | undefined;
    let failure: { readonly error: unknown } | undefined;
    try {
      literal = await this.#service.close(session);
    } catch (error) {
      failure = { error };
    }
    const now = performance.now();
    this.#inFlight -= 1;
    if (failure) this.#failed(turn, failure.error, begun, now);
    else {
      this.#answered(now);
      this.#changed(this.#limit.answered(begun, now), "calls are answered in time");
      this.#conclude({ session, closed: true, code: "OK", ...said(literal), outcome: "answered", by: "answer" });
    }
    this.#work.ring();
  }

  #failed(turn: Turn, error: unknown, begun: number, now: number): void {
    const end = callEnd(error);
    this.#learn(end, error, begun, now);
    if (end.session === "unsent") {
      this.#ready.unshift(turn);
      return;
    }
    const { session, attempt, before } = turn;
    const told = { session, ...toldBy(error) };
    // A refusal after a call that is in doubt says that the session is not there any more: the first call may have closed it.
    if (end.session === "refused" && !before) {
      this.#changed(this.#limit.answered(begun, now), "calls are answered in time");
      this.#conclude({ ...told, closed: false, outcome: "answered", by: "answer" });
      return;
    }
    const kind = outcomeOf(error) === "answered" ? "answered" : "lost";
    if (this.#options.settle === false) {
      // An answer that is known, such as Error, is a refusal as far as it goes.
      const isRefusal = kind === "answered" && told.code !== "UNKNOWN_RESULT";
      const outcome = kind === "answered" ? "answered" : "unknown";
      this.#conclude({ ...told, closed: isRefusal ? false : null, outcome, by: "answer" });
      return;
    }
    this.#doubts.add({ ...told, attempt, earlier: before?.earlier ?? 0, since: now, kind });
    const outcome = kind === "answered" ? "answered" : "unknown";
    this.#note(this.#journal?.result({ ...told, closed: null, outcome, by: "answer" }));
  }

  /** What a failure says of the service. */
  #learn({ run, retryAfter }: CallEnd, error: unknown, begun: number, now: number): void {
    const reason = messageOf(error);
    this.#failure = error;
    if (run === "fine") this.#answered(now);
    else if (run === "over") {
      const isCaller = outcomeOf(error) === "answered" || error instanceof RescueResultError;
      this.#end(isCaller ? "not authenticated" : "interrupted", reason, error);
    } else if (run === "broken") this.#throw("source", error);
    else {
      this.#changed(this.#limit.failed(begun, now), reason);
      if (run === "limit") this.#paused(this.#trouble.meet("limit", reason, begun, now, retryAfter));
      else if (run === "away" && now < this.#loginUntil) {
        // Calls under way have a login: only this one's would have had to wait.
        const wait = this.#loginUntil - now;
        if (this.#inFlight === 0) this.#paused(this.#trouble.meet("login", LOGIN_WAITS, begun, now, wait));
      } else if (run === "away") this.#paused(this.#trouble.meet("outage", reason, begun, now));
      else if (!this.#takesEachAsItComes) this.#paused(this.#trouble.lost(reason, begun, now));
    }
  }

  /** Where nothing is waited for and nothing is asked afterwards, a call that is left open stops no other. */
  get #takesEachAsItComes(): boolean {
    return this.#trouble.patience === 0 && this.#options.settle === false;
  }

  #answered(now: number): void {
    this.#loginUntil = now;
    if (!this.#trouble.answered(now)) return;
    this.#limit.restart(now);
    this.#report("resumed", "the service answers again");
  }

  #paused(pause: Pause | undefined): void {
    if (pause) this.#report("paused", pause.reason, pause.milliseconds);
  }

  #changed(change: LimitChange, reason: string): void {
    if (change) this.#report(change, reason);
  }

  #report(
    state: "paused" | "resumed" | "slower" | "faster" | "settling" | "repaired",
    reason: string,
    ms?: number,
  ): void {
    const concurrency = this.#concurrency;
    this.#service.report({ state, reason, concurrency, ...(ms !== undefined && { milliseconds: ms }) });
  }

  async #logIn(): Promise<void> {
    const begun = performance.now();
    this.#login = "under way";
    try {
      await this.#service.login?.();
      this.#login = "done";
      this.#answered(performance.now());
    } catch (error) {
      this.#login = "needed";
      // It closes no session: whatever has left, it can be made again.
      const end = callEnd(error);
      const now = performance.now();
      if (end.run !== "fine") this.#learn(end, error, begun, now);
      if (!this.#ended) this.#paused(this.#trouble.meet("login", messageOf(error), begun, now));
    }
    this.#work.ring();
  }

  /** What is waited for while a login waits for the service's limit. */
  get #loginWait(): CloseWait | undefined {
    const left = this.#loginUntil - performance.now();
    const isWaiting = left > 0 && (this.#inFlight > 0 || this.#login === "under way");
    return isWaiting ? { for: "login", reason: LOGIN_WAITS, milliseconds: left } : undefined;
  }

  #probe(now: number): void {
    if (this.#doubts.size > 0) this.#ask(this.#doubts.batch(now, true));
    else if (this.#ready.length === 0) this.#prepare();
    if (!this.#isAsking) this.#launch(now);
  }

  /** @returns milliseconds until doubts are to be asked about. */
  #askWhenDue(now: number): number {
    if (this.#isAsking) return Number.POSITIVE_INFINITY;
    const left = this.#doubts.left(now, this.#isIdle || this.#askFirst);
    if (left > 0) return left;
    this.#ask(this.#doubts.batch(now, false));
    return Number.POSITIVE_INFINITY;
  }

  async #ask(batch: readonly Doubt[]): Promise<void> {
    const begun = performance.now();
    this.#isAsking = true;
    this.#report("settling", `the service is asked about ${this.#inDoubt}`);
    try {
      const states = await this.#service.settle(batch.map(({ session }) => session));
      this.#answered(performance.now());
      for (const doubt of batch) {
        this.#settle(doubt, states.get(doubt.session) ?? NOT_TOLD, begun);
      }
    } catch (error) {
      const now = performance.now();
      if (outcomeOf(error) === "answered" && callEnd(error).session !== "unsent") {
        const reason = `the service could not be asked (${messageOf(error)})`;
        for (const doubt of batch) this.#settle(doubt, { state: "unknown", reason }, begun);
      } else {
        const { run } = callEnd(error);
        this.#learn({ session: "unsent", run: run === "sick" ? "away" : run }, error, begun, now);
      }
    }
    const now = performance.now();
    this.#doubts.took(now - begun, now);
    this.#askFirst &&= !this.#doubts.areAsked;
    this.#isAsking = false;
    this.#work.ring();
  }

  #settle(doubt: Doubt, { state, reason }: SettledState, askedAt: number): void {
    const { session, attempt, earlier = 0, kind } = doubt;
    this.#note(this.#journal?.settled(session, state));
    if (state === "closed") this.#resolve(doubt, true, reason);
    else if (state === "unknown") {
      if (this.#ended || !this.#doubts.asksAgain(session, performance.now())) this.#resolve(doubt, null, reason);
    } else if (kind === "answered") this.#resolve(doubt, false, reason);
    else if (!this.#doubts.isOld(doubt, askedAt)) this.#doubts.asked(session);
    else if (attempt - earlier >= MOST_ATTEMPTS) this.#resolve(doubt, false, `${reason}, after ${attempt} calls`);
    else {
      this.#doubts.remove(session);
      this.#again.push({ session, attempt: attempt + 1, before: doubt });
    }
  }

  /** A session in doubt has its result. */
  #resolve(doubt: Doubt, closed: boolean | null, reason: string): void {
    const { session, kind, code, message } = doubt;
    this.#doubts.remove(session);
    this.#conclude({
      ...{ session, closed, code, ...said(doubt.literal) },
      outcome: kind === "answered" ? "answered" : "unknown",
      ...(!closed && { message: `${message}; ${reason}` }),
      by: "settled",
    });
  }

  /** A session has its result. */
  #conclude(result: CloseResult): void {
    this.#held.delete(result.session);
    this.#totals.add(result);
    if (result.outcome !== "not-sent") this.#journal?.end(result.session);
    const written = this.#journal && (result.by === "answer" ? this.#journal.result(result) : this.#journal.flushed());
    if (written) {
      this.#writing += 1;
      written
        .then(
          () => this.#yield(result),
          (error: unknown) => {
            this.#failJournal(error);
            this.#yield({ ...result, message: `${result.message ? `${result.message}; ` : ""}not in the journal` });
          },
        )
        .finally(() => {
          this.#writing -= 1;
          this.#work.ring();
        });
    } else this.#yield(result);
    const { stopAfter } = this.#options;
    if (stopAfter !== undefined && this.#totals.failures >= stopAfter && !this.#ended) {
      this.#end("failures", `${this.#totals.failures} sessions were not closed, or may not be`);
    }
  }

  #yield(result: CloseResult): void {
    this.#results.push(result);
    this.#output.ring();
  }

  /** Something else was written to the journal. */
  #note(written: Promise<void> | undefined): void {
    written?.catch((error: unknown) => this.#failJournal(error));
  }

  #failJournal(error: unknown): void {
    this.#end("journal", `the journal could not be written (${messageOf(error)})`, error);
  }

  #end(reason: CloseEnd["reason"], message: string, error?: unknown): void {
    this.#ended ??= { reason, message, ...(error !== undefined && { error }) };
    this.#work.ring();
  }

  #throw(reason: CloseEnd["reason"], error: unknown): void {
    this.#thrown ??= { error };
    this.#end(reason, messageOf(error), error);
  }

  /** @returns undefined where nothing is under way any more. */
  #windDown(): number | undefined {
    const isBusy =
      this.#inFlight + this.#preparing + this.#writing > 0 || this.#isAsking || this.#login === "under way";
    if (isBusy) return Number.POSITIVE_INFINITY;
    const { reason } = this.#ended as CloseEnd;
    if (!CAN_ASK.has(reason) || this.#hasAskedLast || this.#doubts.size === 0) return undefined;
    this.#hasAskedLast = true;
    this.#waiting = { for: "settle", reason: `the service is asked about ${this.#inDoubt}` };
    this.#ask([...this.#doubts.all()]);
    return Number.POSITIVE_INFINITY;
  }

  async #finish(): Promise<void> {
    const why = this.#ended?.message ?? "the run has ended";
    const code = this.#ended?.error instanceof RescueError ? this.#ended.error.code : "NOT_SENT";
    for (const { session, before } of [...this.#ready.splice(0), ...this.#again.splice(0)]) {
      if (before) this.#resolve(before, null, `not called again: ${why}`);
      else
        this.#conclude({
          session,
          closed: false,
          code,
          outcome: "not-sent",
          message: `not sent: ${why}`,
          by: "answer",
        });
    }
    for (const doubt of [...this.#doubts.all()]) this.#resolve(doubt, null, why);
    // A source whose return() does not settle must not keep the journal locked.
    const returned = this.#reader.return().catch(() => {});
    try {
      await this.#journal?.close();
    } catch (error) {
      this.#failJournal(error);
    }
    await returned;
    while (this.#writing > 0) await this.#work.heard();
    if (this.#thrown && !this.#ended) this.#end("source", messageOf(this.#thrown.error), this.#thrown.error);
    this.#isFinished = true;
  }
}

function said(literal: string | undefined): { literal?: string } {
  return literal === undefined || literal === "" ? {} : { literal };
}

function toldBy(error: unknown): { code: string; literal?: string; message: string } {
  const code = error instanceof RescueError ? error.code : "ERROR";
  return { code, ...said(error instanceof RescueResultError ? error.literal : undefined), message: messageOf(error) };
}

function outcomeOf(error: unknown): RescueError["outcome"] {
  return error instanceof RescueError ? error.outcome : "unknown";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "an error that is none was thrown";
}
