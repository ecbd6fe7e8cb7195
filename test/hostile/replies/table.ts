import type { SoapVersion } from "../../../src/index.js";
import type { BadReply, BodyPart, ExpectedError, OddReply, ReplySpec } from "../corpus.js";
import { ROLES, type Role } from "../roles.js";

/** What a reply is, and why it has to end as it does. */
type NameAndWhy = `${string} | ${string}`;
type Compression = NonNullable<ReplySpec["compress"]>[number];
type Table<Cell> = Readonly<Record<NameAndWhy, Cell>>;

/** How a reply differs from the good one of the version asked. */
interface Sent extends ReplySpec {
  /** Its Content-Type; that of the version asked, in UTF-8, unless given. */
  readonly type?: string;
  /** Its Content-Encoding. */
  readonly encoding?: string;
  /** Compresses the body so, and says it in the Content-Encoding unless another one is given. */
  readonly packed?: Compression;
}

/** What all replies of a group have in common. */
interface Shared extends Sent {
  readonly only?: SoapVersion;
  readonly roles?: readonly Role[];
  readonly maxReplyBytes?: number;
  readonly larger?: number;
}

/** A text is a body, a number the status of an HTML page. */
type BadCell = string | number | (Sent & Pick<ExpectedError, "has">);
type Reason = NonNullable<ExpectedError["reason"]>;

/** Replies that end in a ProtocolError for `reason`. */
export function refused(head: Reason | (Shared & { readonly reason: Reason }), cells: Table<BadCell>): BadReply[] {
  const { reason, ...shared } = typeof head === "string" ? { reason: head } : head;
  return bad(shared, { error: "ProtocolError", reason }, cells);
}

/** Replies that end in a ConnectionError. */
export function broken(shared: Shared, cells: Table<BadCell>): BadReply[] {
  return bad(shared, { error: "ConnectionError" }, cells);
}

/** Replies that end in a SoapFaultError. */
export function faults(shared: Shared, cells: Table<BadCell>): BadReply[] {
  return bad(shared, { error: "SoapFaultError", code: "SOAP_FAULT" }, cells);
}

/** Replies whose literal is not an OK: the literal, or its XML and the literal where they differ, or a whole reply. */
export function literals(
  head: string | (Shared & { readonly code: string }),
  cells: Table<string | { readonly xml: string; readonly literal: string } | (Sent & Pick<ExpectedError, "has">)>,
): BadReply[] {
  const { code, ...shared } = typeof head === "string" ? { code: head } : head;
  const wholes = Object.entries(cells).map(([row, cell]): [string, BadCell] => {
    if (typeof cell === "object" && !("xml" in cell)) return [row, cell];
    const { xml, literal } = typeof cell === "string" ? { xml: cell, literal: cell } : cell;
    return [row, { body: inResult(xml), has: { literal } }];
  });
  return bad(shared, { error: "RescueResultError", code }, Object.fromEntries(wholes));
}

/** Literals that say the caller is not let in, each by its code. */
export function notLetIn(cells: Table<{ readonly code: string; readonly literal: string }>): BadReply[] {
  return Object.entries(cells).flatMap(([row, { code, literal }]) =>
    bad({}, { error: "NotAuthenticatedError", code }, { [row]: inResult(literal) }),
  );
}

type DriftOfAll = readonly string[];

interface OddCell extends Sent, Pick<Shared, "only">, Omit<OddReply["expect"], "drift"> {
  /** That of every role, unless given for each. */
  readonly drift?: DriftOfAll | NonNullable<OddReply["expect"]["drift"]>;
}

/** Replies that are odd and right all the same. */
export function odd(roles: readonly Role[], cells: Table<string | OddCell>): OddReply[] {
  return Object.entries(cells).map(([row, cell]) => {
    const { session, values, drift, only, ...sent }: OddCell = typeof cell === "string" ? { body: cell } : cell;
    const shared = { ...(roles !== ROLES && { roles }), ...(only && { only }) };
    const expect = {
      ...(session && { session }),
      ...(values && { values }),
      ...(drift && { drift: isOfAll(drift) ? driftOf(roles, drift) : drift }),
    };
    return { ...entry(row, shared, sent), expect };
  });
}

