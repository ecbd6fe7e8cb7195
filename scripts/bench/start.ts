// What a process pays until it has closed its first session, and what it pays to load: this package as it is published
// (lib/), plain node-soap with the same WSDL, and Node with nothing to do. Processes of their own, one after the other,
// in turn. `npm run bench:start`
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

const plainSession = `
const client = await createClientAsync("wsdl/API.wsdl", {}, ${endpoint});
await client.loginAsync({ sEmail: "some@email.com", sPassword: "secretPassword" });
client.addHttpHeader("Cookie", client.lastResponseHeaders["set-cookie"].map((line) => line.split(";")[0]).join("; "));
const [{ closeSessionResult }] = await client.closeSessionAsync({ iSession: 12345678 });
if (closeSessionResult !== "closeSessionRet_OK") throw new Error(closeSessionResult);
process.exit();`;
const ownSession = `
const rescue = new RescueClient({ endpoint: ${endpoint}, credentials: { email: "some@email.com", password: "secretPassword" } });
await rescue.closeSession(12345678);
process.exit();`;

const esm = (text: string) => ["--input-type=module", "-e", text];
const cjs = (text: string) => ["-e", `(async () => {${text}})();`];
const cases = {
  bare: ["-e", "0"],
  "session esm plain": esm(`import { createClientAsync } from "soap";${plainSession}`),
  "session esm ours": esm(`import { RescueClient } from "./lib/index.js";${ownSession}`),
  "session cjs plain": cjs(`const { createClientAsync } = require("soap");${plainSession}`),
  "session cjs ours": cjs(`const { RescueClient } = require("./lib/index.cjs");${ownSession}`),
  "import esm plain": esm('import "soap";'),
  "import esm ours": esm('import "./lib/index.js";'),
  "import cjs plain": cjs('require("soap");'),
  "import cjs ours": cjs('require("./lib/index.cjs");'),
  "bare again": ["-e", "0"],
  help: ["lib/cli.cjs", "--help"],
} as const;
type Case = keyof typeof cases;

const times = new Map(Object.keys(cases).map((name) => [name, [] as number[]]));
for (let round = -2; round < ROUNDS; round += 1) {
  for (const [name, args] of Object.entries(cases)) {
    const start = performance.now();
    await run(process.execPath, args, { cwd: ROOT });
    if (round >= 0) times.get(name)?.push(performance.now() - start);
  }
}
answers.disconnect();

/** The median over the rounds of what `combine` makes of each round: what disturbs one round disturbs both sides of it. */
function over(names: readonly Case[], combine: (...values: number[]) => number): number {
  return median(
    Array.from({ length: ROUNDS }, (_, round) => combine(...names.map((one) => times.get(one)?.[round] ?? Number.NaN))),
  );
}
const ms = (name: Case) => median(times.get(name) ?? []).toFixed(0);
const above = (name: Case, bare: Case = "bare") => over([name, bare], (one, other) => one - other).toFixed(0);

console.log(
  `node ${process.version}, ${ROUNDS} rounds, medians; bare Node ${ms("bare")} ms (again: ${ms("bare again")} ms)\n`,
);
console.log(
  "| wall time | node-soap ms | ours ms | ours / node-soap | above bare Node: node-soap | ours | ours / node-soap |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- |");
const sides = [
  ["first closed session, ESM", "session esm"],
  ["first closed session, CommonJS", "session cjs"],
  ["loading, ESM", "import esm"],
  ["loading, CommonJS", "import cjs"],
] as const;
for (const [title, kind] of sides) {
  const [plain, own] = [`${kind} plain`, `${kind} ours`] as const;
  const ratio = over([own, plain], (one, other) => one / other).toFixed(2);
  const extra = over([own, plain, "bare"], (one, other, bare) => (one - bare) / (other - bare)).toFixed(2);
  console.log(`| ${title} | ${ms(plain)} | ${ms(own)} | ${ratio} | ${above(plain)} | ${above(own)} | ${extra} |`);
}
console.log(`\nrescue --help: ${ms("help")} ms, ${above("help", "bare again")} ms above bare Node`);
