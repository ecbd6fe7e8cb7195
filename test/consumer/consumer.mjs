import { RescueClient } from "rescue-soap-client";
import { startEmulator } from "rescue-soap-client/emulator";

const emulator = await startEmulator();
const rescue = new RescueClient({
  endpoint: emulator.endpoint,
  credentials: { email: "some@email.com", password: "secretPassword" },
});
console.log(JSON.stringify(await rescue.closeSession(12345678)));
await rescue.logout();
await emulator.close();
