import { didYouMean } from "../../errors/nearest-name.js";
import { type Contract, type ContractOperation, leftOutText, namespaceOf } from "../../soap/contract/contract.js";
import { ENVELOPE_NAMESPACE, MEDIA_TYPE, type SoapVersion } from "../../soap/contract/soap-version.js";
import { readXmlTree, type XmlElement, XmlTreeError } from "../../soap/message/xml-tree.js";
import { bareRefusal } from "../http/reply.js";
import { contentTypeOf, SoapRefusal } from "./soap-reply.js";

/** The parts of an HTTP request that matter to SOAP. */
export interface SoapHttpRequest {
  readonly contentType: string | undefined;
  /** The `SOAPAction` header as sent, quotes included; undefined if there was none, which differs from an empty one. */
  readonly soapAction: string | undefined;
  readonly cookie: string | undefined;
  /** Where the service was called, such as `http://127.0.0.1:49152`. */
  readonly origin: string;
  /** Aborted at the first reset after this request began. */
  readonly signal: AbortSignal;
  readonly body: string;
}

/** A request whose operation is known. */
export interface SoapRequest {
  readonly version: SoapVersion;
  readonly name: string;
  readonly operation: ContractOperation;
  /** The operation's wrapper element; undefined if the body contains something else, or nothing. */
  readonly wrapper: XmlElement | undefined;
  /** The document, for the positions in read errors. */
  readonly document: string;
}

/**
 * The most elements of one request. The tree costs about 600 bytes for each, far more than its text: a body of 4 MiB
 * could hold a million. The largest request of the known operations, a group's permissions, has about 70.
 */
const ELEMENT_LIMIT = 20_000;

const NO_ACTION = "Unable to handle request without a valid action parameter. Please supply a valid soap action.";

/**
 * Reads the envelope of a request.
 *
 * @throws {HttpRefusal} 400 for what is not well-formed, holds a DTD or more elements than `ELEMENT_LIMIT`, 415 for
 *   another content type or a SOAP 1.1 envelope as `application/soap+xml`, 500 with HTML for types that ASMX has no
 *   handler for.
 */
