import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import type { Contract } from "../soap/contract/contract.js";
import type { AdminOptions } from "./admin/admin-server.js";
import type { LimitSettings } from "./behaviours/limits.js";
import type { VirtualClock } from "./desk/clock.js";
import type { EmulatorSeed } from "./desk/seed.js";
import { checkMembers } from "./known-members.js";
import type { TlsIdentity } from "./tls/identity.js";

/** What an emulator is started with. */
export interface EmulatorOptions {
  /** The TCP port; 0, the default, takes a free one. */
  readonly port?: number;
  /** The address to listen on, also for the admin API. Default `127.0.0.1`: the emulator is not made for a network. */
  readonly host?: string;
  /**
   * More host names to answer to, without a port, such as the name that a proxy passes on. Without them the emulator
   * refuses requests whose `Host` is neither a loopback name or address nor `host` with 421, as a web page could call it
   * under its own name otherwise. Where `host` is not this machine's own address the service takes any `Host`, while the
   * page still looks.
   */
  readonly allowedHosts?: readonly string[];
  /** The service to be. Default: that of the package's WSDL. */
  readonly contract?: Contract;
  /** The text that `?wsdl` answers. Default: the package's WSDL, or none where another `contract` was given. */
  readonly wsdl?: string;
  /** The state to start with. Default: `defaultSeed`. */
  readonly seed?: EmulatorSeed;
  /**
   * Whether rate limits apply: 10 logins and auth codes in 3 minutes, one PIN a second, one report a minute for a user; or which, such as
   * `{ login: false }`. Default: all of them. `emulator.limits` changes them later.
   */
  readonly limits?: LimitSettings;
  /**
   * Whether a caller whose login has expired gets its next one under the old cookie, as ASP.NET does with ids in cookies;
   * otherwise the answer sets a new cookie. Default false.
   */
  readonly reuseSessionIds?: boolean;
  /** The time to go by; one that runs with the machine's unless given. */
  readonly clock?: VirtualClock;
  /** Without the HTTP forms `/API/<name>.aspx`, which then are 404. Default false. */
  readonly soapOnly?: boolean;
  /** Serves https with this certificate and its key, in PEM; docs/emulator.md says how to make them. Default: plain http. */
  readonly tls?: TlsIdentity;
  /** Opens the admin API on a port of its own: the emulator as other processes steer it. Default: closed. */
  readonly admin?: true | AdminOptions;
}

const OPTIONS: Readonly<Record<keyof EmulatorOptions, true>> = {
  port: true,
  host: true,
  allowedHosts: true,
  contract: true,
  wsdl: true,
  seed: true,
  limits: true,
  reuseSessionIds: true,
  clock: true,
  soapOnly: true,
  tls: true,
  admin: true,
};

const SWITCHES = ["reuseSessionIds", "soapOnly"] as const satisfies readonly (keyof EmulatorOptions)[];

/**
 * @throws {InvalidArgumentError} for an option that does not exist, naming the nearest that does, and for a switch that is
 *   neither true nor false.
 */
export function checkOptions(options: EmulatorOptions): void {
  if (typeof options !== "object" || options === null) {
    throw new InvalidArgumentError("options", "startEmulator: expected an object with options");
  }
  checkMembers(options, Object.keys(OPTIONS), (name, problem) => {
    throw new InvalidArgumentError(name, `startEmulator: ${name}: ${problem}`);
  });
  for (const name of SWITCHES) {
    if (options[name] !== undefined && typeof options[name] !== "boolean") {
      throw new InvalidArgumentError(name, `startEmulator: ${name}: expected true or false`);
    }
  }
}
