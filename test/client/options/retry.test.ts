import { expect } from "chai";
import type { OperationClass } from "../../../src/client/operations/operation-table.js";
import { RetryPolicy } from "../../../src/client/options/retry.js";
import {
  AbortedError,
  ConnectionError,
  DeadlineError,
  InvalidArgumentError,
  NotAuthenticatedError,
  type Outcome,
  ProtocolError,
  type RescueError,
  RescueResultError,
  type RetryOptions,
  SoapFaultError,
} from "../../../src/index.js";
import { thrown } from "../thrown.js";

const CLASSES: readonly OperationClass[] = ["read", "settings", "mutating", "auth"];
/** Half of a backoff is chance: without any of it, and with all of it. */
const [LEAST, MOST] = [() => 0, () => 1];

const connection = (outcome: Outcome, reason = "ECONNRESET") => new ConnectionError("op", "broke", { reason, outcome });
const status = (code: number | undefined, retryAfter?: number) =>
  new ProtocolError("HTTP", { operation: "op", status: code, retryAfter });
const resultDetails = { operation: "op", code: "Error", literal: "op_Error", meaning: "", advice: "" };

/** What Node calls a certificate or a handshake that failed: doc/api/tls.md, X509 certificate error codes, and OpenSSL's. */
const TLS_REASONS = [
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_CRL",
  "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
  "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_SIGNATURE_FAILURE",
  "CERT_NOT_YET_VALID",
  "CERT_HAS_EXPIRED",
  "CERT_CHAIN_TOO_LONG",
  "CERT_REVOKED",
  "CERT_UNTRUSTED",
  "CERT_REJECTED",
  "CRL_HAS_EXPIRED",
  "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  "ERROR_IN_CRL_NEXT_UPDATE_FIELD",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "INVALID_CA",
  "INVALID_PURPOSE",
  "PATH_LENGTH_EXCEEDED",
  "HOSTNAME_MISMATCH",
  "UNSPECIFIED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERR_SSL_WRONG_VERSION_NUMBER",
  "ERR_SSL_TLSV1_ALERT_UNKNOWN_CA",
  "ERR_OSSL_PEM_NO_START_LINE",
  "EPROTO",
];

describe("RetryPolicy: which failed attempt is followed by another", () => {
  const table: readonly (readonly [what: string, error: RescueError, repeated: readonly OperationClass[]])[] = [
    ["a connection that could not be made", connection("not-sent"), CLASSES],
    ["a connection that broke", connection("unknown"), ["read", "settings"]],
    ...[408, 429, 500, 502, 503, 504].map(
      (code) => [`a proxy that refuses with ${code}`, connection("not-sent", `PROXY_${code}`), CLASSES] as const,
    ),
    ...[302, 400, 401, 403, 407, 501].map(
      (code) => [`a proxy that refuses with ${code}`, connection("not-sent", `PROXY_${code}`), []] as const,
    ),
    ...["PROXY_UNREADABLE", "ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "CLOSED", "EMFILE"].map(
      (reason) => [reason, connection("not-sent", reason), CLASSES] as const,
    ),
    ...TLS_REASONS.flatMap((reason) => [
      [`${reason} in the handshake`, connection("not-sent", reason), []] as const,
      [`${reason} afterwards`, connection("unknown", reason), []] as const,
    ]),
    ...[408, 429, 500, 502, 503, 504].map((code) => [`HTTP ${code}`, status(code), ["read", "settings"]] as const),
    ...[200, 204, 301, 307, 400, 401, 403, 404, 405, 413, 501, 505].map(
      (code) => [`HTTP ${code}`, status(code), []] as const,
    ),
    ["a reply that is not HTTP", status(undefined), []],
    ["a deadline before it was sent", new DeadlineError("op", 1, "not-sent"), []],
    ["a deadline after it was sent", new DeadlineError("op", 1, "unknown"), []],
    ["an abort before it was sent", new AbortedError("op", "not-sent"), []],
    ["an abort after it was sent", new AbortedError("op", "unknown"), []],
    ["a result that was refused", new RescueResultError(resultDetails), []],
    ["a caller who was refused", new NotAuthenticatedError(resultDetails), []],
    ["a fault", new SoapFaultError("op", { faultCode: "soap:Server", faultString: "" }), []],
    ["an argument that is wrong", new InvalidArgumentError("op", "wrong"), []],
  ];
  for (const [what, error, repeated] of table) {
    it(`${what}: ${repeated.length === 0 ? "none" : repeated.join(", ")}`, () => {
      const policy = new RetryPolicy({}, LEAST);
      for (const operation of CLASSES) {
        const wait = policy.delay(error, operation, 1);
        expect(wait, operation).to.equal(repeated.includes(operation) ? 125 : undefined);
      }
    });
  }
});

