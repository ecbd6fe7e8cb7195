import type { Contract } from "../../soap/contract/contract.js";
import type { LogEntry } from "../history/history.js";
import { foreign, type Html, html } from "../http/html.js";
import { answerChip } from "./answer-chip.js";
import { indentXml } from "./indent-xml.js";
import type { Section } from "./page-parts.js";
import { shownTime } from "./shown-time.js";

const SHOWN = 20;
const SHOWN_LENGTH = 6000;

// Finding secrets in a text takes time, and a text does not change while it is among the latest.
const drawn = new WeakMap<LogEntry, Html>();

/** The latest calls with request and answer; the log has removed the secrets. */
export const exchangesSection: Section = {
  id: "exchanges",
  title: "Exchanges",
  ticks: false,
  render({ parts: { history, contract } }) {
    const latest = history.log.slice(-SHOWN).reverse();
    if (latest.length === 0) return html`<p class="quiet">No call yet.</p>`;
    const items = latest.map((entry) => {
      const known = drawn.get(entry) ?? item(contract, entry);
      drawn.set(entry, known);
      return known;
    });
    return html`<ol class="exchanges">${items}</ol>`;
  },
};

function item(contract: Contract, entry: LogEntry): Html {
  const { number, at, form, operation, status, result, caller, note } = entry;
  return html`<li data-key="${number}"><details><summary><span class="quiet">${number}</span> ${shownTime(at)}
<b>${foreign(operation === "" ? "no operation" : operation, 60)}</b> <span class="grow">${foreign(result ?? "", 80)}</span> <span
class="form quiet">${form}, ${status === 0 ? "no answer" : status}</span> <span class="mark">${answerChip(contract, entry)}</span></summary>
${note !== undefined && html`<p>${foreign(note, 300)}</p>`}${caller !== undefined && html`<p class="quiet">By ${foreign(caller, 80)}</p>`}
<h3>Request</h3>${text(entry.request)}<h3>Answer</h3>${text(entry.response)}</details></li>`;
}

function text(body: string): Html {
  if (body === "") return html`<p class="quiet">empty</p>`;
  const indented = indentXml(body);
  const more = indented.length - SHOWN_LENGTH;
  return html`<pre tabindex="0">${indented.slice(0, SHOWN_LENGTH)}${more > 0 && `\n… and ${more} characters more`}</pre>`;
}
