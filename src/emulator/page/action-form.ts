import { type Html, html } from "../http/html.js";
import type { PageView } from "./page-parts.js";
import { choiceQuery } from "./session-choice.js";

/** The path of the page's files and actions. The service has no such path. */
export const PAGE_PATH = "/~desk/";

/**
 * A form whose buttons perform an action on the desk. It works without JavaScript: the answer redirects to the same
 * view.
 */
export function actionForm({ token, choice }: PageView, action: string, content: Html): Html {
  return html`<form method="post" action="${PAGE_PATH}actions/${action}${choiceQuery(choice)}"><input type="hidden" name="token" value="${token}">${content}</form>`;
}
