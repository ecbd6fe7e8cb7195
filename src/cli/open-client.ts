import type { Credentials } from "../client/options/credentials.js";
import type { RescueClient } from "../client/rescue-client.js";
import type { Contract } from "../soap/contract/contract.js";
import { printable } from "../soap/text/printable.js";
import type { ConnectionFlags } from "./connection-options.js";
import { networkSettings } from "./network-settings.js";
import { type OwnWsdl, ownWsdl } from "./own-wsdl.js";
import { UsageError } from "./usage-error.js";

/** What calls are encoded by, and where they go. */
export interface ClientContract {
  readonly contract: Contract;
  readonly endpoint: string;
}

/**
 * A client with the options of the command line. Loaded here, so that usage errors and help do not wait for it.
 *
 * @param known where {@link clientContract} has been asked already: a WSDL is loaded once.
 * @throws {UsageError} for a WSDL of another service than the packaged one, when no endpoint is named.
 * @throws {WsdlError} for a WSDL that cannot be loaded or read.
 */
export async function openClient(
  credentials: Credentials,
  flags: ConnectionFlags,
  signal: AbortSignal,
  known?: ClientContract,
): Promise<RescueClient> {
  const [module, { contract, endpoint }] = await Promise.all([
    import("../client/rescue-client.js"),
    known ?? clientContract(flags),
  ]);
  return new module.RescueClient({
    credentials,
    endpoint,
    contract,
    ...(flags.jar === undefined ? {} : { jar: { file: flags.jar } }),
    ...(await networkSettings(flags)),
    soap: flags.soap,
    timeout: flags.timeout,
    signal,
  });
}

/**
 * The contract that the command line asks for, and the address that its calls go to.
 *
 * @throws as {@link openClient} does.
 */
export async function clientContract(flags: ConnectionFlags): Promise<ClientContract> {
  const own = await ownWsdl(flags.wsdl, flags);
  const { contract: packaged } = await import("../../generated/contract.js");
  if (own !== undefined && flags.endpoint === undefined) checkAddress(own, packaged.address);
  return { contract: own?.contract ?? packaged, endpoint: flags.endpoint ?? packaged.address };
}

// A document must not decide where the password is sent: its author, or the server it came from, would get it.
function checkAddress({ contract: { address } }: OwnWsdl, packaged: string): void {
  if (URL.canParse(address) && new URL(address).href === new URL(packaged).href) return;
  throw new UsageError(
    `the WSDL names the address "${printable(address)}", and a WSDL does not decide where credentials go: name the ` +
      `address of the service with --endpoint or RESCUE_ENDPOINT (the vendor's is ${packaged})`,
  );
}
