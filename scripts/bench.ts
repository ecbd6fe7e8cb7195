// Compares the client with plain node-soap and with the least that could do the work, in one run, interleaved.
// Prints medians and their ratios; only the ratios mean anything on another machine.
import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { type BenchClient, bareHttp, ours, plainNodeSoap } from "./bench/clients.js";

const ROUNDS = 7;
const here = (name: string) => new URL(name, import.meta.url);

const server = fork(here("./bench/answers-server.js"));
const [port] = (await once(server, "message")) as [number];
const endpoint = `http://127.0.0.1:${port}/API/API.asmx`;
const clients = [await plainNodeSoap(endpoint, "wsdl/API.wsdl"), bareHttp(endpoint), ours(endpoint)];

const cases: { name: string; calls: number; run(client: BenchClient, calls: number): Promise<void> }[] = [
  {
    name: "closeSession, 1 at once",
    calls: 600,
    run: (client, calls) => atOnce(1, calls, () => client.closeSession(12345678)),
  },
  {
    name: "closeSession, 50 at once",
    calls: 2000,
    run: (client, calls) => atOnce(50, calls, () => client.closeSession(12345678)),
  },
  {
    name: "list of 100 rows",
    calls: 100,
    run: (client, calls) =>
      atOnce(1, calls, async () => {
        const rows = await client.list();
        if (rows !== 100) throw new Error(`${client.name} read ${rows} rows`);
      }),
  },
];

async function atOnce(lanes: number, calls: number, call: () => Promise<unknown>): Promise<void> {
  let left = calls;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (left-- > 0) await call();
    }),
  );
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

console.log(`node ${process.version}, ${ROUNDS} interleaved rounds, medians; CPU of the client process alone\n`);
console.log("| measure | plain node-soap | bare http + saxes | rescue-soap-client | ours / plain | ours / bare |");
console.log("| --- | --- | --- | --- | --- | --- |");

for (const { name, calls, run } of cases) {
  const times = clients.map((): number[] => []);
  for (const client of clients) await run(client, Math.ceil(calls / 2));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, client] of clients.entries()) {
      globalThis.gc?.();
      const start = process.cpuUsage();
      await run(client, calls);
      const { user, system } = process.cpuUsage(start);
      times[index]?.push((user + system) / calls);
    }
  }
  printRow(`CPU µs per ${name}`, times.map(median));
}

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
server.disconnect();
process.exit();

function printRow(name: string, [plain = Number.NaN, bare = Number.NaN, own = Number.NaN]: number[]): void {
  const cells = [plain, bare, own].map((value) => value.toFixed(0));
  console.log(`| ${name} | ${cells.join(" | ")} | ${(own / plain).toFixed(2)} | ${(own / bare).toFixed(2)} |`);
}
