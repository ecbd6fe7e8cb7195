import { errorPage } from "../html-page.js";
import { HttpRefusal } from "../reply.js";
import type { RoutedRequest } from "./route.js";

/**
 * The most values of one form body: the default of ASP.NET's `aspnet:MaxHttpCollectionKeys`. 4 MiB could hold two
 * million.
 */
const VALUE_LIMIT = 1000;

/** Whether a body is a form's: `application/x-www-form-urlencoded`. */
export function isFormBody(contentType: string | undefined): boolean {
  return /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType ?? "");
}

/**
 * The text of a form body. A body of another type has no form values, as in ASP.NET: `""`.
 *
 * @throws {HttpRefusal} 500 for more than 1,000 values, as ASP.NET; 413 for a body over the limit.
 */
export async function formBody({ headers, body }: RoutedRequest): Promise<string> {
  const text = await body();
  if (!isFormBody(headers["content-type"])) return "";
  if (holdsMoreThan(text, VALUE_LIMIT)) throw new HttpRefusal(errorPage(500, "Internal Server Error"));
  return text;
}

// Counted without building a list of the values: that list is what the limit prevents.
function holdsMoreThan(text: string, values: number): boolean {
  let at = -1;
  for (let count = 0; count < values; count += 1) {
    at = text.indexOf("&", at + 1);
    if (at < 0) return false;
  }
  return true;
}
