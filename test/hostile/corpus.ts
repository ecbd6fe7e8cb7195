import type { SoapVersion } from "../../src/index.js";
import type { Role } from "./roles.js";

/** A part of a generated body; `{{i}}` in `repeat` counts from 0. */
export type BodyPart = string | { readonly repeat: string; readonly times: number };

/** What the server answers. Texts may hold the placeholders of `prepare-reply.ts`. */
export interface ReplySpec {
  /** 200 unless given. */
  readonly status?: number;
  /** The media type of the version asked, in UTF-8, unless given. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
  readonly bodyBase64?: string;
  /** For bodies too large to write down. */
  readonly generator?: readonly BodyPart[];
  /** How the text becomes bytes; UTF-8 unless given. */
  readonly charset?: "utf-16le" | "utf-16be" | "latin1";
  /** Applied to the bytes in this order. */
  readonly compress?: readonly ("gzip" | "deflate" | "deflate-raw" | "br")[];
  /** Bytes cut off the end, after compression. */
  readonly cut?: number;
  /** Base64 of bytes put in front and behind, after compression. */
  readonly prepend?: string;
  readonly append?: string;
  /** A Content-Length that is not the body's. */
  readonly declaredLength?: number;
  /** Sent without a Content-Length. */
  readonly chunked?: boolean;
}

/** The check that must refuse a reply: a reply refused for another reason would prove nothing about that check. */
export const REASONS = {
  status: /HTTP \d+ with .* instead of a SOAP answer/,
  redirect: /a redirect/,
  media: /answer is (?:text\/xml|application\/soap\+xml)/,
  empty: /with an empty body/,
  charset: /not in the character set it claims/,
  encoding: /Content-Encoding is unknown or its data is damaged/,
  size: /larger than \d+ bytes/,
  http: /is not HTTP/,
  malformed: /not well-formed XML/,
  doctype: /holds a DOCTYPE/,
  instruction: /holds a processing instruction/,
  depth: /nests deeper than/,
  attributes: /more than \d+ attributes/,
  prefix: /a prefix that it does not declare/,
  xmlPrefix: /the prefix xml or its namespace/,
  xmlnsPrefix: /the prefix xmlns or binds its namespace/,
  undeclared: /undeclares a prefix/,
  duplicate: /a duplicate attribute/,
  qname: /not a QName/,
  namespaceName: /a namespace name of more than \d+ characters/,
  envelope: /is not a SOAP 1\.[12] envelope/,
  parts: /something other than one soap:Header and one soap:Body/,
  header: /an unknown header that must be understood/,
  noBody: /no soap:Body/,
  emptyBody: /an empty soap:Body/,
  response: /does not hold \w+Response in the service's namespace/,
  second: /more than one element in its soap:Body/,
  missing: /lacks \w+/,
  twice: /holds \w+ twice/,
  value: /a value in \w+ that is not/,
  child: /has elements inside \w+/,
  text: /text where only elements are allowed/,
  nil: /xsi:nil on|which is nil/,
  faultCode: /a fault without a code/,
  notFault: /without a fault/,
} as const satisfies Record<string, RegExp>;

/** The error that a call must end with. A mutating call without an answer ends with an OutcomeUnknownError, with this as its cause. */
export interface ExpectedError {
  readonly error:
    | "ProtocolError"
    | "ConnectionError"
    | "SoapFaultError"
    | "RescueResultError"
    | "NotAuthenticatedError";
  /** For a ProtocolError: a key of {@link REASONS}. */
  readonly reason?: keyof typeof REASONS;
  readonly code?: string;
  /** Other members of the error. */
  readonly has?: Readonly<Record<string, unknown>>;
}

interface Entry {
  readonly name: string;
  readonly why: string;
  readonly reply: ReplySpec;
  /** The only SOAP version that it is run with. */
  readonly only?: SoapVersion;
  /** The only classes of operation that it is run with. */
  readonly roles?: readonly Role[];
  /** The client's `maxReplyBytes`. */
  readonly maxReplyBytes?: number;
}

export interface BadReply extends Entry {
  readonly expect: ExpectedError;
  /** The factor by which each part is repeated in a second run: linear work still ends within the call's time. */
  readonly larger?: number;
}

/** A reply that is unusual and valid. */
export interface OddReply extends Entry {
  readonly expect: {
    /** Members of the session in the answer that differ from those of the usual session. */
    readonly session?: Readonly<Record<string, unknown>>;
    /** The whole answer, if it differs. */
    readonly values?: Partial<Readonly<Record<Role, unknown>>>;
    /** The drift events; none unless given. */
    readonly drift?: Partial<Readonly<Record<Role, readonly string[]>>>;
  };
}
