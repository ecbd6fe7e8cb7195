import { validateHeaderName, validateHeaderValue } from "node:http";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { didYouMean } from "../../errors/nearest-name.js";
import { saysCode } from "../../soap/contract/result-element.js";
import { checkMembers } from "../desk/known-members.js";
import { BREAK_POINTS, type FaultEffect } from "../http/spoil/fault-effect.js";
import { FAULT_KINDS, type FaultKind } from "../http/spoil/fault-kind.js";
import { checkMatch, type FaultMatch } from "./fault-match.js";
import type { KnownNames } from "./known-names.js";

/**
 * A fault to play on calls of one operation, or of any operation.
 *
 * @example
 * const rule: FaultRule = { operation: "closeSession", key: 12345678, phase: "after", kind: "reset", times: 2 };
 */
export interface FaultRule extends FaultMatch, FaultEffect {
  /** The operation's name, or `*` for any. */
  readonly operation: string;
  /** The first matching call on which to play, counted from 1 since the rule was added. @default 1 */
  readonly nth?: number;
  /** The number of consecutive matching calls; `"always"` (or `Infinity`) for all from `nth` on. @default 1 */
  readonly times?: number | "always";
  /**
   * `before`: the operation does not run, and the fault spoils an answer with the result `Error`. `after`: the
   * operation runs, and the fault spoils its answer. With the kinds that deliver the answer (`latency`, `slow-drip`,
   * `interim`, `connection-close`) it runs in either phase.
   */
  readonly phase: Phase;
  /** For `soap-fault`: the message of the exception. */
  readonly message?: string;
  /** For `result`: the result code, such as `ActionFailed`. @default "Error" */
  readonly result?: string;
}

export type Phase = (typeof PHASES)[number];

const PHASES = ["before", "after"] as const;

const FIELDS = [
  ...["operation", "nth", "times", "phase", "kind", "at", "status", "body", "contentType", "retryAfter", "headers"],
  ...["delay", "chunk", "size", "answerOf", "message", "result", "key", "caller", "parameters"],
] as const satisfies readonly (keyof FaultRule)[];
const TEN_MINUTES = 600_000;

/**
 * Checks and copies a rule.
 * @param known the names that rules may use.
 * @throws {InvalidArgumentError} naming the field.
 */
export function checkRule(rule: FaultRule, known: KnownNames): FaultRule {
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
    if (rule[name] !== undefined && typeof rule[name] !== "string") refuse(name, "expected a string");
  }
  checkAnswerOf(rule.answerOf, known);
  checkHeaders(rule);
  checkResult(rule, known);
  return { ...rule, ...(rule.parameters && { parameters: { ...rule.parameters } }) };
}

/** @throws {InvalidArgumentError} for an invalid number of milliseconds. */
export function checkDelay(path: string, ms: unknown): asserts ms is number {
  const inRange = typeof ms === "number" && ms >= 0 && ms <= TEN_MINUTES;
  if (!inRange) refuse(path, `must be milliseconds from 0 to ${TEN_MINUTES}`);
}

/** @throws {InvalidArgumentError} for an unknown operation. */
export function checkOperation(path: string, name: unknown, known: KnownNames): void {
  if (typeof name !== "string" || name === "") refuse(path, "expected the name of an operation, or *");
  const problem = name === "*" ? undefined : known.problemWith(name);
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

function checkAnswerOf(name: string | undefined, known: KnownNames): void {
  if (name === undefined) return;
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) refuse("answerOf", "expected a name");
  const problem = known.problemWith(name);
  if (problem !== undefined) refuse("answerOf", problem);
}

// A code for which the operation has no literal would be sent as another one.
function checkResult({ operation, result }: FaultRule, known: KnownNames): void {
  const literals = known.literalsOf(operation);
  if (result === undefined || literals.length === 0 || literals.some((literal) => saysCode(literal, result))) return;
  const codes = [...new Set(literals.map((literal) => literal.slice(literal.indexOf("_") + 1)))];
  refuse("result", `the operation has no such result${didYouMean(result, [...codes, ...literals])}`);
}

function isWhole(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

// Node would refuse such a header when the fault is played, which is too late to report it.
function checkHeaders({ headers = {}, contentType, retryAfter }: FaultRule): void {
  if (typeof headers !== "object" || headers === null) refuse("headers", "expected an object of strings");
  const all: [path: string, name: string, value: unknown][] = Object.entries(headers).map(([name, value]) => [
    `headers.${name.slice(0, 80)}`,
    name,
    value,
  ]);
  if (contentType !== undefined) all.push(["contentType", "Content-Type", contentType]);
  if (retryAfter !== undefined) all.push(["retryAfter", "Retry-After", String(retryAfter)]);
  for (const [path, name, value] of all) {
    if (typeof value !== "string") refuse(path, "expected a string");
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      refuse(path, "HTTP cannot carry such a header");
    }
  }
}
