import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { type Emulator, startEmulator } from "../../src/emulator/index.js";
import { ADMINISTRATOR } from "../client/guide-values.js";

const SECRET = "a secret of the ticket system";

describe("examples/webhook", function () {
  this.timeout(60_000);
  let emulator: Emulator;
  let server: ReturnType<typeof spawn>;
  let address: string;
  let noise: Promise<string>;
  let printed: string[];

  beforeEach(async () => {
    emulator = await startEmulator({ limits: false });
    const child = spawn(process.execPath, ["examples/webhook/server.mjs"], { env: environment() });
    server = child;
    noise = text(child.stderr);
    printed = [];
    const lines = createInterface(child.stdout);
    lines.on("line", (line) => printed.push(line));
    const [line] = (await once(lines, "line")) as [string];
    address = line.replace("listening on ", "");
  });
  afterEach(async () => {
    if (server?.exitCode === null) {
      server.kill("SIGKILL");
      await once(server, "exit");
    }
    await emulator?.close();
  });

  function environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      PORT: "0",
      WEBHOOK_SECRET: SECRET,
      RESCUE_ENDPOINT: emulator.endpoint,
      RESCUE_EMAIL: ADMINISTRATOR.email,
      RESCUE_PASSWORD: ADMINISTRATOR.password,
    };
  }

  async function deliver(
    body: unknown,
    { time = Math.floor(Date.now() / 1000), secret = SECRET } = {},
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const bytes = typeof body === "string" ? body : JSON.stringify(body);
    const signature = createHmac("sha256", secret).update(`${time}.${bytes}`).digest("hex");
    const headers = { "content-type": "application/json", "x-timestamp": String(time), "x-signature": signature };
    const response = await fetch(`${address}/tickets`, { method: "POST", headers, body: bytes });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  const closed = (delivery: string, session: number) => ({ delivery, event: "closed", session });

  it("closes the session, once, also when the ticket system delivers again", async () => {
    const first = await deliver(closed("d-1", 12345678));
    expect(first).to.deep.equal({ status: 200, body: { session: 12345678, done: "closed" } });
    expect(await deliver(closed("d-1", 12345678))).to.deep.equal(first);
    expect(await Promise.all([deliver(closed("d-2", 20000003)), deliver(closed("d-2", 20000003))])).to.have.length(2);
    expect(emulator.executions("closeSession", 12345678)).to.equal(1);
    expect(emulator.log.filter(({ operation }) => operation === "closeSession")).to.have.length(2);
  });

  it("looks when the answer is lost, instead of calling again", async () => {
    emulator.faults.add({ operation: "closeSession", phase: "after", kind: "reset" });
    expect((await deliver(closed("d-1", 12345678))).body).to.include({ done: "closed" });
    expect(emulator.log.filter(({ operation }) => operation === "closeSession")).to.have.length(1);
  });

  it("tells what the service refused, and does nothing for other events", async () => {
    const { status, body } = await deliver(closed("d-1", 77));
    expect([status, body.done, body.code]).to.deep.equal([409, "refused", "InvalidParam_Session"]);
    const other = await deliver({ delivery: "d-2", event: "opened", session: 12345678 });
    expect(other).to.deep.equal({ status: 200, body: { session: 12345678, done: "nothing to do" } });
    expect(emulator.executions("closeSession", 12345678)).to.equal(0);
  });

  it("answers no delivery with what became of another session", async () => {
    await deliver(closed("d-1", 12345678));
    expect((await deliver(closed("d-1", 20000001))).status).to.equal(422);
    expect(emulator.executions("closeSession")).to.equal(1);
  });

  it("keeps no answer that says nothing of the session: its own user is refused for a while", async () => {
    const remove = emulator.on("closeSession", () => ({ closeSessionResult: "closeSessionRet_NotLoggedInAsAdmin" }));
    expect((await deliver(closed("d-1", 12345678))).status).to.equal(503);
    remove();
    expect((await deliver(closed("d-1", 12345678))).status).to.equal(200);
    expect(emulator.executions("closeSession", 12345678)).to.equal(1);
  });

  it("takes no body that is not JSON, too large, or signed by nobody", async () => {
    const post = (headers: Record<string, string>, body: string) =>
      fetch(`${address}/tickets`, { method: "POST", headers, body }).then(({ status }) => status);
    const body = JSON.stringify(closed("d-1", 12345678));
    expect(await post({ "content-type": "text/plain" }, body)).to.equal(415);
    expect(await post({ "content-type": "application/json" }, body)).to.equal(401);
    expect((await deliver({ ...closed("d-1", 12345678), more: "x".repeat(20_000) })).status).to.equal(413);
    expect((await deliver(closed("x".repeat(101), 12345678))).status).to.equal(400);
    expect((await fetch(`${address}/health`)).status).to.equal(200);
    expect(emulator.log).to.have.length(0);
  });

  it("forgets the oldest answer where there are too many, and no call that is under way", async () => {
    // A service that never answers for session 1.
    const program = `
      import { createHmac } from "node:crypto";
      import { makeServer } from "./examples/webhook/server.mjs";
      const calls = [];
      const closeSession = (session) => (calls.push(session), session === 1 ? new Promise(() => {}) : Promise.resolve());
      const app = makeServer({ rescue: { closeSession }, secret: "s", now: () => 0, kept: 2 });
      const post = (delivery, session) => {
        const payload = JSON.stringify({ delivery, event: "closed", session });
        const signature = createHmac("sha256", "s").update("0." + payload).digest("hex");
        const headers = { "content-type": "application/json", "x-timestamp": "0", "x-signature": signature };
        return app.inject({ method: "POST", url: "/tickets", headers, payload });
      };
      const late = (delivery) => void post(delivery, 1).catch(() => {});
      late("a");
      for (const [delivery, session] of [["b", 2], ["c", 3], ["b", 2]]) await post(delivery, session);
      late("a");
      late("d");
      const { statusCode } = await post("e", 4);
      console.log(JSON.stringify({ calls, statusCode }));
      process.exit();`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", program]);
    const [told, said] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(said).to.equal("");
    // Session 1 once for "a" and once for "d"; "b" was forgotten for "c" and is called again.
    expect(JSON.parse(told)).to.deep.equal({ calls: [1, 2, 3, 2, 1], statusCode: 503 });
  });

  it("starts through a link to its folder", async () => {
    const folder = await mkdtemp(join(tmpdir(), "webhook-"));
    await symlink(resolve("examples/webhook"), join(folder, "link"), "junction");
    const child = spawn(process.execPath, [join(folder, "link/server.mjs")], { env: environment() });
    const line = await Promise.race([once(createInterface(child.stdout), "line"), once(child, "exit")]);
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
    await rm(folder, { recursive: true, force: true });
    expect(line[0]).to.match(/^listening on /);
  });

  it("refuses a wrong signature, an old one and a body of another shape, and calls nothing", async () => {
    const now = Math.floor(Date.now() / 1000);
    const statuses = [
      await deliver(closed("d-1", 12345678), { secret: "another" }),
      await deliver(closed("d-1", 12345678), { time: now - 3600 }),
      await deliver("not JSON"),
      await deliver({ delivery: "d-1", event: "closed", session: "12345678" }),
      await deliver({ delivery: "d-1", event: "closed", session: true }),
      await deliver(closed("d-1", 12345678), { time: now + 3600 }),
      await deliver({ delivery: "d-1", event: "closed" }),
    ].map(({ status }) => status);
    expect(statuses).to.deep.equal([401, 401, 400, 400, 400, 401, 400]);
    expect(emulator.log).to.have.length(0);
  });

  it("ends on SIGTERM, logs out, and has printed no secret", async () => {
    await deliver(closed("d-1", 12345678));
    server.kill("SIGTERM");
    const [code] = await once(server, "exit");
    expect([code, await noise]).to.deep.equal([0, ""]);
    expect(emulator.log.map(({ operation }) => operation)).to.include("logout");
    expect(printed.join("\n")).to.not.include(SECRET).and.not.include(ADMINISTRATOR.password);
  });
});
