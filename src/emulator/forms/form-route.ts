import { didYouMean } from "../../errors/nearest-name.js";
import type { History } from "../history/history.js";
import { errorPage } from "../http/html-page.js";
import { formBody } from "../http/server/form-body.js";
import type { Route } from "../http/server/route.js";
import type { FormService } from "./form-service.js";
import { maskForm } from "./masked-form.js";

const NOT_FOUND = errorPage(404, "Not Found");
const PATH = /^\/((?:api|sso)\/\w{1,100})\.aspx$/;

/**
 * `GET` and `POST /API/<name>.aspx`, or `/SSO/` for two of them, in any case. Other methods, other names and a name
 * without `.aspx` are 404 (a published client found the last). In the log, an unknown name gets a note with the nearest
 * known one.
 */
export function formRoute(service: FormService, history: History): Route {
  return {
    match: ({ lowerPath }) => PATH.test(lowerPath),
    async serve(request) {
      const { lowerPath, method, query, headers, origin, signal } = request;
      const path = PATH.exec(lowerPath)?.[1] ?? "";
      if (method !== "GET" && method !== "POST") return { reply: NOT_FOUND };
      if (!service.has(path)) {
        const note = `there is no form ${path}.aspx${didYouMean(path, service.paths)}`;
        const entry = { operation: "", form: `HTTP ${method}`, status: 404, request: maskForm(query), note } as const;
        if (!signal.aborted) history.add(entry);
        return { reply: NOT_FOUND };
      }
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
