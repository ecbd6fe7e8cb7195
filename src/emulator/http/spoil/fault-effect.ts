import type { FaultKind } from "./fault-kind.js";

/** How a reply is spoilt: the kind of fault, and the settings of each kind. */
export interface FaultEffect {
  readonly kind: FaultKind;
  /**
   * For `reset`, `close` and `stall`: how much of the answer is sent first. `start` is nothing, `interim` is a
   * 100 Continue; `status-line`, `headers`, `body` and `chunk` end inside what they name.
   *
   * @default "start"
   */
  readonly at?: BreakPoint;
  /** For `status`: the HTTP status. @default 503 */
  readonly status?: number;
  /** For `status`, `garbage` and `not-http`: the body, or the bytes. */
  readonly body?: string;
  /**
   * For `status`, `garbage` and `wrong-content-type`: the type of the body. `wrong-content-type` sends
   * `application/json` by default, the others `text/html`.
   */
  readonly contentType?: string;
  /** For `status`: the `Retry-After` header, in seconds or as an HTTP date. */
  readonly retryAfter?: number | string;
  /** For `status` and `garbage`: further headers, such as `Location`. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * For `latency` (`before` the operation runs, or `after` it, while the answer is on its way) and `slow-drip`:
   * milliseconds of real time, at most ten minutes. Default 1000, and 1 between the pieces of `slow-drip`.
   */
  readonly delay?: number;
  /** For `slow-drip`: the number of bytes in a piece. @default 1 */
  readonly chunk?: number;
  /**
   * For `gzip-bomb` and `oversized`: the size after decompression in bytes, at most 1 GiB.
   * @default 68157440 (65 MiB)
   */
  readonly size?: number;
  /** For `wrong-operation`: the operation whose answer it looks like. @default "logout" */
  readonly answerOf?: string;
}

export const BREAK_POINTS = ["start", "interim", "status-line", "headers", "body", "chunk"] as const;

/** Where a reply breaks off. */
export type BreakPoint = (typeof BREAK_POINTS)[number];
