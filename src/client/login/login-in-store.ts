import { createHash, randomUUID } from "node:crypto";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { NotAuthenticatedError } from "../../errors/not-authenticated-error.js";
import { RescueError } from "../../errors/rescue-error.js";
import type { Cookies } from "../../soap/http/cookies.js";
import { Deadline } from "../../soap/http/deadline.js";
import { waitForPace } from "../account/login-pace.js";
import type { Answer } from "../operations/answer.js";
import { rememberedRefusal } from "../operations/refused-credentials.js";
import { inTime, type LoginLock, type LoginStore, takeLock } from "../options/login-store.js";
import type { Secret } from "../options/secret.js";
import type { Events } from "../watch/events.js";
import {
  type KeptLogin,
  type LoginRecord,
  readRecord,
  recordedWait,
  recordText,
  refusedAt,
  saltOf,
  withoutRefused,
  withoutTime,
  withRefused,
  withTime,
} from "./login-record.js";
import { newSalt, slowHash } from "./password-hash.js";
import { type LoginToMake, type SharedLogin, TAKEN_OVER } from "./shared-login.js";

/** How often in a row others may change the record first: each time, one of them has done what it wanted. */
const MOST_TRIES = 100;
/** The longest pause before the record is read again. */
const PAUSE = 20;
/** Milliseconds that keeping what an answer has brought may take: the answer waits for it. */
const KEEPING_TIME = 10_000;
/** Milliseconds between two renewals of which only the time of expiry differs. */
const EXPIRY_PAUSE = 60_000;

export interface LoginInStoreParts {
  readonly address: URL;
  /** The key of the account: {@link storeKey}. */
  readonly key: string;
  readonly login: { readonly email: string; readonly password: Secret };
  readonly store: LoginStore;
  /** Is held while a login is made. Without it, processes that begin at once may make one each. */
  readonly lock: LoginLock | undefined;
  /** What holds the record, for errors. */
  readonly where: string;
  readonly paced: boolean;
  readonly events: Pick<Events, "emit">;
}

/** The key of an account in stores and locks. It shows neither address nor user. */
export function storeKey(account: string): string {
  return createHash("sha256").update(account).digest("hex");
}

/**
 * In a store that processes share, with what all of them have to know of the account: the passwords that were refused,
 * and when logins were made. A change is made only to the record that it was decided on, so that a process whose lock
 * was lost overwrites nothing that it does not know.
 */
export class LoginInStore implements SharedLogin {
  readonly #parts: LoginInStoreParts;
  readonly #secret: string;
  #used: Pick<KeptLogin, "id" | "revision"> | undefined;
  /** What was read or written last of the cookies. */
  #kept = { stored: 0, lines: "", values: "", time: 0 };
  /** The hash that was calculated last. */
  #hashed: { readonly salt: string; readonly hash: Promise<string> } | undefined;
  /** True where the record has been told that the password was refused. */
  #hasToldRefusal = false;
  #hasWarned = false;

  constructor(parts: LoginInStoreParts) {
    this.#parts = parts;
    const { email, password } = parts.login;
    // With the e-mail address as sent: blanks around it may be the reason why a password was refused.
    this.#secret = JSON.stringify([parts.key, email.toLowerCase(), password.reveal()]);
  }

