import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
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
    const env = {
      ...process.env,
      PORT: "0",
      WEBHOOK_SECRET: SECRET,
      RESCUE_ENDPOINT: emulator.endpoint,
      RESCUE_EMAIL: ADMINISTRATOR.email,
      RESCUE_PASSWORD: ADMINISTRATOR.password,
    };
    const child = spawn(process.execPath, ["examples/webhook/server.mjs"], { env });
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

  it("refuses a wrong signature, an old one and a body of another shape, and calls nothing", async () => {
    const now = Math.floor(Date.now() / 1000);
    const statuses = [
      await deliver(closed("d-1", 12345678), { secret: "another" }),
      await deliver(closed("d-1", 12345678), { time: now - 3600 }),
      await deliver("not JSON"),
      await deliver({ delivery: "d-1", event: "closed", session: "abc" }),
      await deliver({ delivery: "d-1", event: "closed" }),
    ].map(({ status }) => status);
    expect(statuses).to.deep.equal([401, 401, 400, 400, 400]);
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
