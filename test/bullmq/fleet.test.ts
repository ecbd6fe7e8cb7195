import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { expect } from "chai";
import { Redis } from "ioredis";
import { CloseQueue, type CloseQueueOptions, type CloseResult, CloseWorker, redisJar } from "../../src/bullmq/index.js";
import { SeededRandom } from "../../src/emulator/desk/seeded-random.js";
import { defaultSeed, type Emulator, startEmulator } from "../../src/emulator/index.js";
import { InvalidArgumentError, NotAuthenticatedError, RescueClient } from "../../src/index.js";
import { ADMINISTRATOR } from "../client/guide-values.js";
import { RedisServer } from "../client/redis-server.js";
import { thrown } from "../client/thrown.js";
import { describeWith } from "../describe-with.js";
import { findInterpreter } from "../interop/programs.js";
import { seed } from "../soap/seed.js";

const SESSIONS = 5_000;
const FIRST = 50_000_000;
const WORKERS = 4;

const program = await findInterpreter(["redis-server"], ["--version"]);

describeWith(program, "a fleet of workers", "no redis-server here (Debian: redis-server)", (found) => {
  let redis: RedisServer;
  let emulator: Emulator;
  let connection: Redis;
  const ids = (count: number) => Array.from({ length: count }, (_, index) => FIRST + index);

  beforeEach(async () => {
    redis = await RedisServer.start(found, { isDurable: true });
    connection = new Redis({ path: redis.socket, maxRetriesPerRequest: null });
    connection.on("error", () => {});
    const sessions = ids(SESSIONS).map((id) => ({ id, status: "WAITING" as const, channel: 401 }));
    emulator = await startEmulator({ seed: { ...defaultSeed, sessions } });
  });
  afterEach(async () => {
    connection.disconnect();
    await emulator?.close();
    await redis?.[Symbol.asyncDispose]();
  });

  const open = () => new CloseQueue({ connection, endpoint: emulator.endpoint });
  const start = () => fork(new URL("./worker-process.js", import.meta.url), [redis.socket, emulator.endpoint]);
  const count = (operation: string) => emulator.log.filter((entry) => entry.operation === operation).length;

  /** Resolves when so many sessions are closed. */
  function closes(sessions: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (emulator.executions("closeSession") < sessions) return;
        removal();
        resolve();
      };
      const removal = emulator.on("closeSession", async (_, { proceed }) => {
        const response = await proceed();
        // The close is counted when this has returned.
        setImmediate(look);
        return response;
      });
      look();
    });
  }

  it("enqueues a session once, however often it is named", async () => {
    await using queue = open();
    await queue.enqueue(ids(3));
    expect(
      await queue.enqueue(
        (async function* () {
          yield* ids(4);
        })(),
      ),
    ).to.equal(4);
    expect(await queue.totals()).to.include({ waiting: 4 });
  });

  it("refuses what is no session id, and keeps those before it", async () => {
    await using queue = open();
    await thrown(InvalidArgumentError, queue.enqueue([FIRST, 0]));
    expect(await queue.totals()).to.include({ waiting: 1 });
  });

  it("keeps what the source has named before it throws, or before the signal is aborted", async () => {
    await using queue = open();
    async function* broken() {
      yield* ids(2);
      throw new Error("the list is gone");
    }
    expect((await thrown(Error, queue.enqueue(broken()))).message).to.equal("the list is gone");
    expect(await queue.totals()).to.include({ waiting: 2 });
    const abort = new AbortController();
    async function* endless() {
      yield* ids(5);
      await new Promise(() => setImmediate(() => abort.abort(new Error("enough"))));
    }
    const { signal } = abort;
    expect((await thrown(Error, queue.enqueue(endless(), { signal }))).message).to.equal("enough");
    expect(await queue.totals()).to.include({ waiting: 5 });
    expect((await thrown(Error, queue.done({ signal }))).message).to.equal("enough");
  });

  it("has what a silent source has named", async () => {
    await using queue = open();
    const abort = new AbortController();
    async function* silent() {
      yield* ids(2);
      await new Promise(() => {});
    }
    const enqueued = thrown(Error, queue.enqueue(silent(), { signal: abort.signal }));
    while ((await queue.totals()).waiting < 2) await new Promise(setImmediate);
    abort.abort(new Error("enough"));
    await enqueued;
  });

  it("refuses wrong options", async () => {
    for (const wrong of [
      { name: "a:b" },
      { connection: {} },
      { connection: undefined },
      { endpoint: 1 },
      { endpoit: "" },
    ]) {
      expect(() => new CloseQueue({ connection, ...wrong } as CloseQueueOptions)).to.throw(InvalidArgumentError);
    }
    await using queue = open();
    await thrown(InvalidArgumentError, queue.enqueue(5 as never));
    await thrown(InvalidArgumentError, queue.enqueue([1], { signal: 5 as never }));
    await thrown(InvalidArgumentError, queue.done({ interval: -1 }));
  });

  it("keeps to a rate below one in a second", async () => {
    const client = { credentials: ADMINISTRATOR, endpoint: emulator.endpoint };
    await using slow = new CloseWorker({ connection, client, rate: 0.5 });
    expect(slow.worker.opts.limiter).to.deep.equal({ max: 1, duration: 2_000 });
  });

  it("tells which sessions need a person, and gives them another turn", async () => {
    await using queue = open();
    await queue.enqueue([FIRST, 77]);
    await using _ = new CloseWorker({
      connection,
      client: { credentials: ADMINISTRATOR, endpoint: emulator.endpoint },
    });
    expect(await queue.done({ interval: 20 })).to.include({ closed: 1, failed: 1 });
    const failures: CloseResult[] = [];
    for await (const failure of queue.failures()) failures.push(failure);
    expect(failures).to.have.length(1);
    expect(failures[0]).to.include({ session: 77, closed: false, code: "InvalidParam_Session" });
    emulator.desk.newSession({ id: 77 });
    await queue.retry();
    expect(await queue.done({ interval: 20 })).to.include({ closed: 2, failed: 0 });
  });

  it("stops a worker whose user is refused; its jobs wait for another", async () => {
    await using queue = open();
    await queue.enqueue(ids(2));
    const client = { endpoint: emulator.endpoint };
    await using wrong = new CloseWorker({
      connection,
      client: { ...client, credentials: { ...ADMINISTRATOR, password: "wrong" } },
    });
    expect(await thrown(NotAuthenticatedError, wrong.ended)).to.include({ code: "Invalid" });
    expect(await queue.totals()).to.include({ closed: 0, failed: 0 });
    await using _ = new CloseWorker({ connection, client: { ...client, credentials: ADMINISTRATOR } });
    expect(await queue.done({ interval: 20 })).to.include({ closed: 2, failed: 0 });
  });

  it("does not burn through the queue while the service is away", async () => {
    await using queue = open();
    await queue.enqueue(ids(20));
    emulator.faults.add({ operation: "closeSession", kind: "reset", phase: "before", times: 3 });
    await using _ = new CloseWorker({
      connection,
      client: { credentials: ADMINISTRATOR, endpoint: emulator.endpoint },
    });
    expect(await queue.done({ interval: 20 })).to.include({ closed: 20, failed: 0 });
  });

  it("shares a login, and the memory of a refused password, through Redis", async () => {
    const connect = (password: string) =>
      new RescueClient({
        credentials: { ...ADMINISTRATOR, password },
        endpoint: emulator.endpoint,
        jar: redisJar(connection),
      });
    await Promise.all(ids(5).map(async (id) => connect(ADMINISTRATOR.password).closeSession(id)));
    expect(count("login")).to.equal(1);
    const last = connect(ADMINISTRATOR.password);
    await last.login();
    await last.logout();
    await thrown(NotAuthenticatedError, connect("wrong").login());
    await thrown(NotAuthenticatedError, connect("wrong").login());
    expect(count("login")).to.equal(2);
  });

  it(`closes each of ${SESSIONS} sessions once, with workers and Redis killed in the middle`, async function () {
    this.timeout(300_000);
    const random = new SeededRandom(seed);
    await using queue = open();
    expect(await queue.enqueue(ids(SESSIONS))).to.equal(SESSIONS);
    const workers = Array.from({ length: WORKERS }, start);
    let kills = 0;
    try {
      for (;;) {
        const closed = emulator.executions("closeSession");
        const next = closed + 100 + random.integer(500);
        if (next >= SESSIONS) break;
        await closes(next);
        const index = random.integer(WORKERS);
        await end(workers[index], "SIGKILL");
        kills += 1;
        // Redis, too, each third time.
        if (kills % 3 === 0) {
          await redis.kill();
          await redis.start();
        }
        workers[index] = start();
      }
      await queue.done();
    } finally {
      await Promise.all(workers.map((worker) => end(worker, "SIGKILL")));
    }
    const context = `seed ${seed}, ${kills} kills`;
    const notOnce = ids(SESSIONS).flatMap((id) => {
      const executions = emulator.executions("closeSession", id);
      return executions === 1 ? [] : [[id, executions]];
    });
    expect(notOnce, context).to.deep.equal([]);
    for await (const failure of queue.failures()) expect.fail(`${JSON.stringify(failure)}, ${context}`);
    expect(await queue.totals(), context).to.deep.equal({ closed: SESSIONS, failed: 0, waiting: 0, active: 0 });
    expect(kills, context).to.be.greaterThan(5);
    expect(count("login"), context).to.be.below(3);
  });
});

/** Ends a worker's process, and waits until it has. */
async function end(worker: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, "exit");
  worker.kill(signal);
  await ended;
}
