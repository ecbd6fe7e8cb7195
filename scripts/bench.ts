// Compares the client with plain node-soap and with the least code that could do the work, interleaved in one run.
// Prints medians and their ratios; on another machine only the ratios are comparable.
import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { RescueClient } from "../src/index.js";
import type { Work } from "./bench/client-process.js";

const ROUNDS = 7;
const here = (name: string) => new URL(name, import.meta.url);

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

console.log(`node ${process.version}, ${ROUNDS} interleaved rounds, medians; CPU of the client's own process\n`);
console.log("| measure | plain node-soap | bare http + saxes | rescue-soap-client | ours / plain | ours / bare |");
console.log("| --- | --- | --- | --- | --- | --- |");

const answers = await startAnswers(0);
const cases: { name: string; warmUp: number; work: Work }[] = [
  { name: "closeSession, 1 at once", warmUp: 6, work: { operation: "closeSession", calls: 1000, atOnce: 1 } },
  { name: "closeSession, 50 at once", warmUp: 4, work: { operation: "closeSession", calls: 2000, atOnce: 50 } },
  { name: "list of 100 rows", warmUp: 8, work: { operation: "list", calls: 100, atOnce: 1 } },
];
for (const { name, warmUp, work } of cases) {
  const clients = await Promise.all(["plain", "bare", "ours"].map((which) => startClient(which, answers.endpoint)));
  const times = clients.map((): number[] => []);
  for (let round = -warmUp; round < ROUNDS; round += 1) {
    for (const [index, client] of clients.entries()) {
      client.send(work);
      const [microseconds] = (await once(client, "message")) as [number];
      if (round >= 0) times[index]?.push(microseconds);
    }
  }
  for (const client of clients) client.disconnect();
  printRow(`CPU µs per ${name}`, times.map(median));
}
answers.server.disconnect();

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
  `| ms to load | ${soapLoad.toFixed(1)} | – | ${ourLoad.toFixed(1)} | ${(ourLoad / soapLoad).toFixed(2)} | – |`,
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

async function startAnswers(latency: number): Promise<{ server: ChildProcess; endpoint: string }> {
  const child = fork(here("./bench/answers-server.js"), [String(latency)]);
  const [port] = (await once(child, "message")) as [number];
  return { server: child, endpoint: `http://127.0.0.1:${port}/API/API.asmx` };
}

function printRow(name: string, [plain = Number.NaN, bare = Number.NaN, own = Number.NaN]: number[]): void {
  const cells = [plain, bare, own].map((value) => value.toFixed(0));
  console.log(`| ${name} | ${cells.join(" | ")} | ${(own / plain).toFixed(2)} | ${(own / bare).toFixed(2)} |`);
}
