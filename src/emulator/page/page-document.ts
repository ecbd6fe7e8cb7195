import { type Html, html } from "../http/html.js";
import { actionForm, PAGE_PATH } from "./action-form.js";
import type { PageView } from "./page-parts.js";
import { SECTIONS, sectionElement } from "./sections.js";

/** The result of the last action. */
export interface Notice {
  readonly text: string;
  readonly failed: boolean;
}

/** The whole page, complete and usable without JavaScript. */
export function pageDocument(view: PageView, notice: Notice | undefined): Html {
  const { organization } = view.parts.desk().account;
  return html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Rescue emulator</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="${PAGE_PATH}icon.svg"><link rel="stylesheet" href="${PAGE_PATH}page.css">
<script src="${PAGE_PATH}page.js" defer></script></head>
<body><a class="skip" href="#sessions">Skip to the sessions</a>
<header><h1>Rescue emulator</h1><p class="quiet"><bdi>${organization.slice(0, 80)}</bdi></p>
<p id="notice" role="status"${notice?.failed && html` class="bad"`}>${notice?.text}</p>
<p id="live" class="chip" role="status"></p><div id="reset">${resetForm(view)}</div></header>
<main>${SECTIONS.map((column) => html`<div>${column.map((section) => sectionElement(section, view))}</div>`)}</main>
</body></html>`;
}

/** The button that resets the emulator to its seed. */
export function resetForm(view: PageView): Html {
  return actionForm(view, "reset", html`<button>Reset the desk</button>`);
}
