import { randomBytes } from "node:crypto";
import { isActive, type Person } from "./person.js";
import { defaultReportSettings, type ReportSettings } from "./report-settings.js";

/** The cookie that carries a login (seen by three independent clients of the service). */
export const SESSION_COOKIE = "ASP.NET_SessionId";
const LOWER_NAME = SESSION_COOKIE.toLowerCase();
/** Milliseconds without a call that end a login: 20 minutes, sliding (guide: authentication tutorial). */
export const SESSION_LIFETIME = 20 * 60 * 1000;

// ASP.NET spells its ids with the lower-case letters and the digits 0 to 5: 32 signs, five bits each.
const ID_ALPHABET = "abcdefghijklmnopqrstuvwxyz012345";
const ID_LENGTH = 24;
const ID = new RegExp(`^[${ID_ALPHABET}]{${ID_LENGTH}}$`);
const SWEEP_EVERY = 1000;
// Callers who never log in and keep no cookie would fill the memory with sessions that are not used again, especially
// when the clock stands still.
const EMPTY_LIMIT = 10_000;

interface StoredSession {
  /** Who is logged in. The person and not the address, which may change and then belong to somebody else. */
  user: Person | undefined;
  /** Created on first use: most logins never use them. */
  reportSettings: ReportSettings | undefined;
  expires: number;
}

/** A session that a request created. */
interface MadeSession {
  readonly session: StoredSession;
  /** Its id, if the caller does not have it yet. */
  readonly newId?: string;
}

/** A session outside its store. @typeParam User what is known of who is logged in. */
export interface KeptSession<User = Person> {
  readonly id: string;
  readonly user: User | undefined;
  readonly reportSettings: ReportSettings | undefined;
  /** Milliseconds until it ends without another call. */
  readonly remaining: number;
}

/** All ASP.NET sessions: cookie value to who is logged in. Not the Rescue support sessions, which the desk holds. */
export class AspNetSessions {
  #sessions = new Map<string, StoredSession>();
  readonly #now: () => number;
  readonly #reusesIds: boolean;
  #made = 0;

  /**
   * @param reusesIds whether a caller who presents the id of a session that has ended gets the next one under that id,
   *   and no new cookie. ASP.NET does so with every well-formed id in a cookie; its setting
   *   `regenerateExpiredSessionId` is for ids in addresses. Which of the two the service does is not known.
   */
  constructor(now: () => number, reusesIds = false) {
    this.#now = now;
    this.#reusesIds = reusesIds;
  }

