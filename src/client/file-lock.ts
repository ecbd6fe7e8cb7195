import { randomUUID } from "node:crypto";
import { link, lstat, open, readFile, rename, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import type { Deadline } from "../soap/http/deadline.js";
import { errorCode } from "../soap/http/error-code.js";
import { LOGIN_SHARE } from "./login-pace.js";

/** Milliseconds after which a lock counts as left behind, whoever made it: longer than a login takes. */
const LOCK_LIFE = LOGIN_SHARE + 10_000;
const POLL = 50;
/** What a lock holds is shorter. */
const LARGEST = 1_024;

/**
 * Takes the lock of a file: `<file>.lock`, which processes create and remove. One that a process of this machine left
 * behind by ending is broken at once, any other when it is 30 seconds old, also where clocks were set: nobody is locked
 * out. Two processes may then hold it at the same time: what they do under it has to bear that.
 *
 * @returns a function that releases the lock.
 * @throws {DeadlineError | AbortedError} (`not-sent`) when `deadline` ends first.
 * @throws {InvalidArgumentError} when the lock cannot be created.
 */
export async function lockFile(file: string, deadline: Deadline): Promise<() => Promise<void>> {
  const path = `${file}.lock`;
  const own = JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() });
  for (;;) {
    deadline.check();
    if (await create(path, own)) return () => release(path, own);
    if (!(await breakIfLeft(path))) await deadline.sleep(POLL + Math.random() * POLL, "not-sent");
  }
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    const handle = await open(path, "wx", 0o600);
    try {
      await handle.writeFile(content);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw new InvalidArgumentError("jar", `jar: its lock cannot be created (${errorCode(error)})`);
  }
}

/** @returns true where the lock is gone. */
async function breakIfLeft(path: string): Promise<boolean> {
  const seen = await look(path);
  if (seen === undefined) return true;
  if (!isLeft(seen)) return false;
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    // Another process may have broken it and made its own in between: that one is put back.
    if ((await look(aside))?.content !== seen.content) await link(aside, path).catch(() => {});
    await unlink(aside);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") {
      throw new InvalidArgumentError(
        "jar",
        `jar: the lock left behind at its side cannot be removed (${errorCode(error)})`,
      );
    }
  }
  return true;
}

interface Seen {
  readonly content: string;
  readonly age: number;
}

async function look(path: string): Promise<Seen | undefined> {
  try {
    const found = await lstat(path);
    if (!found.isFile()) throw new InvalidArgumentError("jar", "jar: what stands at the place of its lock is no file");
    const content = found.size > LARGEST ? "" : await readFile(path, "utf8");
    return { content, age: Math.abs(Date.now() - found.mtimeMs) };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error instanceof InvalidArgumentError
      ? error
      : new InvalidArgumentError("jar", `jar: its lock cannot be read (${errorCode(error)})`);
  }
}

function isLeft({ content, age }: Seen): boolean {
  if (age > LOCK_LIFE) return true;
  const [, pid, host] = /^\{"pid":(\d{1,10}),"host":("[^"\\]*"),/.exec(content) ?? [];
  return pid !== undefined && host === JSON.stringify(hostname()) && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process (EPERM) runs.
    return errorCode(error) !== "ESRCH";
  }
}

async function release(path: string, own: string): Promise<void> {
  // It may have been broken, and be another's by now.
  const seen = await look(path).catch(() => undefined);
  if (seen?.content === own) await unlink(path).catch(() => {});
}
