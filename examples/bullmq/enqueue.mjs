// Puts the session ids of standard input, one a line, into the queue, and waits until the workers have closed them.
import { createInterface } from "node:readline";
import { Redis } from "ioredis";
import { CloseQueue } from "rescue-soap-client/bullmq";

const connection = new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: null });
const queue = new CloseQueue({ connection, endpoint: process.env.RESCUE_ENDPOINT });

async function* ids() {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== "") yield Number(line);
  }
}

console.log(`${await queue.enqueue(ids())} sessions in the queue`);
const { closed, failed } = await queue.done();
console.log(`${closed} closed, ${failed} for a person`);
for await (const { session, code, message } of queue.failures()) console.log(`${session} ${code}: ${message}`);

await queue[Symbol.asyncDispose]();
connection.disconnect();
