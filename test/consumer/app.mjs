// What somebody bundles: no top-level await, which a CommonJS bundle cannot hold.
import { loginAndCloseSession } from "rescue-soap-client";
import { startEmulator } from "rescue-soap-client/emulator";
import { compareWsdls } from "rescue-soap-client/wsdl";

async function main() {
  const emulator = await startEmulator();
  const { endpoint } = emulator;
  const options = { endpoint, email: "some@email.com", password: "secretPassword", session: 12345678 };
  const closed = await loginAndCloseSession(options);
  const { status } = await fetch(emulator.wsdlUrl);
  console.log(JSON.stringify({ closed, compareWsdls: typeof compareWsdls, wsdl: status }));
  await emulator.close();
}

main();
