// The service that fleet.ts calls: an emulator with a latency and the lock of each login, in a process of its own.
import { defaultSeed, startEmulator } from "../../src/emulator/index.js";

const [first = 0, latency = 0] = process.argv.slice(2).map(Number);
const SESSIONS = 60_000;

const [user] = defaultSeed.users;
if (!user) throw new Error("the default seed has no users");
const emulator = await startEmulator({
  seed: {
    ...defaultSeed,
    users: [{ ...user, authCode: "4ahx" }, ...defaultSeed.users.slice(1)],
    sessions: Array.from({ length: SESSIONS }, (_, index) => ({ id: first + index, status: "WAITING", channel: 401 })),
  },
  limits: false,
});
emulator.faults.latency(latency);
const { email, password } = user;
process.send?.({ endpoint: emulator.endpoint, email, password, authCode: "4ahx" });
process.on("disconnect", () => process.exit());
