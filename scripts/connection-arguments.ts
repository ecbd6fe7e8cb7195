import { type NetworkFlags, networkFlags, networkSettings, refuseProxyPassword } from "../src/cli/network-settings.js";
import type { ConnectionSettings } from "../src/soap/http/connection-agent.js";

/** `--proxy`, `--ca`, `--cert` and `--key`, for `parseArgs`. */
export const CONNECTION_ARGUMENTS = {
  proxy: { type: "string" },
  ca: { type: "string" },
  cert: { type: "string" },
  key: { type: "string" },
} as const satisfies Record<keyof NetworkFlags, { readonly type: "string" }>;

/** How downloads reach their server: by arguments, or the environment, as with the `rescue` command. */
export async function connectionSettings(given: NetworkFlags): Promise<ConnectionSettings> {
  if (given.proxy !== undefined) refuseProxyPassword(given.proxy);
  return await networkSettings(networkFlags(given));
}
