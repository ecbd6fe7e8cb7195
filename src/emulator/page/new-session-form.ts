import { ROOT } from "../desk/organisation.js";
import { type Html, html } from "../http/html.js";
import { actionForm } from "./action-form.js";
import { technicians } from "./consoles-section.js";
import { field } from "./field.js";
import type { PageView } from "./page-parts.js";

// A list of thousands helps nobody; `emulator.desk` accepts any id.
const OFFERED = 100;

/** A form that starts a session. */
export function newSessionForm(view: PageView): Html {
  const desk = view.parts.desk();
  const channels = desk.organisation.children(ROOT).filter(({ type }) => type === "Channel");
  const offered = (entries: readonly { readonly id: number; readonly name: string }[]) =>
    html`${entries
      .slice(0, OFFERED)
      .map(({ id, name }) => html`<option data-key="${id}" value="${id}">${name.slice(0, 60)}</option>`)}`;
  const people = technicians(desk).map(({ id, person }) => ({ id, name: person.name }));
  const select = (name: string, options: Html) =>
    html`<select id="new-${name}" name="${name}"><option value="">none</option>${options}</select>`;
  const customer = html`<input id="new-customer" name="customer" maxlength="64" autocomplete="off">`;
  const fields = [
    field("new-customer", "Customer", customer),
    field("new-channel", "Channel", select("channel", offered(channels))),
    field("new-technician", "Technician", select("technician", offered(people))),
  ];
  const form = actionForm(view, "new-session", html`${fields}<button class="main">New session</button>`);
  return html`<div data-key="new" class="bar">${form}</div>`;
}
