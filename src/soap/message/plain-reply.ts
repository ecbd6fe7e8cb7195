import { XML, XMLNS, XSD, XSI } from "../contract/namespaces.js";
import { ENVELOPE_NAMESPACE } from "../contract/soap-version.js";
import type { ReplyExpectation } from "./reply.js";
import { type DecodedFields, type DecodedValue, type FieldPlan, type FieldsPlan, planOf } from "./message-plan.js";

/** A field as a plain reply writes it. */
interface PlainField {
  readonly plan: FieldPlan;
  /** `<name`, and what follows it where the element is not empty. */
  readonly start: string;
  readonly end: string;
  readonly isInt: boolean;
  /** For a complex type. Made on first use, as types may be cyclic. */
  inside: PlainType | undefined;
  /** The field that followed this one last time: it is tried first. */
  next: PlainField | undefined;
}

interface PlainType {
  readonly plan: FieldsPlan;
  readonly byName: ReadonlyMap<string, PlainField>;
  /** The field that came first last time. */
  first: PlainField | undefined;
}

interface PlainMessage {
  /** What comes before the fields of the response, in each version, and what comes after them. */
  readonly heads: Readonly<Record<string, string>>;
  readonly end: string;
  readonly tail: string;
  readonly type: PlainType;
}

/** No other name needs a look at the rules of XML, of namespaces or of JavaScript's objects. */
const PLAIN_NAME = /^[A-Za-z]\w*$/;
const PLAIN_NAMESPACE = /^[\w:/.#?=%-]{1,500}$/;
const START_TAG = /<([A-Za-z]\w*)(?:( xsi:nil="true")? ?\/)?>/y;
/** What XML does not allow, or changes, in a text. A surrogate is meant where it has no partner. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NOT_PLAIN = /[\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udfff]/u;
/** As deep as the types of a service are. The strict reader goes deeper, and has a limit of its own. */
const PLAIN_DEPTH = 16;

const messages = new WeakMap<object, PlainMessage | "never">();
const types = new WeakMap<FieldsPlan, PlainType | "never">();

/**
 * Reads the response of a reply that is written as ASMX writes it: its envelope to the letter, the elements of the
 * contract in their order without attributes other than a `xsi:nil`, nothing between them. Such a reply has no drift.
 *
 * Of anything else it knows nothing, not even whether it is wrong: it returns undefined, and the strict reader reads the
 * reply from the start.
 */
export function readPlainReply(text: string, expected: ReplyExpectation): DecodedFields | undefined {
  const plan = planOf(expected.contract, expected.operation.response);
  let message = messages.get(plan);
  if (message === undefined) {
    message = planMessage(expected);
    messages.set(plan, message);
  }
  if (message === "never") return undefined;
  const head = message.heads[expected.version] as string;
  if (!text.startsWith(head) || !text.endsWith(message.tail)) return undefined;
  if (NOT_PLAIN.test(text) || text.includes("]]>")) return undefined;
  const reader = new PlainReader(text, head.length, expected.openElement);
  const response = reader.fields(message.type, message.end, 0);
  return reader.at === text.length - message.tail.length ? response : undefined;
}

function planMessage({ contract, operation }: ReplyExpectation): PlainMessage | "never" {
  const { hasOneNamespace, element, namespace, ...plan } = planOf(contract, operation.response);
  const isPlain = hasOneNamespace && PLAIN_NAME.test(element) && PLAIN_NAMESPACE.test(namespace);
  const type = isPlain && namespace !== XML && namespace !== XMLNS ? planType(plan) : "never";
  if (type === "never") return type;
  const head = (envelope: string) =>
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${envelope}" xmlns:xsi="${XSI}" ` +
    `xmlns:xsd="${XSD}"><soap:Body><${element} xmlns="${namespace}">`;
  return {
    heads: { "1.1": head(ENVELOPE_NAMESPACE["1.1"]), "1.2": head(ENVELOPE_NAMESPACE["1.2"]) },
    end: `</${element}>`,
    tail: "</soap:Body></soap:Envelope>",
    type,
  };
}

function planType(plan: FieldsPlan): PlainType | "never" {
  let type = types.get(plan);
  if (type === undefined) {
    const isPlain = plan.inOrder.every(({ name }) => PLAIN_NAME.test(name)) && plan.byName.size === plan.inOrder.length;
    type = isPlain ? { plan, byName: new Map(plan.inOrder.map((field) => [field.name, planField(field)])), first: undefined } : "never";
    types.set(plan, type);
  }
  return type;
}

function planField(plan: FieldPlan): PlainField {
  const { name, type } = plan;
  const isInt = type === "xs:int" && plan.literals === undefined && plan.fields === undefined;
  return { plan, start: `<${name}`, end: `</${name}>`, isInt, inside: undefined, next: undefined };
}

class PlainReader {
  readonly #text: string;
  readonly #openElement: string | undefined;
  readonly #hasReferences: boolean;
  /** Up to where the text has been read. */
  at: number;

  constructor(text: string, at: number, openElement: string | undefined) {
    this.#text = text;
    this.#hasReferences = text.includes("&");
    this.at = at;
    this.#openElement = openElement;
  }

  /** Reads elements up to the end tag `end`. */
  fields(type: PlainType, end: string, depth: number): DecodedFields | undefined {
    const text = this.#text;
    const value: DecodedFields = {};
    let last: PlainField | undefined;
    let required = 0;
    for (;;) {
      let field = last ? last.next : type.first;
      let read: DecodedValue | undefined;
      const opened = this.at + (field ? field.start.length : 0);
      if (field && text.startsWith(field.start, this.at) && text.charCodeAt(opened) === 62) {
        this.at = opened + 1;
        read = this.#content(field, depth);
      } else if (text.startsWith(end, this.at)) {
        this.at += end.length;
        return this.#complete(type, value, required);
      } else {
        START_TAG.lastIndex = this.at;
        const [tag, name, nil] = START_TAG.exec(text) ?? [];
        field = name === undefined ? undefined : type.byName.get(name);
        if (tag === undefined || !field) return undefined;
        if (last) last.next = field;
        else type.first = field;
        this.at += tag.length;
        if (nil) read = field.plan.nillable ? null : undefined;
        else if (tag.endsWith("/>")) read = this.#empty(field, depth);
        else read = this.#content(field, depth);
      }
      if (read === undefined) return undefined;
      const { name, index, repeated } = field.plan;
      if (last && index <= last.plan.index && !(repeated && field === last)) return undefined;
      if (field.plan.required && field !== last) required += 1;
      if (!repeated) value[name] = read;
      else if (field === last) (value[name] as DecodedValue[]).push(read);
      else value[name] = [read];
      last = field;
    }
  }

  #content(field: PlainField, depth: number): DecodedValue | undefined {
    if (field.plan.fields) {
      const type = insideOf(field, depth);
      return type && this.fields(type, field.end, depth + 1);
    }
    const text = this.#text;
    const start = this.at;
    const end = text.indexOf("<", start);
    if (!text.startsWith(field.end, end)) return undefined;
    this.at = end + field.end.length;
    return this.#scalar(field, text.slice(start, end), depth);
  }

  #empty(field: PlainField, depth: number): DecodedValue | undefined {
    if (!field.plan.fields) return this.#scalar(field, "", depth);
    const type = insideOf(field, depth);
    return type && this.#complete(type, {}, 0);
  }

  #scalar({ plan, isInt }: PlainField, raw: string, depth: number): DecodedValue | undefined {
    if (isInt && raw.length < 10 && (depth > 0 || plan.name !== this.#openElement)) {
      let whole = 0;
      let at = 0;
      for (; at < raw.length; at += 1) {
        const digit = raw.charCodeAt(at) - 48;
        if (digit < 0 || digit > 9) break;
        whole = whole * 10 + digit;
      }
      if (at > 0 && at === raw.length) return whole;
    }
    const value = this.#hasReferences && raw.includes("&") ? replaceReferences(raw) : raw;
    if (value === undefined || (depth === 0 && plan.name === this.#openElement)) return value;
    return plan.parse(value);
  }

  /** Ends the value of an element in which `required` of the required elements were. */
  #complete({ plan }: PlainType, value: DecodedFields, required: number): DecodedFields | undefined {
    if (required !== plan.required.length) return undefined;
    for (const { name } of plan.repeated) {
      if (!Object.hasOwn(value, name)) value[name] = [];
    }
    return value;
  }
}

