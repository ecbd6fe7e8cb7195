import type { SaxesTagPlain } from "saxes";
import { XSI } from "../contract/namespaces.js";
import { ENVELOPE_NAMESPACE } from "../contract/soap-version.js";
import { FaultReader } from "./fault-reader.js";
import { type DecodedFields, type DecodedValue, type FieldPlan, type FieldsPlan, planOf } from "./message-plan.js";
import { type Attributes, localName, NamespaceScope } from "./namespace-scope.js";
import { type Reply, ReplyDecodeError, type ReplyExpectation } from "./reply.js";
import { ATTRIBUTE_LIMIT, DEPTH_LIMIT } from "./xml-limits.js";
import { XmlParser } from "./xml-parser.js";

/** How many unknown names of one reply are reported. */
export const DRIFT_LIMIT = 20;
/** The longest unknown name that is reported: names come from the sender, who may make them as long as a reply. */
export const DRIFT_NAME_LIMIT = 200;

/**
 * Decodes a reply strictly, in one pass and in time linear in its length: the envelope of the version asked, one body
 * element, the one that the operation answers with (or a fault), required elements there, every value in its type.
 * What the contract does not know is skipped and reported as drift, because a service grows by addition.
 *
 * @throws {ReplyDecodeError}
 */
export function decodeStrictly(text: string | Iterable<string>, expected: ReplyExpectation): Reply {
  const reader = new ReplyReader(expected);
  const parser = new XmlParser(REFUSALS, { attributeLimit: ATTRIBUTE_LIMIT, onTag: reader.open });
  parser.on("doctype", () => refuse("holds a DOCTYPE"));
  parser.on("processinginstruction", () => refuse("holds a processing instruction"));
  parser.on("text", reader.text);
  parser.on("cdata", reader.text);
  parser.on("closetag", reader.close);
  if (typeof text === "string") parser.write(text);
  else writePieces(parser, text, reader);
  parser.close();
  return reader.reply();
}

/** Takes a long text out of the parser while it is read. */
function writePieces(parser: XmlParser, pieces: Iterable<string>, reader: ReplyReader): void {
  reader.parser = parser;
  let written = 0;
  // From the end of its start tag up to the next `<` the parser reads nothing but that text.
  let isText = true;
  for (const piece of pieces) {
    parser.write(piece);
    const { longTextAt } = reader;
    if (longTextAt !== undefined && isText) {
      isText = !piece.includes("<", Math.max(0, longTextAt - written));
      if (isText) reader.text(parser.takeText());
    }
    written += piece.length;
  }
}

const REFUSALS = {
  malformed: () => refuse("is not well-formed XML, or is cut off"),
  tooManyAttributes: (limit: number) => refuse(`has an element with more than ${limit} attributes`),
};

function refuse(reason: string): never {
  throw new ReplyDecodeError(`the reply ${reason}`);
}

// One shared object: most elements have no attributes, and they are looked at often.
const NO_ATTRIBUTES: Attributes = Object.freeze({});

const NOTHING_SEEN: boolean[] = [];

type ElementKind = "envelope" | "header" | "body" | "fields" | "scalar" | "skip" | "fault";

function isLongText({ name, type, repeated }: FieldPlan, { longText }: ReplyExpectation): boolean {
  return name === longText?.element && type === "xs:string" && !repeated;
}

/** One open element. `plan` and `value` are set for an element of the response that holds others. */
class OpenElement {
  readonly kind: ElementKind;
  readonly scope: NamespaceScope;
  readonly field: FieldPlan | undefined;
  readonly plan: FieldsPlan | undefined;
  readonly value: DecodedFields | undefined;
  readonly nil: boolean;
  /** Which fields have occurred, by their index: much faster than an object with many members. */
  readonly seen: boolean[];
  text = "";
  /** True where its text goes to the `longText` that is expected. */
  isLong = false;

  constructor(
    kind: ElementKind,
    scope: NamespaceScope,
    field?: FieldPlan,
    plan?: FieldsPlan,
    value?: DecodedFields,
    nil = false,
  ) {
    this.kind = kind;
    this.scope = scope;
    this.field = field;
    this.plan = plan;
    this.value = value;
    this.nil = nil;
    this.seen = value ? [] : NOTHING_SEEN;
  }
}

