import { channel } from "node:diagnostics_channel";
import { once } from "node:events";
import { expect } from "chai";
import { debugWanted } from "../../../src/client/watch/debug-lines.js";
import { Events } from "../../../src/client/watch/events.js";
import {
  AbortedError,
  NotAuthenticatedError,
  OutcomeUnknownError,
  type RescueClientOptions,
  type RescueEventName,
  type RescueEvents,
  SoapFaultError,
} from "../../../src/index.js";
import { envelope, NAMESPACE } from "../../emulator/wire.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { type LocalServer, serveHttp } from "../../soap/local-server.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION, TECHNICIAN } from "../guide-values.js";
import { thrown } from "../thrown.js";

const NAMES: readonly RescueEventName[] = ["exchange", "drift", "retry", "paced", "relogin"];
const REDACTED = "[redacted]";

/** Every event of `client`, in order of emission. */
function listen(client: RescueClient, options?: { bodies: boolean }): [RescueEventName, object][] {
  const heard: [RescueEventName, object][] = [];
  for (const name of NAMES) client.on(name, (event) => heard.push([name, event]), options);
  return heard;
}

const exchanges = (heard: readonly [RescueEventName, object][]) =>
  heard.filter(([name]) => name === "exchange").map(([, event]) => event as RescueEvents["exchange"]);

/** A service that gives these answers in turn, repeating the last one. A number is an HTTP status without SOAP. */
function serveInTurn(...replies: readonly (number | string)[]): Promise<LocalServer> {
  let next = 0;
  return serveHttp((request, response) => {
    const reply = replies[Math.min(next, replies.length - 1)] as number | string;
    next += 1;
    request.resume();
    if (typeof reply === "number") response.writeHead(reply, { "Content-Type": "text/html" }).end("<html>");
    else response.writeHead(200, { "Content-Type": "text/xml; charset=utf-8" }).end(reply);
  });
}

const answer = (operation: string, literal: string, more = "") =>
  envelope(
    "1.1",
    `<${operation}Response xmlns="${NAMESPACE}"><${operation}Result>${literal}</${operation}Result>${more}</${operation}Response>`,
  );

const byCode = (server: LocalServer, options: Partial<RescueClientOptions> = {}) =>
  new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint: server.url, ...options });

