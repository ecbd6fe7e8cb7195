// What the emulator costs: how fast it starts, and how many closeSession calls it answers to one other process, compared
// with a server of prepared bytes. `npm run bench:emulator`
import { fork } from "node:child_process";
import { once } from "node:events";
import { defaultSeed, type EmulatorSeed, startEmulator } from "../../src/emulator/index.js";

const ROUNDS = 7;
const CALLS = 3000;
const FIRST = 50_000_000;
const here = (name: string) => new URL(name, import.meta.url);
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const seed: EmulatorSeed = {
  ...defaultSeed,
  users: defaultSeed.users.map((user, index) => (index === 0 ? { ...user, authCode: "4ahx" } : user)),
  sessions: Array.from({ length: (ROUNDS + 1) * CALLS }, (_, index) => ({ id: FIRST + index, status: "WAITING" })),
};

const ready: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const start = performance.now();
  await using _ = await startEmulator();
  ready.push(performance.now() - start);
}
console.log(`node ${process.version}, ${ROUNDS} rounds, medians\n`);
console.log(`ready in process: the first ${ready[0]?.toFixed(0)} ms, then ${median(ready.slice(1)).toFixed(0)} ms`);

await using emulator = await startEmulator({ seed, limits: false });
const answers = fork(here("./answers-server.js"), ["0"]);
const [port] = (await once(answers, "message")) as [number];
const services = [emulator.endpoint, `http://127.0.0.1:${port}/API/API.asmx`];
const callers = services.map((endpoint) => fork(here("./closing-process.js"), [endpoint]));
const rates = services.map((): number[] => []);
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [index, caller] of callers.entries()) {
    caller.send({ first: FIRST + round * CALLS, calls: CALLS });
    const [seconds] = (await once(caller, "message")) as [number];
    if (round > 0) rates[index]?.push(CALLS / seconds);
  }
}
const [own = Number.NaN, bytes = Number.NaN] = rates.map(median);
console.log(
  `closeSession calls a second: ${own.toFixed(0)}; ready-made bytes: ${bytes.toFixed(0)}; ${(own / bytes).toFixed(2)}`,
);
const closed = emulator.executions("closeSession");
if (closed !== (ROUNDS + 1) * CALLS) throw new Error(`${closed} sessions were closed`);
for (const child of [answers, ...callers]) child.disconnect();
