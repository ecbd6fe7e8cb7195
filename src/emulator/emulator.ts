import { contract as packagedContract } from "../../generated/contract.js";
import type { OperationTypes } from "../../generated/index.js";
import type { Contract } from "../soap/contract.js";
import type { Behaviour } from "./behaviours/behaviour.js";
import { behaviours } from "./behaviours/behaviour-table.js";
import { behaviourOf, type Handler } from "./behaviours/handler.js";
import { AspNetSessions } from "./desk/asp-net-session.js";
import { VirtualClock } from "./desk/clock.js";
import { defaultSeed } from "./desk/default-seed.js";
import type { Desk } from "./desk/desk.js";
import { exportSeed } from "./desk/export-seed.js";
import { openDesk } from "./desk/open-desk.js";
import type { EmulatorSeed } from "./desk/seed.js";
import { checkSeed } from "./desk/seed-schema.js";
import { DeskControls } from "./desk-controls.js";
import { FaultPlan, type Faults } from "./faults/fault-plan.js";
import { History, type LogEntry } from "./history/history.js";
import { HttpServer, SERVICE_PATH } from "./wire/http-server.js";
import { OperationRunner } from "./wire/operation-runner.js";
import { packagedWsdl } from "./wire/service-description.js";
import { SoapService } from "./wire/soap-service.js";

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
  /** Whether rate limits apply: 10 logins in 3 minutes, one PIN a second, one report a minute for a user. Default true. */
  readonly limits?: boolean;
  /** The time to go by; one that runs with the machine's unless given. */
  readonly clock?: VirtualClock;
}

/** A running emulator. */
export interface Emulator extends AsyncDisposable {
  /** The service's URL, such as `http://127.0.0.1:49152/API/API.asmx`. */
  readonly endpoint: string;
  /** Where the WSDL is. */
  readonly wsdlUrl: string;
  /** The emulator's time: `clock.advance(ms)` makes logins expire and limits pass without waiting. */
  readonly clock: VirtualClock;
  /** What customers and technicians do: new sessions, consoles on and off. */
  readonly desk: DeskControls;
  /** The calls so far, oldest first, the latest 10,000 at least. Live: it grows with each call. */
  readonly log: readonly LogEntry[];
  /** Faults to play on coming calls. */
  readonly faults: Faults;
  /**
   * How often an operation changed something; refused and failed calls do not count. With a key, how often that thing
   * was changed: the session's id for the session operations, the user's email address (as seeded) for the login
   * operations, the node's id for those on nodes.
   */
  executions(operation: string, key?: string | number): number;
  /** How many cookie logins are alive now. */
  logins(): number;
  /**
   * Gives an operation a behaviour of your own, in place of the emulator's or where it has none; it outlives `reset`.
   * The response is the whole response element, result literal included.
   *
   * @throws {InvalidArgumentError} for an operation that the WSDL does not have.
   */
  on<Name extends keyof OperationTypes>(
    operation: Name,
    handler: Handler<OperationTypes[Name]["request"], OperationTypes[Name]["response"]>,
  ): void;
  on<Request extends object, Response extends object>(operation: string, handler: Handler<Request, Response>): void;
  /** The state as it is now, as a seed that makes the same one again. Holds the seed's passwords and codes. */
  export(): EmulatorSeed;
  /** Back to the seed: state, logins, log, executions and faults. Connections, handlers and the clock stay. */
  reset(): void;
  /** Stops, and ends every connection. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of the Rescue SOAP service: real HTTP, real state, in memory.
 *
 * @throws {InvalidArgumentError} for a seed that is none, naming the path.
 * @throws the system's error when it cannot listen, such as `EADDRINUSE`.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = "127.0.0.1", contract = packagedContract, limits = true } = options;
  const { clock = new VirtualClock() } = options;
  const now = () => clock.now();
  const seed = options.seed === undefined ? defaultSeed : checkSeed(options.seed);
  const wsdl = options.wsdl ?? (contract === packagedContract ? packagedWsdl() : undefined);
  const sessions = new AspNetSessions(now);
  const faults = new FaultPlan();
  let desk = openDesk(seed, now());
  const history = new History(now, () => secretsOf(desk));
  const handlers = new Map<string, Behaviour>();
  const behaviour = (name: string) => handlers.get(name) ?? behaviours.get(name);

  const parts = { contract, behaviour, desk: () => desk, sessions, faults, history, limits, now };
  const service = new SoapService(contract, new OperationRunner(parts), history);
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
    clock,
    desk: new DeskControls(
      () => desk,
      now,
      () => history.changed(),
    ),
    log: history.log,
    faults,
    executions: (operation, key) => history.executions(operation, key === undefined ? undefined : String(key)),
    logins: () => sessions.loggedIn,
    on(operation: string, handler: Handler<never, object>) {
      handlers.set(operation, behaviourOf(contract, operation, handler));
    },
    export: () => exportSeed(desk, now()),
    reset() {
      desk = openDesk(seed, now());
      sessions.clear();
      faults.clear();
      history.clear();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function* secretsOf({ people }: Desk): Iterable<string | undefined> {
  for (const { password, authCode } of people.all) yield* [password, authCode];
}
