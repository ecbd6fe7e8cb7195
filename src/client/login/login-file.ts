import { randomUUID } from "node:crypto";
import { constants, lstat, open, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { lockFile } from "../../files/file-lock.js";
import { Deadline } from "../../soap/http/deadline.js";
import { errorCode } from "../../soap/http/error-code.js";
import { printable } from "../../soap/text/printable.js";
import { LOGIN_SHARE } from "../account/login-pace.js";
import type { LoginLock, LoginStore } from "../options/login-store.js";
import { LARGEST_RECORD } from "./login-record.js";

/** Longer than a login takes. */
const LOCK = { option: "jar", life: LOGIN_SHARE + 10_000 };
const OTHERS_READ = 0o077;
const OTHERS_WRITE = 0o022;

/**
 * A file with what is known of one user's logins at one endpoint. Only its owner may read it; it is replaced as a whole;
 * a file of anything else is refused. Every check is of the file that links lead to.
 */
export class LoginFile implements LoginStore {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** The path as given, for errors. */
  get name(): string {
    return printable(this.#path);
  }

  /** The lock that is held while a login is made: {@link lockFile}. */
  readonly lock: LoginLock = async (_key, signal) => {
    const deadline = patience(signal);
    try {
      return await lockFile(await this.resolve(), LOCK, deadline);
    } finally {
      deadline.dispose();
    }
  };

  /**
   * The file that is meant, links resolved; it need not exist.
   *
   * @throws {InvalidArgumentError} for a folder that does not exist or that others may write to, and a link that leads
   *   nowhere.
   */
  async resolve(): Promise<string> {
    const file = await realpath(this.#path).catch((error: unknown) => {
      if (errorCode(error) !== "ENOENT") throw this.#refusal(`cannot be reached (${errorCode(error)})`);
    });
    if (file === undefined && (await isThere(this.#path))) throw this.#refusal("is a link that leads nowhere");
    const folder = await realpath(dirname(file ?? this.#path)).catch((error: unknown) => {
      throw this.#refusal(`its folder cannot be reached (${errorCode(error)})`);
    });
    const { mode } = await stat(folder);
    if (isPosix && (mode & OTHERS_WRITE) !== 0) {
      throw this.#refusal("others can write to its folder; keep it in a folder that only you can write to");
    }
    return join(folder, basename(file ?? this.#path));
  }

  /**
   * Reads the file.
   *
   * @returns undefined where there is none.
   * @throws {InvalidArgumentError} for a file that others may read, or that is none of the owner's.
   */
  async get(): Promise<string | undefined> {
    return this.#text(await this.resolve());
  }

  /**
   * Replaces the file, under a lock of its own that is held for no longer than that takes.
   *
   * @throws {InvalidArgumentError} when it cannot be written, and as {@link get} does.
   */
  async compareAndSet(
    _key: string,
    expected: string | undefined,
    value: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    const file = await this.resolve();
    const deadline = patience(signal);
    try {
      const release = await lockFile(`${file}.write`, LOCK, deadline);
      try {
        if ((await this.#text(file)) !== expected) return false;
        // Compared again at the last moment: the lock may have been lost while the disk took its time.
        return await replace(file, value, async () => (await this.#text(file)) === expected).catch((error: unknown) => {
          throw error instanceof InvalidArgumentError
            ? error
            : this.#refusal(`cannot be written (${errorCode(error)})`);
        });
      } finally {
        await release();
      }
    } finally {
      deadline.dispose();
    }
  }

  async #text(file: string): Promise<string | undefined> {
    // Neither a link that was made since, nor a pipe that nobody writes to.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const handle = await open(file, flags).catch((error: unknown) => {
      if (errorCode(error) !== "ENOENT") throw this.#refusal(`cannot be read (${errorCode(error)})`);
    });
    if (!handle) return undefined;
    try {
      const found = await handle.stat();
      if (!found.isFile()) throw this.#refusal("is no file");
      if (isPosix && found.uid !== process.getuid?.()) throw this.#refusal("belongs to another user of this machine");
      if (isPosix && (found.mode & OTHERS_READ) !== 0) {
        throw this.#refusal("can be read or written by others; make it yours alone with chmod 600");
      }
      if (found.size > LARGEST_RECORD) throw this.#refusal(`is larger than ${LARGEST_RECORD} bytes`);
      return await handle.readFile("utf8");
    } finally {
      await handle.close();
    }
  }

  #refusal(problem: string): InvalidArgumentError {
    return new InvalidArgumentError("jar", `jar: ${this.name} ${problem}`);
  }
}

const isPosix = process.getuid !== undefined;

/** Replaces a file as a whole, where `isStill` says so when the new one is ready. */
async function replace(file: string, content: string, isStill: () => Promise<boolean>): Promise<boolean> {
  const beside = `${file}.${randomUUID()}.new`;
  try {
    const handle = await open(beside, "wx", 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (await isStill()) {
      await rename(beside, file);
      return true;
    }
    await unlink(beside);
    return false;
  } catch (error) {
    await unlink(beside).catch(() => {});
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** A wait that only `signal` ends: a lock is broken in time. */
function patience(signal: AbortSignal): Deadline {
  return new Deadline("login", Number.POSITIVE_INFINITY, [signal]);
}
