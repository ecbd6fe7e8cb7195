import { SESSION_STATUSES, type SessionStatus } from "../desk/session-status.js";

/** Which sessions a reader of the page has chosen to see. */
export interface SessionChoice {
  /** Only sessions of this status; all of them where it is undefined. */
  readonly status: SessionStatus | undefined;
  /** The page of the list, from 1. */
  readonly page: number;
}

/** The choice that a query names. What it does not name, or wrongly, is the first page of all sessions. */
export function choiceIn(query: URLSearchParams): SessionChoice {
  const status = SESSION_STATUSES.find((known) => known === query.get("status"));
  const page = /^[1-9]\d{0,3}$/.exec(query.get("page") ?? "")?.[0];
  return { status, page: Number(page ?? 1) };
}

/** A choice as a query, followed by `more`; empty for the first page of all sessions. */
export function choiceQuery({ status, page }: SessionChoice, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    ...(status === undefined ? {} : { status }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...more,
  }).toString();
  return query === "" ? "" : `?${query}`;
}
