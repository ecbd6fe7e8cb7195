// An emulator in a thread of its own: V8 counts for each thread apart, so that its functions are not in the count.
import { parentPort } from "node:worker_threads";
import { startEmulator } from "../../test/reference/service.js";

const emulator = await startEmulator({ port: 0 });
parentPort?.once("message", async () => {
  await emulator.close();
  parentPort?.close();
});
parentPort?.postMessage(emulator.endpoint);
