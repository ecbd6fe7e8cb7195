import { isSessionId } from "../client/options/session-id.js";
import { UsageError } from "./usage-error.js";

/** The most characters of a wrong id that are shown. */
const SHOWN = 80;

/**
 * The session ids of a command line, each once, in the order given.
 *
 * @throws {UsageError} for the first that is no whole number from 1 to 2147483647.
 */
export function parseSessions(texts: readonly string[]): number[] {
  const ids = texts.map((text) => {
    const id = sessionIn(text);
    if (typeof id === "string") throw new UsageError(id);
    return id;
  });
  return [...new Set(ids)];
}

/**
 * The id that a text names, or what is wrong with the text. A leading zero is refused: a PIN code may have one, a
 * session id has none.
 */
export function sessionIn(text: string): number | string {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
  if (isSessionId(id)) return id;
  const zero = /^0\d/.test(text) ? ", without a leading zero" : "";
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return `${JSON.stringify(shown)} is not a session id: expected a whole number from 1 to 2147483647${zero}`;
}
