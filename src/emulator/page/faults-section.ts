import type { PlannedFault } from "../faults/fault-plan.js";
import { foreign, type Html, html } from "../http/html.js";
import { actionForm } from "./action-form.js";
import { addFaultForm } from "./add-fault-form.js";
import type { Section } from "./page-parts.js";

const SHOWN = 20;

/** The planned faults, and a form that adds one. */
export const faultsSection: Section = {
  id: "faults",
  title: "Faults",
  ticks: true,
  render(view) {
    const { faults } = view.parts;
    const planned = faults.list();
    const { min, max } = faults.latencyRange;
    const list =
      planned.length === 0 && !faults.scheduled && max === 0
        ? html`<p class="quiet" data-key="none">No fault is planned.</p>`
        : html`<ul class="rows" data-key="list">${planned.slice(0, SHOWN).map(row)}</ul>${
            planned.length > SHOWN && html`<p class="quiet">The first ${SHOWN} of ${planned.length}.</p>`
          }${faults.scheduled && html`<p class="quiet" data-key="random">Random faults are scheduled.</p>`}${
            max > 0 && html`<p class="quiet" data-key="latency">Every call takes ${min} to ${max} ms longer.</p>`
          }<div data-key="clear">${actionForm(view, "clear-faults", html`<button>Clear the faults</button>`)}</div>`;
    return html`${list}<details data-key="add"><summary>Add a fault</summary>${addFaultForm(view)}</details>`;
  },
};

function row({ rule, seen, played }: PlannedFault, index: number): Html {
  const { operation, kind, phase, nth = 1, times = 1, key, caller, parameters } = rule;
  const over = times !== "always" && seen >= nth + times - 1;
  const waits = nth - seen;
  const state = over ? `played ${played}` : waits > 1 ? `in ${waits} calls` : "next call";
  return html`<li data-key="${index}"><span class="grow">${operation === "*" ? "any" : operation} <span
class="quiet">${kind} ${phase}</span>${key !== undefined && html` for ${foreign(String(key), 60)}`}${
    caller !== undefined && html` by ${foreign(caller, 60)}`
  }${parameters && " with some parameters"}</span><span class="chip ${over ? "ended" : "waiting"}">${state}</span></li>`;
}
