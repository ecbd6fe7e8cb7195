import { XSD, XSI } from "../contract/namespaces.js";
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../contract/soap-version.js";
import {
  type DecodedFields,
  type DecodedValue,
  type FieldPlan,
  type FieldsPlan,
  type MessagePlan,
  planOf,
} from "./message-plan.js";
import type { ReplyExpectation } from "./reply.js";

/**
 * Reads a reply as ASMX writes it: the envelope's usual start, then the fields of the contract in their order, without
 * attributes, comments, CDATA or blanks between elements. The patterns for it are made once for each type of the contract.
 *
 * @returns undefined for every other reply, also for one that is wrong: it is then read by the strict decoder. What is
 * returned is what the strict decoder would return, which `test/hostile/two-readers.test.ts` holds.
 */
export function readUsualReply(text: string, expected: ReplyExpectation): DecodedFields | undefined {
  const plan = planOf(expected.contract, expected.operation.response);
  const reader = readerOf(plan);
  if (!reader) return undefined;
  const head = reader.heads[expected.version].find((start) => text.startsWith(start));
  if (head === undefined || !text.endsWith(reader.tail) || UNUSUAL.test(text)) return undefined;
  const reading = new Reading(text, head.length);
  const response = reading.fields(reader.steps, expected.openElement, 0);
  return reading.at === text.length - reader.tail.length ? response : undefined;
}

