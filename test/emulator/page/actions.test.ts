import { once } from "node:events";
import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { open } from "../hostile/raw-client.js";
import { AUTH_CODE, call, closing, exchange, logIn, resultOf } from "../wire.js";
import { act, openPage, sectionOf, textOf, tokenOf } from "./page-requests.js";

const CLOCK = Date.UTC(2026, 0, 5, 9, 41, 7);

describe("the page's actions", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(CLOCK) });
  });
  afterEach(() => emulator.close());

  /** What a browser without scripts shows after a form: the page it leads to. */
  async function follow(action: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const reply = await act(emulator.endpoint, action, fields);
    expect(reply.status).to.equal(303);
    return textOf((await openPage(emulator.endpoint, reply.headers.location)).body);
  }
  const sessionsOf = () => emulator.export().sessions;
  const statusOf = (id: number) => sessionsOf().find((session) => session.id === id)?.status;

  it("starts a session", async () => {
    const before = sessionsOf().length;
    const page = await follow("new-session", { customer: "<b>Eve</b>", channel: "401", technician: "" });
    const made = sessionsOf().at(-1);
    expect(sessionsOf()).to.have.length(before + 1);
    expect(made).to.deep.include({ status: "WAITING", channel: 401 });
    expect(made?.customFields?.[0]).to.equal("<b>Eve</b>");
    expect(page).to.include(`Session ${made?.id} has come in.`).and.to.include("&lt;b&gt;Eve&lt;/b&gt;");
  });

  it("closes a session like its technician, once", async () => {
    expect(await follow("close-session", { session: "12345678" })).to.include("Session 12345678 is closed.");
    expect(statusOf(12345678)).to.equal("CLOSEDBYTECHNICIAN");
    const again = await act(emulator.endpoint, "close-session", { session: "12345678" });
    expect(again.status).to.equal(422);
    expect(textOf(again.body)).to.include("has been closed before");
  });

  it("turns a console on and off", async () => {
    const result = async () => resultOf(await call(emulator.endpoint, "closeSession", closing(90000003, AUTH_CODE)));
    expect(await result()).to.equal("closeSessionRet_ActionFailed");
    expect(await follow("console", { technician: "203", state: "Online" })).to.include("technician 203 is Online now");
    expect(await result()).to.equal("closeSessionRet_OK");
    await follow("console", { technician: "203", state: "Offline" });
    expect(textOf(sectionOf((await openPage(emulator.endpoint)).body, "consoles"))).to.include("203 Offline");
  });

  it("advances the clock", async () => {
    await logIn(emulator.endpoint);
    await follow("advance", { minutes: "1" });
    expect(emulator.clock.now()).to.equal(CLOCK + 60_000);
    expect(await follow("advance", { minutes: "18.5" })).to.include("The clock is 18.5 minutes further.");
    expect(emulator.logins()).to.equal(1);
    await follow("advance", { minutes: "20" });
    expect(emulator.logins()).to.equal(0);
  });

  it("plans faults and clears them", async () => {
    const fault = { operation: "closeSession", kind: "status", phase: "before", nth: "2" };
    expect(await follow("add-fault", fault)).to.include(
      "Planned: status before the change, on call 2 of closeSession.",
    );
    const close = async () => (await call(emulator.endpoint, "closeSession", closing(1, AUTH_CODE))).status;
    expect([await close(), await close()]).to.deep.equal([200, 503]);
    await follow("add-fault", { ...fault, nth: "1" });
    expect(await follow("clear-faults")).to.include("No fault is planned any more.");
    expect(await close()).to.equal(200);
  });

  it("resets the desk", async () => {
    await follow("close-session", { session: "12345678" });
    expect(await follow("reset")).to.include("The desk is as it was at the start.");
    expect(statusOf(12345678)).to.equal("PICKEDUP");
  });

  it("does nothing for a form that began to come before a reset", async () => {
    const form = `token=${await tokenOf(emulator.endpoint)}&session=12345678`;
    const socket = open(emulator.endpoint);
    await once(socket, "connect");
    const head = ["Host: localhost", "Content-Type: application/x-www-form-urlencoded", "Connection: close"];
    socket.write(`POST /~desk/actions/close-session HTTP/1.1\r\n${head.join("\r\n")}\r\n`);
    socket.write(`Content-Length: ${form.length}\r\n\r\n${form.slice(0, 10)}`);
    // What was sent before a whole request has arrived when that is answered.
    await openPage(emulator.endpoint);
    emulator.reset();
    socket.write(form.slice(10));
    let received = "";
    for await (const chunk of socket) received += chunk;
    expect(received)
      .to.match(/^HTTP\/1\.1 409 /)
      .and.contain("has been reset meanwhile: nothing was done");
    expect(statusOf(12345678)).to.equal("PICKEDUP");
  });

  it("returns to the selected sessions", async () => {
    const reply = await act(emulator.endpoint, "clear-faults?status=ONHOLD");
    expect(reply.headers.location).to.match(/^\/\?status=ONHOLD&notice=\d+$/);
  });

  it("says what is wrong with a field, and changes nothing", async () => {
    const before = JSON.stringify(emulator.export());
    const wrong: readonly [action: string, fields: Readonly<Record<string, string>>, message: RegExp][] = [
      ["new-session", { technician: "999" }, /no technician 999/],
      ["new-session", { channel: "__proto__" }, /channel: expected a whole number/],
      ["close-session", {}, /session: expected a whole number/],
      ["close-session", { session: "1" }, /no session 1/],
      ["console", { technician: "201", state: "constructor" }, /expected one of Online/],
      ["advance", { minutes: "-1" }, /minutes: expected a number/],
      ["advance", { minutes: "1e9" }, /minutes: expected a number/],
      ["add-fault", { operation: "toString", kind: "reset", phase: "before", nth: "1" }, /no operation/],
      ["add-fault", { operation: "login", kind: "__proto__", phase: "before", nth: "1" }, /kind: expected one of/],
      ["add-fault", { operation: "login", kind: "reset", phase: "never", nth: "1" }, /phase: expected/],
      ["add-fault", { operation: "login", kind: "reset", phase: "before", nth: "0" }, /nth: must be/],
    ];
    for (const [action, fields, message] of wrong) {
      const reply = await act(emulator.endpoint, action, fields);
      expect(reply.status, action).to.equal(422);
      const notice = /<p id="notice" role="status" class="bad">([^<]*)</.exec(reply.body)?.[1];
      expect(notice, action).to.match(message);
    }
    expect(JSON.stringify(emulator.export())).to.equal(before);
    expect(emulator.faults.list()).to.have.length(0);
  });

  it("answers a script as it answers a reader", async () => {
    const headers = { Accept: "application/json" };
    const good = await act(emulator.endpoint, "close-session", { session: "12345678" }, headers);
    expect([good.status, JSON.parse(good.body)]).to.deep.equal([
      200,
      { text: "Session 12345678 is closed.", failed: false },
    ]);
    const bad = await act(emulator.endpoint, "close-session", { session: "12345678" }, headers);
    expect([bad.status, JSON.parse(bad.body).failed]).to.deep.equal([422, true]);
  });

  it("does nothing without the token of this start, or for another site's page", async () => {
    const { endpoint } = emulator;
    const { host } = new URL(endpoint);
    await using other = await startEmulator();
    const foreign = await tokenOf(other.endpoint);
    const fields = { session: "12345678" };
    for (const token of ["", "x", foreign]) {
      expect((await act(endpoint, "close-session", { ...fields, token })).status).to.equal(403);
    }
    for (const Origin of [
      "https://attacker.example",
      "null",
      `http://${host}.attacker.example`,
      "http://localhost:1",
    ]) {
      expect((await act(endpoint, "close-session", fields, { Origin })).status, Origin).to.equal(403);
    }
    expect((await act(endpoint, "close-session", fields, { Host: "attacker.example" })).status).to.equal(421);
    expect(statusOf(12345678)).to.equal("PICKEDUP");
    expect((await act(endpoint, "close-session", fields, { Origin: `http://${host}` })).status).to.equal(303);
  });

  it("refuses a form that is too long", async () => {
    const token = await tokenOf(emulator.endpoint);
    const customer = "x".repeat(20_000);
    expect((await act(emulator.endpoint, "new-session", { token, customer })).status).to.equal(413);
    const huge = await exchange(emulator.endpoint, {
      path: "/~desk/actions/reset",
      body: Buffer.alloc(5_000_000, "x"),
    });
    expect(huge.status).to.equal(413);
  });
});
