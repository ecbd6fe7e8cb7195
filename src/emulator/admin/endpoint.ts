import type { Administered } from "./administered.js";

/** One endpoint of the admin API. */
export interface Endpoint {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** One line for the list at `GET /`. */
  readonly about: string;
  /** The names that the query may contain; none by default. */
  readonly query?: readonly string[];
  /** @returns the answer, which is sent as JSON; undefined is sent as `{}`. */
  readonly run: (emulator: Administered, request: AdminRequest) => unknown;
}

/** The input of a request. */
export interface AdminRequest {
  readonly query: URLSearchParams;
  /** The body's JSON; undefined if there was no body. */
  readonly body: unknown;
}
