import { fork } from "node:child_process";
import { once } from "node:events";

/** The credentials of the calls: a login makes them one after the other, with its cookie; a code 16 at once. */
export type CalledBy = "login" | "auth code";

/**
 * Makes plain `closeSession` calls in a process of its own, one part after the other, and gives the bytes of its heap,
 * after a collection, at the end of each part.
 *
 * @param parts how many calls each part has.
 */
export async function* callHeap(by: CalledBy, parts: readonly number[]): AsyncGenerator<number, void> {
  const server = fork(new URL("./answers-server.js", import.meta.url), ["0"]);
  try {
    const [port] = (await once(server, "message")) as [number];
    const caller = fork(new URL("./call-heap-process.js", import.meta.url), [`${port}`, by], {
      execArgv: ["--expose-gc"],
    });
    const failed = once(caller, "exit").then(() => Promise.reject(new Error("the process that calls failed")));
    failed.catch(() => {});
    try {
      for (const calls of parts) {
        caller.send(calls);
        const [heap] = (await Promise.race([once(caller, "message"), failed])) as [number];
        yield heap;
      }
    } finally {
      if (caller.connected) caller.disconnect();
    }
  } finally {
    server.disconnect();
  }
}
