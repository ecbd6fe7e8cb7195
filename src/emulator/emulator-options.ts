import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import type { Contract } from "../soap/contract/contract.js";
import type { AdminOptions } from "./admin/admin-server.js";
import type { VirtualClock } from "./desk/clock.js";
import { checkMembers } from "./desk/known-members.js";
import type { EmulatorSeed } from "./desk/seed/seed.js";
import type { TlsIdentity } from "./http/tls/identity.js";
import type { LimitSettings } from "./operations/call/limits.js";

/** The options of an emulator. */
export interface EmulatorOptions {
  /** The TCP port; 0 chooses a free one. @default 0 */
  readonly port?: number | undefined;
  /** The address to listen on, also for the admin API: the emulator is not made for a network. @default "127.0.0.1" */
  readonly host?: string | undefined;
  /**
   * Further host names to answer to, without a port, such as the name that a proxy forwards. The emulator refuses
   * requests whose `Host` is neither one of these, nor a loopback name or address, nor `host`, with 421, because a web
   * page could otherwise call it under its own name (DNS rebinding). If `host` is not a loopback address, the service
   * accepts any `Host`, but the page still checks it.
   *
   * @default []
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** The contract of the service. By default that of the package's WSDL. */
  readonly contract?: Contract | undefined;
  /** The text that `?wsdl` returns. By default the package's WSDL, or none if another `contract` is given. */
  readonly wsdl?: string | undefined;
  /** The initial state. @default defaultSeed */
  readonly seed?: EmulatorSeed | undefined;
  /**
   * Which rate limits apply: 10 logins and auth codes in 3 minutes, one PIN a second, one mail text a second and one
   * report a minute per user. `{ login: false }` switches one of them off; `emulator.limits` changes them later.
   *
   * @default true
   */
  readonly limits?: LimitSettings | undefined;
  /**
   * Whether a caller whose login has expired gets the next one under the old cookie, as ASP.NET does with ids in
   * cookies; otherwise the answer sets a new cookie.
   *
   * @default false
   */
  readonly reuseSessionIds?: boolean | undefined;
  /** The emulator's clock. By default one that runs with the machine's. */
  readonly clock?: VirtualClock | undefined;
  /** Whether to omit the HTTP forms `/API/<name>.aspx`, which are 404 then. @default false */
  readonly soapOnly?: boolean | undefined;
  /** Serves https with this certificate and its key, in PEM; docs/emulator.md says how to make them. By default plain http. */
  readonly tls?: TlsIdentity | undefined;
  /**
   * Opens the admin API on a port of its own, by which other processes control the emulator. By default it is closed.
   */
  readonly admin?: true | AdminOptions | undefined;
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
 * @throws {InvalidArgumentError} for an unknown option, naming the nearest known one, and for a switch that is neither true
 *   nor false.
 */
export function checkEmulatorOptions(options: EmulatorOptions): void {
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