describe("events: exchange", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());
  const connect = (options: Partial<RescueClientOptions> = {}) =>
    new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, ...options });

  for (const soap of ["1.1", "1.2"] as const) {
    it(`reports each request and its result, SOAP ${soap}`, async () => {
      await using client = connect({ soap });
      const told = listen(client);
      await client.closeSession(SESSION);
      const events = exchanges(told);
      expect(events.map(({ operation }) => operation)).to.deep.equal(["login", "closeSession"]);
      for (const event of events) {
        const { requestBytes, replyBytes, milliseconds, ...rest } = event;
        expect(rest).to.deep.equal({
          operation: rest.operation,
          soap,
          method: "POST",
          status: 200,
          outcome: "answered",
        });
        expect(requestBytes).to.be.greaterThan(300);
        expect(replyBytes).to.be.greaterThan(300);
        expect(milliseconds).to.be.greaterThan(0);
      }
    });
  }

  it("reports an exchange without a reply by its outcome and error only", async () => {
    emulator.faults.add({ operation: "closeSession", phase: "before", kind: "reset" });
    await using client = connect();
    const told = listen(client);
    await thrown(OutcomeUnknownError, client.closeSession(SESSION));
    const [, { requestBytes: _, milliseconds: __, ...event }] = exchanges(told) as [object, RescueEvents["exchange"]];
    expect(event).to.deep.equal({
      operation: "closeSession",
      soap: "1.1",
      method: "POST",
      outcome: "unknown",
      error: "CONNECTION",
    });
  });

  it("reports a connection that could not be made", async () => {
    await emulator.close();
    await using client = connect({ retry: false });
    const told = listen(client);
    await thrown(Error, client.login());
    expect(exchanges(told)).to.have.length(1);
    expect(exchanges(told)[0]).to.include({ operation: "login", outcome: "not-sent", error: "CONNECTION" });
  });

  it("reports replies that are not SOAP, and faults", async () => {
    emulator.faults.add({ operation: "closeSession", phase: "before", kind: "status", status: 404 });
    await using client = connect();
    const told = listen(client);
    await thrown(OutcomeUnknownError, client.closeSession(SESSION));
    emulator.on("getTimeZone", () => {
      throw new Error("out of order");
    });
    await thrown(SoapFaultError, client.operations.getTimeZone());
    expect(exchanges(told).slice(1)).to.have.length(2);
    expect(exchanges(told)[1]).to.include({ status: 404, outcome: "unknown", error: "PROTOCOL" });
    expect(exchanges(told)[2]).to.include({ status: 500, outcome: "answered", error: "SOAP_FAULT" });
  });

  it("reports a refused result as answered: the exchange itself succeeded", async () => {
    await using client = connect();
    const told = listen(client);
    await thrown(Error, client.closeSession(90000003));
    expect(exchanges(told)[1]).to.include({ outcome: "answered", status: 200 }).and.not.to.have.property("error");
  });

  it("passes bodies, without secrets, only to listeners that asked for them", async () => {
    await using client = connect({ credentials: { ...ADMINISTRATOR, authCode: AUTH_CODE } });
    const [without, withThem] = [listen(client), listen(client, { bodies: true })];
    await client.closeSession(SESSION);
    for (const event of exchanges(without)) expect(event).not.to.have.any.keys("request", "reply");
    const [login, close] = exchanges(withThem) as [RescueEvents["exchange"], RescueEvents["exchange"]];
    expect(login.request).to.contain(`<sEmail>some@email.com</sEmail><sPassword>${REDACTED}</sPassword>`);
    expect(login.reply).to.contain("<loginResult>login_OK</loginResult>");
    expect(close.request).to.contain(`<iSession>${SESSION}</iSession><sAuthCode>${REDACTED}</sAuthCode>`);
    expect(close.reply).to.contain("<closeSessionResult>closeSessionRet_OK</closeSessionResult>");
  });

  it("drops a body that is too long or not UTF-8", async () => {
    for (const [body, type, shown] of [
      [Buffer.alloc(300 * 1024, "x"), "text/html", "[body dropped: too long]"],
      [Buffer.from("Kennwort: pässwort", "latin1"), "text/html; charset=iso-8859-1", "[body dropped: not UTF-8]"],
    ] as const) {
      await using server = await serveHttp((request, response) => {
        request.resume();
        response.writeHead(404, { "Content-Type": type }).end(body);
      });
      await using client = byCode(server, { credentials: { authCode: "pässwort" } });
      const told = listen(client, { bodies: true });
      await thrown(OutcomeUnknownError, client.closeSession(SESSION));
      expect(exchanges(told)[0]).to.include({ reply: shown, replyBytes: body.length });
    }
  });

  it("are no longer passed to a listener that was removed", async () => {
    await using client = connect();
    const told: object[] = [];
    const off = client.on("exchange", (event) => told.push(event));
    await client.login();
    off();
    off();
    await client.closeSession(SESSION);
    expect(told).to.have.length(1);
  });

  it("are passed to a listener as often as it was added", async () => {
    await using client = connect();
    let count = 0;
    const listener = () => {
      count += 1;
    };
    const off = client.on("exchange", listener);
    client.on("exchange", listener);
    await client.login();
    expect(count).to.equal(2);
    off();
    await client.closeSession(SESSION);
    expect(count).to.equal(3);
  });

  it("may be listened to from within a listener", async () => {
    await using client = connect();
    let count = 0;
    const more = () => {
      count += 1;
      client.on("exchange", more);
    };
    client.on("exchange", more);
    await client.login();
    expect(count).to.equal(1);
  });

  describe("a listener that throws changes nothing, and causes a warning", () => {
    const objects: Readonly<Record<string, unknown>> = {
      "an Error": new Error("mistake"),
      "a string": "mistake",
      nothing: undefined,
      "a symbol": Symbol("mistake"),
      "what has no string": Object.create(null),
      "what throws when it is shown": {
        toString() {
          throw new Error("again");
        },
      },
    };
    for (const [what, value] of Object.entries(objects)) {
      it(what, async () => {
        await using client = connect();
        const warned = once(process, "warning") as Promise<[Error]>;
        client.on("exchange", () => {
          throw value;
        });
        const told = listen(client);
        expect((await client.closeSession(SESSION)).literal).to.equal("closeSessionRet_OK");
        expect(told).to.have.length(2);
        const [warning] = await warned;
        expect(warning.name).to.equal("RescueListenerWarning");
        expect(warning.message).to.match(/^a listener for "exchange" threw: (?:mistake|\w+)$/);
      });
    }

    it("on one line of visible characters, as a reply may be quoted in what it threw", async () => {
      await using client = connect();
      const warned = once(process, "warning") as Promise<[Error]>;
      client.on("exchange", () => {
        throw new Error("no JSON: \u009b2J\u202e\r\n12345678 closed");
      });
      await client.login();
      const [{ message }] = await warned;
      expect(message).to.equal(
        'a listener for "exchange" threw: no JSON: \\u{9b}2J\\u{202e}\\u{d}\\u{a}12345678 closed',
      );
    });
  });
});

