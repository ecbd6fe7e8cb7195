import { type DeskWsdl, deskWsdl } from "./desk-wsdl.js";

/** The unsupported part of an operation `bad`, which is added to `login` and `closeSession`. */
export interface Bad {
  /** In its request. */
  readonly fields?: string;
  readonly schema?: string;
  /** In its request, in place of the sequence; a group. */
  readonly content?: string;
}

/** A WSDL with `login`, `closeSession` and, in the middle of the file, an operation `bad`. */
export function withBad({ fields = "", schema = "", content }: Bad): string {
  const group = content ?? `<s:sequence>${fields}</s:sequence>`;
  // A bare group is the content of the request; a definition is put in the schema.
  const isGroup = schema.startsWith("<s:choice") || schema.startsWith("<s:attribute");
  const text = badDesk(isGroup ? "" : schema);
  const inside = isGroup ? schema : group;
  return text.replace(
    '<s:element name="bad"><s:complexType/>',
    `<s:element name="bad">\n<s:complexType>${inside}</s:complexType>`,
  );
}

/** The same with a supported operation `bad`. */
export function badDesk(schema: string, parts: DeskWsdl = {}): string {
  return deskWsdl({ more: ["bad"], schema, ...parts });
}

const field = (type: string) => `<s:element name="value" type="${type}"/>`;
const complex = (inside: string) => `<s:complexType name="Value">${inside}</s:complexType>`;
const simple = (inside: string) => `<s:simpleType name="Value">${inside}</s:simpleType>`;
const ofValue = (schema: string) => withBad({ fields: field("tns:Value"), schema });
const BODY = '<wsdl:input><soap:body use="literal"/></wsdl:input>';

/** Changes the binding of `bad` alone. */
function bound(from: string, to: string): string {
  const text = badDesk("");
  const start = text.lastIndexOf('<wsdl:operation name="bad">');
  const changed = text.slice(start).replace(from, to);
  if (changed === text.slice(start)) throw new Error(`${from}: not there`);
  return text.slice(0, start) + changed;
}

/** WSDLs with three operations, of which `bad` is not supported. */
export const UNCARRIED: readonly { readonly what: string; readonly text: string; readonly reason: RegExp }[] = [
  {
    what: "a soap:header",
    text: bound(
      BODY,
      BODY.replace("<soap:body", '<soap:header message="tns:badIn" part="p" use="literal"/><soap:body'),
    ),
    reason: /^a soap:header is not supported; supported: soap:body alone$|: a soap:header is not supported/,
  },
  {
    what: "an encoded body",
    text: bound(BODY, BODY.replace("literal", "encoded")),
    reason: /use="encoded" is not supported/,
  },
  {
    what: "rpc style",
    text: bound("<soap:operation ", '<soap:operation style="rpc" '),
    reason: /the style "rpc" is not supported/,
  },
  {
    what: "no answer",
    text: bound(/<wsdl:output>.*?<\/wsdl:output>/.exec(badDesk(""))?.[0] ?? "", ""),
    reason: /an operation without output/,
  },
  { what: "an overload", text: overloaded(), reason: /operation "bad" is defined twice; overloads are not supported/ },
  {
    what: "a message that is not there",
    text: badDesk("").replace('message="tns:badIn"', 'message="tns:gone"'),
    reason: /there is no message "gone"/,
  },
  {
    what: "an element that is not there",
    text: badDesk("").replace('element="tns:bad"', 'element="tns:gone"'),
    reason: /there is no element "gone"/,
  },
  {
    what: "a choice",
    text: withBad({ schema: "<s:choice/>" }),
    reason: /xs:choice in a complex type is not supported/,
  },
  {
    what: "an attribute",
    text: withBad({ schema: '<s:attribute name="a" type="s:string"/>' }),
    reason: /xs:attribute in a complex type is not supported/,
  },
  {
    what: "an attribute of a type inside",
    text: ofValue(complex('<s:attribute name="a"/>')),
    reason: /xs:attribute in a/,
  },
  { what: "simple content", text: ofValue(complex("<s:simpleContent/>")), reason: /xs:simpleContent/ },
  { what: "mixed content", text: ofValue('<s:complexType name="Value" mixed="true"/>'), reason: /mixed content/ },
  { what: "an abstract type", text: ofValue('<s:complexType name="Value" abstract="true"/>'), reason: /an abstract/ },
  { what: "a list", text: ofValue(simple('<s:list itemType="s:int"/>')), reason: /xs:list in a simple type/ },
  {
    what: "a type nobody knows",
    text: withBad({ fields: field("s:duration") }),
    reason: /"xs:duration" is not supported/,
  },
  { what: "a type that is not there", text: withBad({ fields: field("tns:Gone") }), reason: /there is no type "Gone"/ },
  {
    what: "a prefix that is not there",
    text: withBad({ fields: field("x:Gone") }),
    reason: /"x:Gone" is not declared/,
  },
  {
    what: "a field twice",
    text: withBad({ fields: field("s:int") + field("s:int") }),
    reason: /"value" is defined twice/,
  },
  { what: "xs:any in a request", text: withBad({ fields: "<s:any/>" }), reason: /xs:any in a request/ },
];

function overloaded(): string {
  const text = badDesk("");
  const declared = /<wsdl:operation name="bad"><wsdl:input message.*?<\/wsdl:operation>/.exec(text)?.[0] ?? "";
  return text.replace(declared, declared + declared);
}
