import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isLoopback } from "../../soap/http/endpoint-address.js";

/** Where a server listens. */
export interface ListeningPlace {
  /** As configured: an address, a name, or all addresses. */
  readonly host: string;
  /** The IP address of `host`. */
  readonly address: string;
  /** Whether other machines can reach it: it is not a loopback address. */
  readonly isWidened: boolean;
}

/**
 * Resolves a host, so that the emulator listens on the address that was checked.
 * @throws the system's error for a name that has no address, such as `ENOTFOUND`.
 */
export async function listeningPlace(host: string): Promise<ListeningPlace> {
  const address = isAnyAddress(host) || isIP(host) !== 0 ? host : (await lookup(host)).address;
  return { host, address, isWidened: isAnyAddress(address) || !isLoopback(hostInUrl(address)) };
}

/** Where a server that listens on `host` is reached from this machine: `http://127.0.0.1:49152`. */
export function originAt(host: string, port: number, secure: boolean): string {
  const reached = isAnyAddress(host) ? (host === "::" ? "::1" : "127.0.0.1") : host;
  return `${secure ? "https" : "http"}://${hostInUrl(reached)}:${port}`;
}

/**
 * Warns, with `process.emitWarning` and therefore on stderr, that other machines can reach the emulator: it protects
 * nothing and shows every password of its seed.
 *
 * @param admin whether the admin API is open, which listens on the same address.
 */
export function warnWhenReachable({ host, isWidened }: ListeningPlace, admin: boolean): void {
  if (!isWidened) return;
  process.emitWarning(
    `The Rescue emulator listens on ${host}, WHERE OTHER MACHINES CAN REACH IT. It is a test double: it protects ` +
      "nothing, and anybody who reaches it can read and change everything in it. It answers whatever the Host header says, " +
      "so web pages in this network's browsers can call it, too. " +
      `${admin ? "Its admin API listens there as well, behind its token. " : ""}Use 127.0.0.1 unless you mean it.`,
    { type: "RescueEmulatorWarning", code: "RESCUE_EMULATOR_REACHABLE" },
  );
}

/** Whether this means all addresses of the machine, which is not an address that a client can call. */
export function isAnyAddress(host: string): boolean {
  return host === "0.0.0.0" || host === "::" || host === "";
}

/** A host as a URL writes it: an IPv6 address in brackets. */
export function hostInUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