describe("events: drift", () => {
  const grown = answer("closeSession", "closeSessionRet_OK", "<sNew>1</sNew><oNew><b/></oNew>");

  it("reports each name that the contract does not know, once", async () => {
    await using server = await serveInTurn(grown);
    await using client = byCode(server);
    const heard: object[] = [];
    client.on("drift", (event) => heard.push(event));
    await client.closeSession(SESSION);
    await client.closeSession(SESSION);
    expect(heard).to.deep.equal([
      { operation: "closeSession", path: "sNew" },
      { operation: "closeSession", path: "oNew" },
    ]);
  });

  it("bounds the number of events that a hostile service can cause", () => {
    const events = new Events();
    const heard: string[] = [];
    events.on("drift", ({ path }) => heard.push(path));
    events.drift("op", "x".repeat(1_000_000));
    for (let name = 0; name < 5_000; name += 1) events.drift("op", String(name));
    expect(heard).to.have.length(1_000);
    expect(heard[0]).to.equal("x".repeat(200));
  });
});

describe("events: retry", () => {
  it("reports each failed attempt that is followed by another", async () => {
    await using server = await serveInTurn(503, 503, answer("setTimeZone", "setTimeZone_OK"));
    await using client = byCode(server, { retry: { delay: 0 } });
    const told = listen(client);
    await client.operations.setTimeZone({ sTimezone: "60" });
    expect(told.map(([name]) => name)).to.deep.equal(["exchange", "retry", "exchange", "retry", "exchange"]);
    expect(told.filter(([name]) => name === "retry").map(([, event]) => event)).to.deep.equal([
      { operation: "setTimeZone", attempt: 1, error: "PROTOCOL", milliseconds: 0 },
      { operation: "setTimeZone", attempt: 2, error: "PROTOCOL", milliseconds: 0 },
    ]);
  });

  it("reports no failed attempt that is the last", async () => {
    await using server = await serveInTurn(503);
    await using client = byCode(server, { retry: { delay: 0 } });
    const told = listen(client);
    await thrown(OutcomeUnknownError, client.closeSession(SESSION));
    expect(told.map(([name]) => name)).to.deep.equal(["exchange"]);
  });
});

