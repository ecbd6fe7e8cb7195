import { randomBytes } from "node:crypto";

/** The cookie that carries a login (seen by three independent clients of the service). */
export const SESSION_COOKIE = "ASP.NET_SessionId";
/** Milliseconds without a call that end a login: 20 minutes, sliding (guide, authentication tutorial). */
export const SESSION_LIFETIME = 20 * 60 * 1000;

// ASP.NET spells its ids with the lower-case letters and the digits 0 to 5: 32 signs, five bits each.
const ID_ALPHABET = "abcdefghijklmnopqrstuvwxyz012345";
const ID_LENGTH = 24;
const SWEEP_EVERY = 1000;

interface StoredSession {
  /** The email address of who is logged in, lower case. */
  user: string | undefined;
  expires: number;
}

/** All ASP.NET sessions: cookie value to who is logged in. Not the Rescue support sessions, which the desk holds. */
export class AspNetSessions {
  readonly #sessions = new Map<string, StoredSession>();
  readonly #now: () => number;
  #made = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The session of one request. Its presence alone makes a known session live on. */
  visit(id: string | undefined): AspNetSession {
    const known = id === undefined ? undefined : this.#live(id);
    if (known) known.expires = this.#now() + SESSION_LIFETIME;
    return new AspNetSession(known, () => this.#make());
  }

  /** How many sessions have somebody logged in now. */
  get loggedIn(): number {
    this.#sweep();
    let count = 0;
    for (const session of this.#sessions.values()) if (session.user !== undefined) count += 1;
    return count;
  }

  clear(): void {
    this.#sessions.clear();
  }

  #live(id: string): StoredSession | undefined {
    const session = this.#sessions.get(id);
    if (session && session.expires <= this.#now()) {
      this.#sessions.delete(id);
      return undefined;
    }
    return session;
  }

  #make(): { id: string; session: StoredSession } {
    this.#made += 1;
    if (this.#made % SWEEP_EVERY === 0) this.#sweep();
    const id = Array.from(randomBytes(ID_LENGTH), (byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join("");
    const session: StoredSession = { user: undefined, expires: this.#now() + SESSION_LIFETIME };
    this.#sessions.set(id, session);
    return { id, session };
  }

  #sweep(): void {
    const now = this.#now();
    for (const [id, session] of this.#sessions) if (session.expires <= now) this.#sessions.delete(id);
  }
}

/**
 * The session as one request sees it. Nothing is made for a request that never looks at it: a call by auth code gets no
 * cookie. The first look at it without a live cookie makes one, and the answer sets it.
 */
export class AspNetSession {
  #session: StoredSession | undefined;
  readonly #make: () => { id: string; session: StoredSession };
  #setCookie: string | undefined;

  constructor(session: StoredSession | undefined, make: () => { id: string; session: StoredSession }) {
    this.#session = session;
    this.#make = make;
  }

  /** The email address of who is logged in. */
  get user(): string | undefined {
    return this.#touch().user;
  }

  signIn(email: string): void {
    this.#touch().user = email;
  }

  signOut(): void {
    this.#touch().user = undefined;
  }

  /** The `Set-Cookie` line of the answer, when this request made the session. */
  get setCookie(): string | undefined {
    return this.#setCookie;
  }

  #touch(): StoredSession {
    if (!this.#session) {
      const { id, session } = this.#make();
      this.#session = session;
      this.#setCookie = `${SESSION_COOKIE}=${id}; path=/; HttpOnly`;
    }
    return this.#session;
  }
}

/**
 * The session id in a `Cookie` header: the first cookie of that name. Takes what clients really send, gSOAP's
 * `ASP.NET_SessionId=VALUE;$Path="/"` without a blank included.
 */
export function sessionIdOf(header: string | undefined): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [name, value] = pair.split("=", 2);
    if (name?.trim() === SESSION_COOKIE && value) return value.trim();
  }
  return undefined;
}
