import type { CloseEnd, CloseResult, CloseRun, CloseSessionsOptions, SessionSource } from "../../closing/close-run.js";
import { AbortedError } from "../../errors/aborted-error.js";
import { RescueError } from "../../errors/rescue-error.js";
import { RescueResultError } from "../../errors/result-error.js";
import { askCredentials, confirm, processSources } from "../ask-credentials.js";
import { EXIT } from "../exit-codes.js";
import { onInterrupt } from "../interrupt.js";
import { openClient } from "../open-client.js";
import { output } from "../output.js";
import { parseSessions } from "../session-arguments.js";
import { sessionRow } from "../sessions-command.js";
import { tableLines } from "../table.js";
import { UsageError } from "../usage-error.js";
import { CloseDisplay } from "./close-display.js";
import type { CloseFlags } from "./close-flags.js";
import { CloseTally } from "./close-tally.js";
import { counted, NOT_TRIED, sessions } from "./close-text.js";
import { checkReportFile, writeClosePage } from "./report-page.js";
import { ownPlace, type RunPlace } from "./run-place.js";
import { SeenSessions } from "./seen-sessions.js";
import { noSession, SessionList } from "./session-list.js";
import { shellWords } from "./shell-words.js";
import { staleSessions, statusFilter } from "./stale-sessions.js";

/** From how many sessions on several logins are used. */
const MANY = 100;
const LOGINS = 4;
/** The most ids that the end names on a terminal. */
const NAMED = 20;
const INTERRUPTED = "interrupted: the call in progress is allowed to end; press Ctrl-C again to abort it";
const INTERRUPTED_MANY = "interrupted: the calls in progress are allowed to end; press Ctrl-C again to abort them";
const COLUMNS = ["id", "word", "technician", "channel", "started", "waiting", "customer"];

/**
 * `rescue close`, from the arguments to the exit code.
 *
 * @throws {UsageError} before anything is sent.
 */
export async function closeCommand(texts: readonly string[], flags: CloseFlags): Promise<number> {
  const given = parseSessions(texts);
  await using list = flags.from === undefined ? undefined : await SessionList.open(flags.from, flags.column);
  if (!list && flags.stale === undefined && given.length === 0) throw noSession();
  const listed = list?.isFile ? await list.check(given) : undefined;
  const isMeant = statusFilter(flags.status);
  if (flags.report !== undefined) await checkReportFile(flags.report, [flags.from, flags.journal]);
  const sources = processSources(flags.credentialCommand, flags.from === "-");
  if (flags.stale !== undefined && !flags.dryRun && !flags.yes && !sources.interactive)
    throw new UsageError(
      "--stale: nobody can be asked for a confirmation here: pass --yes, or --dry-run to look first",
    );
  if (flags.dryRun && flags.stale === undefined) return await printDry({ given, list }, flags);

  const credentials = await askCredentials(sources);
  const total = list ? (listed === undefined ? undefined : listed + given.length) : given.length;
  const isMany = flags.stale !== undefined || total === undefined || total >= MANY;
  const connections = flags.connections ?? (isMany && flags.jar === undefined ? LOGINS : 1);
  // Few sessions are closed one after the other, in the order in which they were given.
  const concurrency = flags.concurrency ?? (isMany || flags.connections !== undefined ? undefined : 1);
  const interrupt = onInterrupt(() => {});
  try {
    await using client = await openClient(credentials, flags, interrupt.force, undefined, connections);
    if (flags.stale === undefined)
      return await runClose(client, { given, list, total }, flags, { concurrency, signal: interrupt.signal });
    const query = { stale: flags.stale, node: flags.node ?? [], ref: flags.ref };
    const options = { signal: interrupt.signal };
    const found = await staleSessions((...queue) => client.sessions.list(...queue), query, isMeant, options);
    const rows = found.map(sessionRow);
    if (flags.dryRun && flags.json) for (const row of rows) await output.json(row);
    else if (found.length > 0)
      for (const line of tableLines(COLUMNS, rows)) await (flags.dryRun ? output.line(line) : output.problem(line));
    if (flags.dryRun) {
      await output.problem(`rescue: ${sessions(found.length)} would be closed`);
      return EXIT.ok;
    }
    // Where none is, a journal may have some in doubt, and a report or a reader of events is to know.
    if (
      found.length > 0 &&
      !flags.yes &&
      !(await isConfirmed(confirm(sources, `Close ${sessions(found.length)}? [y/N] `), options.signal))
    )
      throw new UsageError("nothing was closed");
    const ids = found.map(({ id }) => id);
    return await runClose(client, { given: ids, list: undefined, total: ids.length }, flags, {
      concurrency,
      ...options,
    });
  } finally {
    interrupt.stop();
  }
}

