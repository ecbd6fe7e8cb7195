import type { IOptions } from "soap";
import { Client } from "soap/lib/client.js";

/**
 * node-soap's `createClientAsync` for a WSDL that the cache in its options has: what the packaged stubs call. node-soap's
 * own is in its entry, which also loads its server and its WS-Security with an XML signature library.
 *
 * @throws {TypeError} when the cache does not have it.
 */
export async function createClientAsync(url: string, options: IOptions, endpoint?: string): Promise<Client> {
  if (!options.wsdlCache?.has(url)) throw new TypeError(`the WSDL ${url} is not in the cache`);
  return new Client(options.wsdlCache.get(url), options.endpoint ?? endpoint, options);
}
