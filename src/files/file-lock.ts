import { randomUUID } from "node:crypto";
import { link, lstat, open, readFile, rename, unlink, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import type { Deadline } from "../soap/http/deadline.js";
import { errorCode } from "../soap/http/error-code.js";

/** What a lock is for. */
export interface LockPurpose {
  /** The option that names the file, in errors. */
  readonly option: string;
  /** Milliseconds after which a lock counts as left behind, whoever made it. */
  readonly life: number;
}

/** A lock that is held. It is renewed, so that it does not count as left behind, until it is released. */
export interface HeldLock {
  /** False where another process has broken it: this one was stopped for longer than the life of the lock. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

const POLL = 50;
/** How often a lock is renewed within its life. */
const RENEWALS = 6;
/** What a lock holds is shorter. */
const LARGEST = 1_024;

/**
 * Takes the lock of a file, when nobody has it: `<file>.lock`, which processes create and remove. One that a process of
 * this machine left behind by ending is broken at once, any other at the end of its life, also where clocks were set:
 * nobody is locked out. Two processes may then hold it at the same time: what they do under it has to bear that.
 *
 * @returns a function that releases the lock.
 * @throws {DeadlineError | AbortedError} (`not-sent`) when `deadline` ends first.
 * @throws {InvalidArgumentError} when the lock cannot be created.
 */
export async function lockFile(file: string, purpose: LockPurpose, deadline: Deadline): Promise<() => Promise<void>> {
  const path = `${file}.lock`;
  const own = newContent();
  for (;;) {
    deadline.check();
    if (await create(path, own, purpose)) return () => release(path, own, purpose);
    if (!(await breakIfLeft(path, purpose))) await deadline.sleep(POLL + Math.random() * POLL, "not-sent");
  }
}

/**
 * Takes the lock of a file as {@link lockFile} does, for a work of any length.
 *
 * @returns undefined where another process, or another work of this one, has it.
 * @throws {InvalidArgumentError} when the lock cannot be created.
 */
export async function tryLockFile(file: string, purpose: LockPurpose): Promise<HeldLock | undefined> {
  const path = `${file}.lock`;
  const own = newContent();
  while (!(await create(path, own, purpose))) if (!(await breakIfLeft(path, purpose))) return undefined;
  const isHeld = async () => (await look(path, purpose).catch(() => undefined))?.content === own;
  const renew = async () => {
    if (!(await isHeld())) return;
    const now = new Date();
    await utimes(path, now, now).catch(() => {});
  };
  const timer = setInterval(() => void renew(), purpose.life / RENEWALS).unref();
  return {
    isHeld,
    release: async () => {
      clearInterval(timer);
      await release(path, own, purpose);
    },
  };
}

function newContent(): string {
  return JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() });
}

async function create(path: string, content: string, purpose: LockPurpose): Promise<boolean> {
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
    throw refusal(purpose, `its lock cannot be created (${errorCode(error)})`);
  }
}

/** @returns true where the lock is gone. */
async function breakIfLeft(path: string, purpose: LockPurpose): Promise<boolean> {
  const seen = await look(path, purpose);
  if (seen === undefined) return true;
  if (!isLeft(seen, purpose)) return false;
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    // Another process may have broken it and made its own in between: that one is put back.
    if ((await look(aside, purpose))?.content !== seen.content) await link(aside, path).catch(() => {});
    await unlink(aside);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") {
      throw refusal(purpose, `the lock left behind at its side cannot be removed (${errorCode(error)})`);
    }
  }
  return true;
}

interface Seen {
  readonly content: string;
  readonly age: number;
}

async function look(path: string, purpose: LockPurpose): Promise<Seen | undefined> {
  try {
    const found = await lstat(path);
    if (!found.isFile()) throw refusal(purpose, "what stands at the place of its lock is no file");
    const content = found.size > LARGEST ? "" : await readFile(path, "utf8");
    return { content, age: Math.abs(Date.now() - found.mtimeMs) };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error instanceof InvalidArgumentError
      ? error
      : refusal(purpose, `its lock cannot be read (${errorCode(error)})`);
  }
}

function isLeft({ content, age }: Seen, { life }: LockPurpose): boolean {
  if (age > life) return true;
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

async function release(path: string, own: string, purpose: LockPurpose): Promise<void> {
  // It may have been broken, and be another's by now.
  const seen = await look(path, purpose).catch(() => undefined);
  if (seen?.content === own) await unlink(path).catch(() => {});
}

function refusal({ option }: LockPurpose, problem: string): InvalidArgumentError {
  return new InvalidArgumentError(option, `${option}: ${problem}`);
}
