import { errorPage } from "../http/html-page.js";
import type { Route, RoutedRequest } from "../http/server/route.js";
import type { SoapService } from "./soap-service.js";

/** Where the service stands; IIS takes it in any case. */
export const SERVICE_PATH = "/API/API.asmx";
const LOWER_PATH = SERVICE_PATH.toLowerCase();

/** Whether the request is for the service itself. */
export function isServicePath({ lowerPath }: RoutedRequest): boolean {
  return lowerPath === LOWER_PATH;
}

/** `POST /API/API.asmx`: SOAP, also with `?op=NAME` behind it, as some give the address. Other methods: 405. */
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
 * `/API/API.asmx/NAME`: where ASMX has its HTTP GET and POST bindings, for operations without out parameters. Our WSDL
 * has none, and a service without them answers so.
 */
export const belowServiceRoute: Route = {
  match: ({ lowerPath }) => lowerPath.startsWith(`${LOWER_PATH}/`) && lowerPath.length > LOWER_PATH.length + 1,
  serve: () => ({ reply: errorPage(500, "Request format is unrecognized.") }),
};
