// Where the CPU time of closeSession goes, 50 at once after 24,000: what each layer adds to the bare client, which is one
// POST and saxes. Each in a process of its own, in turn; medians, as parts of the bare client's. `npm run bench:layers`
import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { LAYERS } from "./layer-process.js";

const ROUNDS = 5;
const run = promisify(execFile);
const program = fileURLToPath(new URL("./layer-process.js", import.meta.url));
const server = fork(new URL("./answers-server.js", import.meta.url), ["0"]);
const [port] = (await once(server, "message")) as [number];

const times = LAYERS.map((): number[] => []);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index, { name }] of LAYERS.entries()) {
    const { stdout } = await run(process.execPath, [program, name, `http://127.0.0.1:${port}/API/API.asmx`]);
    times[index]?.push(Number(stdout));
  }
}
server.disconnect();

const medians = times.map((one) => one.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN);
const [bare = Number.NaN] = medians;
console.log(`node ${process.version}, ${ROUNDS} rounds in turn, medians\n`);
console.log("| closeSession, 50 at once | of the bare client's CPU | added |\n| --- | --- | --- |");
for (const [index, { what }] of LAYERS.entries()) {
  const [own = Number.NaN, before = own] = [medians[index], medians[index - 1]];
  console.log(`| ${what} | ${(own / bare).toFixed(2)} | ${((own - before) / bare).toFixed(2)} |`);
}
