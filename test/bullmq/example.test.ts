import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { type Emulator, startEmulator } from "../../src/emulator/index.js";
import { ADMINISTRATOR } from "../client/guide-values.js";
import { RedisServer } from "../client/redis-server.js";
import { describeWith } from "../describe-with.js";
import { findInterpreter } from "../interop/programs.js";

const program = await findInterpreter(["redis-server"], ["--version"]);

describeWith(program, "examples/bullmq", "no redis-server here (Debian: redis-server)", (found) => {
  let redis: RedisServer;
  let emulator: Emulator;
  beforeEach(async () => {
    redis = await RedisServer.start(found, { isDurable: true });
    emulator = await startEmulator();
  });
  afterEach(async () => {
    await emulator?.close();
    await redis?.[Symbol.asyncDispose]();
  });

  it("closes what two workers find in the queue, and tells which sessions need a person", async function () {
    this.timeout(60_000);
    const env = {
      ...process.env,
      REDIS_URL: redis.socket,
      RESCUE_ENDPOINT: emulator.endpoint,
      RESCUE_EMAIL: ADMINISTRATOR.email,
      RESCUE_PASSWORD: ADMINISTRATOR.password,
    };
    const start = (name: string) => spawn(process.execPath, [`examples/bullmq/${name}.mjs`], { env });
    const workers = [start("worker"), start("worker")];
    const noise = workers.map(({ stderr }) => text(stderr));
    const enqueue = start("enqueue");
    enqueue.stdin.end("20000001\n20000002\n20000003\n77\n");
    const [printed, said] = await Promise.all([text(enqueue.stdout), text(enqueue.stderr)]);
    for (const worker of workers) worker.kill("SIGINT");
    const codes = await Promise.all(workers.map(async (worker) => worker.exitCode ?? (await once(worker, "exit"))[0]));
    expect([said, ...(await Promise.all(noise))]).to.deep.equal(["", "", ""]);
    expect(codes).to.deep.equal([0, 0]);
    expect(printed.split("\n").slice(0, 2)).to.deep.equal(["4 sessions in the queue", "3 closed, 1 for a person"]);
    expect(printed.split("\n")[2]).to.match(/^77 InvalidParam_Session: /);
    expect(emulator.log.filter(({ operation }) => operation === "login")).to.have.length(1);
  });
});
