import { isLoopback } from "../../soap/endpoint-address.js";

/** Where a server that listens on `host` is reached from this machine: `http://127.0.0.1:49152`. */
export function originAt(host: string, port: number, secure: boolean): string {
  return `${secure ? "https" : "http"}://${hostInUrl(host)}:${port}`;
}

/**
 * Warns, with `process.emitWarning` and so on stderr, of an emulator that others can reach: it checks nobody, and shows
 * every password of its seed to whoever asks.
 */
export function warnWhenReachable(host: string): void {
  if (!isAnyAddress(host) && isLoopback(hostInUrl(host))) return;
  process.emitWarning(
    `The Rescue emulator listens on ${host}, WHERE OTHER MACHINES CAN REACH IT. It is a test double: it protects ` +
      "nothing, and anybody who reaches it can read and change all it holds. Use 127.0.0.1 unless you mean it.",
    { type: "RescueEmulatorWarning", code: "RESCUE_EMULATOR_REACHABLE" },
  );
}

function hostInUrl(host: string): string {
  if (isAnyAddress(host)) return host === "::" ? "[::1]" : "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

// Listening on all addresses; none that a client could be told.
function isAnyAddress(host: string): boolean {
  return host === "0.0.0.0" || host === "::" || host === "";
}
