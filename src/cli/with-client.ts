import type { RescueClient } from "../client/rescue-client.js";
import { askCredentials, processSources } from "./ask-credentials.js";
import type { ConnectionFlags } from "./connection-options.js";
import { onInterrupt } from "./interrupt.js";
import { openClient } from "./open-client.js";

/**
 * Runs a job with a client of the command line's options, and logs out at the end.
 *
 * @param job gets the options for each of its calls: an interrupt aborts those, and not the logout after them.
 */
export async function withClient(
  flags: ConnectionFlags,
  job: (client: RescueClient, options: { readonly signal: AbortSignal }) => Promise<void>,
): Promise<void> {
  const credentials = await askCredentials(processSources(flags.credentialCommand));
  const { signal, stop } = onInterrupt();
  try {
    await using client = await openClient(credentials, flags, new AbortController().signal);
    await job(client, { signal });
  } finally {
    stop();
  }
}
