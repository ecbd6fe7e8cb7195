import { validateHeaderName, validateHeaderValue } from "node:http";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { didYouMean } from "../../errors/nearest-name.js";
import { saysCode } from "../../soap/contract/result-element.js";
import type { KnownCalls } from "../known-calls.js";
import { checkMembers } from "../known-members.js";
import { FAULT_KINDS, type FaultKind } from "./fault-kind.js";
import { checkMatch, type FaultMatch } from "./fault-match.js";

/** A fault to play on calls of one operation, or of any. */
export interface FaultRule extends FaultMatch {
  /** The operation's name, or `*` for any. */
  readonly operation: string;
  /** The first call to hit of those that it may hit, counted from 1 since the rule was added. Default 1. */
  readonly nth?: number;
  /** How many calls in a row to hit; `"always"` (or `Infinity`) for all from `nth` on. Default 1. */
  readonly times?: number | "always";
  /**
   * `before`: the operation does nothing, and what is spoilt is an answer with the result `Error`. `after`: it does what
   * it does, and its answer is spoilt. The kinds that deliver the answer (`latency`, `slow-drip`, `interim`,
   * `connection-close`) let it do so in either phase.
   */
  readonly phase: Phase;
  readonly kind: FaultKind;
  /**
   * For `reset`, `close` and `stall`: how much of the answer goes out first. Default `start`, nothing; `interim` is a
   * 100 Continue, `status-line`, `headers`, `body` and `chunk` end inside of what they name.
   */
  readonly at?: BreakPoint;
  /** For `status`: the HTTP status. Default 503. */
  readonly status?: number;
  /** For `status`, `garbage` and `not-http`: the body, or the bytes. */
  readonly body?: string;
  /** For `status`, `garbage` and `wrong-content-type`: the type of the body. Default `text/html`, `application/json`. */
  readonly contentType?: string;
  /** For `status`: the `Retry-After` header, in seconds or as an HTTP date. */
  readonly retryAfter?: number | string;
  /** For `status` and `garbage`: further headers, such as `Location`. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * For `latency` (`before` the operation is worked on, or `after`, on the answer's way) and `slow-drip`: milliseconds of
   * real time, at most ten minutes. Default 1000, and 1 between pieces.
   */
  readonly delay?: number;
  /** For `slow-drip`: bytes in a piece. Default 1. */
  readonly chunk?: number;
  /** For `gzip-bomb` and `oversized`: the size after decompression in bytes, at most 1 GiB. Default 65 MiB. */
  readonly size?: number;
  /** For `wrong-operation`: whose answer it looks like. Default `logout`. */
  readonly answerOf?: string;
  /** For `soap-fault`: what went wrong. */
  readonly message?: string;
  /** For `result`: the result code, such as `ActionFailed`. Default `Error`. */
  readonly result?: string;
}

export type Phase = (typeof PHASES)[number];
export type BreakPoint = (typeof BREAK_POINTS)[number];

const PHASES = ["before", "after"] as const;
const BREAK_POINTS = ["start", "interim", "status-line", "headers", "body", "chunk"] as const;

const FIELDS = [
  ...["operation", "nth", "times", "phase", "kind", "at", "status", "body", "contentType", "retryAfter", "headers"],
  ...["delay", "chunk", "size", "answerOf", "message", "result", "key", "caller", "parameters"],
] as const satisfies readonly (keyof FaultRule)[];
const TEN_MINUTES = 600_000;

/**
 * A copy of a rule that can be played.
 * @param known the calls there are; any where it is not known.
 * @throws {InvalidArgumentError} naming the field.
 */
