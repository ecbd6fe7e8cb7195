export type { CloseResult, SessionSource } from "../closing/close-run.js";
export type { CloseJobData } from "./close-job.js";
export { CloseQueue, type CloseQueueOptions, type QueueTotals } from "./close-queue.js";
export { CloseWorker, type CloseWorkerOptions } from "./close-worker.js";
export { redisJar } from "./redis-jar.js";
