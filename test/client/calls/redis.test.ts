import { expect } from "chai";
import { CookieJar } from "tough-cookie";
import { describeWith } from "../../describe-with.js";
import { findInterpreter } from "../../interop/programs.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, SESSION } from "../guide-values.js";
import { RedisConnection, RedisServer } from "../redis-server.js";
import { RedisStore } from "../redis-store.js";

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
});
