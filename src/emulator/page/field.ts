import { type Html, html } from "../http/html.js";

/** A label with its control. @param control an element with that id. */
export function field(id: string, label: string, control: Html): Html {
  return html`<span class="field"><label for="${id}">${label}</label>${control}</span>`;
}
