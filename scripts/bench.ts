// Compares the client with plain node-soap and with the least code that could do the work, interleaved in one run.
// Prints medians and their ratios; on another machine only the ratios are comparable.
import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { RescueClient } from "../src/index.js";
import type { Work } from "./bench/client-process.js";

const ROUNDS = 7;
const here = (name: string) => new URL(name, import.meta.url);

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

console.log(`node ${process.version}, ${ROUNDS} interleaved rounds, medians; CPU of the client's own process\n`);
console.log(
  "| measure | plain node-soap | bare http + saxes | rescue-soap-client | ours / plain | ours / bare | goals |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- |");

interface Case {
  readonly name: string;
  /** Rounds that are not measured: V8 makes code faster that has run thousands of times. */
  readonly warmUp: number;
  readonly work: Work;
  /** At most so many of plain node-soap, and of the bare client. */
  readonly goals: readonly [plain: number | undefined, bare: number | undefined];
}

const LIST_GOALS = [0.18, 0.8] as const;
const cases: readonly Case[] = [
  {
    name: "closeSession, 1 at once, of 1,000",
    warmUp: 1,
    work: { operation: "closeSession", calls: 100, atOnce: 1 },
    goals: [undefined, undefined],
  },
  {
    name: "closeSession, 1 at once, after 10,000",
    warmUp: 10,
    work: { operation: "closeSession", calls: 1000, atOnce: 1 },
    goals: [undefined, undefined],
  },
  {
    name: "closeSession, 50 at once, of 2,000",
    warmUp: 1,
    work: { operation: "closeSession", calls: 250, atOnce: 50 },
    goals: [undefined, undefined],
  },
  {
    name: "closeSession, 50 at once, after 20,000",
    warmUp: 10,
    work: { operation: "closeSession", calls: 2000, atOnce: 50 },
    goals: [0.33, 1.4],
  },
  {
    name: "list of 100 rows, of 200",
    warmUp: 1,
    work: { operation: "list", calls: 25, atOnce: 1, size: 100 },
    goals: [undefined, undefined],
  },
  {
    name: "list of 100 rows, after 2,000",
    warmUp: 10,
    work: { operation: "list", calls: 200, atOnce: 1, size: 100 },
    goals: LIST_GOALS,
  },
  {
    name: "list of 10,000 rows, after 20",
    warmUp: 4,
    work: { operation: "list", calls: 5, atOnce: 1, size: 10_000 },
    goals: LIST_GOALS,
  },
  {
    name: "report of 5 MB, after 20",
    warmUp: 4,
    work: { operation: "report", calls: 5, atOnce: 1, size: 4_500_000 },
    goals: [0.5, undefined],
  },
];
const small = await startAnswers(0, 100, 5_000_000);
const large = await startAnswers(0, 10_000);
for (const { name, warmUp, work, goals } of cases) {
  const { endpoint } = (work.size ?? 0) === 10_000 ? large : small;
  const clients = await Promise.all(["plain", "bare", "ours"].map((which) => startClient(which, endpoint)));
  const times = clients.map((): number[] => []);
  for (let round = -warmUp; round < ROUNDS; round += 1) {
    for (const [index, client] of clients.entries()) {
      client.send(work);
      const [microseconds] = (await once(client, "message")) as [number];
      if (round >= 0) times[index]?.push(microseconds);
    }
  }
  for (const client of clients) client.disconnect();
  printRow(`CPU µs per ${name}`, times.map(median), goals);
}
for (const { server } of [small, large]) server.disconnect();

const run = promisify(execFile);
const loads: [string, number[]][] = [
  ['import("soap")', []],
  [`import("${here("../src/index.js").href}")`, []],
];
for (let round = 0; round < 15; round += 1) {
  for (const [expression, times] of loads) {
    const script = `const t = performance.now(); await ${expression}; console.log(performance.now() - t);`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script]);
    times.push(Number(stdout));
  }
}
const [soapLoad, ourLoad] = loads.map(([, times]) => median(times)) as [number, number];
console.log(
  `| ms to load | ${soapLoad.toFixed(1)} | – | ${ourLoad.toFixed(1)} | ${(ourLoad / soapLoad).toFixed(2)} | – | ${goalText(ourLoad / soapLoad, 0.5)} |`,
);

// What a second client costs: made, and its first call.
const shares: number[] = [];
const quick = await startAnswers(0);
for (let round = 0; round < 11; round += 1) {
  const { stdout } = await run(process.execPath, [fileURLToPath(here("./bench/second-client.js")), quick.endpoint]);
  shares.push(Number(stdout));
}
quick.server.disconnect();
const share = median(shares);
console.log(
  `\nA second client in the process, made and called once: ${share.toFixed(2)} of the first (${goalText(share, 0.1)}).`,
);

// What one call at a time per login costs, and what several logins give: 200 calls, 20 at once, 20 ms each.
const slow = await startAnswers(20);
const login = { email: "some@email.com", password: "secretPassword" };
const sides = [
  { name: "one login", client: new RescueClient({ endpoint: slow.endpoint, credentials: login }) },
  { name: "connections: 4", client: new RescueClient({ endpoint: slow.endpoint, credentials: login, connections: 4 }) },
  {
    name: "auth code",
    client: new RescueClient({ endpoint: slow.endpoint, credentials: { authCode: "4ahx" }, maxConcurrent: 20 }),
  },
];
const walls = sides.map((): number[] => []);
for (const { client } of sides) await atOnce(20, 40, () => client.closeSession(12345678));
for (let round = 0; round < 3; round += 1) {
  for (const [index, { client }] of sides.entries()) {
    const start = performance.now();
    await atOnce(20, 200, () => client.closeSession(12345678));
    walls[index]?.push(performance.now() - start);
  }
}
slow.server.disconnect();
const [one = Number.NaN] = walls.map(median);
console.log("\n| 200 calls, 20 at once, 20 ms on the service | ms | of one login |\n| --- | --- | --- |");
for (const [index, { name }] of sides.entries()) {
  const wall = median(walls[index] ?? []);
  console.log(`| ${name} | ${wall.toFixed(0)} | ${(wall / one).toFixed(2)} |`);
}
process.exit();

async function atOnce(lanes: number, calls: number, call: () => Promise<unknown>): Promise<void> {
  let left = calls;
  const lane = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function startClient(which: string, endpoint: string): Promise<ChildProcess> {
  const child = fork(here("./bench/client-process.js"), [which, endpoint]);
  await once(child, "message");
  return child;
}

async function startAnswers(...sizes: number[]): Promise<{ server: ChildProcess; endpoint: string }> {
  const child = fork(here("./bench/answers-server.js"), sizes.map(String));
  const [port] = (await once(child, "message")) as [number];
  return { server: child, endpoint: `http://127.0.0.1:${port}/API/API.asmx` };
}

function printRow(
  name: string,
  [plain = Number.NaN, bare = Number.NaN, own = Number.NaN]: number[],
  [plainGoal, bareGoal]: Case["goals"],
): void {
  const cells = [plain, bare, own].map((value) => value.toFixed(0));
  const goals = [goalText(own / plain, plainGoal), goalText(own / bare, bareGoal)].filter(Boolean).join("; ");
  const ratios = [own / plain, own / bare].map((ratio) => ratio.toFixed(2));
  console.log(`| ${[name, ...cells, ...ratios, goals || "–"].join(" | ")} |`);
}

function goalText(ratio: number, goal: number | undefined): string {
  return goal === undefined ? "" : `${goal} ${ratio <= goal ? "met" : "not met"}`;
}
