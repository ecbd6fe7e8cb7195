import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { RescueError } from "../../errors/rescue-error.js";
import type { Deadline } from "../../soap/http/deadline.js";

/**
 * Keeps one text for each account, for any number of processes and machines: the login, hashes of refused passwords,
 * and when logins were made. A jar file is one; another one may be over Redis or a database.
 *
 * **The text is a secret**: it holds the login's cookie. It is opaque, at most 256 KiB long, and may be discarded after
 * a day without a change. `signal` is aborted when the call that needs the store has ended.
 */
export interface LoginStore {
  /** Returns the text of `key`, null or undefined where there is none. */
  get(key: string, signal: AbortSignal): Promise<string | null | undefined>;
  /**
   * Sets the text of `key` to `value` if it is still `expected` (undefined: if there is none), in one step.
   *
   * @returns false where it is another one, which is then unchanged.
   */
  compareAndSet(key: string, expected: string | undefined, value: string, signal: AbortSignal): Promise<boolean>;
}

/**
 * Waits until nobody else holds the lock `key`, and takes it. It is held while a login is made. It has to expire, after
 * 30 seconds for instance, so that a process that ends does not lock out the others; whoever holds it after that makes
 * a login too many, and does no other harm. It rejects when `signal` is aborted.
 *
 * @returns a function that releases the lock, if it is still held by this caller.
 */
export type LoginLock = (key: string, signal: AbortSignal) => Promise<() => Promise<void>>;

/** True for what has the methods of a {@link LoginStore}. */
export function isLoginStore(value: object): value is LoginStore {
  return "get" in value && "compareAndSet" in value;
}

/**
 * Does something that a store or lock of the caller's may fail at, or never end.
 *
 * @param what it is that fails, such as "its lock".
 * @throws {DeadlineError | AbortedError} (`not-sent`) when `deadline` ends first.
 * @throws {InvalidArgumentError} when it fails. The error does not quote the failure, which may hold a secret.
 */
export async function inTime<T>(
  deadline: Deadline,
  what: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  deadline.check();
  const abort = new AbortController();
  const off = deadline.onEnd(() => abort.abort());
  try {
    return await deadline.race(work(abort.signal));
  } catch (error) {
    if (deadline.ended) throw deadline.error("not-sent");
    throw error instanceof RescueError ? error : new InvalidArgumentError("jar", `jar: ${what} failed`);
  } finally {
    off();
  }
}

/**
 * Takes the lock of an account.
 *
 * @returns a function that releases it, and never rejects.
 */
export async function takeLock(lock: LoginLock, key: string, deadline: Deadline): Promise<() => Promise<void>> {
  const release = await inTime(deadline, "its lock", async (signal) => {
    const taken = await lock(key, signal);
    // Nobody waits for it any longer.
    if (signal.aborted) await taken();
    return taken;
  });
  return async () => {
    try {
      await deadline.race(release());
    } catch {
      process.emitWarning("the jar's lock could not be released; it has to expire", "RescueJarWarning");
    }
  };
}
