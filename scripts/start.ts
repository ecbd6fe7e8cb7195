// The whole product in one command: an emulator of the service, and the guide's C# sample against it.
import { startEmulator } from "../src/emulator/index.js";
import { RescueClient } from "../src/index.js";

await using emulator = await startEmulator({ port: 0 });
console.log(`emulator      ${emulator.endpoint}`);

await using rescue = new RescueClient({
  endpoint: emulator.endpoint,
  credentials: { email: "some@email.com", password: "secretPassword" },
});
console.log(`login         ${(await rescue.login()).literal}`);
console.log(`closeSession  ${(await rescue.closeSession(12345678)).literal}`);
console.log(`logout        ${(await rescue.logout())?.literal ?? "the service has none"}`);
