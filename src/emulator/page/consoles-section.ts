import type { Desk } from "../desk/desk.js";
import { type Person, runsConsole } from "../desk/person.js";
import { foreign, type Html, html } from "../http/html.js";
import { actionForm } from "./action-form.js";
import type { PageView, Section } from "./page-parts.js";

const SHOWN = 50;

interface Technician {
  /** The technician's node id. */
  readonly id: number;
  readonly person: Person;
}

/** The technicians' consoles, each with a switch. */
export const consolesSection: Section = {
  id: "consoles",
  title: "Consoles",
  ticks: false,
  render(view) {
    const all = technicians(view.parts.desk());
    if (all.length === 0) return html`<p class="quiet">No technician.</p>`;
    const note = all.length > SHOWN && html`<p class="quiet">The first ${SHOWN} of ${all.length}.</p>`;
    return html`<ul class="rows">${all.slice(0, SHOWN).map((technician) => row(view, technician))}</ul>${note}`;
  },
};

/** The current technicians, in the order in which they were added. */
export function technicians({ people }: Desk): readonly Technician[] {
  return [...people.all].flatMap((person) => {
    const id = person.nodes.technician;
    return id === undefined || person.deleted ? [] : [{ id, person }];
  });
}

function row(view: PageView, { id, person }: Technician): Html {
  const runs = runsConsole(person);
  const content = html`<input type="hidden" name="technician" value="${id}"><button name="state" value="${
    runs ? "Offline" : "Online"
  }">Turn ${runs ? "off" : "on"}<span class="unseen"> the console of ${person.name.slice(0, 60)}</span></button>`;
  return html`<li data-key="${id}"><span class="grow">${foreign(person.name, 40)} <span class="quiet">${id}</span></span><span
class="chip ${runs ? "good" : "ended"}">${person.console}</span>${actionForm(view, "console", content)}</li>`;
}