  /** The session of one request. A request extends the life of its session, whatever it does. */
  visit(id: string | undefined): AspNetSession {
    const known = id === undefined ? undefined : this.#live(id);
    if (known) known.expires = this.#now() + SESSION_LIFETIME;
    // A request that began before a reset creates its session in the old store, where it is not found.
    const store = this.#sessions;
    return new AspNetSession(known, () => this.#make(store, id));
  }

  /** Who is logged in under this id. This does not count as a visit. */
  userOf(id: string | undefined): Person | undefined {
    return id === undefined ? undefined : this.#live(id)?.user;
  }

  /** The number of sessions with a logged-in user. */
  get loggedIn(): number {
    let count = 0;
    for (const _login of this.logins) count += 1;
    return count;
  }

  /** The number of sessions, with and without a logged-in user. */
  get size(): number {
    return this.#sessions.size;
  }

  /**
   * Who is logged in now, and when the login ends without another call: milliseconds since 1970. Without the cookies, and
   * without users who have been disabled or deleted since.
   */
  get logins(): Iterable<{ readonly user: Person; readonly expires: number }> {
    this.#sweep();
    return [...this.#sessions.values()].flatMap(({ user, expires }) =>
      user && isActive(user) ? [{ user, expires }] : [],
    );
  }

  /** A copy of all sessions. */
  kept(): readonly KeptSession[] {
    this.#sweep();
    return Array.from(this.#sessions, ([id, { user, reportSettings, expires }]) => ({
      id,
      user,
      reportSettings: reportSettings && { ...reportSettings },
      remaining: expires - this.#now(),
    }));
  }

  /** Replaces all sessions with these. */
  restore(kept: readonly KeptSession[]): void {
    this.clear();
    for (const { id, user, reportSettings, remaining } of kept) {
      const settings = reportSettings && { ...reportSettings };
      this.#sessions.set(id, { user, reportSettings: settings, expires: this.#now() + remaining });
    }
  }

  /** Forgets all sessions, including those that requests in progress may still create. */
  clear(): void {
    this.#sessions = new Map();
  }

  #live(id: string): StoredSession | undefined {
    const session = this.#sessions.get(id);
    if (session && session.expires <= this.#now()) {
      this.#sessions.delete(id);
      return undefined;
    }
    return session;
  }

  #make(store: Map<string, StoredSession>, presented: string | undefined): MadeSession {
    this.#made += 1;
    if (this.#made % SWEEP_EVERY === 0) this.#sweep();
    const isKept = this.#reusesIds && presented !== undefined && ID.test(presented);
    const id = isKept ? presented : randomId();
    const session: StoredSession = {
      user: undefined,
      reportSettings: undefined,
      expires: this.#now() + SESSION_LIFETIME,
    };
    store.set(id, session);
    return isKept ? { session } : { session, newId: id };
  }

  #sweep(): void {
    const now = this.#now();
    const empty: string[] = [];
    for (const [id, session] of this.#sessions) {
      if (session.expires <= now) this.#sessions.delete(id);
      else if (!session.user) empty.push(id);
    }
    for (const oldest of empty.slice(0, -EMPTY_LIMIT)) this.#sessions.delete(oldest);
  }
}

/**
 * The session as one request sees it. A request that never opens it gets no session and no cookie, such as a call by
 * auth code. Without a valid cookie, the session is created when it is first opened, and the answer sets its cookie.
 */
export class AspNetSession {
  #session: StoredSession | undefined;
  readonly #make: () => MadeSession;
  #setCookie: string | undefined;

  constructor(session: StoredSession | undefined, make: () => MadeSession) {
    this.#session = session;
    this.#make = make;
  }

  /** Creates the session if there is none; the answer then sets its cookie. */
  open(): void {
    this.#opened();
  }

  /** Opens the session. @returns who is logged in; may have been disabled or deleted since. */
  user(): Person | undefined {
    return this.#opened().user;
  }

  /** Who is logged in. Opens no session. */
  get known(): Person | undefined {
    return this.#session?.user;
  }

  /**
   * Opens the session. @returns what this login's next report is like: the settings live and end with the login
   * (published clients rely on it).
   */
  reportSettings(): ReportSettings {
    const session = this.#opened();
    session.reportSettings ??= defaultReportSettings();
    return session.reportSettings;
  }

  /** Settings of another user do not carry over; those of the same user, logging in again, do (inferred). */
  signIn(user: Person): void {
    const session = this.#opened();
    if (session.user !== user) session.reportSettings = undefined;
    session.user = user;
  }

  signOut(): void {
    const session = this.#opened();
    session.user = undefined;
    session.reportSettings = undefined;
  }

  /** The `Set-Cookie` value of the answer, if this request created the session. */
  get setCookie(): string | undefined {
    return this.#setCookie;
  }

  #opened(): StoredSession {
    if (!this.#session) {
      const { session, newId } = this.#make();
      this.#session = session;
      if (newId !== undefined) this.#setCookie = `${SESSION_COOKIE}=${newId}; path=/; HttpOnly`;
    }
    return this.#session;
  }
}

function randomId(): string {
  return Array.from(randomBytes(ID_LENGTH), (byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join("");
}

/**
 * The session id in a `Cookie` header: the first cookie of that name, in any case, as ASP.NET looks names up. Accepts
 * what clients really send, gSOAP's `ASP.NET_SessionId=VALUE;$Path="/"` without a blank included.
 */
export function sessionIdOf(header: string | undefined): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [name, value] = pair.split("=", 2);
    if (name?.trim().toLowerCase() === LOWER_NAME && value) return value.trim();
  }
  return undefined;
}
