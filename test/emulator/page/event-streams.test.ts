import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { mock } from "node:test";
import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { EventStreams, STREAM_LIMIT } from "../../../src/emulator/page/event-streams.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { AUTH_CODE, call, closing, logIn } from "../wire.js";
import { act, openPage, PageEvents } from "./page-requests.js";

describe("the page's events", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(Date.UTC(2026, 0, 5, 9, 41, 7)) });
  });
  afterEach(() => emulator.close());

  it("begin with the current state of every section", async () => {
    const events = await PageEvents.open(emulator.endpoint);
    expect(events.headers).to.include({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
    });
    expect(events.headers["x-content-type-options"]).to.equal("nosniff");
    const page = (await openPage(emulator.endpoint)).body;
    for (const id of ["sessions", "exchanges", "clock", "consoles", "logins", "faults"]) {
      expect(page).to.include(await events.until(id, ""));
    }
    events.close();
  });

  it("report calls, logins and everything done by hand", async () => {
    const events = await PageEvents.open(emulator.endpoint);
    await logIn(emulator.endpoint);
    await events.until("logins", "some@email.com");
    await call(emulator.endpoint, "closeSession", closing(12345678, AUTH_CODE));
    await events.until("exchanges", "closeSessionRet_OK");
    emulator.desk.newSession({ customFields: ["Eve"] });
    await events.until("sessions", "<bdi>Eve</bdi>");
    emulator.desk.setConsole(203, "Busy");
    await events.until("consoles", "Busy</span><form");
    await act(emulator.endpoint, "advance", { minutes: "20" });
    await events.until("clock", "10:01:07");
    await act(emulator.endpoint, "reset");
    await events.until("exchanges", "No call yet.");
    events.close();
  });

  it("notice changes without an event: the clock and faults of the test", async () => {
    const events = await PageEvents.open(emulator.endpoint);
    emulator.clock.advance(1000);
    emulator.faults.add({ operation: "login", kind: "reset", phase: "before" });
    await events.until("clock", "09:41:08");
    await events.until("faults", "reset before");
    events.close();
  });

  it("show the selected status", async () => {
    const events = await PageEvents.open(emulator.endpoint, "?status=ONHOLD");
    expect(await events.until("sessions", "")).not.to.include(">PICKEDUP</span>");
    events.close();
  });

  it("push a burst of calls at once", async () => {
    const events = await PageEvents.open(emulator.endpoint);
    await events.until("exchanges", "No call yet.");
    const calls = Array.from({ length: 100 }, () => call(emulator.endpoint, "closeSession", closing(1, AUTH_CODE)));
    await Promise.all(calls);
    let pushes = 0;
    for (let html = ""; !html.includes('data-key="100"'); pushes += 1)
      html = await events.until("exchanges", "data-key");
    expect(pushes).to.be.below(50);
    events.close();
  });

  it("end when the emulator closes", async () => {
    const streams = await Promise.all([PageEvents.open(emulator.endpoint), PageEvents.open(emulator.endpoint)]);
    await emulator.close();
    for (const events of streams) {
      const ended = await events.until("sessions", "never there").catch((error: Error) => error.message);
      expect(ended).to.match(/the stream ended|aborted/);
    }
  });

  it("are limited in number; closing a page frees its place", async () => {
    const open: PageEvents[] = [];
    for (let index = 0; index < STREAM_LIMIT; index += 1) open.push(await PageEvents.open(emulator.endpoint));
    expect((await openPage(emulator.endpoint, "/~desk/events")).status).to.equal(503);
    for (const events of open) events.close();
    for (;;) {
      const events = await PageEvents.open(emulator.endpoint);
      events.close();
      if (events.headers["content-type"]?.startsWith("text/event-stream")) break;
    }
  });
});

describe("the page's events on a connection", () => {
  const choice = { status: undefined, page: 1 };
  let server: Server;
  let client: Socket;
  let streams: EventStreams;
  let change: () => void;
  let drawn: number;
  let state: number;
  let response: ServerResponse;

  beforeEach(async () => {
    mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
    drawn = 0;
    state = 0;
    const draw = () => {
      drawn += 1;
      return new Map([["sessions", `state ${state} ${"x".repeat(32 * 1024 * 1024)}`]]);
    };
    streams = new EventStreams(draw, (listener) => {
      change = listener;
      return () => undefined;
    });
    server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    client = connect((server.address() as AddressInfo).port, "127.0.0.1");
    client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    const [, opened] = (await once(server, "request")) as [unknown, ServerResponse];
    response = opened;
    streams.open(response, choice, {});
  });
  afterEach(() => {
    mock.timers.reset();
    streams.close();
    client.destroy();
    server.close();
  });

  it("wait for a slow reader, who then gets the current state and none in between", async () => {
    const kept = response.writableLength;
    for (let changes = 0; changes < 50; changes += 1) {
      state += 1;
      change();
      mock.timers.tick(1000);
    }
    expect(drawn).to.equal(1);
    expect(response.writableLength).to.equal(kept);
    let text = "";
    client.setEncoding("latin1");
    const drained = once(response, "drain");
    client.on("data", (data) => {
      text = text.slice(-100) + data;
      if (text.includes("state 50 ")) client.emit("current");
    });
    await drained;
    const current = once(client, "current");
    mock.timers.tick(1000);
    await current;
    expect(response.writableLength).to.be.at.most(kept);
  });

  it("have a heartbeat, which does not grow for a slow reader", async () => {
    const kept = response.writableLength;
    mock.timers.tick(150_000);
    expect(response.writableLength).to.equal(kept);
    const alive = new Promise<void>((resolve) => {
      let text = "";
      client.setEncoding("latin1");
      client.on("data", (data) => {
        text = text.slice(-20) + data;
        if (text.includes(": alive\n\n")) resolve();
      });
    });
    await once(response, "drain");
    mock.timers.tick(15_000);
    await alive;
  });
});
