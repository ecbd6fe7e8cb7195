import { AsyncLocalStorage } from "node:async_hooks";
import { tracingChannel } from "node:diagnostics_channel";
import { inspect } from "node:util";
import { expect } from "chai";
import type { TracedCall } from "../../../src/index.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../guide-values.js";

const STAGES = ["start", "end", "asyncStart", "asyncEnd", "error"] as const;

/** Subscribes to the channel until it is disposed of. */
class Subscriber implements Disposable {
  readonly heard: [stage: (typeof STAGES)[number], call: TracedCall][] = [];
  readonly channel = tracingChannel<unknown, TracedCall>("rescue-soap-client:call");
  readonly #handlers = Object.fromEntries(
    STAGES.map((stage) => [stage, (call: TracedCall) => void this.heard.push([stage, call])]),
  ) as Record<(typeof STAGES)[number], (call: TracedCall) => void>;

  constructor() {
    this.channel.subscribe(this.#handlers);
  }

  /** The calls that have ended, in that order. */
  get ended(): readonly TracedCall[] {
    return this.heard.filter(([stage]) => stage === "asyncEnd").map(([, call]) => call);
  }

  [Symbol.dispose](): void {
    this.channel.unsubscribe(this.#handlers);
  }
}

describe("the tracing channel of calls", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());
  const connect = (credentials: ConstructorParameters<typeof RescueClient>[0]["credentials"] = ADMINISTRATOR) =>
    new RescueClient({ credentials, endpoint: emulator.endpoint, retry: { delay: 0 } });

  it("tells of each call with operation, code, outcome and attempts, of logins and logouts too", async () => {
    using subscriber = new Subscriber();
    {
      await using rescue = connect();
      await rescue.closeSession(SESSION);
    }
    const { endpoint } = emulator;
    const well = { endpoint, code: "OK", outcome: "answered", attempts: 1, result: undefined };
    expect(subscriber.ended).to.deep.equal([
      { operation: "login", ...well },
      { operation: "closeSession", session: SESSION, ...well },
      { operation: "logout", ...well },
    ]);
    // The login is made within the call that needs it.
    const stages = subscriber.heard.map(([stage, { operation }]) => `${stage} ${operation}`);
    expect(stages.slice(0, 3)).to.deep.equal(["start closeSession", "end closeSession", "start login"]);
  });

  it("tells how many attempts a call took", async () => {
    using subscriber = new Subscriber();
    await using rescue = connect({ authCode: AUTH_CODE });
    emulator.faults.add({ operation: "getSession_V3", phase: "before", kind: "reset", times: 2 });
    await rescue.operations.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" });
    expect(subscriber.ended[0]).to.include({
      operation: "getSession_V3",
      code: "OK",
      outcome: "answered",
      attempts: 3,
    });
  });

  it("tells with which error a call ended", async () => {
    using subscriber = new Subscriber();
    await using rescue = connect({ authCode: AUTH_CODE });
    emulator.faults.add({ operation: "closeSession", phase: "after", kind: "reset" });
    const unknown = await rescue.closeSession(SESSION).catch((error: unknown) => error);
    expect(subscriber.heard.map(([stage]) => stage)).to.deep.equal(["start", "end", "error", "asyncStart", "asyncEnd"]);
    const [call] = subscriber.ended;
    expect(call).to.include({ code: "OUTCOME_UNKNOWN", outcome: "unknown", attempts: 1 });
    expect(call?.error).to.include({ code: "OUTCOME_UNKNOWN" });
    expect(unknown).to.include({ code: "OUTCOME_UNKNOWN", session: SESSION });
  });

  it("tells of a login that is refused, and of the call that was not sent for it", async () => {
    using subscriber = new Subscriber();
    await using rescue = connect({ ...ADMINISTRATOR, password: "PLANTED-SECRET" });
    await rescue.closeSession(SESSION).catch(() => {});
    const [login, call] = subscriber.ended;
    expect(login).to.include({ operation: "login", code: "Invalid", outcome: "answered", attempts: 1 });
    expect(call).to.include({ operation: "closeSession", code: "Invalid", outcome: "not-sent", attempts: 0 });
  });

  it("holds no secret: no password, no auth code, no answer", async () => {
    using subscriber = new Subscriber();
    await using rescue = connect({ ...ADMINISTRATOR, authCode: AUTH_CODE });
    const { sAuthCode } = await rescue.operations.requestAuthCode({
      sEmail: ADMINISTRATOR.email,
      sPassword: ADMINISTRATOR.password,
    });
    await rescue.closeSession(SESSION).catch(() => {});
    await rescue.operations.requestAuthCode({ sEmail: "a@b", sPassword: "PLANTED-SECRET" }).catch(() => {});
    expect(subscriber.ended.length).to.be.above(2);
    const shown = inspect(subscriber.heard, { depth: 20, showHidden: true, maxStringLength: null });
    for (const secret of [sAuthCode, AUTH_CODE, ADMINISTRATOR.password, "PLANTED-SECRET"]) {
      expect(secret).to.be.a("string").and.not.equal("");
      expect(shown).not.to.contain(secret);
    }
  });

  it("runs each call within the context that is bound to it, also calls in line and a login for several", async () => {
    const store = new AsyncLocalStorage<string>();
    using subscriber = new Subscriber();
    subscriber.channel.start.bindStore(store, ({ operation, session }) => `${operation} ${session ?? ""}`);
    const seen: string[] = [];
    const exchanges = (message: unknown) => {
      const { request } = message as { request: { getHeader(name: string): unknown } };
      seen.push(`${String(request.getHeader("SOAPAction")).replace(/.*\/|"/g, "")} in ${store.getStore()}`);
    };
    const { subscribe, unsubscribe } = await import("node:diagnostics_channel");
    subscribe("http.client.request.start", exchanges);
    try {
      await using rescue = connect();
      await Promise.allSettled([1, 2, 3].map((session) => rescue.closeSession(session)));
    } finally {
      unsubscribe("http.client.request.start", exchanges);
      subscriber.channel.start.unbindStore(store);
    }
    expect(seen).to.deep.equal([
      "login in login ",
      "closeSession in closeSession 1",
      "closeSession in closeSession 2",
      "closeSession in closeSession 3",
      "logout in logout ",
    ]);
  });
});
