import { formBody } from "../wire/form-body.js";
import { errorPage } from "../wire/html-page.js";
import type { Route } from "../wire/route.js";
import type { FormService } from "./form-service.js";

const PATH = /^\/((?:api|sso)\/\w{1,100})\.aspx$/;

/**
 * `GET` and `POST /API/<name>.aspx`, or `/SSO/` for two of them, in any case. Other methods, other names and a name without `.aspx` are 404, as a
 * public client found for the last.
 */
export function formRoute(service: FormService): Route {
  return {
    match: ({ lowerPath }) => PATH.test(lowerPath),
    async serve(request) {
      const { lowerPath, method, query, headers, origin, signal } = request;
      const path = PATH.exec(lowerPath)?.[1] ?? "";
      if ((method !== "GET" && method !== "POST") || !service.has(path)) return { reply: errorPage(404, "Not Found") };
      return service.answer({
        method,
        path,
        query,
        body: method === "POST" ? await formBody(request) : "",
        cookie: headers.cookie,
        origin,
        signal,
      });
    },
  };
}
