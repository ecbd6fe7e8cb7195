import { errorPage } from "../http/html-page.js";
import type { Route, RoutedRequest } from "../http/server/route.js";
import type { SoapService } from "./soap-service.js";

/** The path of the service; IIS accepts it in any case. */
export const SERVICE_PATH = "/API/API.asmx";
const LOWER_PATH = SERVICE_PATH.toLowerCase();

/** Whether the request is for the service itself. */
export function isServicePath({ lowerPath }: RoutedRequest): boolean {
  return lowerPath === LOWER_PATH;
}

/** `POST /API/API.asmx`: SOAP, also with `?op=NAME` appended, as some clients do. Other methods: 405. */
export function soapRoute(service: SoapService): Route {
  return {
    match: isServicePath,
    async serve({ method, headers, origin, signal, body }) {
      if (method !== "POST") return { reply: errorPage(405, "Method Not Allowed", { Allow: "GET, POST" }) };
      const soapAction = headers.soapaction;
      return service.answer({
        contentType: headers["content-type"],
        soapAction: Array.isArray(soapAction) ? soapAction[0] : soapAction,
        cookie: headers.cookie,
        origin,
        signal,
        body: await body(),
      });
    },
  };
}

/**
 * `/API/API.asmx/NAME`: the HTTP GET and POST bindings of ASMX, for operations without out parameters. The service's
 * WSDL has none, and this is the answer of a service without them.
 */
export const belowServiceRoute: Route = {
  match: ({ lowerPath }) => lowerPath.startsWith(`${LOWER_PATH}/`) && lowerPath.length > LOWER_PATH.length + 1,
  serve: () => ({ reply: errorPage(500, "Request format is unrecognized.") }),
};
