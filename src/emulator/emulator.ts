import { contract as packagedContract } from "../../generated/contract.js";
import type { OperationTypes } from "../../generated/index.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import type { OperationTypeTable } from "../soap/contract/operation-type-table.js";
import { packagedWsdl } from "../wsdl/load/packaged-wsdl.js";
import { type Admin, startAdmin } from "./admin/admin-server.js";
import { descriptionRoute } from "./description/description-route.js";
import { tryOutRoute } from "./description/try-out.js";
import { AspNetSessions } from "./desk/asp-net-session.js";
import { VirtualClock } from "./desk/clock.js";
import { DeskControls } from "./desk/controls/desk-controls.js";
import type { Desk } from "./desk/desk.js";
import { defaultSeed } from "./desk/seed/default-seed.js";
import { exportSeed } from "./desk/seed/export-seed.js";
import { openDesk } from "./desk/seed/open-desk.js";
import type { EmulatorSeed } from "./desk/seed/seed.js";
import { checkSeed } from "./desk/seed/seed-schema.js";
import { EmulatorSnapshot } from "./desk/seed/snapshot.js";
import { checkEmulatorOptions, type EmulatorOptions } from "./emulator-options.js";
import { FaultPlan, type Faults } from "./faults/fault-plan.js";
import { formContract } from "./forms/form-contract.js";
import { formRoute } from "./forms/form-route.js";
import { FormService } from "./forms/form-service.js";
import { History, type LogEntry } from "./history/history.js";
import { listeningPlace, originAt, warnWhenReachable } from "./http/listening-address.js";
import { OwnHosts } from "./http/own-host.js";
import { crossSiteRoute } from "./http/server/cross-site-route.js";
import { HttpServer, SERVICE_LIMITS } from "./http/server/http-server.js";
import type { Route, RoutedRequest } from "./http/server/route.js";
import { wrongHostRoute } from "./http/server/wrong-host-route.js";
import { checkIdentity } from "./http/tls/identity.js";
import { Limits, type RateLimits } from "./operations/call/limits.js";
import { cards } from "./operations/cards.js";
import type { Handler } from "./operations/handlers/handler.js";
import { type HandlerRemoval, Handlers } from "./operations/handlers/handlers.js";
import { KnownCalls } from "./operations/known-calls.js";
import { OperationRunner } from "./operations/operation-runner.js";
import { DeskPage } from "./page/desk-page.js";
import { belowServiceRoute, SERVICE_PATH, soapRoute } from "./soap/soap-route.js";
import { SoapService } from "./soap/soap-service.js";

/**
 * A running emulator.
 * @typeParam Types the generated `OperationTypes` of the `contract` it was given; this package's own otherwise.
 */
