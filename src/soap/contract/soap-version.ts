import { SOAP_11_ENVELOPE, SOAP_12_ENVELOPE } from "./namespaces.js";

/** The version of SOAP in which requests are written. */
export type SoapVersion = "1.1" | "1.2";

/** The envelope's namespace of each SOAP version. */
export const ENVELOPE_NAMESPACE: Readonly<Record<SoapVersion, string>> = {
  "1.1": SOAP_11_ENVELOPE,
  "1.2": SOAP_12_ENVELOPE,
};

/** The media type of each version (SOAP 1.1 section 6, RFC 3902). */
export const MEDIA_TYPE: Readonly<Record<SoapVersion, string>> = {
  "1.1": "text/xml",
  "1.2": "application/soap+xml",
};
