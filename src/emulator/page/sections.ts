import { type Html, html } from "../http/html.js";
import { clockSection } from "./clock-section.js";
import { consolesSection } from "./consoles-section.js";
import { exchangesSection } from "./exchanges-section.js";
import { faultsSection } from "./faults-section.js";
import { loginsSection } from "./logins-section.js";
import type { PageView, Section } from "./page-parts.js";
import { sessionsSection } from "./sessions-section.js";

/** The page's sections: the wide column, then the narrow one. */
export const SECTIONS: readonly (readonly Section[])[] = [
  [sessionsSection, exchangesSection],
  [clockSection, consolesSection, loginsSection, faultsSection],
];

/** A section as an element of the page. */
export function sectionElement(section: Section, view: PageView): Html {
  const { id, title } = section;
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${section.render(view)}</section>`;
}
