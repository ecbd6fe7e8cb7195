import type { Redis } from "ioredis";

/**
 * Warns where Redis itself says that it may forget, when it ends, what it has confirmed: then a call could have been sent
 * of which nothing is known.
 */
export function warnOfLoss(redis: Redis): void {
  // Where it cannot be asked, the worker's own commands fail as well.
  check(redis).catch(() => {});
}

async function check(redis: Redis): Promise<void> {
  const isAppending = /^aof_enabled:1\r?$/m.test(await redis.info("persistence"));
  if (isAppending && (await syncOf(redis)) === "always") return;
  const wanted = "set appendonly yes and appendfsync always";
  process.emitWarning(
    `Redis may lose what it has confirmed when it ends, and with it that a session was closed: ${wanted}`,
    "RescueQueueWarning",
  );
}

async function syncOf(redis: Redis): Promise<string | undefined> {
  try {
    const found: unknown = await redis.config("GET", "appendfsync");
    return Array.isArray(found) ? String(found[1]) : undefined;
  } catch {
    // A hosted Redis does not show its settings.
    return "always";
  }
}