export function checkRule(rule: FaultRule, known?: KnownCalls): FaultRule {
  if (typeof rule !== "object" || rule === null) refuse("rule", "expected an object with operation, phase and kind");
  checkMembers(rule, FIELDS, refuse);
  const { nth = 1, times = 1, status = 503, chunk = 1, size = 1, at = "start" } = rule;
  checkOperation("operation", rule.operation, known);
  checkMatch(rule.operation, rule, known, refuse);
  checkPhase("phase", rule.phase);
  checkKind("kind", rule.kind);
  if (!BREAK_POINTS.includes(at)) refuse("at", `expected one of ${BREAK_POINTS.join(", ")}`);
  if (!isWhole(nth, 1)) refuse("nth", "must be a whole number from 1");
  if (times !== "always" && times !== Number.POSITIVE_INFINITY && !isWhole(times, 1)) {
    refuse("times", 'must be a whole number from 1, or "always"');
  }
  if (!isWhole(status, 200, 599)) refuse("status", "must be a whole number from 200 to 599");
  checkDelay("delay", rule.delay ?? 0);
  if (!isWhole(chunk, 1)) refuse("chunk", "must be a whole number of bytes from 1");
  if (!isWhole(size, 1, 2 ** 30)) refuse("size", "must be a whole number of bytes from 1 to 1073741824");
  for (const name of ["body", "contentType", "answerOf", "message", "result"] as const) {
    if (rule[name] !== undefined && typeof rule[name] !== "string") refuse(name, "expected a text");
  }
  checkAnswerOf(rule.answerOf, known);
  checkHeaders(rule);
  checkResult(rule, known);
  return { ...rule, ...(rule.parameters && { parameters: { ...rule.parameters } }) };
}

/** @throws {InvalidArgumentError} for what is no number of milliseconds to wait. */
export function checkDelay(path: string, ms: unknown): asserts ms is number {
  const inRange = typeof ms === "number" && ms >= 0 && ms <= TEN_MINUTES;
  if (!inRange) refuse(path, `must be milliseconds from 0 to ${TEN_MINUTES}`);
}

/** @throws {InvalidArgumentError} for an operation that is not there. */
export function checkOperation(path: string, name: unknown, known?: KnownCalls): void {
  if (typeof name !== "string" || name === "") refuse(path, "expected the name of an operation, or *");
  const problem = name === "*" ? undefined : known?.problemWith(name);
  if (problem !== undefined) refuse(path, problem);
}

/** @throws {InvalidArgumentError} */
export function checkKind(path: string, kind: FaultKind): void {
  const known = typeof kind === "string" && Object.hasOwn(FAULT_KINDS, kind);
  const kinds = Object.keys(FAULT_KINDS);
  if (!known) refuse(path, `expected one of ${kinds.join(", ")}${didYouMean(String(kind), kinds)}`);
}

/** @throws {InvalidArgumentError} */
export function checkPhase(path: string, phase: Phase): void {
  if (!PHASES.includes(phase)) refuse(path, 'expected "before" or "after"');
}

/** @throws {InvalidArgumentError} saying what is wrong with a fault, a schedule or a latency. */
export function refuse(path: string, problem: string): never {
  throw new InvalidArgumentError(path, `emulator.faults: ${path}: ${problem}`);
}

function checkAnswerOf(name: string | undefined, known: KnownCalls | undefined): void {
  if (name === undefined) return;
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) refuse("answerOf", "expected a name");
  const problem = known?.problemWith(name);
  if (problem !== undefined) refuse("answerOf", problem);
}

// A code that the operation has no literal for would go out as another one.
function checkResult({ operation, result }: FaultRule, known: KnownCalls | undefined): void {
  const literals = known?.literalsOf(operation) ?? [];
  if (result === undefined || literals.length === 0 || literals.some((literal) => saysCode(literal, result))) return;
  const codes = [...new Set(literals.map((literal) => literal.slice(literal.indexOf("_") + 1)))];
  refuse("result", `the operation has no such result${didYouMean(result, [...codes, ...literals])}`);
}

function isWhole(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

// Node would refuse such a header when the fault is played, which is too late to tell anybody.
function checkHeaders({ headers = {}, contentType, retryAfter }: FaultRule): void {
  if (typeof headers !== "object" || headers === null) refuse("headers", "expected an object of texts");
  const all: [path: string, name: string, value: unknown][] = Object.entries(headers).map(([name, value]) => [
    `headers.${name.slice(0, 80)}`,
    name,
    value,
  ]);
  if (contentType !== undefined) all.push(["contentType", "Content-Type", contentType]);
  if (retryAfter !== undefined) all.push(["retryAfter", "Retry-After", String(retryAfter)]);
  for (const [path, name, value] of all) {
    if (typeof value !== "string") refuse(path, "expected a text");
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      refuse(path, "HTTP cannot carry such a header");
    }
  }
}
