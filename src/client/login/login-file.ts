import { createHash, randomUUID } from "node:crypto";
import { constants, lstat, open, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { errorCode } from "../../soap/http/error-code.js";
import { printable } from "../../soap/text/printable.js";

/** A login that a file holds. */
export interface KeptLogin {
  /** Of one login: another one has another id, though its cookie may be the same. */
  readonly id: string;
  /** The cookies, as `Set-Cookie` lines. They are secrets. */
  readonly cookies: readonly string[];
}

const FORMAT = 1;
/** More than the cookies of a login may take. */
const LARGEST = 256 * 1024;
const MOST_COOKIES = 50;
const OTHERS_READ = 0o077;
const OTHERS_WRITE = 0o022;

/**
 * A file with the login of one user at one endpoint. Only its owner may read it; it is replaced as a whole; a file of
 * another account, or of anything else, is refused. Every check is of the file that links lead to.
 */
export class LoginFile {
  readonly #path: string;
  readonly #account: string;

  /** @param account the key of the account: {@link accountKey}. */
  constructor(path: string, account: string) {
    this.#path = path;
    // No address in a file that may be copied.
    this.#account = createHash("sha256").update(account).digest("hex");
  }

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
   * Reads the login.
   *
   * @param file as {@link resolve} returns it.
   * @returns undefined where there is none.
   * @throws {InvalidArgumentError} for a file that others may read, that is of another account, or that is no such file.
   *   The message shows nothing of its content.
   */
  async read(file: string): Promise<KeptLogin | undefined> {
    const text = await this.#text(file);
    if (text === undefined) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      // The parser's message would quote the file.
    }
    const { format, account, login, cookies } = (isObject(value) ? value : {}) as Record<string, unknown>;
    if (format !== FORMAT || typeof account !== "string") throw this.#refusal("is no jar file of this package");
    if (account !== this.#account) {
      throw this.#refusal("is the jar of another user, or of another endpoint; use a file for each");
    }
    if (login === undefined) return undefined;
    const isList = Array.isArray(cookies) && cookies.length <= MOST_COOKIES;
    if (typeof login !== "string" || !isList || !cookies.every((line) => typeof line === "string")) {
      throw this.#refusal("is a damaged jar file; remove it");
    }
    return { id: login, cookies };
  }

  /** Replaces the file. @returns the id of the login. */
  async write(file: string, cookies: readonly string[]): Promise<string> {
    const id = randomUUID();
    await replace(file, { format: FORMAT, account: this.#account, login: id, cookies });
    return id;
  }

  /** Replaces the file by one without a login. */
  async clear(file: string): Promise<void> {
    await replace(file, { format: FORMAT, account: this.#account });
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
      if (found.size > LARGEST) throw this.#refusal(`is larger than ${LARGEST} bytes`);
      return await handle.readFile("utf8");
    } finally {
      await handle.close();
    }
  }

  #refusal(problem: string): InvalidArgumentError {
    return new InvalidArgumentError("jar", `jar: ${printable(this.#path)} ${problem}`);
  }
}

const isPosix = process.getuid !== undefined;

async function replace(file: string, content: object): Promise<void> {
  const beside = `${file}.${randomUUID()}.new`;
  try {
    const handle = await open(beside, "wx", 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(content)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
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

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
