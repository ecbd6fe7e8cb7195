// What a process pays until it has closed its first session, and what it pays to load: this package as it is published
// (lib/), plain node-soap with the same WSDL, and Node with nothing to do. Each is a process of its own, in turn.
// `npm run bench:start`, or with the number of rounds
import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROUNDS = Number(process.argv[2] ?? 21);
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const run = promisify(execFile);
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const answers = fork(new URL("./answers-server.js", import.meta.url), ["0"]);
const [port] = (await once(answers, "message")) as [number];
const endpoint = JSON.stringify(`http://127.0.0.1:${port}/API/API.asmx`);

// Each program ends by telling its own CPU time, which a busy machine changes less than the wall time.
const plainSession = `
const client = await createClientAsync("wsdl/API.wsdl", {}, ${endpoint});
await client.loginAsync({ sEmail: "some@email.com", sPassword: "secretPassword" });
client.addHttpHeader("Cookie", client.lastResponseHeaders["set-cookie"].map((line) => line.split(";")[0]).join("; "));
const [{ closeSessionResult }] = await client.closeSessionAsync({ iSession: 12345678 });
if (closeSessionResult !== "closeSessionRet_OK") throw new Error(closeSessionResult);`;
const ownSession = `
const credentials = { email: "some@email.com", password: "secretPassword" };
const rescue = new RescueClient({ endpoint: ${endpoint}, credentials });
await rescue.closeSession(12345678);`;
const END = "writeSync(1, JSON.stringify(process.cpuUsage())); process.exit();";

const esm = (text: string) => ["--input-type=module", "-e", `import { writeSync } from "node:fs";${text}${END}`];
const cjs = (text: string) => ["-e", `const { writeSync } = require("node:fs");(async () => {${text}${END}})();`];
const cases = {
  bare: cjs(""),
  "session esm plain": esm(`import { createClientAsync } from "soap";${plainSession}`),
  "session esm ours": esm(`import { RescueClient } from "./lib/index.js";${ownSession}`),
  "session cjs plain": cjs(`const { createClientAsync } = require("soap");${plainSession}`),
  "session cjs ours": cjs(`const { RescueClient } = require("./lib/index.cjs");${ownSession}`),
  "import esm plain": esm('import "soap";'),
  "import esm ours": esm('import "./lib/index.js";'),
  "import cjs plain": cjs('require("soap");'),
  "import cjs ours": cjs('require("./lib/index.cjs");'),
  "bare again": cjs(""),
  help: ["lib/cli.cjs", "--help"],
} as const;
type Case = keyof typeof cases;

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

const costs = new Map<string, Cost[]>(Object.keys(cases).map((name) => [name, []]));
for (let round = -2; round < ROUNDS; round += 1) {
  for (const [name, args] of Object.entries(cases)) {
    const start = performance.now();
    const { stdout } = await run(process.execPath, args, { cwd: ROOT });
    const wall = performance.now() - start;
    if (round >= 0) costs.get(name)?.push({ wall, cpu: cpuOf(stdout) });
  }
}
answers.disconnect();

function cpuOf(output: string): number {
  if (!output.startsWith("{")) return Number.NaN;
  const { user, system } = JSON.parse(output) as NodeJS.CpuUsage;
  return (user + system) / 1000;
}

/** The median over the rounds of what `combine` makes of one: what disturbs a round disturbs all of its processes. */
function over(kind: keyof Cost, names: readonly Case[], combine: (...values: number[]) => number): number {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => names.map((one) => costs.get(one)?.[round]?.[kind] ?? 0));
  return median(rounds.map((values) => combine(...values)));
}
const itself = (value = 0) => value;
const ratio = (one = 0, other = 0) => one / other;
const above = (one = 0, bare = 0) => one - bare;

const bare = (["bare", "bare again"] as const).map((name) => `${over("wall", [name], itself).toFixed(0)} ms`);
console.log(`node ${process.version}, ${ROUNDS} interleaved rounds, medians; bare Node ${bare.join(" and ")}\n`);
console.log("| from the start of the process | node-soap | ours | ours / node-soap | CPU | above bare Node | ratio |");
console.log("| --- | --- | --- | --- | --- | --- | --- |");
const sides = [
  ["first closed session, ESM", "session esm"],
  ["first closed session, CommonJS", "session cjs"],
  ["loaded, ESM", "import esm"],
  ["loaded, CommonJS", "import cjs"],
] as const;
for (const [title, kind] of sides) {
  const both = [`${kind} ours`, `${kind} plain`] as const;
  const [own, plain] = both.map((name) => over("wall", [name], itself).toFixed(0));
  const times = [over("wall", both, ratio), over("cpu", both, ratio)].map((value) => value.toFixed(2));
  const extra = over("cpu", [both[0], "bare"], above).toFixed(0);
  const extras = over("cpu", [...both, "bare"], (one = 0, other = 0, none = 0) => (one - none) / (other - none));
  console.log(`| ${title} | ${plain} | ${own} | ${times.join(" | ")} | ${extra} ms CPU | ${extras.toFixed(2)} |`);
}
const help = [over("wall", ["help"], itself), over("wall", ["help", "bare again"], above)];
console.log(`\nrescue --help: ${help.map((value) => value.toFixed(0)).join(" ms, above bare Node ")} ms`);
