// One worker of a fleet: `worker-process.js SOCKET ENDPOINT`. It works until it is killed, or asked to stop.
import { once } from "node:events";
import { Redis } from "ioredis";
import { CloseWorker } from "../../src/bullmq/index.js";
import { ADMINISTRATOR } from "../client/guide-values.js";

const [path = "", endpoint = ""] = process.argv.slice(2);
const connection = new Redis({ path, maxRetriesPerRequest: null });
connection.on("error", () => {});
const worker = new CloseWorker({
  connection,
  client: { credentials: ADMINISTRATOR, endpoint },
  concurrency: 4,
  lockDuration: 3_000,
  settleAfter: 5_000,
});
const stop = once(process, "message");
await Promise.race([stop, worker.ended]);
await worker[Symbol.asyncDispose]();
connection.disconnect();
process.disconnect();