function isOfAll(drift: DriftOfAll | NonNullable<OddReply["expect"]["drift"]>): drift is DriftOfAll {
  return Array.isArray(drift);
}

function driftOf(roles: readonly Role[], drift: DriftOfAll): Partial<Record<Role, DriftOfAll>> {
  return Object.fromEntries(roles.map((role) => [role, drift]));
}

/** A body too large to write down: {@link times} says which parts are repeated. */
export function long(texts: TemplateStringsArray, ...parts: readonly BodyPart[]): { readonly generator: BodyPart[] } {
  const all = texts.flatMap((text, index) => [text, parts[index] ?? ""]);
  return { generator: all.filter((part) => part !== "") };
}

/** A part of {@link long}; `{{i}}` counts from 0. */
export function times(count: number, repeat: string): BodyPart {
  return { repeat, times: count };
}

/** A good reply but for the sessions in its list. */
export function inSessions(xml: string): string {
  return inAnswer(`{{okResult}}<aSessions>${xml}</aSessions>`);
}

/** A good reply but for the text of its result. */
export function inResult(xml: string): string {
  return inAnswer(`<{{result}}>${xml}</{{result}}>{{rest}}`);
}

/** A good reply but for what is inside its response element. */
export function inAnswer(xml: string): string {
  return inBody(`{{start}}${xml}{{end}}`);
}

export function inFault(xml: string): string {
  return inBody(`<soap:Fault>${xml}</soap:Fault>`);
}

export function inBody(xml: string): string {
  return `{{open}}${xml}{{close}}`;
}

/** Without the declaration and the schema's namespaces, which the envelope of {@link inBody} has. */
export function inEnvelope(xml: string): string {
  return `<soap:Envelope xmlns:soap="{{envelope}}">${xml}</soap:Envelope>`;
}

/** What a proxy or web server answers in place of the service. */
export const PAGE =
  "<!DOCTYPE html><html><head><title>Error</title></head><body><p>An error occurred<br></body></html>";
export const HTML = "text/html; charset=utf-8";

function bad(shared: Shared, error: ExpectedError, cells: Table<BadCell>): BadReply[] {
  const { larger, ...common } = shared;
  return Object.entries(cells).map(([row, cell]) => {
    const { has, ...sent } = asSent(cell);
    const expect = { ...error, ...(has && { has }) };
    return { ...entry(row, common, sent), expect, ...(larger !== undefined && { larger }) };
  });
}

function asSent(cell: BadCell): Sent & Pick<ExpectedError, "has"> {
  if (typeof cell === "string") return { body: cell };
  return typeof cell === "number" ? { status: cell, type: HTML, body: PAGE, has: { status: cell } } : cell;
}

function entry(row: string, { only, roles, maxReplyBytes, ...common }: Shared, sent: Sent): Omit<BadReply, "expect"> {
  const [name = "", why = ""] = row.split(" | ");
  return {
    name,
    why,
    reply: reply({ ...common, ...sent }),
    ...(only && { only }),
    ...(roles && { roles }),
    ...(maxReplyBytes !== undefined && { maxReplyBytes }),
  };
}

function reply({ type, encoding, packed, ...spec }: Sent): ReplySpec {
  const isBodied = "body" in spec || "bodyBase64" in spec || "generator" in spec;
  const body = isBodied ? {} : { body: "{{good}}" };
  const compress = packed && { compress: [packed] };
  const said = encoding ?? (packed === "deflate-raw" ? "deflate" : packed);
  if (type === undefined && said === undefined) return { ...body, ...spec };
  const contentType = { "Content-Type": type ?? "{{media}}; charset=utf-8" };
  const contentEncoding = said === undefined ? {} : { "Content-Encoding": said };
  return { ...body, ...spec, ...compress, headers: { ...contentType, ...contentEncoding, ...spec.headers } };
}
