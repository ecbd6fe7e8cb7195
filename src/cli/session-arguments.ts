import { isSessionId } from "../client/session-id.js";
import { UsageError } from "./usage-error.js";

/** The session ids of a command line. @throws {UsageError} for the first that is no whole number from 1 to 2147483647. */
export function parseSessions(texts: readonly string[]): number[] {
  return texts.map((text) => {
    const id = /^\d{1,10}$/.test(text) ? Number(text) : undefined;
    if (!isSessionId(id)) {
      throw new UsageError(`${JSON.stringify(text)} is not a session id: expected a whole number from 1 to 2147483647`);
    }
    return id;
  });
}