function insideOf(field: PlainField, depth: number): PlainType | undefined {
  if (depth >= PLAIN_DEPTH) return undefined;
  if (!field.inside && field.plan.fields) {
    const type = planType(field.plan.fields());
    if (type !== "never") field.inside = type;
  }
  return field.inside;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Puts in the characters that are written as references; undefined where something else follows an `&`. */
function replaceReferences(raw: string): string | undefined {
  let replaced = "";
  let done = 0;
  for (let at = raw.indexOf("&"); at >= 0; at = raw.indexOf("&", done)) {
    const end = raw.indexOf(";", at);
    if (end < 0 || end - at > 9) return undefined;
    const name = raw.slice(at + 1, end);
    const character = ENTITIES.get(name) ?? characterOf(name);
    if (character === undefined) return undefined;
    replaced += raw.slice(done, at) + character;
    done = end + 1;
  }
  return replaced + raw.slice(done);
}

function characterOf(reference: string): string | undefined {
  const [, decimal, hexadecimal] = /^#(?:(\d{1,7})|x([\da-fA-F]{1,6}))$/.exec(reference) ?? [];
  const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? "", 16);
  const isAllowed =
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code < 0xfffe);
  return isAllowed || (code >= 0x10000 && code <= 0x10ffff) ? String.fromCodePoint(code) : undefined;
}
