// The code under test: a desk's own rule, over a client that the caller makes.
import { NotAuthenticatedError, OutcomeUnknownError, RescueResultError } from "rescue-soap-client";

/**
 * Closes a session, and says in a word what became of it: `closed`, `refused` or `look`. Throws where that says nothing of
 * the session: the service is away, or refuses the caller.
 */
export async function escalate(rescue, session) {
  try {
    await rescue.closeSession(session);
    return "closed";
  } catch (error) {
    if (error instanceof NotAuthenticatedError) throw error;
    if (error instanceof RescueResultError) return "refused";
    if (!(error instanceof OutcomeUnknownError)) throw error;
    const { state } = await rescue.sessions.settle(error);
    return state === "closed" ? "closed" : "look";
  }
}
