import type { CloseEnd, CloseResult, CloseWait } from "../../closing/close-run.js";
import { RescueError } from "../../errors/rescue-error.js";
import { EXIT, type ExitCode, exitCodeOf, worstOf } from "../exit-codes.js";
import { Timeline } from "./timeline.js";

/** A result, and when it came. */
export interface TalliedResult extends CloseResult {
  /** Milliseconds since the run began. */
  readonly at: number;
}

/** The most rows that are kept of what is unknown, and of what is refused. */
const KEPT = 5000;
/** The most rows that are kept of other results. */
const OTHERS = 100;
/** The most codes that are told apart; a service may invent new ones. */
const CODES = 100;
const MESSAGE = 500;

/** What a run has come to, in an amount of memory that does not grow with it. */
export class CloseTally {
  readonly timeline = new Timeline();
  readonly unknown: TalliedResult[] = [];
  readonly refused: TalliedResult[] = [];
  /** The first of the closed ones. */
  readonly others: TalliedResult[] = [];
  /** How many sessions ended with each code, the most frequent one first. */
  readonly #codes = new Map<string, number>();
  /** Milliseconds waited, by what for. */
  readonly waits = new Map<CloseWait["for"], number>();
  closed = 0;
  notClosed = 0;
  inDoubt = 0;
  skipped = 0;
  readonly #exits = new Set<ExitCode>();

  /** How many sessions somebody has to look at. */
  get needing(): number {
    return this.notClosed + this.inDoubt;
  }

  get results(): number {
    return this.closed + this.needing;
  }

  get codes(): readonly (readonly [code: string, count: number])[] {
    return [...this.#codes].sort(([, a], [, b]) => b - a);
  }

  add(result: CloseResult, at: number): void {
    const { closed, code, message } = result;
    const name = this.#codes.has(code) || this.#codes.size < CODES ? code : "other codes";
    this.#codes.set(name, (this.#codes.get(name) ?? 0) + 1);
    this.#exits.add(exitOf(result));
    const row = { ...result, at, ...(message === undefined ? {} : { message: message.slice(0, MESSAGE) }) };
    if (closed === true) this.closed += 1;
    else if (closed === false) this.notClosed += 1;
    else this.inDoubt += 1;
    const [what, rows, most] =
      closed === true
        ? (["closed", this.others, OTHERS] as const)
        : closed === false
          ? (["refused", this.refused, KEPT] as const)
          : (["unknown", this.unknown, KEPT] as const);
    this.timeline.count(what, at);
    if (rows.length < most) rows.push(row);
  }

  /** Adds a time in which the run waited. */
  wait(what: CloseWait["for"], from: number, to: number): void {
    this.waits.set(what, (this.waits.get(what) ?? 0) + to - from);
    this.timeline.wait(from, to);
  }

  /** The exit code of a run that ended like this. */
  exit(ended: CloseEnd | undefined): ExitCode {
    return worstOf([...this.#exits, ...(ended === undefined ? [] : [endExit(ended)])]);
  }
}

function exitOf({ closed, code, outcome, literal }: CloseResult): ExitCode {
  if (closed === true) return EXIT.ok;
  if (closed === null) return EXIT.unknown;
  // A refusal has a literal or is a fault, also where it is that of the login.
  if (outcome === "answered" || literal !== undefined || code === "SOAP_FAULT") return EXIT.refused;
  return code === "ABORTED" ? EXIT.interrupted : EXIT.unreachable;
}

function endExit({ reason, error }: CloseEnd): ExitCode {
  if (reason === "interrupted") return EXIT.interrupted;
  if (reason === "failures") return EXIT.ok;
  if (error instanceof RescueError) return exitCodeOf(error);
  return reason === "outage" ? EXIT.unreachable : EXIT.usage;
}
