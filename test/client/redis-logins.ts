import { readFile } from "node:fs/promises";
import { transform } from "esbuild";
import type { LoginLock, LoginStore } from "../../src/index.js";
import type { RedisConnection } from "./redis-server.js";

interface Program {
  redisJar(send: RedisConnection["send"], lockMilliseconds?: number): { store: LoginStore; lock: LoginLock };
}

const PAGE = await readFile("docs/credentials.md", "utf8");
const [, code = ""] = /^```ts\n(.*?redisJar.*?)^```$/ms.exec(PAGE) ?? [];
const { code: script } = await transform(code, { loader: "ts", format: "esm", target: "node20" });
const program: Program = await import(`data:text/javascript,${encodeURIComponent(script)}`);

/** A LoginStore and its lock over a Redis: the program of docs/credentials.md. */
export function redisLogins(redis: RedisConnection, lockMilliseconds?: number): ReturnType<Program["redisJar"]> {
  return program.redisJar((...words) => redis.send(...words), lockMilliseconds);
}
