import { AbortedError } from "./aborted-error.js";
import { brand } from "./brand.js";
import type { Outcome } from "./rescue-error.js";

/**
 * The client is closed: by `close()`, or at the end of an `await using`. A later call is refused (`not-sent`). A call that
 * was under way has the `outcome` that was known by then.
 *
 * What to do: make a client that lives as long as the calls do, or wait for the calls before it is closed.
 */
export class ClientClosedError extends AbortedError {
  static {
    brand(ClientClosedError, "ClientClosedError");
  }

  override readonly name: string = "ClientClosedError";

  constructor(operation: string, outcome: Outcome) {
    super(operation, outcome, { code: "CLIENT_CLOSED", reason: "the client is closed" });
  }
}
