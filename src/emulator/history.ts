import type { FaultKind } from "./faults.js";

/** One SOAP request that came, without anything secret. */
export interface LogEntry {
  /** Empty when the request named no operation of the contract. */
  readonly operation: string;
  /** The HTTP status that was sent; 0 when none was (`fault` says why). */
  readonly status: number;
  /** The result literal as sent, such as `closeSessionRet_OK`; absent for faults and refused requests. */
  readonly result?: string;
  /** The planned fault that was played on this request. */
  readonly fault?: FaultKind;
}

// A long run, such as a load test, must not keep every request for ever.
const KEPT = 10_000;

/** What the emulator has seen and what it has changed. */
export class History {
  readonly log: LogEntry[] = [];
  readonly #executions = new Map<string, Map<string, number>>();

  add(entry: LogEntry): void {
    this.log.push(entry);
    if (this.log.length >= 2 * KEPT) this.log.splice(0, KEPT);
  }

  executed(operation: string, key: string): void {
    const counts = this.#executions.get(operation) ?? new Map<string, number>();
    counts.set(key, (counts.get(key) ?? 0) + 1);
    this.#executions.set(operation, counts);
  }

  /** How often the operation changed something: the thing of that key, or all in all. */
  executions(operation: string, key?: string): number {
    const counts = this.#executions.get(operation);
    if (!counts) return 0;
    if (key !== undefined) return counts.get(key) ?? 0;
    let sum = 0;
    for (const count of counts.values()) sum += count;
    return sum;
  }

  clear(): void {
    this.log.length = 0;
    this.#executions.clear();
  }
}
