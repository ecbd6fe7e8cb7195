import type { ReportOutput } from "./areas.js";

/** What the service is to be asked for: the settings of one report, and whose it is. */
export interface ReportRequest {
  readonly area: string;
  readonly node: number;
  readonly ref: string;
  /** First and last moment, both included, by the clock of `offset`. */
  readonly begin: string;
  readonly end: string;
  /** Minutes from UTC. */
  readonly offset: number;
  readonly output: ReportOutput;
  /** Of a text report. */
  readonly delimiter: string;
}

export interface FetchOptions {
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Ends the waits, and what has been begun before its next call. A fetch that was sent is answered. */
  readonly stop?: AbortSignal | undefined;
  /** Called where the report waits for its minute. */
  readonly onPaced?: ((milliseconds: number) => void) | undefined;
}

/** A report as the service writes it. A long one comes in pieces, which can be read once. */
export type ReportText = string | Iterable<string>;

/** Makes the settings and fetches the report, as one block. */
export type FetchReport = (request: ReportRequest, options: FetchOptions) => Promise<ReportText>;
