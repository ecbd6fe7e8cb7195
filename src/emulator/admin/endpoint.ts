import type { Administered } from "./administered.js";

/** One thing that the admin API can do. */
export interface Endpoint {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** One line for the list that `GET /` gives. */
  readonly about: string;
  /** The names that its query may hold; none unless given. */
  readonly query?: readonly string[];
  /** @returns the answer, to be put as JSON; `{}` is answered where it is undefined. */
  readonly run: (emulator: Administered, request: AdminRequest) => unknown;
}

/** What a request brings. */
export interface AdminRequest {
  readonly query: URLSearchParams;
  /** The body's JSON; undefined where there was no body. */
  readonly body: unknown;
}
