// What bounds a fleet of workers: how many sessions a second 1, 4 and 16 of them close where the service takes 40 ms for
// a call and handles the calls of a login one after another. Each worker is a client that closes its own part of the
// sessions with `closeSessions`; the service is another process. `npm run bench:fleet`
import { fork } from "node:child_process";
import { once } from "node:events";
import { RescueClient, type RescueClientOptions } from "../../src/index.js";

const WORKERS = [1, 4, 16];
const LATENCY = 40;
/** Calls of one worker in flight, by auth code. */
const CODE_CALLS = 8;
const SECONDS = 8;
const FIRST = 50_000_000;

const service = fork(new URL("./fleet-service.js", import.meta.url), [String(FIRST), String(LATENCY)]);
const [{ endpoint, email, password, authCode }] = (await once(service, "message")) as [
  { endpoint: string; email: string; password: string; authCode: string },
];
const login = { email, password };

/** One login for all: a store in this process, as Redis is for many. */
function sharedJar(): NonNullable<RescueClientOptions["jar"]> {
  const records = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    store: {
      get: async (key) => records.get(key),
      compareAndSet: async (key, expected, value) => {
        if (records.get(key) !== expected) return false;
        records.set(key, value);
        return true;
      },
    },
    lock: async () => {
      const before = last;
      let release = () => {};
      last = new Promise<void>((resolve) => {
        release = resolve;
      });
      await before;
      return async () => release();
    },
  };
}

interface Way {
  readonly name: string;
  /** The most calls in flight at the service. */
  readonly parallel: (workers: number) => number;
  options(): () => Omit<RescueClientOptions, "endpoint">;
  readonly concurrency: number;
}

const ways: readonly Way[] = [
  {
    name: "one login for all",
    parallel: () => 1,
    options: () => {
      const jar = sharedJar();
      return () => ({ credentials: login, jar });
    },
    concurrency: 1,
  },
  {
    name: "a login each",
    parallel: (workers) => workers,
    options: () => () => ({ credentials: login }),
    concurrency: 1,
  },
  {
    name: `by auth code, ${CODE_CALLS} calls each`,
    parallel: (workers) => workers * CODE_CALLS,
    options: () => () => ({ credentials: { authCode } }),
    concurrency: CODE_CALLS,
  },
];

let next = FIRST;

/** Closes sessions for a while. @returns how many a second. */
async function measure(way: Way, workers: number): Promise<number> {
  const optionsOf = way.options();
  const clients = Array.from({ length: workers }, () => new RescueClient({ endpoint, ...optionsOf() }));
  const stop = new AbortController();
  function* ids() {
    while (!stop.signal.aborted) yield next++;
  }
  let closed = 0;
  let counted = 0;
  let begun = 0;
  const close = async (rescue: RescueClient) => {
    for await (const result of rescue.closeSessions(ids(), { concurrency: way.concurrency })) {
      if (!result.closed) throw new Error(`${result.session}: ${result.code}`);
      closed += 1;
    }
  };
  const runs = Promise.all(clients.map(close));
  // Not counted: logins, and the code that is met for the first time.
  const timer = setTimeout(() => {
    begun = performance.now();
    counted = closed;
  }, 1_000);
  const seconds = await new Promise<number>((resolve) => {
    setTimeout(() => resolve((performance.now() - begun) / 1_000), (SECONDS + 1) * 1_000);
  });
  const rate = (closed - counted) / seconds;
  clearTimeout(timer);
  stop.abort();
  await runs;
  for (const client of clients) await client[Symbol.asyncDispose]();
  return rate;
}

console.log(`node ${process.version}, ${LATENCY} ms a call, ${SECONDS} s each; sessions a second, and the part of`);
console.log("`calls in flight / latency` that this is\n");
console.log(["".padEnd(32), ...WORKERS.map((count) => `${count} worker${count > 1 ? "s" : ""}`.padStart(14))].join(""));
for (const way of ways) {
  const cells: string[] = [];
  for (const workers of WORKERS) {
    const rate = await measure(way, workers);
    const part = rate / ((way.parallel(workers) * 1_000) / LATENCY);
    cells.push(`${rate.toFixed(0)} (${part.toFixed(2)})`.padStart(14));
  }
  console.log([way.name.padEnd(32), ...cells].join(""));
}
service.disconnect();
