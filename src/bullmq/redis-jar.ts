import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { JarStore } from "../client/options/options.js";

/** Milliseconds for which a lock is held at most: longer than a login takes. */
const LOCK_LIFE = 40_000;
/** Milliseconds after which an unchanged record is discarded: refused passwords are remembered for a day. */
const RECORD_LIFE = 48 * 60 * 60 * 1000;
const POLL = 50;

const COMPARE_AND_SET = `local found = redis.call('GET', KEYS[1])
if ARGV[1] == '' and found or ARGV[1] ~= '' and found ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1`;

const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/**
 * Keeps a login in Redis, with its lock: a client's `jar` for processes of many machines. One of them logs in and the
 * others take the login over; refused passwords and the times of logins are known to all of them.
 *
 * **What is kept is a secret**: whoever can read it can use the login. Use a Redis that only the workers can reach.
 *
 * @param prefix of the keys.
 * @example new RescueClient({ credentials: { email, password }, jar: redisJar(new Redis()) })
 */
export function redisJar(redis: Redis, prefix = "rescue-soap-client"): JarStore {
  const recordKey = (key: string) => `${prefix}:login:${key}`;
  return {
    store: {
      get: (key) => redis.get(recordKey(key)),
      async compareAndSet(key, expected, value) {
        return (await redis.eval(COMPARE_AND_SET, 1, recordKey(key), expected ?? "", value, RECORD_LIFE)) === 1;
      },
    },
    async lock(key, signal) {
      const lockKey = `${prefix}:lock:${key}`;
      const token = randomUUID();
      while ((await redis.set(lockKey, token, "PX", LOCK_LIFE, "NX")) === null) {
        await setTimeout(POLL + Math.random() * POLL, undefined, { signal });
      }
      return async () => {
        await redis.eval(RELEASE, 1, lockKey, token);
      };
    },
  };
}
