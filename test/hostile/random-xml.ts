import fc from "fast-check";
import { SOAP_11_ENVELOPE, SOAP_12_ENVELOPE, XSI } from "../../src/soap/contract/namespaces.js";
import { contract } from "../reference/generated/contract.js";
import { xmlTexts } from "../soap/sample-values.js";
import { HOSTILE_SNIPPETS } from "./mutations.js";

const names = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("getSession_V3Response", "getSession_V3Result", "aSessions", "SESSION_V3", "iID"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("soap:Envelope", "soap:Body", "soap:Header", "soap:Fault", "faultcode", "detail"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "xmlns"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("a", "p:a", "__proto__:a", ":a", "a:", "a:b:c", "xml:a", "xmlns:a", "soap:constructor"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }) },
);
const attributeNames = fc.oneof(
  fc.constantFrom(
    "xmlns",
    "xmlns:soap",
    "xmlns:p",
    "xmlns:__proto__",
    "xmlns:xsi",
    "xsi:nil",
    "xsi:type",
    "id",
    "href",
  ),
  fc.constantFrom("__proto__", "constructor", "soap:mustUnderstand", "xml:space", "p:q"),
);
const attributeValues = fc.oneof(
  fc.constantFrom(SOAP_11_ENVELOPE, SOAP_12_ENVELOPE, contract.namespace, XSI, "", "1", "true", "#__proto__"),
  xmlTexts.map(escapeSome),
);
const attributes = fc
  .array(fc.tuple(attributeNames, attributeValues), { maxLength: 4 })
  .map((list) => list.map(([name, value]) => ` ${name}="${value}"`).join(""));
const texts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("", " ", "1", "getSession_OK", "SESSION_WAITING", "true", "12abc") },
  { weight: 2, arbitrary: xmlTexts.map(escapeSome) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_SNIPPETS) },
);

// Mostly well-formed: wrong escapes are found at once, and prove nothing about the later checks.
function escapeSome(text: string): string {
  return text.length % 7 === 0
    ? text
    : text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

const { element } = fc.letrec<{ element: string; node: string }>((tie) => ({
  node: fc.oneof({ depthSize: "small", withCrossShrink: true }, texts, tie("element")),
  element: fc
    .tuple(names, attributes, fc.array(tie("node"), { maxLength: 4 }))
    .map(([name, attrs, children]) => `<${name}${attrs}>${children.join("")}</${name}>`),
}));

const FAULT_PARTS = [
  "",
  "<faultcode>soap:Server</faultcode>",
  "<soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code>",
  "<faultcode/><faultstring>x</faultstring>",
];

/** XML documents and near misses, whole or within the frames of an answer. */
export const randomXml: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: element },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(SOAP_11_ENVELOPE, SOAP_12_ENVELOPE), element)
      .map(([namespace, inner]) => framed(namespace, inner)),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(SOAP_11_ENVELOPE, SOAP_12_ENVELOPE), fc.array(element, { maxLength: 3 }))
      .map(([namespace, inner]) => framed(namespace, answer(inner.join("")))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(SOAP_11_ENVELOPE, SOAP_12_ENVELOPE),
        fc.constantFrom(...FAULT_PARTS),
        fc.array(element, { maxLength: 3 }),
      )
      .map(([namespace, part, inner]) => framed(namespace, `<soap:Fault>${part}${inner.join("")}</soap:Fault>`)),
  },
  { weight: 1, arbitrary: fc.array(fc.oneof(names, texts), { maxLength: 20 }).map((pieces) => pieces.join("<")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);

function framed(namespace: string, body: string): string {
  return `<soap:Envelope xmlns:soap="${namespace}" xmlns:xsi="${XSI}" xmlns:p="urn:p"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

function answer(content: string): string {
  return (
    `<getSession_V3Response xmlns="${contract.namespace}">` +
    `<getSession_V3Result>getSession_OK</getSession_V3Result>${content}</getSession_V3Response>`
  );
}
