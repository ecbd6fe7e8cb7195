/** All kinds of faults, and what each of them does. */
export const FAULT_KINDS = {
  reset: "the connection is reset (RST) instead of an answer",
  close: "the connection is closed (FIN) without an answer",
  stall: "no answer; the connection stays open",
  truncate: "half of the answer, then the connection is closed",
  "switching-protocols": "101, then the connection is closed",

  latency: "the answer comes later",
  "slow-drip": "the answer comes byte by byte",
  interim: "several 1xx answers before the answer",
  "connection-close": "the answer with Connection: close",

  status: "an HTTP status with a body that is not SOAP",
  garbage: "HTTP 200 with an HTML page",
  empty: "HTTP 200 with an empty body",
  "not-http": "something other than HTTP",
  "header-flood": "5,000 headers",
  "long-header": "a header of 100,000 characters",
  duplicate: "the whole answer twice",

  "wrong-operation": "the answer to another operation",
  "wrong-content-type": "the answer as another type",
  "wrong-charset": "bytes that are invalid in UTF-8",
  "malformed-xml": "the last tag is missing",
  doctype: "entities that double thirty times (billion laughs)",
  "deep-xml": "10,000 nested elements",
  "empty-envelope": "an empty envelope body",
  "gzip-bomb": "the answer and 65 MiB of blanks, compressed",
  "damaged-gzip": "declared as compressed, but is not",
  oversized: "the answer and 65 MiB of blanks",

  "soap-fault": "the SOAP fault of an exception in the service",
  result: "another result code",
} as const satisfies Readonly<Record<string, string>>;

/**
 * What goes wrong; `FAULT_KINDS` describes each kind.
 *
 * A `stall` ends with the client's timeout, a reset or the emulator's `close()`. It does not block the login: as when
 * an answer is lost on its way, later calls with the same cookie proceed. With `latency`, `slow-drip`, `interim` and
 * `connection-close` the answer arrives in the end, so the operation runs in either phase.
 */
export type FaultKind = keyof typeof FAULT_KINDS;

/** Whether the operation runs and the client gets its answer in the end, whatever the phase. */
export function isDelivered(kind: FaultKind): boolean {
  return DELIVERED.has(kind);
}

const DELIVERED: ReadonlySet<FaultKind> = new Set(["latency", "slow-drip", "interim", "connection-close"]);