/** Waits for an answer, or for a signal that ends the process: nobody types one then. */
async function isConfirmed(answer: Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  const interrupted = new Promise<never>((_, reject) => {
    const end = () => {
      process.stdin.destroy();
      reject(new AbortedError("closeSession", "not-sent"));
    };
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
  return await Promise.race([answer, interrupted]);
}

/** Which sessions a run is about. */
export interface MeantSessions {
  /** Those that are known. */
  readonly given: readonly number[];
  /** And those that are read. */
  readonly list: SessionList | undefined;
  readonly total: number | undefined;
}

/** What a run needs of a client. */
export interface SessionCloser {
  closeSessions(source: SessionSource, options?: CloseSessionsOptions): CloseRun;
}

/** Runs to the end, shows what happens, and says at the end what it has come to. @returns the exit code. */
export async function runClose(
  client: SessionCloser,
  meant: MeantSessions,
  flags: CloseFlags,
  { concurrency, signal }: { readonly concurrency: number | undefined; readonly signal: AbortSignal },
  place: RunPlace = ownPlace,
): Promise<number> {
  const { clock } = place;
  const { given, list, total } = meant;
  const { journal, stopOnError, stopAfter = stopOnError ? 1 : undefined } = flags;
  const isPlain = !list && flags.stale === undefined && journal === undefined && flags.report === undefined;
  const started = new Date();
  const begun = clock.now();
  const tally = new CloseTally();
  /** Ids that a call was asked for, and that have no result yet. With a journal nobody needs them. */
  const open = new Set<number>(journal === undefined ? given : []);
  const seen = new SeenSessions();
  let shown = Promise.resolve();
  let next = () => {};
  async function* source() {
    for (const id of given) {
      if (!isNew(id)) continue;
      // Few sessions are closed in turn: none before the result of the one before it is printed.
      if (isPlain && concurrency === 1) await shown;
      shown = new Promise((resolve) => {
        next = resolve;
      });
      yield id;
    }
    if (list) for await (const id of list.ids()) if (isNew(id)) yield id;
  }
  const isNew = (id: number) => {
    const isFirst = seen.add(id);
    if (isFirst && journal === undefined) open.add(id);
    return isFirst;
  };
  const unwritten = new AbortController();
  const display = new CloseDisplay({ json: flags.json === true, isPlain, total }, place);
  const run = client.closeSessions(source(), {
    ...{ concurrency, rate: flags.rate, journal, stopAfter, retryRefused: flags.retryRefused },
    // Whoever names sessions waits for the answer.
    ...(isPlain ? { outage: 0, settle: false } : {}),
    signal: AbortSignal.any([signal, unwritten.signal]),
  });
  signal.addEventListener("abort", () => display.problem(isPlain ? INTERRUPTED : INTERRUPTED_MANY), { once: true });
  let looked = begun;
  const look = () => {
    const { progress } = run;
    const now = clock.now();
    if (progress.waiting && progress.inFlight === 0) tally.wait(progress.waiting.for, looked - begun, now - begun);
    looked = now;
    display.look(progress);
  };
  const stopLooking = clock.every(250, look);
  let last: CloseResult | undefined;
  const show = async (result: CloseResult) => {
    // It is named with those that were not tried.
    if (result.outcome === "not-sent" && run.ended) return;
    open.delete(result.session);
    tally.add(result, clock.now() - begun);
    if (result.closed !== true) last = result;
    if (!(await display.result(result))) {
      last = result;
      unwritten.abort();
    }
    next();
  };
  let thrown: UsageError | RescueError | undefined;
  try {
    for await (const result of run) await show(result);
    look();
  } catch (error) {
    // What is known is said, also where the list or the journal has failed.
    if (!(error instanceof UsageError || error instanceof RescueError) || tally.results === 0) throw error;
    thrown = error;
  } finally {
    stopLooking();
    await display[Symbol.asyncDispose]();
  }
  const ended = run.ended ?? (thrown && { reason: "source", message: thrown.message, error: thrown });
  tally.skipped = run.progress.totals.skipped;
  if (ended) {
    const failed = journal === undefined ? lineOf(ended, open, tally) : undefined;
    if (failed) {
      open.delete(failed.session);
      tally.add(failed, clock.now() - begun);
      last = failed;
      await display.result(failed);
    }
    await untried(ended);
  }
  await close();
  const exit = tally.exit(unwritten.signal.aborted && !signal.aborted ? undefined : ended);
  if (flags.report === undefined) return exit;
  const problem = await writeClosePage(flags.report, { tally, ended, total, started, lasted: clock.now() - begun });
  display.problem(problem ?? `${flags.report}: what happened, as a page`);
  return problem === undefined ? exit : EXIT.unwritten;

  /** Names what was not tried, where no journal knows it. */
  async function untried({ reason, message }: CloseEnd): Promise<void> {
    if (journal !== undefined) return;
    const why = unwritten.signal.aborted
      ? `the run ended at session ${last?.session}, whose result could not be written`
      : reason === "interrupted"
        ? "the run was interrupted"
        : last
          ? `the run ended at session ${last.session} with ${last.code}`
          : message;
    const tell = (session: number) =>
      display.result({ session, closed: false, code: NOT_TRIED, outcome: "not-sent", message: why, by: "answer" });
    for (const session of open) await tell(session);
    // On a terminal the lines that were not read are said in one.
    if (!list?.isFile || reason === "source" || place.stderrIsTerminal) return;
    for await (const session of list.ids()) if (seen.add(session)) await tell(session);
  }

  /** The last lines. */
  async function close(): Promise<void> {
    if (ended && ended.reason !== "interrupted" && !isPlain) display.problem(`the run ended: ${ended.message}`);
    if (isPlain) return;
    const { codes, closed, notClosed, inDoubt, skipped } = tally;
    display.event({
      ...{ event: "end", reason: ended?.reason ?? "done", message: ended?.message, total },
      ...{ closed, notClosed, unknown: inDoubt, skipped, codes: Object.fromEntries(codes) },
      seconds: Math.round(clock.now() - begun) / 1000,
    });
    if (!flags.json) {
      const parts = codes.map(([code, count]) => `${code} ${counted(count)}`);
      if (skipped > 0) parts.push(`done before ${counted(skipped)}`);
      display.problem(
        `${counted(closed)} of ${sessions(total ?? tally.results + skipped)} closed${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`,
      );
      if (tally.needing > 0) display.problem(`${sessions(tally.needing)} to look at:`);
      for (const line of needing(tally)) await place.out.problem(`  ${line}`);
      if (tally.needing > NAMED) display.problem(`and ${counted(tally.needing - NAMED)} more: see above, or --report`);
    }
    if (ended && journal !== undefined) {
      const input = list && !list.isFile ? ", with the same input" : "";
      display.problem(`to go on${input}: ${shellWords(["rescue", ...process.argv.slice(2)])}`);
    } else if (ended && list && (!list.isFile || place.stderrIsTerminal)) {
      display.problem(
        `what follows line ${list.line} of ${list.name} was not tried; --journal FILE makes a run one to go on with`,
      );
    }
  }
}

/** The ids that somebody has to look at, by what is known of them; the unknown ones first. */
function needing({ unknown, refused }: CloseTally): readonly string[] {
  const lines = new Map<string, number[]>();
  for (const { session, closed, code } of [...unknown, ...refused].slice(0, NAMED)) {
    const what = `${closed === null ? "may be closed" : "not closed"}, ${code}`;
    lines.set(what, [...(lines.get(what) ?? []), session]);
  }
  return [...lines].map(([what, ids]) => `${what}: ${ids.join(" ")}`);
}

/** The line of the session that the run ended at, where no call was made for it, or one that was not let in. */
function lineOf({ error, reason }: CloseEnd, open: ReadonlySet<number>, tally: CloseTally): CloseResult | undefined {
  const [session] = open;
  const isAborted = reason === "interrupted" && tally.results === 0;
  const why = error ?? (isAborted ? new AbortedError("closeSession", "not-sent") : undefined);
  if (session === undefined || !(why instanceof RescueError)) return undefined;
  const { code, message } = why;
  // Whatever happened to the login before it, the call itself was not sent.
  const outcome = why.operation === "closeSession" ? why.outcome : "not-sent";
  // That was another session's call, which has its result.
  if (outcome === "unknown") return undefined;
  const literal = why instanceof RescueResultError ? { literal: why.literal } : {};
  return { session, closed: false, code, ...literal, outcome, message, by: "answer" };
}

async function printDry({ given, list }: Omit<MeantSessions, "total">, flags: CloseFlags): Promise<number> {
  const seen = new SeenSessions();
  let count = 0;
  const print = (session: number) => {
    if (!seen.add(session)) return true;
    count += 1;
    return flags.json ? output.json({ session, wouldClose: true }) : output.line(`${session} would be closed`);
  };
  for (const session of given) if (!(await print(session))) return EXIT.ok;
  if (list) for await (const session of list.ids()) if (!(await print(session))) return EXIT.ok;
  await output.problem(`rescue: ${sessions(count)} would be closed; nothing was sent`);
  return EXIT.ok;
}
