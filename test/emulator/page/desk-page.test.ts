import { expect } from "chai";
import { type EmulatorOptions, VirtualClock } from "../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { AUTH_CODE, call, closing, exchange, logIn } from "../wire.js";
import { HOSTILE, hostileSeed } from "./hostile-seed.js";
import { openPage, sectionOf, textOf } from "./page-requests.js";

const CLOCK = Date.UTC(2026, 0, 5, 9, 41, 7);
const started = (options: EmulatorOptions = {}): Promise<Emulator> =>
  startEmulator({ clock: new VirtualClock(CLOCK), ...options });

describe("the emulator's page", () => {
  it("shows the desk: sessions by status, consoles, the clock", async () => {
    await using emulator = await started();
    const { status, body } = await openPage(emulator.endpoint);
    expect(status).to.equal(200);
    const sessions = textOf(sectionOf(body, "sessions"));
    expect(sessions).to.match(/PICKEDUP \d+/);
    expect(sessions).to.match(/Close session 20000001/);
    expect(textOf(sectionOf(body, "consoles"))).to.match(/203 Offline Turn on the console of/);
    expect(textOf(sectionOf(body, "clock"))).to.include("09:41:07 2026-01-05 UTC");
    expect(textOf(sectionOf(body, "logins"))).to.include("Nobody is logged in.");
    expect(textOf(sectionOf(body, "exchanges"))).to.include("No call yet.");
    expect(textOf(sectionOf(body, "faults"))).to.include("No fault is planned.");
  });

  it("shows who is logged in and until when, but no cookie", async () => {
    await using emulator = await started();
    const cookie = await logIn(emulator.endpoint);
    emulator.clock.advance(60_000);
    const { body } = await openPage(emulator.endpoint);
    expect(textOf(sectionOf(body, "logins"))).to.include("some@email.com until 10:01:07 , 19 min");
    expect(body).not.to.include(cookie.split("=")[1]);
    emulator.clock.advance(19 * 60_000);
    expect(textOf((await openPage(emulator.endpoint)).body)).to.include("Nobody is logged in.");
  });

  it("shows the last 20 exchanges with their XML, the newest first, without secrets", async () => {
    await using emulator = await started({ limits: false });
    await logIn(emulator.endpoint);
    for (let id = 1; id <= 20; id += 1) await call(emulator.endpoint, "closeSession", closing(id, AUTH_CODE));
    await logIn(emulator.endpoint);
    const { body } = await openPage(emulator.endpoint);
    const exchanges = sectionOf(body, "exchanges");
    const numbers = [...exchanges.matchAll(/<li data-key="(\d+)"/g)].map(([, number]) => Number(number));
    expect(numbers).to.deep.equal(Array.from({ length: 20 }, (_, index) => 22 - index));
    expect(exchanges).to.include("&lt;sPassword&gt;[redacted]&lt;/sPassword&gt;");
    expect(exchanges).to.include("login_OK");
    for (const { password, authCode } of emulator.export().users) {
      expect(body).not.to.include(password);
      if (authCode !== undefined) expect(body).not.to.include(authCode);
    }
  });

  it("shows planned faults with their counters", async () => {
    await using emulator = await started();
    emulator.faults.add({ operation: "closeSession", kind: "garbage", phase: "before", nth: 3 });
    emulator.faults.add({ operation: "*", kind: "result", phase: "before", times: "always" });
    const faults = async () => textOf(sectionOf((await openPage(emulator.endpoint)).body, "faults"));
    expect(await faults()).to.include("closeSession garbage before in 3 calls any result before next call");
    for (let id = 1; id <= 3; id += 1) await call(emulator.endpoint, "closeSession", closing(id, AUTH_CODE));
    expect(await faults()).to.include("closeSession garbage before played 1");
  });

  it("filters the sessions by one status, and ignores an unknown one", async () => {
    await using emulator = await started();
    const rows = async (path: string) => {
      const sessions = sectionOf((await openPage(emulator.endpoint, path)).body, "sessions");
      return [...sessions.matchAll(/<tr data-key="\d+">.*?<span class="chip \w+">(\w+)</gs)].map(
        ([, status]) => status,
      );
    };
    expect(new Set(await rows("/?status=ONHOLD"))).to.deep.equal(new Set(["ONHOLD"]));
    expect(await rows("/?status=%22%3E%3Cscript%3E")).to.deep.equal(await rows("/"));
    expect(textOf((await openPage(emulator.endpoint, "/?status=CLOSED_DURINGREBOOTING")).body)).to.match(
      /CLOSED_DURINGREBOOTING \d/,
    );
  });

  it("shows many sessions in pages, and the way to each", async () => {
    const sessions = Array.from({ length: 3000 }, (_, index) => ({
      id: index + 1,
      status: index % 2 === 0 ? ("WAITING" as const) : ("CLOSEDBYCUSTOMER" as const),
    }));
    await using emulator = await started({ seed: { users: [], sessions } });
    const { body } = await openPage(emulator.endpoint);
    expect(textOf(body)).to.include("WAITING 1500");
    expect(textOf(body)).to.match(/ 1 to 100 of 3000\. Next The list ends at 2000: choose a status\. /);
    expect(body.match(/<tr data-key=/g)).to.have.length(100);
    expect(body).to.include('<tr data-key="2999"').and.not.to.include('<tr data-key="3000"');
    const last = (await openPage(emulator.endpoint, "/?status=WAITING&page=15")).body;
    expect(textOf(last))
      .to.match(/ 1401 to 1500 of 1500\. Previous /)
      .and.not.to.include("Next");
    expect(last).to.include('href="/?status=WAITING&amp;page=14"').and.include('<tr data-key="1"');
    const form = /action="(\/~desk\/actions\/close-session[^"]*)"/.exec(last)?.[1];
    expect(form, "where its forms lead back to").to.equal("/~desk/actions/close-session?status=WAITING&amp;page=15");
  });

  it("escapes every name", async () => {
    await using emulator = await started({ seed: hostileSeed });
    const envelope = `<x>${"<!-- --><script>alert(7)</script>"}</x>`;
    await exchange(emulator.endpoint, { headers: { "Content-Type": "text/xml" }, body: envelope });
    const { body } = await openPage(emulator.endpoint);
    for (const text of HOSTILE) expect(body).not.to.include(text);
    expect(body.match(/alert\(/g)).to.have.length.above(12);
    expect(body.match(/<script/g)).to.deep.equal(["<script"]);
    expect(body).not.to.match(/<(img|svg|textarea)|<[^>]*\son\w+=/);
  });

  it("only lets the browser run and show its own files", async () => {
    await using emulator = await started();
    const { headers, body } = await openPage(emulator.endpoint);
    const policy = new Map(
      String(headers["content-security-policy"])
        .split("; ")
        .map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]),
    );
    expect(Object.fromEntries(policy)).to.deep.equal({
      "default-src": "'none'",
      "script-src": "'self'",
      "style-src": "'self'",
      "img-src": "'self'",
      "connect-src": "'self'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
      "base-uri": "'none'",
    });
    expect(headers).to.include({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
    expect(headers["referrer-policy"]).to.equal("same-origin");
    expect(body).not.to.match(/(?:src|href)="(?!\/|#)|style="/);
    for (const [, path] of body.matchAll(/(?:src|href)="(\/~desk\/[^"]+)"/g)) {
      const file = await openPage(emulator.endpoint, path);
      expect([file.status, file.headers["x-content-type-options"]], path).to.deep.equal([200, "nosniff"]);
    }
  });

  it("shows the caller of a call, what the emulator did not know, and the conditions of a fault", async () => {
    await using emulator = await started();
    await call(emulator.endpoint, "closeSession", closing(12345679, AUTH_CODE));
    emulator.faults.add({
      operation: "closeSession",
      phase: "before",
      kind: "status",
      key: "<b>",
      caller: "some@email.com",
    });
    const { body } = await openPage(emulator.endpoint);
    const exchanges = textOf(sectionOf(body, "exchanges"));
    expect(exchanges).to.contain("this desk has no session 12345679; did you mean 12345678?");
    expect(exchanges).to.contain("By some@email.com");
    expect(textOf(sectionOf(body, "faults"))).to.contain("closeSession status before for &lt;b&gt; by some@email.com");
  });

  it("answers only to its own host names", async () => {
    await using emulator = await started();
    const { port } = new URL(emulator.endpoint);
    const answer = async (host: string, path = "/") => (await openPage(emulator.endpoint, path, { Host: host })).status;
    expect(await answer(`localhost:${port}`)).to.equal(200);
    expect(await answer(`127.0.0.1:${port}`)).to.equal(200);
    for (const path of ["/", "/~desk/events", "/~desk/page.js", "/~desk/actions/reset"]) {
      expect(await answer(`attacker.example:${port}`, path), path).to.equal(421);
    }
  });

  it("answers 404 and 405 for unknown paths and methods", async () => {
    await using emulator = await started();
    const status = async (method: string, path: string) => (await exchange(emulator.endpoint, { method, path })).status;
    expect(await status("GET", "/~desk/nothing")).to.equal(404);
    expect(await status("GET", "/~desk/actions/reset")).to.equal(405);
    expect(await status("POST", "/~desk/actions/constructor")).to.equal(404);
    expect(await status("POST", "/")).to.equal(405);
    expect(await status("DELETE", "/~desk/events")).to.equal(405);
    expect(await status("HEAD", "/")).to.equal(200);
  });
});
