import { type Contract, lookUp } from "../../soap/contract/contract.js";
import { errorPage, htmlPage } from "../http/html-page.js";
import type { ServerReply } from "../http/reply.js";
import type { Route, RoutedRequest } from "../http/server/route.js";
import { contentTypeOf } from "../soap/soap-reply.js";
import { isServicePath, SERVICE_PATH } from "../soap/soap-route.js";
import { operationList, operationPage } from "./operation-page.js";
import { selfContainedWsdl } from "./self-contained-wsdl.js";
import { describedAt } from "./served-wsdl.js";

/** `GET /API/API.asmx`: the list of operations, `?op=NAME` and `?wsdl`. */
export function descriptionRoute(contract: Contract, wsdl: string | undefined): Route {
  let served: string | undefined;
  // Rendered on first use, which most emulators never have.
  const description = wsdl === undefined ? undefined : () => (served ??= selfContainedWsdl(wsdl, contract));
  return {
    match: (request) => request.method === "GET" && isServicePath(request),
    serve: (request) => ({ reply: describe(contract, description, request) }),
  };
}

/** The operation that a query names: `op=NAME`, the key in any case; undefined if there is none. */
export function operationAsked({ query }: RoutedRequest): string | undefined {
  for (const [key, value] of new URLSearchParams(query)) if (key.toLowerCase() === "op") return value;
  return undefined;
}

/** The answer for an operation that the contract does not have (the answer of ASMX is not known). */
export const NO_SUCH_OPERATION: ServerReply = errorPage(404, "Not Found: the service has no such operation");

function describe(contract: Contract, wsdl: (() => string) | undefined, request: RoutedRequest): ServerReply {
  const { query, origin } = request;
  if (query.split("&").some((part) => part.toLowerCase() === "wsdl")) {
    if (wsdl === undefined) return errorPage(404, "Not Found: this emulator was given no WSDL");
    const body = describedAt(wsdl(), origin + SERVICE_PATH);
    return { status: 200, contentType: contentTypeOf("1.1"), body, cacheControl: "private, max-age=0" };
  }
  const name = operationAsked(request);
  if (name === undefined) return htmlPage(200, operationList(contract));
  const operation = lookUp(contract.operations, name);
  if (!operation) return NO_SUCH_OPERATION;
  const place = { host: origin.replace(/^\w+:\/\//, ""), path: SERVICE_PATH };
  return htmlPage(200, operationPage(contract, name, operation, place));
}
