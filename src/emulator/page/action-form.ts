import { type Html, html } from "../http/html.js";
import type { PageView } from "./page-parts.js";

/** The path of the page's files and actions. The service has no such path. */
export const PAGE_PATH = "/~desk/";

/** The page's address for a view, with further parameters and an anchor. */
export function pageAddress(status: string | undefined, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(status === undefined ? {} : { status }), ...more }).toString();
  return query === "" ? "/" : `/?${query}`;
}

/**
 * A form whose buttons perform an action on the desk. It works without JavaScript: the answer redirects to the same
 * view.
 */
export function actionForm({ token, status }: PageView, action: string, content: Html): Html {
  const query = status === undefined ? "" : `?status=${status}`;
  return html`<form method="post" action="${PAGE_PATH}actions/${action}${query}"><input type="hidden" name="token" value="${token}">${content}</form>`;
}
