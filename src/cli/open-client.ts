import type { Credentials } from "../client/credentials.js";
import type { RescueClient } from "../client/rescue-client.js";
import type { ConnectionFlags } from "./connection-options.js";
import { ownWsdl } from "./own-wsdl.js";

/** A client with the options of the command line. Loaded here, so that usage errors and help do not wait for it. */
export async function openClient(
  credentials: Credentials,
  flags: ConnectionFlags,
  signal: AbortSignal,
): Promise<RescueClient> {
  const own = await ownWsdl(flags.wsdl);
  const module = await import("../client/rescue-client.js");
  return new module.RescueClient({
    credentials,
    ...(flags.endpoint === undefined ? {} : { endpoint: flags.endpoint }),
    ...(own === undefined ? {} : { contract: own.contract }),
    soap: flags.soap,
    timeout: flags.timeout,
    signal,
  });
}
