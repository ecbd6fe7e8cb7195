import { contract as packagedContract } from "../../generated/contract.js";
import type { Contract } from "../soap/contract.js";
import { AspNetSessions } from "./asp-net-session.js";
import { behaviours } from "./behaviours.js";
import { defaultSeed } from "./default-seed.js";
import { Desk } from "./desk.js";
import { FaultPlan, type Faults } from "./faults.js";
import { History, type LogEntry } from "./history.js";
import { HttpServer, SERVICE_PATH } from "./http-server.js";
import type { EmulatorSeed } from "./seed.js";
import { packagedWsdl } from "./service-description.js";
import { SoapService } from "./soap-service.js";

export interface EmulatorOptions {
  /** The TCP port; 0, the default, takes a free one. */
  readonly port?: number;
  /** The address to listen on. Default `127.0.0.1`: the emulator is not made for a network. */
  readonly host?: string;
  /** The service to be. Default: that of the package's WSDL. */
  readonly contract?: Contract;
  /** The text that `?wsdl` answers. Default: the package's WSDL, or none where another `contract` was given. */
  readonly wsdl?: string;
  /** The state to start with. Default: `defaultSeed`. */
  readonly seed?: EmulatorSeed;
  /** Whether rate limits apply: 10 logins in 3 minutes for a user. Default true. */
  readonly limits?: boolean;
  /** The time in milliseconds, for expiry and limits. Default `Date.now`. */
  readonly now?: () => number;
}

/** A running emulator. */
export interface Emulator extends AsyncDisposable {
  /** The service's URL, such as `http://127.0.0.1:49152/API/API.asmx`. */
  readonly endpoint: string;
  /** Where the WSDL is. */
  readonly wsdlUrl: string;
  /** The SOAP requests so far, oldest first, the latest 10,000 at least. Live: it grows with each request. */
  readonly log: readonly LogEntry[];
  /** Faults to play on coming calls. */
  readonly faults: Faults;
  /**
   * How often an operation changed something; refused and failed calls do not count. With a key, how often that thing
   * was changed: the session's id for closeSession, the user's email address (as seeded) for the login operations.
   */
  executions(operation: string, key?: string | number): number;
  /** How many cookie logins are alive now. */
  logins(): number;
  /** Back to the seed: state, logins, log, executions and faults. Connections stay. */
  reset(): void;
  /** Stops, and ends every connection. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of the Rescue SOAP service: real HTTP, real state, in memory.
 *
 * @throws the system's error when it cannot listen, such as `EADDRINUSE`.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = "127.0.0.1", contract = packagedContract, seed = defaultSeed, limits = true } = options;
  const now = options.now ?? Date.now;
  const wsdl = options.wsdl ?? (contract === packagedContract ? packagedWsdl() : undefined);
  const sessions = new AspNetSessions(now);
  const faults = new FaultPlan();
  const history = new History();
  let desk = new Desk(seed);

  const service = new SoapService({ contract, behaviours, desk: () => desk, sessions, faults, history, limits, now });
  const server = new HttpServer({ service, contract, wsdl });
  const listening = await server.listen(port, host);
  const endpoint = `http://${host.includes(":") ? `[${host}]` : host}:${listening}${SERVICE_PATH}`;
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= server.close();
    return closing;
  };

  return {
    endpoint,
    wsdlUrl: `${endpoint}?wsdl`,
    log: history.log,
    faults,
    executions: (operation, key) => history.executions(operation, key === undefined ? undefined : String(key)),
    logins: () => sessions.loggedIn,
    reset() {
      desk = new Desk(seed);
      sessions.clear();
      faults.clear();
      history.clear();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
