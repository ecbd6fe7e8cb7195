import { type Contract, type ContractOperation, lookUp, namespaceOf } from "../../soap/contract/contract.js";
import { ENVELOPE_NAMESPACE } from "../../soap/contract/soap-version.js";
import { escapeXml, replaceForbiddenCharacters } from "../../soap/text/xml-text.js";
import { errorPage, HTML_PAGE_HEADERS } from "../http/html-page.js";
import { isOwnOrigin } from "../http/own-host.js";
import { formBody, isFormBody } from "../http/server/form-body.js";
import type { Route, RoutedRequest } from "../http/server/route.js";
import { contentTypeOf } from "../soap/soap-reply.js";
import { isServicePath } from "../soap/soap-route.js";
import type { SoapService } from "../soap/soap-service.js";
import { NO_SUCH_OPERATION, operationAsked } from "./description-route.js";
import { isSimple } from "./operation-page.js";

/**
 * The form of an operation's page, sent to `?op=NAME`: makes a SOAP 1.1 call with the browser's cookie and shows the
 * XML of the answer. Accepted only from a page of the emulator and from clients that are not browsers: another site's
 * page could otherwise use a login of the browser.
 */
export function tryOutRoute(contract: Contract, service: SoapService): Route {
  return {
    match: (request) =>
      request.method === "POST" &&
      isServicePath(request) &&
      isFormBody(request.headers["content-type"]) &&
      operationAsked(request) !== undefined,
    async serve(request) {
      if (!isOwnForm(request)) return { reply: errorPage(403, "Forbidden: the form is of another site's page") };
      const operation = lookUp(contract.operations, operationAsked(request) ?? "");
      if (!operation) return { reply: NO_SUCH_OPERATION };
      const exchange = await service.answer({
        contentType: contentTypeOf("1.1"),
        soapAction: operation.soapAction,
        cookie: request.headers.cookie,
        origin: request.origin,
        signal: request.signal,
        body: envelopeOf(contract, operation, new URLSearchParams(await formBody(request))),
      });
      const { reply } = exchange;
      return { ...exchange, reply: { ...reply, headers: { ...reply.headers, ...HTML_PAGE_HEADERS } } };
    },
  };
}

function isOwnForm({ headers: { origin, referer, host } }: RoutedRequest): boolean {
  return isOwnOrigin(origin ?? (referer && /^[^/]*\/\/[^/]*/.exec(referer)?.[0]), host);
}

// An empty input omits its parameter unless it is a text: an empty int would be a fault.
function envelopeOf(contract: Contract, operation: ContractOperation, values: URLSearchParams): string {
  const { element, fields } = operation.request;
  const parameters = fields
    .filter((field) => isSimple(contract, field))
    .map((field) => {
      const value = values.get(field.name) ?? "";
      if (value === "" && field.type !== "xs:string") return "";
      const text = escapeXml(replaceForbiddenCharacters(value, "?"));
      return `<${field.name} xmlns="${escapeXml(namespaceOf(contract, field))}">${text}</${field.name}>`;
    });
  return (
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE["1.1"]}"><soap:Body>` +
    `<${element} xmlns="${escapeXml(namespaceOf(contract, operation.request))}">${parameters.join("")}</${element}>` +
    "</soap:Body></soap:Envelope>"
  );
}
