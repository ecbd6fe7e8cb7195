import { argv, stdout } from "node:process";
import { RescueClient } from "../reference/service.js";
import { redisLogins } from "./redis-logins.js";
import { RedisConnection } from "./redis-server.js";
import { RedisStore } from "./redis-store.js";

/** A process that closes one session, with what processes share in a Redis: everything, or the cookies only. */
const [, , socket = "", kind, endpoint = "", email = "", password = "", session, paced] = argv;
const connection = new RedisConnection(socket);
try {
  const { store, lock } = redisLogins(connection);
  const jar = { store: kind === "cookies" ? new RedisStore(connection) : store, lock };
  const credentials = { email, password };
  await using client = new RescueClient({ credentials, endpoint, jar, paceLogins: paced === "paced" });
  const end = await client.closeSession(Number(session)).catch((error: unknown) => error);
  stdout.write(`${JSON.stringify(end)}\n`);
} finally {
  connection.close();
}