  async ensure(cookies: Cookies, deadline: Deadline, login: LoginToMake): Promise<Answer> {
    for (;;) {
      // Without the lock at first: what is kept is enough for most.
      const record = await this.#read(deadline);
      if (await this.#take(record, cookies, deadline)) return TAKEN_OVER;
      await this.#checkRefusal(record, deadline, login);
      await login.ready();
      const wait = this.#parts.paced ? recordedWait(record, Date.now()) : 0;
      if (wait > 0) {
        // Not under the lock, which may expire.
        await waitForPace(wait, "login", deadline, this.#parts.events);
        continue;
      }
      const answer = await this.#makeOrTake(cookies, deadline, login);
      if (answer) return answer;
    }
  }

  async renew(cookies: Cookies, deadline: Deadline): Promise<void> {
    const used = this.#used;
    if (!used || cookies.stored === this.#kept.stored) return;
    await this.#attempt(deadline, (own) => this.#renew(used, cookies, own));
  }

  async forget(deadline: Deadline): Promise<void> {
    await this.#update(deadline, async (record) => {
      if (!record.refused) return undefined;
      return withoutRefused(record, await this.#hash(record.refused.salt));
    });
  }

  async end(deadline: Deadline): Promise<void> {
    try {
      await this.#update(deadline, (record) =>
        record.login && record.login.id === this.#used?.id ? { ...record, login: undefined } : undefined,
      );
    } catch {
      // Whoever takes it over finds out that it is gone.
    }
  }

  async #renew(used: Pick<KeptLogin, "id" | "revision">, cookies: Cookies, deadline: Deadline): Promise<void> {
    const { stored } = cookies;
    const lines = await deadline.race(cookies.lines(this.#parts.address));
    const isSame = lines.join("\n") === this.#kept.lines;
    const isSoon = valuesOf(lines) === this.#kept.values && Date.now() - this.#kept.time < EXPIRY_PAUSE;
    if (isSame || isSoon) {
      this.#kept = { ...this.#kept, stored };
      return;
    }
    let renewed: KeptLogin | undefined;
    await this.#update(deadline, ({ login, ...record }) => {
      // Of another login by now, or of none: these cookies are not its.
      renewed = login?.id === used.id ? { id: used.id, revision: login.revision + 1, cookies: lines } : undefined;
      return renewed && { ...record, login: renewed };
    });
    if (renewed) this.#used = renewed;
    this.#remember(stored, lines);
  }

