import type { ConnectionSettings } from "../../soap/http/connection-agent.js";
import type { DocumentStore } from "./document-store.js";
import { download } from "./download.js";
import { quoteForeign, WsdlError } from "./wsdl-error.js";

/**
 * The documents of one origin (scheme, host and port), by https, or http to this machine.
 *
 * @param timeout the time for all downloads together, in milliseconds.
 */
export function originStore(url: URL, timeout: number, name: string, connection?: ConnectionSettings): DocumentStore {
  const end = performance.now() + timeout;
  return {
    root: { identity: withoutFragment(url), name },
    async resolve(from, location) {
      if (!URL.canParse(location, from.identity)) throw new WsdlError("its location is not a URL");
      const target = new URL(location, from.identity);
      if (target.origin !== url.origin) {
        throw new WsdlError(`only documents of ${url.origin} are followed, not those of other hosts`);
      }
      if (target.username !== "" || target.password !== "")
        throw new WsdlError("its location contains a user name or password");
      // The address is the service's, and its query may contain something that must not be shown.
      return { identity: withoutFragment(target), name: undefined };
    },
    async read(document, maximumBytes) {
      const remaining = Math.max(1, Math.ceil(end - performance.now()));
      const limits = { timeout: remaining, maximumBytes };
      const { bytes, contentType } = await download(new URL(document.identity), limits, connection);
      if (/^\s*<(?:!doctype\s+html|html)\b/i.test(Buffer.from(bytes.subarray(0, 1024)).toString("latin1"))) {
        throw new WsdlError(`status 200 with ${quoteForeign(contentType)}: an HTML page instead of a WSDL`);
      }
      return bytes;
    },
  };
}

function withoutFragment(url: URL): string {
  const plain = new URL(url);
  plain.hash = "";
  return plain.href;
}
