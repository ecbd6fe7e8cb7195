// One process that imports the package and requires it.
import { createRequire } from "node:module";
import { InvalidArgumentError, RescueClient, RescueError } from "rescue-soap-client";
import { startEmulator } from "rescue-soap-client/emulator";

const required = createRequire(import.meta.url)("rescue-soap-client");
const requiredEmulator = createRequire(import.meta.url)("rescue-soap-client/emulator");

const thrownBy = async (client) => client.closeSession(0).catch((error) => error);
const options = { credentials: { authCode: "4ahx...80u0" } };
const ofRequired = await thrownBy(new required.RescueClient(options));
const ofImported = await thrownBy(new RescueClient(options));

// A wrong password is sent once per process, whichever way its clients were loaded.
const emulator = await startEmulator();
const credentials = { email: "some@email.com", password: "wrong" };
const wrong = { endpoint: emulator.endpoint, credentials, paceLogins: true };
for (const client of [new RescueClient(wrong), new required.RescueClient(wrong)]) await client.login().catch(() => {});
const logins = emulator.log.filter(({ operation }) => operation === "login").length;
await emulator.close();

console.log(
  JSON.stringify({
    instances: [
      ofRequired instanceof InvalidArgumentError,
      ofRequired instanceof RescueError,
      ofImported instanceof required.InvalidArgumentError,
      ofImported instanceof required.RescueError,
    ],
    emulators: requiredEmulator.startEmulator === startEmulator,
    logins,
  }),
);
