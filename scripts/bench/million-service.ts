// The service that million.ts calls: an emulator in a process of its own, which says OK to every session.
import { defaultSeed, startEmulator } from "../../src/emulator/index.js";

const [user] = defaultSeed.users;
if (!user) throw new Error("the default seed has no users");
const users = [{ ...user, authCode: "4ahx" }, ...defaultSeed.users.slice(1)];
const emulator = await startEmulator({ seed: { ...defaultSeed, users }, limits: false });
// A desk with a million sessions would measure the emulator.
emulator.on("closeSession", () => ({ closeSessionResult: "closeSessionRet_OK" }));
process.send?.({ endpoint: emulator.endpoint, authCode: "4ahx" });
process.on("disconnect", () => process.exit());
