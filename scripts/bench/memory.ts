// Prints how much memory an emulator with 100,000 support sessions and 1,000 live logins takes, and how long it took to
// fill it. It measures and has no limits to fail.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { defaultSeed, startEmulator } from "../../src/emulator/index.js";

const SESSIONS = 100_000;
const LOGINS = 1000;
const AT_ONCE = 50;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function print(what: string): void {
  collect();
  const { rss, heapUsed } = process.memoryUsage();
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  console.log(`${what.padEnd(40)} RSS ${megabytes(rss).padStart(7)}, heap ${megabytes(heapUsed).padStart(7)}`);
}

print("loaded");
const [user] = defaultSeed.users;
if (!user) throw new Error("the default seed has no users");
const sessions = Array.from({ length: SESSIONS }, (_, index) => ({
  id: 1_000_000_000 + index,
  status: "CLOSEDBYTECHNICIAN" as const,
  technician: 201,
  channel: 401,
  customFields: [`Customer ${index}`, "", "", "", "", ""],
  startedAgo: 86_400 + index,
  pickedUpAgo: 86_300 + index,
  closedAgo: 80_000 + index,
  note: "a note",
}));
const started = performance.now();
await using emulator = await startEmulator({
  seed: { ...defaultSeed, sessions: [...defaultSeed.sessions, ...sessions] },
  limits: false,
});
print(`${SESSIONS} sessions (${Math.round(performance.now() - started)} ms)`);

const login = new URL("/API/login.aspx", emulator.endpoint);
login.searchParams.set("email", user.email);
login.searchParams.set("pwd", user.password);
const begun = performance.now();
for (let made = 0; made < LOGINS; made += AT_ONCE) {
  await Promise.all(Array.from({ length: AT_ONCE }, async () => (await fetch(login)).text()));
}
print(`and ${emulator.logins()} logins (${Math.round(performance.now() - begun)} ms)`);