  /** @returns undefined where another login was counted or refused meanwhile: what follows from it is found out anew. */
  async #makeOrTake(cookies: Cookies, deadline: Deadline, login: LoginToMake): Promise<Answer | undefined> {
    const { lock, key } = this.#parts;
    const release = lock ? await takeLock(lock, key, deadline) : async () => {};
    try {
      // Whoever held the lock before may have made it, or been refused.
      const record = await this.#read(deadline);
      if (await this.#take(record, cookies, deadline)) return TAKEN_OVER;
      const salt = saltOf(record, Date.now());
      // The hash is calculated without the lock: those that wait for it calculate theirs at the same time.
      if (salt !== undefined && salt !== this.#hashed?.salt) return undefined;
      await this.#checkRefusal(record, deadline, login);
      const time = Date.now();
      return (await this.#count(time, deadline)) ? await this.#make(time, cookies, deadline, login) : undefined;
    } finally {
      await release();
    }
  }

  async #make(time: number, cookies: Cookies, deadline: Deadline, login: LoginToMake): Promise<Answer> {
    let answer: Answer;
    try {
      answer = await login.send();
    } catch (error) {
      if (error instanceof RescueError) await this.#attempt(deadline, (own) => this.#keepFailure(error, time, own));
      throw error;
    }
    await this.#attempt(deadline, (own) => this.#keep(cookies, own));
    return answer;
  }

  async #take({ login }: LoginRecord, cookies: Cookies, deadline: Deadline): Promise<boolean> {
    if (!login || (login.id === this.#used?.id && login.revision === this.#used.revision)) return false;
    await cookies.replace(this.#parts.address, login.cookies, deadline);
    this.#used = login;
    this.#remember(cookies.stored, await deadline.race(cookies.lines(this.#parts.address)));
    return true;
  }

  /** @throws {NotAuthenticatedError} (`not-sent`) where the password was refused before, by whichever process. */
  async #checkRefusal(record: LoginRecord, deadline: Deadline, login: LoginToMake): Promise<void> {
    const now = Date.now();
    const salt = saltOf(record, now);
    const time = salt === undefined ? undefined : refusedAt(record, await deadline.race(this.#hash(salt)), now);
    if (time !== undefined) throw rememberedRefusal(this.#parts.login.email, time, this.#parts.where);
    if (!this.#hasToldRefusal) return;
    // It has been forgotten for all: this process does not remember it for longer.
    this.#hasToldRefusal = false;
    login.forget();
  }

  /** Counts a login before it is sent. @returns false where it has to wait. */
  async #count(time: number, deadline: Deadline): Promise<boolean> {
    if (!this.#parts.paced) return true;
    let isFree = false;
    await this.#update(deadline, (record) => {
      isFree = recordedWait(record, time) === 0;
      return isFree ? withTime(record, time) : undefined;
    });
    return isFree;
  }

  // It ends what was known of other passwords.
  async #keep(cookies: Cookies, deadline: Deadline): Promise<void> {
    const { stored } = cookies;
    const lines = await deadline.race(cookies.lines(this.#parts.address));
    const login: KeptLogin = { id: randomUUID(), revision: 0, cookies: lines };
    await this.#update(deadline, (record) => ({ ...record, login, refused: undefined }));
    this.#used = login;
    this.#remember(stored, lines);
  }

  async #keepFailure(error: RescueError, time: number, deadline: Deadline): Promise<void> {
    if (this.#parts.paced && error.outcome === "not-sent") {
      await this.#update(deadline, (record) => withoutTime(record, time));
    }
    if (!(error instanceof NotAuthenticatedError && error.code === "Invalid" && error.outcome === "answered")) return;
    await this.#update(deadline, async (record) => {
      const salt = record.refused?.salt ?? newSalt();
      return withRefused(record, salt, await this.#hash(salt), Date.now());
    });
    this.#hasToldRefusal = true;
  }

  /** Keeps what an answer has brought. The caller gets the answer, whether it can be kept or not. */
  async #attempt(deadline: Deadline, keep: (own: Deadline) => Promise<void>): Promise<void> {
    const own = new Deadline("login", KEEPING_TIME);
    try {
      await deadline.race(keep(own));
    } catch {
      this.#warn();
    } finally {
      own.dispose();
    }
  }

  async #read(deadline: Deadline): Promise<LoginRecord> {
    return this.#recordOf(await this.#text(deadline));
  }

  #recordOf(text: string | undefined): LoginRecord {
    return text === undefined ? { times: [] } : readRecord(text, this.#parts.key, this.#parts.where);
  }

  async #text(deadline: Deadline): Promise<string | undefined> {
    const { store, key } = this.#parts;
    const text: unknown = await inTime(deadline, "its store", (signal) => store.get(key, signal));
    if (text === null || text === undefined) return undefined;
    return typeof text === "string" ? text : "";
  }

  /** Changes the record as it is. @param change returns undefined for no change. */
  async #update(
    deadline: Deadline,
    change: (record: LoginRecord) => LoginRecord | undefined | Promise<LoginRecord | undefined>,
  ): Promise<void> {
    const { store, key } = this.#parts;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const text = await this.#text(deadline);
      const record = this.#recordOf(text);
      const changed = await deadline.race(Promise.resolve(change(record)));
      if (changed === undefined || changed === record) return;
      const value = recordText(changed, key);
      const isSet = await inTime(deadline, "its store", (signal) => store.compareAndSet(key, text, value, signal));
      if (isSet) return;
      await deadline.sleep(Math.random() * PAUSE, "not-sent");
    }
    throw new InvalidArgumentError("jar", "jar: its store was always changed by others first");
  }

  #hash(salt: string): Promise<string> {
    if (this.#hashed?.salt !== salt) this.#hashed = { salt, hash: slowHash(this.#secret, salt) };
    return this.#hashed.hash;
  }

  #remember(stored: number, lines: readonly string[]): void {
    this.#kept = { stored, lines: lines.join("\n"), values: valuesOf(lines), time: Date.now() };
  }

  #warn(): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    const message = "could not be written; other processes do not know of what this one has learned of the login";
    process.emitWarning(`${this.#parts.where} ${message}`, "RescueJarWarning");
  }
}

/** The cookies without their attributes. */
function valuesOf(lines: readonly string[]): string {
  return lines.map((line) => line.split(";", 1)[0]).join("\n");
}
