// Closes as many sessions as it is told, each call by itself and all under one signal, and answers with the bytes of its
// heap after a collection. Run by call-heap.ts.
import { RescueClient } from "../../src/index.js";

const AT_ONCE = 16;
const [, , port, by] = process.argv;
const credentials = by === "login" ? { email: "some@email.com", password: "secretPassword" } : { authCode: "4ahx" };
const rescue = new RescueClient({ endpoint: `http://127.0.0.1:${port}/API/API.asmx`, credentials });
const { signal } = new AbortController();
let session = 1;

process.on("message", async (calls: number) => {
  let left = calls;
  const lane = async () => {
    while (left-- > 0) await rescue.closeSession(session++, { signal });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  // Twice: what a finalizer frees is collected by the second.
  for (let times = 0; times < 2; times += 1) {
    await new Promise(setImmediate);
    globalThis.gc?.();
  }
  process.send?.(process.memoryUsage().heapUsed);
});
process.on("disconnect", () => process.exit());