export interface Emulator<Types extends OperationTypeTable<Types> = OperationTypes> extends AsyncDisposable {
  /** The service's URL, such as `http://127.0.0.1:49152/API/API.asmx`: the client's `endpoint`. */
  readonly endpoint: string;
  /** The URL of the WSDL. */
  readonly wsdlUrl: string;
  /** With TLS: the certificate in PEM. Clients trust one that is signed by itself with `new RescueClient({ tls: { ca } })`. */
  readonly certificate?: string;
  /** The URL and the token of the admin API, if it is open. */
  readonly admin?: Admin;
  /** The emulator's time: `clock.advance(ms)` makes logins expire and limits pass without waiting. */
  readonly clock: VirtualClock;
  /** The actions of customers and technicians: new sessions, consoles on and off. */
  readonly desk: DeskControls;
  /** The calls so far, oldest first, at least the latest 10,000. Live: it grows with each call. */
  readonly log: readonly LogEntry[];
  /** Faults to play on later calls. */
  readonly faults: Faults;
  /**
   * How often an operation changed something; refused and failed calls do not count.
   *
   * @param key counts only this subject: the session's id for the session operations, the user's email address (in
   *   any case) for the login operations, the node's id for those on nodes, the six digits for PINs.
   * @throws {InvalidArgumentError} for an operation that neither the WSDL nor the HTTP forms have, and for a wrong key.
   * @example
   * expect(emulator.executions("closeSession", 12345678)).to.equal(1);
   */
  executions(operation: string, key?: string | number): number;
  /** The number of current cookie logins. */
  logins(): number;
  /**
   * Ends all cookie logins at once, as a restart of the service does: later calls with their cookies are not logged in.
   * @returns the number of logins that ended.
   */
  dropLogins(): number;
  /** Switches rate limits on and off, until the next reset. */
  readonly limits: RateLimits;
  /** The number of open TCP connections to the service. */
  connections(): number;
  /**
   * Gives an operation a behaviour of your own, until the next reset or until the returned function is called; it
   * replaces the emulator's own, if there is one, and an earlier handler. The response is the whole response element,
   * result literal included; `context.proceed()` returns the emulator's own. A response with OK counts in `executions`.
   *
   * @returns a function that removes the handler.
   * @example
   * using handler = emulator.on("closeSession", () => ({ closeSessionResult: "closeSessionRet_ActionFailed" }));
   *
   * @throws {InvalidArgumentError} for an operation that the WSDL does not have.
   */
  on<Name extends keyof Types>(
    operation: Name,
    handler: Handler<Types[Name]["request"], Types[Name]["response"]>,
  ): HandlerRemoval;
  /** As above, for an operation whose types are not in the packaged WSDL. */
  on<Request extends object, Response extends object>(
    operation: string,
    handler: Handler<Request, Response>,
  ): HandlerRemoval;
  /**
   * The current state, without logins, as a seed that restores it. Contains the seed's passwords and codes.
   */
  export(): EmulatorSeed;
  /**
   * Resets the emulator to its seed: state, logins, log, executions, faults, handlers and limits, but not connections
   * and the clock. Calls in progress end without effect on what follows: those that have not run by then are answered
   * with `Error`, and stalled connections are closed.
   *
   * @param seed a new seed, for this and later resets.
   * @throws {InvalidArgumentError} for an invalid seed, naming the path; nothing is reset then.
   */
  reset(seed?: EmulatorSeed): void;
  /** The current state with its logins, for `restore`: clients that are logged in remain logged in. */
  snapshot(): EmulatorSnapshot;
  /**
   * Like `reset`, but to a snapshot of this emulator or another one in the same process.
   * @throws {InvalidArgumentError} for anything but a snapshot; nothing changes then.
   */
  restore(snapshot: EmulatorSnapshot): void;
  /** Stops the emulator and closes every connection. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of the Rescue SOAP service: real HTTP, real state, in memory.
 *
 * @throws {InvalidArgumentError} for an unknown option; for an invalid seed, naming the path; for TLS and admin options
 *   that cannot be used.
 * @throws the system's error if it cannot listen, such as `EADDRINUSE`.
 * @example
 * await using emulator = await startEmulator({ limits: false });
 * const credentials = { email: "some@email.com", password: "secretPassword" };
 * await using rescue = new RescueClient({ endpoint: emulator.endpoint, credentials });
 */
export async function startEmulator<Types extends OperationTypeTable<Types> = OperationTypes>(
  options: EmulatorOptions = {},
): Promise<Emulator<Types>> {
  checkEmulatorOptions(options);
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
  const handlers = new Handlers(contract, cards);
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
  const controls = DeskControls.of(
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
  const place = await listeningPlace(host);
  const isOwn = ({ incoming }: RoutedRequest) => place.isWidened || hosts.has(incoming);
  const routes: readonly Route[] = [
    wrongHostRoute(isOwn),
    crossSiteRoute("/api/"),
    descriptionRoute(contract, wsdl),
    tryOutRoute(contract, service),
    soapRoute(service),
    belowServiceRoute,
    ...(options.soapOnly ? [] : [formRoute(forms, history)]),
    page,
  ];
  const identity = options.tls === undefined ? undefined : checkIdentity(options.tls);
  const server = new HttpServer(routes, SERVICE_LIMITS, identity);
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
    snapshot: () => EmulatorSnapshot.of(desk, sessions, now()),
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