describe("events: paced", () => {
  it("reports that a login waits, and for how long", async () => {
    await using emulator = await startEmulator();
    const abort = new AbortController();
    const { endpoint } = emulator;
    await using client = new RescueClient({ credentials: ADMINISTRATOR, endpoint, paceLogins: true });
    for (let login = 0; login < 10; login += 1) {
      await client.login();
      await client.logout();
    }
    const told = listen(client);
    client.on("paced", () => abort.abort());
    const error = await thrown(AbortedError, client.closeSession(SESSION, { signal: abort.signal }));
    expect(error.outcome).to.equal("not-sent");
    expect(told.map(([name]) => name)).to.deep.equal(["paced"]);
    const [[, paced]] = told as [[string, RescueEvents["paced"]]];
    expect(paced.milliseconds).to.be.within(1, 182_000);
    expect(emulator.executions("login")).to.equal(10);
  });
});

describe("events: relogin", () => {
  it("reports that the service had forgotten the login", async () => {
    await using emulator = await startEmulator();
    await using client = new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint });
    await client.login();
    emulator.reset();
    const told = listen(client);
    await client.closeSession(SESSION);
    expect(told.map(([name]) => name)).to.deep.equal(["exchange", "relogin", "exchange", "exchange"]);
    expect(told[1]).to.deep.equal(["relogin", { operation: "closeSession" }]);
    expect(exchanges(told).map(({ operation }) => operation)).to.deep.equal(["closeSession", "login", "closeSession"]);
  });

  it("is emitted twice for a user who is not an administrator, however many calls follow", async () => {
    await using emulator = await startEmulator();
    await using client = new RescueClient({ credentials: TECHNICIAN, endpoint: emulator.endpoint });
    const told = listen(client);
    for (let call = 0; call < 5; call += 1) await thrown(NotAuthenticatedError, client.closeSession(SESSION));
    expect(told.filter(([name]) => name === "relogin")).to.have.length(2);
  });
});

describe("events: diagnostics channels", () => {
  it("receive the events of every client, without bodies", async () => {
    const heard: [string, object][] = [];
    const subscriptions = NAMES.map((name) => {
      const listener = (message: unknown) => heard.push([name, message as object]);
      channel(`rescue-soap-client:${name}`).subscribe(listener);
      return () => channel(`rescue-soap-client:${name}`).unsubscribe(listener);
    });
    try {
      await using server = await serveInTurn(503, answer("setTimeZone", "setTimeZone_OK", "<sNew/>"));
      await using client = byCode(server, { retry: { delay: 0 } });
      await client.operations.setTimeZone({ sTimezone: "60" });
      expect(heard.map(([name]) => name)).to.deep.equal(["exchange", "retry", "drift", "exchange"]);
      const told = listen(client, { bodies: true });
      await client.operations.setTimeZone({ sTimezone: "60" });
      const { request: _, reply: __, ...bare } = exchanges(told)[0] as RescueEvents["exchange"];
      expect(heard.at(-1)).to.deep.equal(["exchange", bare]);
    } finally {
      for (const off of subscriptions) off();
    }
  });

  it("cost nothing where nobody listens", () => {
    expect(new Events().wants()).to.deep.equal({ exchanges: debugWanted(), bodies: false });
  });
});

describe("events: DEBUG", () => {
  const table: readonly (readonly [value: string | undefined, wanted: boolean])[] = [
    [undefined, false],
    ["", false],
    ["rescue", true],
    ["rescue*", true],
    ["rescue:*", true],
    ["rescue-soap-client", true],
    ["resc*", true],
    ["*", true],
    ["express, rescue*", true],
    ["express rescue", true],
    ["express", false],
    ["node-soap", false],
    ["express:*", false],
    ["*,-rescue*", false],
    ["-rescue,*", false],
  ];
  for (const [value, wanted] of table) {
    it(`${value}: ${wanted}`, () => {
      const before = process.env.DEBUG;
      try {
        if (value === undefined) delete process.env.DEBUG;
        else process.env.DEBUG = value;
        expect(debugWanted()).to.equal(wanted);
      } finally {
        if (before === undefined) delete process.env.DEBUG;
        else process.env.DEBUG = before;
      }
    });
  }
});
