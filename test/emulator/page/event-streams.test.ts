import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { STREAM_LIMIT } from "../../../src/emulator/page/event-streams.js";
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
