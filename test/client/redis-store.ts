import { type Callback, Cookie, type ErrorCallback, type Nullable, pathMatch, Store } from "tough-cookie";
import type { RedisConnection } from "./redis-server.js";

/** A tough-cookie Store over a Redis, as somebody would write it: one hash for each host. */
export class RedisStore extends Store {
  readonly #redis: RedisConnection;
  override synchronous = false;

  constructor(redis: RedisConnection) {
    super();
    this.#redis = redis;
  }

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
    return answer(
      this.#all(domain).then((all) => all.find((cookie) => cookie.path === path && cookie.key === key)),
      callback,
    );
  }

  override findCookies(domain: Nullable<string>, path: Nullable<string>, special?: boolean): Promise<Cookie[]>;
  override findCookies(
    domain: Nullable<string>,
    path: Nullable<string>,
    _special?: boolean,
    callback?: Callback<Cookie[]>,
  ): Promise<Cookie[]> | undefined {
    const isOf = (cookie: Cookie) => path === null || path === undefined || pathMatch(path, cookie.path ?? "/");
    return answer(
      this.#all(domain).then((all) => all.filter(isOf)),
      callback,
    );
  }

  override putCookie(cookie: Cookie): Promise<void>;
  override putCookie(cookie: Cookie, callback?: ErrorCallback): Promise<void> | undefined {
    const field = `${cookie.path};${cookie.key}`;
    const stored = this.#redis.send("HSET", `cookies:${cookie.domain}`, field, JSON.stringify(cookie));
    return answer(
      stored.then(() => undefined),
      callback as Callback<void> | undefined,
    );
  }

  override updateCookie(old: Cookie, cookie: Cookie): Promise<void>;
  override updateCookie(_old: Cookie, cookie: Cookie, callback?: ErrorCallback): Promise<void> | undefined {
    return this.putCookie.call(this, cookie, ...((callback ? [callback] : []) as []));
  }

  async #all(domain: Nullable<string>): Promise<Cookie[]> {
    const texts = await this.#redis.send("HVALS", `cookies:${domain}`);
    if (!Array.isArray(texts)) return [];
    return texts.flatMap((text) => Cookie.fromJSON(String(text)) ?? []);
  }
}

function answer<T>(work: Promise<T>, callback: Callback<T> | undefined): Promise<T> | undefined {
  if (!callback) return work;
  work.then(
    (value) => callback(null, value),
    (error: Error) => callback(error),
  );
  return undefined;
}
