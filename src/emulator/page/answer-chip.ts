import type { Contract } from "../../soap/contract/contract.js";
import { lookUp } from "../../soap/contract/contract.js";
import { resultElement, saysCode } from "../../soap/contract/result-element.js";
import type { LogEntry } from "../history/history.js";
import { type Html, html } from "../http/html.js";

/**
 * What the caller of a logged call was told, as a mark: a refusal has status 200 as well, so the status alone would show it
 * like a success.
 */
export function answerChip(contract: Contract, entry: LogEntry): Html {
  const { status, fault } = entry;
  if (fault !== undefined && entry.result === undefined) return html`<span class="chip bad">${fault}</span>`;
  const played = fault !== undefined && html`<span class="chip waiting">${fault}</span> `;
  if (status !== 200) return html`${played}<span class="chip bad">failed</span>`;
  return isRefusal(contract, entry)
    ? html`${played}<span class="chip bad">refused</span>`
    : html`${played}<span class="chip good">OK</span>`;
}

/** Whether a call with status 200 was answered with another result than OK. Data, such as a boolean, is none. */
function isRefusal(contract: Contract, { form, operation, result }: LogEntry): boolean {
  // A form that could not read its parameters answers a word that is no operation's result.
  if (result === undefined) return form.startsWith("HTTP ");
  if (saysCode(result, "OK")) return false;
  if (form.startsWith("HTTP ")) return !/^(?:TRUE|FALSE)$/.test(result);
  const known = lookUp(contract.operations, operation);
  return known === undefined || resultElement(contract, operation, known) !== undefined;
}