export function readEnvelope(request: SoapHttpRequest): { version: SoapVersion; envelope: XmlElement } {
  const mediaType = (request.contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const sent: SoapVersion = mediaType === MEDIA_TYPE["1.2"] ? "1.2" : "1.1";
  if (mediaType === "application/json" || mediaType === "application/x-www-form-urlencoded") {
    throw bareRefusal(500, "text/html; charset=utf-8", UNRECOGNIZED);
  }
  if (mediaType !== MEDIA_TYPE[sent]) throw bareRefusal(415, contentTypeOf("1.2"));
  const envelope = parse(request.body, sent);
  if (envelope.name === "Envelope" && envelope.namespace === ENVELOPE_NAMESPACE["1.2"]) {
    return { version: "1.2", envelope };
  }
  if (envelope.name === "Envelope" && envelope.namespace === ENVELOPE_NAMESPACE["1.1"]) {
    // The reverse, SOAP 1.2 as text/xml, is accepted.
    if (sent === "1.2") throw bareRefusal(415, contentTypeOf("1.1"));
    return { version: "1.1", envelope };
  }
  throw new SoapRefusal(
    "VersionMismatch",
    `Possible SOAP version mismatch: Envelope namespace ${envelope.namespace} was unexpected. ` +
      `Expecting ${ENVELOPE_NAMESPACE[sent]}.`,
  );
}

/**
 * Finds the operation of a request, as ASMX does: by SOAPAction (1.1) or the content type's `action` (1.2), else by the
 * first element of the body.
 *
 * @throws {SoapRefusal} if no operation is found, the contract leaves it out, or a header must be understood.
 */
export function readRequest(
  contract: Contract,
  request: SoapHttpRequest,
  { version, envelope }: { version: SoapVersion; envelope: XmlElement },
): SoapRequest {
  const part = (name: string) =>
    envelope.children.find((child) => child.name === name && child.namespace === envelope.namespace);
  const body = part("Body");
  const first = body?.children[0];
  const named = Object.entries(contract.operations);
  const isRequestOf = ({ request }: ContractOperation) =>
    request.element === first?.name && first.namespace === namespaceOf(contract, request);
  // A WSDL that was not made by ASMX may give several operations the same action, such as an empty one.
  const byAction = (action: string) => {
    const called = named.filter(([, operation]) => operation.soapAction === action);
    return called.find(([, operation]) => isRequestOf(operation)) ?? called[0];
  };
  const byElement = () => named.find(([, operation]) => isRequestOf(operation));

  if (first && !byElement()) refuseLeftOut(contract, first.name);
  let found: [string, ContractOperation] | undefined;
  if (version === "1.1" && request.soapAction !== undefined) {
    const action = request.soapAction.trim().replace(/^"(.*)"$/s, "$1");
    found = byAction(action);
    if (!found) {
      const actions = named.map(([, { soapAction }]) => soapAction);
      const note = `no operation has the SOAPAction ${JSON.stringify(action.slice(0, 200))}${didYouMean(action, actions)}`;
      const message = `Server did not recognize the value of HTTP Header SOAPAction: ${action}.`;
      throw new SoapRefusal("Client", message, false, note);
    }
  } else {
    // Unlike an unknown SOAPAction, an unknown action of SOAP 1.2 is ignored.
    const action = version === "1.2" ? actionOf(request.contentType ?? "") : undefined;
    found = (action === undefined ? undefined : byAction(action)) ?? byElement();
    if (!found) throw new SoapRefusal("Client", NO_ACTION, false, unknownElement(contract, first));
  }
  if (!body) {
    throw new SoapRefusal(
      "Client",
      "Server was unable to read request. ---> Request format is invalid: Missing required soap:Body element.",
    );
  }
  for (const header of part("Header")?.children ?? []) {
    const must = header.attributes.get(`{${envelope.namespace}}mustUnderstand`)?.trim();
    if (must === "1" || must === "true") {
      throw new SoapRefusal("MustUnderstand", `SOAP header ${header.name} was not understood.`, true);
    }
  }
  const [name, operation] = found;
  return { version, name, operation, wrapper: isRequestOf(operation) ? first : undefined, document: request.body };
}

// The emulator's own message: the service has the operation. It is recognised by its element, which ASMX names after
// it; the SOAPAction may be among the parts that could not be read.
function refuseLeftOut(contract: Contract, name: string): void {
  const left = leftOutText(contract, name);
  if (left) throw new SoapRefusal("Client", `The emulator cannot answer ${name}: ${left}`);
}

function unknownElement(contract: Contract, first: XmlElement | undefined): string {
  if (!first) return "the body holds no element, and no action names an operation";
  const { name, namespace } = first;
  const known = Object.values(contract.operations).map(({ request }) => request.element);
  if (known.includes(name)) {
    return `${name} is in the namespace ${JSON.stringify(namespace.slice(0, 200))}; did you mean ${contract.namespace}?`;
  }
  return `no operation is called ${JSON.stringify(name.slice(0, 80))}${didYouMean(name, known)}`;
}

const UNRECOGNIZED =
  "<html><head><title>Request format is unrecognized.</title></head>" +
  "<body><h1>Server Error in '/' Application.</h1><h2>Request format is unrecognized.</h2></body></html>";

function parse(text: string, version: SoapVersion): XmlElement {
  try {
    return readXmlTree(text, { processingInstructions: "skip", elements: ELEMENT_LIMIT });
  } catch (error) {
    if (error instanceof XmlTreeError) throw bareRefusal(400, contentTypeOf(version));
    throw error;
  }
}

// JAX-WS writes `;action=` without a blank, others quote or do not.
function actionOf(contentType: string): string | undefined {
  const [, quoted, bare] = /;\s*action\s*=\s*(?:"([^"]*)"|([^\s;]*))/i.exec(contentType) ?? [];
  return quoted ?? bare;
}
