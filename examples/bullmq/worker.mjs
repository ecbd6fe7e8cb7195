// Closes the sessions in the queue until it is asked to stop: Ctrl-C lets the call in flight end.
import { once } from "node:events";
import { Redis } from "ioredis";
import { CloseWorker } from "rescue-soap-client/bullmq";

const { REDIS_URL, RESCUE_ENDPOINT, RESCUE_EMAIL, RESCUE_PASSWORD } = process.env;
const connection = new Redis(REDIS_URL, { maxRetriesPerRequest: null });
const worker = new CloseWorker({
  connection,
  client: { endpoint: RESCUE_ENDPOINT, credentials: { email: RESCUE_EMAIL, password: RESCUE_PASSWORD } },
});
worker.worker.on("error", (error) => console.warn(error.message));

// It ends by itself where the service refuses the user: nothing is gained by going on.
await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM"), worker.ended]);
await worker[Symbol.asyncDispose]();
connection.disconnect();