// What XML does not allow, what its parser replaces (a carriage return), half a surrogate pair (and whole ones: rare), and
// entities that ASMX does not write.
const UNUSUAL = /[^\t\n\x20-\ud7ff\ue000-\ufffd]|\]\]>|&(?!(?:amp|lt|gt|quot|apos|#xD);)/;
const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#xD": "\r" };

/** Deeper than any contract's types nest, and far from the strict decoder's limit. */
const NESTING = 32;

// A name that stands in a pattern and in a tag unchanged.
const PLAIN_NAME = /^[A-Za-z_][\w.-]*$/;
const PLAIN_NAMESPACE = /^[\x21-\x7e]*$/;

/** Some fields in a row, of simple types and each at most once: one pattern reads them all. */
interface Run {
  readonly pattern: RegExp;
  readonly members: readonly { readonly field: FieldPlan; readonly optional: boolean; readonly nillable: boolean }[];
}

/** A field that holds others, or that is repeated. */
interface Single {
  readonly field: FieldPlan;
  readonly start: string;
  readonly end: string;
  readonly empty: string;
  readonly nil: string;
  /** Where its type is complex. Made on first use, as types may be cyclic. */
  readonly steps: (() => readonly Step[] | undefined) | undefined;
}

type Step = Run | Single;

interface MessageReader {
  readonly heads: Readonly<Record<SoapVersion, readonly string[]>>;
  readonly steps: readonly Step[];
  readonly tail: string;
}

const readers = new WeakMap<MessagePlan, MessageReader | "none">();
const typeSteps = new WeakMap<FieldsPlan, readonly Step[] | "none">();

/** The reader of a message; undefined where its names need more than comparing. */
function readerOf(plan: MessagePlan): MessageReader | undefined {
  let reader = readers.get(plan);
  if (!reader) {
    reader = compileMessage(plan) ?? "none";
    readers.set(plan, reader);
  }
  return reader === "none" ? undefined : reader;
}

function compileMessage(plan: MessagePlan): MessageReader | undefined {
  const steps = stepsOf(plan);
  if (!plan.hasOneNamespace || !PLAIN_NAME.test(plan.element) || !PLAIN_NAMESPACE.test(plan.namespace) || !steps)
    return;
  const heads = { "1.1": headsOf(plan, "1.1"), "1.2": headsOf(plan, "1.2") };
  return { heads, steps, tail: `</${plan.element}></soap:Body></soap:Envelope>` };
}

function headsOf(plan: MessagePlan, version: SoapVersion): readonly string[] {
  const xsi = ` xmlns:xsi="${XSI}"`;
  const xsd = ` xmlns:xsd="${XSD}"`;
  return [`${xsi}${xsd}`, `${xsd}${xsi}`].map(
    (others) =>
      `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[version]}"${others}>` +
      `<soap:Body>${plan.startTag}>`,
  );
}

function stepsOf(plan: FieldsPlan): readonly Step[] | undefined {
  let steps = typeSteps.get(plan);
  if (!steps) {
    steps = compileSteps(plan) ?? "none";
    typeSteps.set(plan, steps);
  }
  return steps === "none" ? undefined : steps;
}

function compileSteps({ inOrder, byName }: FieldsPlan): readonly Step[] | undefined {
  if (byName.size !== inOrder.length || inOrder.some(({ name }) => !PLAIN_NAME.test(name))) return undefined;
  const steps: Step[] = [];
  for (let from = 0; from < inOrder.length; ) {
    let to = from;
    while (to < inOrder.length && isSimple(inOrder[to] as FieldPlan)) to += 1;
    if (to > from) steps.push(compileRun(inOrder.slice(from, to)));
    if (to < inOrder.length) steps.push(compileSingle(inOrder[to] as FieldPlan));
    from = to + 1;
  }
  return steps;
}

const isSimple = (field: FieldPlan): boolean => !field.repeated && !field.fields;

function compileRun(fields: readonly FieldPlan[]): Run {
  const members = fields.map((field) => ({ field, optional: !field.required, nillable: field.nillable }));
  // Nothing in it can match in two ways, so that going back costs a second look at each character at most.
  const source = members.map(({ field: { name }, optional, nillable }) => {
    const tag = name.replaceAll(".", "\\.");
    const nil = nillable ? '|( xsi:nil="true") />' : "";
    return optional ? `(?:<${tag}(?:>([^<]*)</${tag}>|( )/>${nil}))?` : `<${tag}(?:>([^<]*)</${tag}>| />${nil})`;
  });
  return { pattern: new RegExp(source.join(""), "y"), members };
}

function compileSingle(field: FieldPlan): Single {
  const { name, fields } = field;
  return {
    field,
    start: `<${name}>`,
    end: `</${name}>`,
    empty: `<${name} />`,
    nil: `<${name} xsi:nil="true" />`,
    steps: fields && (() => stepsOf(fields())),
  };
}

/** One reply that is being read. */
class Reading {
  at: number;
  /** True once something came that is not usual. */
  #failed = false;
  readonly #text: string;
  readonly #escaped: boolean;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
    this.#escaped = text.includes("&");
  }

  /**
   * @param open the name of a field whose text is not judged here.
   * @returns undefined where the fields are not there as usual.
   */
  fields(steps: readonly Step[] | undefined, open: string | undefined, depth: number): DecodedFields | undefined {
    if (!steps || depth > NESTING) return this.#fail();
    const into: DecodedFields = {};
    const absent: FieldPlan[] = [];
    for (const step of steps) {
      if ("pattern" in step) this.#run(step, into, open);
      else {
        const { field } = step;
        const value = field.repeated ? this.#repeated(step, open, depth) : this.#single(step, open, depth);
        if (value !== undefined) into[field.name] = value;
        else if (field.required) return this.#fail();
        else if (field.repeated) absent.push(field);
      }
      if (this.#failed) return undefined;
    }
    // At the end, where the strict decoder adds them.
    for (const { name } of absent) into[name] = [];
    return into;
  }

  #run({ pattern, members }: Run, into: DecodedFields, open: string | undefined): void {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (!match) {
      this.#failed = true;
      return;
    }
    this.at = pattern.lastIndex;
    let group = 1;
    for (const { field, optional, nillable } of members) {
      const text = match[group++];
      const isEmpty = optional && match[group++] !== undefined;
      const isNil = nillable && match[group++] !== undefined;
      if (isNil) into[field.name] = null;
      else if (text !== undefined || isEmpty || !optional) into[field.name] = this.#value(field, text ?? "", open);
    }
  }

  #repeated(step: Single, open: string | undefined, depth: number): DecodedValue[] | undefined {
    let values: DecodedValue[] | undefined;
    for (;;) {
      const value = this.#single(step, open, depth);
      if (value === undefined) return values;
      if (values) values.push(value);
      else values = [value];
    }
  }

  /** The value of a field that begins here; undefined where none does. */
  #single(step: Single, open: string | undefined, depth: number): DecodedValue | undefined {
    const { field, start, end, empty, nil } = step;
    if (this.#skip(start)) {
      const value = field.fields ? this.fields(step.steps?.(), undefined, depth + 1) : this.#textValue(field, open);
      return this.#skip(end) ? value : this.#fail();
    }
    if (this.#skip(empty)) {
      if (!field.fields) return this.#value(field, "", open);
      const { required, repeated } = field.fields();
      return required.length > 0 ? this.#fail() : Object.fromEntries(repeated.map(({ name }) => [name, []]));
    }
    return field.nillable && this.#skip(nil) ? null : undefined;
  }

  #textValue(field: FieldPlan, open: string | undefined): DecodedValue | undefined {
    const end = this.#text.indexOf("<", this.at);
    const text = this.#text.slice(this.at, end);
    this.at = end;
    return this.#value(field, text, open);
  }

  #value(field: FieldPlan, text: string, open: string | undefined): DecodedValue {
    const characters = this.#escaped ? unescaped(text) : text;
    if (field.name === open) return characters;
    const value = field.parse(characters);
    if (value !== undefined) return value;
    this.#failed = true;
    return null;
  }

  #skip(expected: string): boolean {
    if (!this.#text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  #fail(): undefined {
    this.#failed = true;
    return undefined;
  }
}

/** A text of which {@link UNUSUAL} found nothing, with its entities resolved. */
function unescaped(text: string): string {
  let from = 0;
  let characters = "";
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
    const end = text.indexOf(";", at);
    characters += text.slice(from, at) + CHARACTERS[text.slice(at + 1, end)];
    from = end + 1;
  }
  return from === 0 ? text : characters + text.slice(from);
}
