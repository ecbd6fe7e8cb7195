import { isIP } from "node:net";

const WILDCARDS: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

/**
 * Whether a request was sent to this emulator by a name that is its own: a loopback name or address, or the host it was
 * told to listen on; where that is all addresses, also the address the connection came in at. A foreign web page can make
 * its own name mean 127.0.0.1 (DNS rebinding), but not make the browser send another name than its own.
 *
 * @param hostHeader the request's `Host`, with or without a port.
 * @param told the host the emulator was told to listen on.
 * @param cameInAt the local address of the connection.
 */
export function isOwnHost(hostHeader: string | undefined, told: string, cameInAt: string | undefined): boolean {
  const name = nameOf(hostHeader);
  if (name === undefined) return false;
  if (name === "localhost" || name.endsWith(".localhost") || isLoopback(name)) return true;
  if (WILDCARDS.has(told)) return cameInAt !== undefined && name === plain(cameInAt);
  return name === told.toLowerCase();
}

/** Whether an `Origin` is the host that the request was sent to. No Origin is none to object to. */
export function isOwnOrigin(origin: string | undefined, hostHeader: string | undefined): boolean {
  if (origin === undefined) return true;
  const host = hostHeader?.toLowerCase();
  return host !== undefined && [`http://${host}`, `https://${host}`].includes(origin.toLowerCase());
}

function nameOf(hostHeader: string | undefined): string | undefined {
  const [, six, name] = /^(?:\[([0-9a-f:.]+)\]|([^[\]:/@\s]+))(?::\d{1,5})?$/i.exec(hostHeader ?? "") ?? [];
  return (six ?? name)?.toLowerCase();
}

function isLoopback(name: string): boolean {
  return name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

// A socket that takes both families tells IPv4 addresses as IPv6 ones.
function plain(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
}
