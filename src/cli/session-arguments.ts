import { isSessionId } from "../client/options/session-id.js";
import { UsageError } from "./usage-error.js";

/**
 * The session ids of a command line, each once, in the order given.
 *
 * @throws {UsageError} for the first that is no whole number from 1 to 2147483647. A leading zero is refused: a PIN code
 *   may have one, a session id has none.
 */
export function parseSessions(texts: readonly string[]): number[] {
  const ids = texts.map((text) => {
    const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
    if (!isSessionId(id)) {
      const zero = /^0\d/.test(text) ? ", without a leading zero" : "";
      throw new UsageError(
        `${JSON.stringify(text)} is not a session id: expected a whole number from 1 to 2147483647${zero}`,
      );
    }
    return id;
  });
  return [...new Set(ids)];
}
