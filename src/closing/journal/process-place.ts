import { createHash } from "node:crypto";
import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { errorCode } from "../../soap/http/error-code.js";

/** What of a process can be told from outside, where the system tells it. */
export interface ProcessMark {
  readonly pid: number;
  /** When it began, as the system counts; 0 where it does not tell. */
  readonly start: number;
}

/**
 * Names where process ids mean the same processes: a machine since its start and, on Linux, a namespace of ids, as a
 * container has its own.
 */
export async function processPlace(): Promise<string> {
  const told = await Promise.all([
    readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => ""),
    readlink("/proc/self/ns/pid").catch(() => ""),
  ]);
  return createHash("sha256")
    .update(JSON.stringify([hostname(), ...told]))
    .digest("hex")
    .slice(0, 12);
}

/** This process. */
export async function ownMark(): Promise<ProcessMark> {
  return { pid: process.pid, start: (await startOf(process.pid)) ?? 0 };
}

/**
 * Whether a process of this place runs; undefined where that cannot be told for certain, because the system does not say
 * when a process began, and its id may be another's by now.
 */
export async function isRunning({ pid, start }: ProcessMark): Promise<boolean | undefined> {
  const now = await startOf(pid);
  if (now !== undefined && start !== 0) return now === start;
  try {
    process.kill(pid, 0);
    // On Linux, one without a start is a process that has ended and was not waited for.
    return start === 0 ? undefined : false;
  } catch (error) {
    // Another user's process (EPERM) runs.
    return errorCode(error) === "ESRCH" ? false : undefined;
  }
}

// The name of the program, in parentheses, may hold blanks and parentheses. Of what follows, the first is the state
// (proc_pid_stat), and the twentieth the start in ticks since the machine's.
async function startOf(pid: number): Promise<number | undefined> {
  try {
    const told = await readFile(`/proc/${pid}/stat`, "latin1");
    const [state = "", ...rest] = told.slice(told.lastIndexOf(")") + 2).split(" ");
    const start = Number(rest[18]);
    return /^[ZXx]$/.test(state) || !Number.isSafeInteger(start) ? undefined : start;
  } catch {
    return undefined;
  }
}
