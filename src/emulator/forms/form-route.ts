import { errorPage } from "../wire/html-page.js";
import { isFormBody } from "../wire/request-body.js";
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
    async serve({ lowerPath, method, query, headers, origin, body }) {
      const path = PATH.exec(lowerPath)?.[1] ?? "";
      if ((method !== "GET" && method !== "POST") || !service.has(path)) return { reply: errorPage(404, "Not Found") };
      // A body of another type has no form values, as in ASP.NET.
      const sent = method === "POST" ? await body() : "";
      return service.answer({
        method,
        path,
        query,
        body: isFormBody(headers["content-type"]) ? sent : "",
        cookie: headers.cookie,
        origin,
      });
    },
  };
}
