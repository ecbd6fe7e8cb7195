import { contract as packagedContract } from "../../generated/contract.js";
import type { OperationTypes } from "../../generated/index.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import type { OperationTypeTable } from "../soap/contract/operation-type-table.js";
import { packagedWsdl } from "../wsdl/load/packaged-wsdl.js";
import { type Admin, startAdmin } from "./admin/admin-server.js";
import { behaviours } from "./behaviours/behaviour-table.js";
import type { Handler } from "./behaviours/handler.js";
import { type HandlerRemoval, Handlers } from "./behaviours/handlers.js";
import { Limits, type RateLimits } from "./behaviours/limits.js";
import { descriptionRoute } from "./description/description-route.js";
import { tryOutRoute } from "./description/try-out.js";
import { AspNetSessions } from "./desk/asp-net-session.js";
import { VirtualClock } from "./desk/clock.js";
import { defaultSeed } from "./desk/default-seed.js";
import type { Desk } from "./desk/desk.js";
import { exportSeed } from "./desk/export-seed.js";
import { openDesk } from "./desk/open-desk.js";
import type { EmulatorSeed } from "./desk/seed.js";
import { checkSeed } from "./desk/seed-schema.js";
import { DeskControls } from "./desk-controls.js";
import { checkOptions, type EmulatorOptions } from "./emulator-options.js";
import { FaultPlan, type Faults } from "./faults/fault-plan.js";
import { formContract } from "./forms/form-contract.js";
import { formRoute } from "./forms/form-route.js";
import { FormService } from "./forms/form-service.js";
import { History, type LogEntry } from "./history/history.js";
import { KnownCalls } from "./known-calls.js";
import { DeskPage } from "./page/desk-page.js";
import { EmulatorSnapshot } from "./snapshot.js";
import { checkIdentity } from "./tls/identity.js";
import { HttpServer } from "./wire/http-server.js";
import { originAt, placeOf, warnWhenReachable } from "./wire/listening-address.js";
import { OperationRunner } from "./wire/operation-runner.js";
import { OwnHosts } from "./wire/own-host.js";
import type { Route, RoutedRequest } from "./wire/route.js";
import { belowServiceRoute, SERVICE_PATH, soapRoute } from "./wire/soap-route.js";
import { SoapService } from "./wire/soap-service.js";
import { wrongHostRoute } from "./wire/wrong-host-route.js";

/**
 * A running emulator.
 * @typeParam Types the generated `OperationTypes` of the `contract` it was given; this package's own otherwise.
 */
