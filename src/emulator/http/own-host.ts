import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { isLoopback } from "../../soap/http/endpoint-address.js";
import { hostInUrl, isAnyAddress } from "./listening-address.js";

/**
 * The names and addresses by which an emulator is called. A web page can make its own name mean 127.0.0.1 (DNS
 * rebinding), but it cannot make the browser send another name than its own as `Host`.
 */
export class OwnHosts {
  readonly #host: string;
  readonly #allowed: ReadonlySet<string>;

  /**
   * @param host the host on which the emulator listens.
   * @param allowed further names that it answers to, without a port.
   * @throws {InvalidArgumentError} for an entry of `allowed` that is not a host name.
   */
  constructor(host: string, allowed: readonly string[]) {
    this.#host = host.toLowerCase();
    if (!Array.isArray(allowed))
      throw new InvalidArgumentError("allowedHosts", "allowedHosts: expected an array of names");
    for (const [index, name] of allowed.entries()) checkName(`allowedHosts[${index}]`, name);
    this.#allowed = new Set(allowed.map((name) => hostInUrl(name.toLowerCase())));
  }

  /**
   * Whether the `Host` of a request is the emulator's own: a loopback name or address, the host on which it listens, or
   * an allowed name; if it listens on all addresses, also the address on which the connection arrived.
   */
  has({
    headers,
    socket,
  }: Pick<IncomingMessage, "headers"> & { socket: { localAddress?: string | undefined } }): boolean {
    const name = nameOf(headers.host);
    if (name === undefined) return false;
    if (isLoopback(name) || name.endsWith(".localhost") || this.#allowed.has(name)) return true;
    if (!isAnyAddress(this.#host)) return name === hostInUrl(this.#host);
    return socket.localAddress !== undefined && name === hostInUrl(plain(socket.localAddress));
  }
}

/** The answer to a request with another `Host`. */
export const WRONG_HOST =
  "The Host header of this request names another host than the emulator's own. It answers to localhost, to loopback " +
  "addresses and to the host on which it listens; allow others with --allow-host NAME, or with the option " +
  "allowedHosts of startEmulator.";

/** Whether an `Origin` is the host to which the request was sent. A request without an Origin passes. */
export function isOwnOrigin(origin: string | undefined, hostHeader: string | undefined): boolean {
  if (origin === undefined) return true;
  const host = hostHeader?.toLowerCase();
  return host !== undefined && [`http://${host}`, `https://${host}`].includes(origin.toLowerCase());
}

// In lower case and without the port, an IPv6 address in brackets.
function nameOf(hostHeader: string | undefined): string | undefined {
  return /^(\[[0-9a-f:.]+\]|[^[\]:/@\s]+)(?::\d{1,5})?$/i.exec(hostHeader ?? "")?.[1]?.toLowerCase();
}

function checkName(path: string, name: unknown): void {
  if (typeof name === "string" && (isIP(name) !== 0 || /^[\w.-]{1,253}$/.test(name))) return;
  throw new InvalidArgumentError(
    path,
    `${path}: expected a host name or address without scheme and port, such as desk.test`,
  );
}

// A socket for both families reports IPv4 addresses as IPv6 addresses.
function plain(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
}
