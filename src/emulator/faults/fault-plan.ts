import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";

/**
 * What goes wrong:
 * - `reset`: the connection is reset (RST) instead of an answer
 * - `close`: the connection is closed (FIN) without an answer
 * - `stall`: no answer ever; the connection stays open until the client or `close()` ends it. The login is not held up:
 *   as when an answer is lost on its way, later calls with the same cookie go on
 * - `status`: an HTTP status with a body that is not SOAP
 * - `garbage`: HTTP 200 with an HTML page
 * - `truncate`: half of the reply, then the connection is closed
 */
export type FaultKind = "reset" | "close" | "stall" | "status" | "garbage" | "truncate";

/** A fault to play on SOAP calls of one operation. */
export interface FaultRule {
  readonly operation: string;
  /** The first call to hit, counted from 1 since the rule was added. Default 1. */
  readonly nth?: number;
  /** How many calls in a row to hit; `Infinity` for all from `nth` on. Default 1. */
  readonly times?: number;
  /** `before`: the operation does nothing. `after`: it does what it does, and its answer is spoilt. */
  readonly phase: "before" | "after";
  readonly kind: FaultKind;
  /** For `status`: the HTTP status. Default 503. */
  readonly status?: number;
  /** For `status` and `garbage`: the body. */
  readonly body?: string;
  /** For `status` and `garbage`: the type of the body. Default `text/html`. */
  readonly contentType?: string;
  /** For `status`: the `Retry-After` header, in seconds or as an HTTP date. */
  readonly retryAfter?: number | string;
}

/** The faults of one emulator, as its user sees them. */
export interface Faults {
  /**
   * Plays a fault on coming calls. Rules count calls each on its own; where two hit the same call, the older one wins.
   * @throws {InvalidArgumentError} for an `nth` or `times` below 1, or a status that HTTP does not know.
   */
  add(rule: FaultRule): void;
  /** Forgets all rules. */
  clear(): void;
}

interface CountedRule {
  readonly rule: FaultRule;
  seen: number;
}

/** The planned faults and how far each has come. */
export class FaultPlan implements Faults {
  #rules: CountedRule[] = [];

  add(rule: FaultRule): void {
    for (const name of ["nth", "times"] as const) {
      const value = rule[name] ?? 1;
      const whole = Number.isInteger(value) || (name === "times" && value === Number.POSITIVE_INFINITY);
      if (!whole || value < 1)
        throw new InvalidArgumentError(name, `faults.add: ${name} must be a whole number from 1`);
    }
    const status = rule.status ?? 503;
    if (!Number.isInteger(status) || status < 200 || status > 599) {
      throw new InvalidArgumentError("status", "faults.add: status must be a whole number from 200 to 599");
    }
    this.#rules.push({ rule: { ...rule }, seen: 0 });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The fault that hits this call of the operation, if any. Counts the call. */
  next(operation: string): FaultRule | undefined {
    let hit: FaultRule | undefined;
    for (const counted of this.#rules) {
      const { rule } = counted;
      if (rule.operation !== operation) continue;
      counted.seen += 1;
      const first = rule.nth ?? 1;
      if (counted.seen >= first && counted.seen < first + (rule.times ?? 1)) hit ??= rule;
    }
    return hit;
  }
}