describe("RetryPolicy: how many, and after how long", () => {
  const waits = (options: RetryOptions | false, random: () => number, attempts: number) =>
    Array.from({ length: attempts }, (_, index) =>
      new RetryPolicy(options, random).delay(connection("not-sent"), "read", index + 1),
    );

  it("three attempts, after half of 250 ms to all of it, doubled", () => {
    expect(waits({}, LEAST, 4)).to.deep.equal([125, 250, undefined, undefined]);
    expect(waits({}, MOST, 4)).to.deep.equal([250, 500, undefined, undefined]);
  });

  it("up to the longest wait", () => {
    const options = { attempts: 7, delay: 1000, maxDelay: 5000 };
    expect(waits(options, MOST, 7)).to.deep.equal([1000, 2000, 4000, 5000, 5000, 5000, undefined]);
    expect(waits({ ...options, maxDelay: 0 }, MOST, 2)).to.deep.equal([0, 0]);
    expect(waits({ attempts: 2 ** 40 }, MOST, 2000).at(-1)).to.equal(5000);
  });

  it("none where they are switched off", () => {
    expect(waits(false, MOST, 2)).to.deep.equal([undefined, undefined]);
    expect(waits({ attempts: 1 }, MOST, 2)).to.deep.equal([undefined, undefined]);
  });

  it("an option that is undefined is not given", () => {
    expect(waits({ delay: undefined } as unknown as RetryOptions, MOST, 1)).to.deep.equal([250]);
  });
});

describe("RetryPolicy: Retry-After", () => {
  const policy = new RetryPolicy({ delay: 1000, maxRetryAfter: 30_000 }, MOST);

  for (const [seconds, wait] of [
    [undefined, 1000],
    [0, 1000],
    [1, 1000],
    [2, 2000],
    [30, 30_000],
    [31, undefined],
    [Number.POSITIVE_INFINITY, undefined],
  ] as const) {
    it(`of ${seconds} seconds: ${wait} ms`, () => {
      expect(policy.delay(status(503, seconds), "read", 1)).to.equal(wait);
    });
  }

  it("makes no change to be repeated", () => {
    expect(policy.delay(status(503, 1), "mutating", 1)).to.equal(undefined);
    expect(policy.delay(status(503, 1), "auth", 1)).to.equal(undefined);
  });

  it("adds no attempt", () => {
    expect(policy.delay(status(503, 1), "read", 3)).to.equal(undefined);
  });
});

describe("RetryPolicy: options that are wrong", () => {
  for (const [path, options] of [
    ["retry.attempts", { attempts: 0 }],
    ["retry.attempts", { attempts: 1.5 }],
    ["retry.attempts", { attempts: Number.POSITIVE_INFINITY }],
    ["retry.attempts", { attempts: "3" }],
    ["retry.delay", { delay: -1 }],
    ["retry.delay", { delay: Number.NaN }],
    ["retry.delay", { delay: "250" }],
    ["retry.maxDelay", { maxDelay: 2_147_483_648 }],
    ["retry.maxRetryAfter", { maxRetryAfter: null }],
    ["retry.atempts", { atempts: 3 }],
    ["retry", null],
    ["retry", true],
    ["retry", 3],
  ] as const) {
    it(`${path}: ${JSON.stringify(options)}`, async () => {
      const error = await thrown(InvalidArgumentError, () => new RetryPolicy(options as unknown as RetryOptions));
      expect(error.path).to.equal(path);
    });
  }
});
