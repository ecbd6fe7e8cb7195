import { XSD, XSI } from "../../src/soap/contract/namespaces.js";
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../src/soap/contract/soap-version.js";
import { sample } from "./sample-contract.js";

/** A reply as ASMX frames it: attributes soap, xsi, xsd, no indentation. */
export function envelope(body: string, version: SoapVersion = "1.1", header = ""): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[version]}"` +
    ` xmlns:xsi="${XSI}" xmlns:xsd="${XSD}">${header}<soap:Body>${body}</soap:Body></soap:Envelope>`
  );
}

/** An element in the sample service's namespace. */
export function ofService(element: string, content: string): string {
  return `<${element} xmlns="${sample.namespace}">${content}</${element}>`;
}