export interface Emulator<Types extends OperationTypeTable<Types> = OperationTypes> extends AsyncDisposable {
  /** The service's URL, such as `http://127.0.0.1:49152/API/API.asmx`. */
  readonly endpoint: string;
  /** Where the WSDL is. */
  readonly wsdlUrl: string;
  /** With TLS: the certificate in PEM. Clients trust one that is signed by itself with `new RescueClient({ tls: { ca } })`. */
  readonly certificate?: string;
  /** Where the admin API is, and its token, when it was opened. */
  readonly admin?: Admin;
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
   * was changed: the session's id for the session operations, the user's email address, in any case, for the login
   * operations, the node's id for those on nodes, the six digits for PINs.
   * @throws {InvalidArgumentError} for an operation that neither the WSDL nor the HTTP forms have, and for what is no key.
   */
  executions(operation: string, key?: string | number): number;
  /** How many cookie logins are alive now. */
  logins(): number;
  /**
   * Ends all cookie logins at once, as when the service is restarted: calls with their cookies come too late.
   * @returns how many there were.
   */
  dropLogins(): number;
  /** The rate limits: which apply, each of them or all, from now on until the next reset. */
  readonly limits: RateLimits;
  /** How many TCP connections to the service are open. */
  connections(): number;
  /**
   * Gives an operation a behaviour of your own, in place of the emulator's or where it has none, until the next reset or
   * until the returned function is called; a later one replaces it. The response is the whole response element, result
   * literal included; `context.proceed()` gives the emulator's own. It counts in `executions` when it says OK.
   *
   * @throws {InvalidArgumentError} for an operation that the WSDL does not have.
   */
  on<Name extends keyof Types>(
    operation: Name,
    handler: Handler<Types[Name]["request"], Types[Name]["response"]>,
  ): HandlerRemoval;
  on<Request extends object, Response extends object>(
    operation: string,
    handler: Handler<Request, Response>,
  ): HandlerRemoval;
  /**
   * The state as it is now, as a seed that makes the same one again, without the logins. Holds the seed's passwords and
   * codes.
   */
  export(): EmulatorSeed;
  /**
   * Back to the seed: state, logins, log, executions, faults, handlers and limits. Connections and the clock stay. Calls
   * under way end without effect on what follows: what was not done by then is answered with `Error`, what stalls is cut
   * off.
   * @param seed another one to begin with, now and at later resets.
   * @throws {InvalidArgumentError} for a seed that is none, naming the path; then nothing is reset.
   */
  reset(seed?: EmulatorSeed): void;
  /** The state as it is now, with its logins, for `restore`: clients that are logged in stay so. */
  snapshot(): EmulatorSnapshot;
  /**
   * As `reset`, but back to a snapshot, of this emulator or another one in the process.
   * @throws {InvalidArgumentError} for what is no snapshot; then nothing changes.
   */
  restore(snapshot: EmulatorSnapshot): void;
  /** Stops, and ends every connection. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of the Rescue SOAP service: real HTTP, real state, in memory.
 *
 * @throws {InvalidArgumentError} for an option that does not exist; for a seed that is none, naming the path; for TLS and
 *   admin options that cannot be used.
 * @throws the system's error when it cannot listen, such as `EADDRINUSE`.
 */
export async function startEmulator<Types extends OperationTypeTable<Types> = OperationTypes>(
  options: EmulatorOptions = {},
): Promise<Emulator<Types>> {
  checkOptions(options);
  const { port = 0, host = "127.0.0.1", allowedHosts = [], contract = packagedContract } = options;
  const { clock = new VirtualClock() } = options;
  const now = () => clock.now();
  const hosts = new OwnHosts(host, allowedHosts);
  let seed = options.seed === undefined ? defaultSeed : checkSeed(options.seed);
  const wsdl = options.wsdl ?? (contract === packagedContract ? packagedWsdl() : undefined);
  const sessions = new AspNetSessions(now, options.reuseSessionIds);
  const known = new KnownCalls(options.soapOnly ? [contract] : [contract, formContract]);
  const faults = new FaultPlan(known);
  let desk = openDesk(seed, now());
  const history = new History(now, () => secretsOf(desk));
  const handlers = new Handlers(contract, behaviours);
  const limits = new Limits(options.limits === undefined ? true : options.limits);

  const parts = {
    contract,
    behaviour: (name: string) => handlers.behaviour(name),
    desk: () => desk,
    sessions,
    faults,
    history,
    limits,
    now,
  };
  const runner = new OperationRunner(parts);
  const service = new SoapService(contract, runner, history);
  const controls = new DeskControls(
    () => desk,
    now,
    () => history.changed(),
  );
  const begin = (open: () => Desk) => {
    server.reset();
    sessions.clear();
    desk = open();
    faults.clear();
    handlers.clear();
    limits.reset();
    history.clear();
  };
  const reset = (next?: EmulatorSeed) => {
    if (next !== undefined) seed = checkSeed(next);
    begin(() => openDesk(seed, now()));
  };
  const page = new DeskPage({ ...parts, controls, clock, reset, hosts });
  const forms = new FormService(contract, runner);
  const place = await placeOf(host);
  const isOwn = ({ incoming }: RoutedRequest) => place.isWidened || hosts.has(incoming);
  const routes: readonly Route[] = [
    wrongHostRoute(isOwn),
    descriptionRoute(contract, wsdl),
    tryOutRoute(contract, service),
    soapRoute(service),
    belowServiceRoute,
    ...(options.soapOnly ? [] : [formRoute(forms, history)]),
    page,
  ];
  const identity = options.tls === undefined ? undefined : checkIdentity(options.tls);
  const server = new HttpServer(routes, { tls: identity });
  const listening = await server.listen(port, place.address);
  warnWhenReachable(place, Boolean(options.admin));
  const endpoint = originAt(host, listening, identity !== undefined) + SERVICE_PATH;
  let closing: Promise<void> | undefined;
  let admin: (Admin & { close(): Promise<void> }) | undefined;
  const close = () => {
    faults.delays.end();
    page.close();
    closing ??= Promise.all([server.close(), admin?.close()]).then(() => {});
    return closing;
  };

  const emulator: Emulator<Types> = {
    endpoint,
    wsdlUrl: `${endpoint}?wsdl`,
    ...(identity && { certificate: String(identity.cert) }),
    clock,
    desk: controls,
    log: history.log,
    faults,
    executions(operation, key) {
      const problem = known.problemWith(operation);
      if (problem !== undefined) throw new InvalidArgumentError("operation", `emulator.executions: ${problem}`);
      if (key !== undefined && typeof key !== "string" && !Number.isSafeInteger(key)) {
        throw new InvalidArgumentError("key", "emulator.executions: key: expected an id, a PIN or a user's address");
      }
      return history.executions(operation, key === undefined ? undefined : String(key));
    },
    logins: () => sessions.loggedIn,
    connections: () => server.connections,
    on: (operation: string, handler: Handler<never, object>) => handlers.add(operation, handler),
    limits,
    dropLogins() {
      const count = sessions.loggedIn;
      sessions.clear();
      history.changed();
      return count;
    },
    export: () => exportSeed(desk, now()),
    snapshot: () => new EmulatorSnapshot(desk, sessions, now()),
    restore(snapshot) {
      if (!(snapshot instanceof EmulatorSnapshot)) {
        throw new InvalidArgumentError("snapshot", "emulator.restore: expected what emulator.snapshot() returned");
      }
      begin(() => snapshot.open(sessions, now()));
    },
    reset,
    close,
    [Symbol.asyncDispose]: close,
  };
  if (!options.admin) return emulator;
  try {
    admin = await startAdmin({ ...emulator, faults, changed: () => history.changed() }, options.admin, place, isOwn);
  } catch (error) {
    await close();
    throw error;
  }
  const { url, token } = admin;
  return { ...emulator, admin: { url, token } };
}

function* secretsOf({ account, people }: Desk): Iterable<string | undefined> {
  yield account.ssoPassword;
  for (const { password, authCode } of people.all) yield* [password, authCode];
}
