import {
  type Contract,
  type ContractField,
  type ContractMessage,
  type ContractOperation,
  isRepeated,
  lookUp,
  namespaceOf,
} from "../../soap/contract/contract.js";
import { XSD, XSI } from "../../soap/contract/namespaces.js";
import { ENVELOPE_NAMESPACE, MEDIA_TYPE, type SoapVersion } from "../../soap/contract/soap-version.js";
import { escapeXml } from "../../soap/text/xml-text.js";

/** The request and the answer of an operation as sent over HTTP, with placeholders for the values. */
export interface SampleMessages {
  readonly request: string;
  readonly response: string;
}

/** The host and the path in the samples. */
export interface ServicePlace {
  readonly host: string;
  readonly path: string;
}

/** The most elements of one sample: types that contain one another several times would exhaust the memory. */
const ELEMENT_LIMIT = 1_000;

/** The number of elements that may still be added to a sample. */
interface Room {
  elements: number;
}

/** Samples as ASMX shows them: a type's name for a value, an enumeration's members, two items for an array. */
export function sampleMessages(
  contract: Contract,
  operation: ContractOperation,
  version: SoapVersion,
  place: ServicePlace,
): SampleMessages {
  const action = version === "1.1" ? `\nSOAPAction: "${operation.soapAction}"` : "";
  const head = `Content-Type: ${MEDIA_TYPE[version]}; charset=utf-8\nContent-Length: length`;
  return {
    request:
      `POST ${place.path} HTTP/1.1\nHost: ${place.host}\n${head}${action}\n\n` +
      sampleEnvelope(contract, operation.request, version),
    response: `HTTP/1.1 200 OK\n${head}\n\n${sampleEnvelope(contract, operation.response, version)}`,
  };
}

function sampleEnvelope(contract: Contract, message: ContractMessage, version: SoapVersion): string {
  const prefix = version === "1.1" ? "soap" : "soap12";
  const namespace = escapeXml(namespaceOf(contract, message));
  const room: Room = { elements: ELEMENT_LIMIT };
  const lines = message.fields.flatMap((field) => fieldLines(contract, field, new Set(), room));
  const wrapper =
    lines.length === 0
      ? [`<${message.element} xmlns="${namespace}" />`]
      : [`<${message.element} xmlns="${namespace}">`, ...indented(lines), `</${message.element}>`];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${prefix}:Envelope xmlns:xsi="${XSI}" xmlns:xsd="${XSD}" xmlns:${prefix}="${ENVELOPE_NAMESPACE[version]}">`,
    `  <${prefix}:Body>`,
    ...indented(indented(wrapper)),
    `  </${prefix}:Body>`,
    `</${prefix}:Envelope>`,
  ].join("\n");
}

// A type that contains itself is shown once: inside it, nil replaces it, as it does when there is no room.
function fieldLines(
  contract: Contract,
  field: ContractField,
  outer: ReadonlySet<string>,
  room: Room,
): readonly string[] {
  const one = elementLines(contract, field, outer, room);
  return isRepeated(field) ? [...one, ...elementLines(contract, field, outer, room)] : one;
}

function elementLines(
  contract: Contract,
  field: ContractField,
  outer: ReadonlySet<string>,
  room: Room,
): readonly string[] {
  const { name, type } = field;
  const open = field.namespace === undefined ? name : `${name} xmlns="${escapeXml(field.namespace)}"`;
  room.elements -= 1;
  const fields = lookUp(contract.types, type);
  if (!fields) return [`<${open}>${placeholder(contract, type)}</${name}>`];
  if (outer.has(type) || room.elements < 0) return [`<${open} xsi:nil="true" />`];
  const within = fields.flatMap((member) => fieldLines(contract, member, new Set([...outer, type]), room));
  return within.length === 0 ? [`<${open} />`] : [`<${open}>`, ...indented(within), `</${name}>`];
}

function placeholder(contract: Contract, type: string): string {
  const literals = lookUp(contract.enums, type);
  return literals ? literals.map(escapeXml).join(" or ") : escapeXml(type.replace(/^xs:/, ""));
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
