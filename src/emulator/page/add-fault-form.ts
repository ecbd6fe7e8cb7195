import { type Html, html } from "../http/html.js";
import { FAULT_KINDS } from "../http/spoil/fault-kind.js";
import { actionForm } from "./action-form.js";
import { field } from "./field.js";
import type { PageView } from "./page-parts.js";

/** A form that plans a fault for a later call. */
export function addFaultForm(view: PageView): Html {
  const operations = Object.keys(view.parts.contract.operations).sort();
  const kinds = Object.entries(FAULT_KINDS);
  const fields = [
    field(
      "fault-operation",
      "Operation",
      html`<select id="fault-operation" name="operation"><option value="*">any</option>${operations.map(
        (name) => html`<option>${name}</option>`,
      )}</select>`,
    ),
    field(
      "fault-kind",
      "Kind",
      html`<select id="fault-kind" name="kind">${kinds.map(
        ([kind, text]) => html`<option value="${kind}">${kind}: ${text}</option>`,
      )}</select>`,
    ),
    field(
      "fault-phase",
      "When",
      html`<select id="fault-phase" name="phase"><option value="before">before the change</option><option value="after">after the change</option></select>`,
    ),
    field(
      "fault-nth",
      "On call",
      html`<input id="fault-nth" name="nth" type="number" min="1" max="1000000" value="1" required>`,
    ),
  ];
  return html`<div class="bar">${actionForm(view, "add-fault", html`${fields}<button>Add a fault</button>`)}</div>`;
}