class ReplyReader {
  /** Set where the reply comes in pieces. */
  parser: XmlParser | undefined;
  /** Where in the reply the long text begins, once that has come. */
  longTextAt: number | undefined;
  readonly #expected: ReplyExpectation;
  readonly #envelopeNamespace: string;
  readonly #stack: OpenElement[] = [];
  readonly #drift: string[] = [];
  readonly #driftOf = new Map<object, Set<string>>();
  #response: DecodedFields | undefined;
  #fault: FaultReader | undefined;
  #headerSeen = false;
  #bodySeen = false;

  constructor(expected: ReplyExpectation) {
    this.#expected = expected;
    this.#envelopeNamespace = ENVELOPE_NAMESPACE[expected.version];
  }

  reply(): Reply {
    if (this.#fault)
      return { fault: this.#fault.fault() ?? refuse("holds a fault without a code"), drift: this.#drift };
    if (!this.#response) return refuse(this.#bodySeen ? "has an empty soap:Body" : "has no soap:Body");
    return { response: this.#response, drift: this.#drift };
  }

  /** Handles a start tag. */
  readonly open = (tag: SaxesTagPlain, count: number): void => {
    const stack = this.#stack;
    if (stack.length >= DEPTH_LIMIT) refuse(`nests deeper than ${DEPTH_LIMIT} elements`);
    const top = stack[stack.length - 1];
    const attributes = count === 0 ? NO_ATTRIBUTES : tag.attributes;
    const outer = top?.scope ?? NamespaceScope.root;
    const scope = count === 0 ? outer : outer.enter(attributes, refuse);
    const namespace = scope.namespaceOf(tag.name, refuse);
    stack.push(this.#frame(top, scope, localName(tag.name), namespace, attributes));
  };

  /** Handles a piece of text, or of CDATA. */
  readonly text = (piece: string): void => {
    const top = this.#stack[this.#stack.length - 1];
    if (!top || top.kind === "skip" || top.kind === "header") return;
    if (top.kind === "fault") this.#fault?.text(piece);
    else if (top.isLong) this.#expected.longText?.text.add(piece);
    else if (top.kind === "scalar") top.text += piece;
    else if (!/^[ \t\r\n]*$/.test(piece)) refuse("contains text where only elements are allowed");
  };

  /** Handles an end tag. */
  readonly close = (): void => {
    const frame = this.#stack.pop() as OpenElement;
    if (frame.kind === "fault") this.#fault?.close();
    else if (frame.kind === "scalar") this.#put(frame, this.#scalarValue(frame));
    else if (frame.kind === "fields") this.#closeFields(frame);
  };

  #frame(
    top: OpenElement | undefined,
    scope: NamespaceScope,
    local: string,
    namespace: string,
    attributes: Attributes,
  ): OpenElement {
    const ofEnvelope = namespace === this.#envelopeNamespace;
    switch (top?.kind) {
      case undefined:
        if (local !== "Envelope" || !ofEnvelope) refuse(`is not a SOAP ${this.#expected.version} envelope`);
        return new OpenElement("envelope", scope);
      case "envelope":
        return this.#envelopePart(scope, local, ofEnvelope);
      case "header":
        this.#checkHeader(scope, attributes);
        return new OpenElement("skip", scope);
      case "body":
        return this.#bodyPart(scope, local, namespace, ofEnvelope);
      case "fields":
        return this.#field(top, scope, local, namespace, attributes);
      case "fault":
        this.#fault?.open(local, namespace, attributes);
        return new OpenElement("fault", scope);
      case "scalar":
        return refuse(`has elements inside ${top.field?.name}, which is ${top.field?.type}`);
      default:
        return new OpenElement("skip", scope);
    }
  }

  #envelopePart(scope: NamespaceScope, local: string, ofEnvelope: boolean): OpenElement {
    if (ofEnvelope && local === "Header" && !this.#headerSeen && !this.#bodySeen) {
      this.#headerSeen = true;
      return new OpenElement("header", scope);
    }
    if (ofEnvelope && local === "Body" && !this.#bodySeen) {
      this.#bodySeen = true;
      return new OpenElement("body", scope);
    }
    return refuse("has something other than one soap:Header and one soap:Body in its envelope");
  }

  // SOAP 1.1 section 4.2.3: a header that must be understood and is not makes the message unusable.
  #checkHeader(scope: NamespaceScope, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      const [prefix, local] = name.split(":");
      if (local !== "mustUnderstand" || scope.resolve(prefix as string) !== this.#envelopeNamespace) continue;
      const word = value.trim();
      if (word === "1" || word === "true") refuse("has an unknown header that must be understood");
    }
  }

  #bodyPart(scope: NamespaceScope, local: string, namespace: string, ofEnvelope: boolean): OpenElement {
    if (this.#response || this.#fault) refuse("has more than one element in its soap:Body");
    if (ofEnvelope && local === "Fault") {
      this.#fault = new FaultReader(this.#expected.version, this.#envelopeNamespace);
      return new OpenElement("fault", scope);
    }
    const { contract, operation } = this.#expected;
    const plan = planOf(contract, operation.response);
    if (local !== plan.element || namespace !== plan.namespace) {
      refuse(`does not hold ${plan.element} in the service's namespace`);
    }
    this.#response = {};
    return new OpenElement("fields", scope, undefined, plan, this.#response);
  }

  #field(
    top: OpenElement,
    scope: NamespaceScope,
    local: string,
    namespace: string,
    attributes: Attributes,
  ): OpenElement {
    const field = top.plan?.byName.get(local);
    if (!field || namespace !== field.namespace || !top.value) {
      this.#addDrift(top.plan ?? top, local);
      return new OpenElement("skip", scope);
    }
    if (!field.repeated && top.seen[field.index]) refuse(`holds ${local} twice`);
    top.seen[field.index] = true;
    const nil = attributes !== NO_ATTRIBUTES && this.#nil(field, scope, attributes);
    if (nil || !field.fields) {
      const opened = new OpenElement("scalar", scope, field, undefined, undefined, nil);
      if (this.parser && !nil && this.#stack.length === 3 && isLongText(field, this.#expected)) {
        opened.isLong = true;
        this.longTextAt = this.parser.position;
      }
      return opened;
    }
    return new OpenElement("fields", scope, field, field.fields(), {});
  }

  #nil(field: FieldPlan, scope: NamespaceScope, attributes: Attributes): boolean {
    let nil = false;
    for (const name in attributes) {
      if (name === "xmlns" || name.startsWith("xmlns:")) continue;
      const colon = name.indexOf(":");
      const local = name.slice(colon + 1);
      if (colon < 0 || scope.resolve(name.slice(0, colon)) !== XSI || (local !== "nil" && local !== "type")) {
        this.#addDrift(field, `${field.name}/@${name}`);
      } else if (local === "nil") {
        const word = (attributes[name] as string).trim();
        if (word === "true" || word === "1") nil = true;
        else if (word !== "false" && word !== "0") refuse(`has xsi:nil on ${field.name} that is not a boolean`);
      }
    }
    if (nil && !field.nillable) refuse(`has xsi:nil on ${field.name}, which is not nillable`);
    return nil;
  }

  #scalarValue(frame: OpenElement): DecodedValue {
    const field = frame.field as FieldPlan;
    if (frame.nil) return /^[ \t\r\n]*$/.test(frame.text) ? null : refuse(`has content in ${field.name}, which is nil`);
    // The judged element of the response itself; a nested element of that name is not the result.
    if (field.name === this.#expected.openElement && this.#stack.length === 3) return frame.text;
    return field.parse(frame.text) ?? refuse(`holds a value in ${field.name} that is not ${field.type}`);
  }

  #closeFields(frame: OpenElement): void {
    const { plan, value } = frame as OpenElement & { plan: FieldsPlan; value: DecodedFields };
    for (const { name, index } of plan.required) {
      if (!frame.seen[index]) refuse(`lacks ${name}${frame.field ? ` in ${frame.field.name}` : ""}`);
    }
    for (const { name, index } of plan.repeated) {
      if (!frame.seen[index]) value[name] = [];
    }
    if (frame.field) this.#put(frame, value);
  }

  #put(frame: OpenElement, value: DecodedValue): void {
    const field = frame.field as FieldPlan;
    const into = (this.#stack[this.#stack.length - 1] as OpenElement).value as DecodedFields;
    if (!field.repeated) into[field.name] = value;
    else if (Object.hasOwn(into, field.name)) (into[field.name] as DecodedValue[]).push(value);
    else into[field.name] = [value];
  }

  /** @param type the plan that does not have the name; each name is reported once for it. */
  #addDrift(type: object, name: string): void {
    if (this.#drift.length >= DRIFT_LIMIT) return;
    // Not cut: a cut name could show the beginning of a secret, which could not be recognised.
    const shown = name.length > DRIFT_NAME_LIMIT ? `(a name of ${name.length} characters)` : name;
    const known = this.#driftOf.get(type) ?? new Set();
    if (known.has(shown)) return;
    this.#driftOf.set(type, known.add(shown));
    this.#drift.push([...this.#stack.slice(3).map((frame) => frame.field?.name ?? ""), shown].join("/"));
  }
}
