import { type Callback, type Cookie, type ErrorCallback, MemoryCookieStore, type Nullable, Store } from "tough-cookie";

/** A tough-cookie Store that answers later, as one over a database does, and that can fail or stay silent. */
export class AsyncStore extends Store {
  readonly #memory = new MemoryCookieStore();
  /** How often cookies were asked for and put away. */
  readonly calls = { find: 0, put: 0 };
  /** What happens to the next calls of that kind. */
  trouble: Partial<Record<"find" | "put", "fails" | "hangs">> = {};
  override synchronous = false;

  // Asked for by the jar before it puts a cookie away.
  override findCookie(
    domain: Nullable<string>,
    path: Nullable<string>,
    key: Nullable<string>,
  ): Promise<Cookie | undefined>;
  override findCookie(
    domain: Nullable<string>,
    path: Nullable<string>,
    key: Nullable<string>,
    callback?: Callback<Cookie | undefined>,
  ): Promise<Cookie | undefined> | undefined {
    return this.#later("put", callback, () => this.#memory.findCookie(domain, path, key));
  }

  override findCookies(domain: Nullable<string>, path: Nullable<string>, special?: boolean): Promise<Cookie[]>;
  override findCookies(
    domain: Nullable<string>,
    path: Nullable<string>,
    special?: boolean,
    callback?: Callback<Cookie[]>,
  ): Promise<Cookie[]> | undefined {
    this.calls.find += 1;
    return this.#later("find", callback, () => this.#memory.findCookies(domain as string, path as string, special));
  }

  override putCookie(cookie: Cookie): Promise<void>;
  override putCookie(cookie: Cookie, callback?: ErrorCallback): Promise<void> | undefined {
    this.calls.put += 1;
    return this.#later("put", callback, () => this.#memory.putCookie(cookie));
  }

  override updateCookie(old: Cookie, cookie: Cookie): Promise<void>;
  override updateCookie(_old: Cookie, cookie: Cookie, callback?: ErrorCallback): Promise<void> | undefined {
    return this.putCookie.call(this, cookie, ...((callback ? [callback] : []) as []));
  }

  #later<T>(kind: "find" | "put", callback: Callback<T> | undefined, work: () => Promise<T>): Promise<T> | undefined {
    const done = new Promise<T>((resolve, reject) => {
      if (this.trouble[kind] === "hangs") return;
      setImmediate(() => (this.trouble[kind] === "fails" ? reject(new Error("the store is down")) : resolve(work())));
    });
    if (!callback) return done;
    done.then(
      (value) => callback(null, value),
      (error: Error) => callback(error),
    );
    return undefined;
  }
}
