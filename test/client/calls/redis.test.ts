import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { CookieJar } from "tough-cookie";
import { run } from "../../cli/rescue-command.js";
import { describeWith } from "../../describe-with.js";
import { findInterpreter } from "../../interop/programs.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, SESSION } from "../guide-values.js";
import { redisLogins } from "../redis-logins.js";
import { RedisConnection, RedisServer } from "../redis-server.js";
import { RedisStore } from "../redis-store.js";

const PROCESS = fileURLToPath(new URL("../login-process.js", import.meta.url));
type Login = Readonly<Record<"email" | "password", string>>;
const SESSIONS = Array.from({ length: 10 }, (_, index) => 20000001 + index);

const program = await findInterpreter(["redis-server"], ["--version"]);

describeWith(program, "a jar over a Redis", "no redis-server here (Debian: redis-server)", (found) => {
  let redis: RedisServer;
  let emulator: Emulator;
  before(async () => {
    redis = await RedisServer.start(found);
    emulator = await startEmulator();
  });
  beforeEach(() => emulator.reset());
  after(async () => {
    await emulator?.close();
    await redis?.[Symbol.asyncDispose]();
  });

  beforeEach(async () => {
    const connection = new RedisConnection(redis.socket);
    await connection.send("FLUSHALL");
    connection.close();
  });

  /** What a process of its own answers that closes a session. */
  const closing = async (
    kind: "logins" | "cookies",
    session: number,
    { email, password }: Login = ADMINISTRATOR,
    paced = "",
  ) => {
    const args = [PROCESS, redis.socket, kind, emulator.endpoint, email, password, String(session), paced];
    const { stdout, stderr } = await run(args, {}, ".");
    expect(stderr).to.equal("");
    return JSON.parse(stdout) as unknown;
  };
  const closeAll = async (kind: "logins" | "cookies") => {
    const ends = await Promise.all(SESSIONS.map((session) => closing(kind, session)));
    for (const [index, end] of ends.entries()) expect(end).to.include({ session: SESSIONS[index], code: "OK" });
  };

  const count = (name: string) => emulator.log.filter(({ operation }) => operation === name).length;

  it("one login serves clients that each have a connection of their own, until it is forgotten", async () => {
    for (const session of [20000001, 20000002, 20000003]) {
      const connection = new RedisConnection(redis.socket);
      try {
        const jar = new CookieJar(new RedisStore(connection));
        await using client = new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, jar });
        expect(await client.closeSession(session)).to.include({ code: "OK" });
      } finally {
        connection.close();
      }
    }
    expect([count("login"), count("logout")]).to.deep.equal([1, 0]);
    emulator.clock.advance(21 * 60_000);
    const connection = new RedisConnection(redis.socket);
    try {
      const jar = new CookieJar(new RedisStore(connection));
      const client = new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, jar });
      await client.closeSession(SESSION);
      expect(count("login")).to.equal(2);
      await client.logout();
      expect(emulator.logins()).to.equal(0);
    } finally {
      connection.close();
    }
  });

  for (const kind of ["logins", "cookies"] as const) {
    it(`ten processes at once make one login, over a store of ${kind} with a lock`, async function () {
      this.timeout(60_000);
      await closeAll(kind);
      expect(count("login")).to.equal(1);
    });
  }

  it("a wrong password is sent once by processes at once and later, and is not in the Redis", async function () {
    this.timeout(60_000);
    const wrong = { ...ADMINISTRATOR, password: "PLANTED" };
    const ends = await Promise.all([1, 2, 3].map((session) => closing("logins", session, wrong)));
    for (const end of [...ends, await closing("logins", SESSION, wrong)]) expect(end).to.include({ code: "Invalid" });
    expect(count("login")).to.equal(1);
    const connection = new RedisConnection(redis.socket);
    const keys = await connection.send("KEYS", "rescue-login:*");
    const text = await connection.send("GET", String(keys));
    connection.close();
    expect(text).to.be.a("string").that.contains("refused").and.not.to.contain("PLANTED");
  });

  it("processes know of each other's logins, and the eleventh is not sent", async function () {
    this.timeout(60_000);
    const connection = new RedisConnection(redis.socket);
    try {
      const { store } = redisLogins(connection);
      expect(await closing("logins", SESSION, ADMINISTRATOR, "paced")).to.include({ code: "OK" });
      const [name = ""] = (await connection.send("KEYS", "rescue-login:*")) as string[];
      const { format, account } = JSON.parse(String(await connection.send("GET", name))) as Record<string, unknown>;
      const times = Array.from({ length: 10 }, () => Date.now());
      await connection.send("SET", name, JSON.stringify({ format, account, times }));
      const options = { credentials: ADMINISTRATOR, endpoint: emulator.endpoint, paceLogins: true, timeout: 500 };
      const end = await new RescueClient({ ...options, jar: { store } }).closeSession(20000001).catch((error) => error);
      expect(end).to.include({ code: "DEADLINE", outcome: "not-sent" });
      expect(count("login")).to.equal(1);
    } finally {
      connection.close();
    }
  });

  it("the lock of a process that has ended expires, and its late release takes nobody's", async () => {
    const connection = new RedisConnection(redis.socket);
    try {
      const { signal } = new AbortController();
      const release = await redisLogins(connection, 200).lock("k", signal);
      const releaseNext = await redisLogins(connection).lock("k", signal);
      await release();
      expect(await connection.send("EXISTS", "rescue-lock:k")).to.equal(1);
      await releaseNext();
      expect(await connection.send("EXISTS", "rescue-lock:k")).to.equal(0);
    } finally {
      connection.close();
    }
  });
});
