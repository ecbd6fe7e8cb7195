import { cutText } from "../../soap/text/cut-text.js";
import { isSensitiveName, REDACTED } from "../../soap/watch/redactor.js";

/**
 * A query or form body for the log, with the values of sensitive parameters removed by name. A part without a name that
 * follows one may be the rest of its value: a password with an unescaped `&`.
 */
export function maskForm(text: string): string {
  let inSecret = false;
  // The log does not keep more of a text.
  return cutText(text)
    .split("&")
    .map((part) => {
      const [name = ""] = new URLSearchParams(part).keys();
      if (part.includes("=")) inSecret = isSensitiveName(name);
      if (!inSecret) return part;
      return part.includes("=") ? `${encodeURIComponent(name)}=${REDACTED}` : REDACTED;
    })
    .join("&");
}

/** A text answer for the log, without the values of `AUTHCODE:…` and similar keys, and without login tickets. */
export function maskText(text: string): string {
  return cutText(text)
    .replace(/([?&]ticket=)[\w-]+/gi, `$1${REDACTED}`)
    .replace(/^([A-Za-z]+):( ?)(.+)$/gm, (line, name: string, blank: string) =>
      isSensitiveName(name) ? `${name}:${blank}${REDACTED}` : line,
    );
}
