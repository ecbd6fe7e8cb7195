import {
  type Contract,
  type ContractField,
  type ContractOperation,
  isRepeated,
  lookUp,
} from "../../soap/contract/contract.js";
import { scalarOf } from "../../soap/message/scalar.js";
import { isSensitiveName } from "../../soap/watch/redactor.js";
import { type Html, html } from "../http/html.js";
import { whoMayCall } from "../operations/who-may-call.js";
import { type ServicePlace, sampleMessages } from "./sample-message.js";

/** The page for a plain GET: the service and its operations. */
export function operationList(contract: Contract): string {
  const items = Object.entries(contract.operations).map(
    ([name, { documentation }]) =>
      html`<li><a href="?op=${encodeURIComponent(name)}">${name}</a>${documentation && html`<br>${documentation}`}</li>`,
  );
  return page(
    titleOf(contract),
    html`<p>The operations of the service. Its <a href="?wsdl">WSDL</a> describes them for programs.</p><ul>${items}</ul>`,
  );
}

/** The page of one operation, `?op=NAME`: what it does, a form that invokes it, and sample messages. */
export function operationPage(
  contract: Contract,
  name: string,
  operation: ContractOperation,
  place: ServicePlace,
): string {
  const samples = (["1.1", "1.2"] as const).map((version) => {
    const { request, response } = sampleMessages(contract, operation, version, place);
    return html`<h3>SOAP ${version}</h3><p>A request and its answer; the values are placeholders.</p>
<pre>${request}</pre><pre>${response}</pre>`;
  });
  return page(
    `${titleOf(contract)}: ${name}`,
    html`<p><a href="?">All operations</a></p><h2>${name}</h2><p>${operation.documentation}</p>${callerText(name)}
<h3>Test</h3>${invocation(contract, name, operation)}${samples}`,
  );
}

// What is known of the service's own checks is marked at each behaviour.
function callerText(name: string): Html | undefined {
  const caller = whoMayCall(name);
  return caller === undefined ? undefined : html`<p>Caller: ${caller} (as this emulator checks it).</p>`;
}

/** Whether a form can send the field: a value, neither a list nor an object. */
export function isSimple(contract: Contract, field: ContractField): boolean {
  return !isRepeated(field) && !lookUp(contract.types, field.type);
}

function invocation(contract: Contract, name: string, { request: { fields } }: ContractOperation): Html {
  if (!fields.every((field) => isSimple(contract, field))) {
    return html`<p>The form is there only for operations whose parameters are simple values.</p>`;
  }
  const rows = fields.map((field) => {
    const type = field.type.replace(/^xs:/, "");
    return html`<p><label>${field.name}<br>${input(contract, field)}</label> ${type}</p>`;
  });
  return html`<form method="post" action="?op=${encodeURIComponent(name)}" autocomplete="off">${rows}
<p><button>Invoke</button></p></form>`;
}

function input(contract: Contract, { name, type }: ContractField): Html {
  const isBoolean = scalarOf(type)?.typescript === "boolean";
  const literals = lookUp(contract.enums, type) ?? (isBoolean ? ["false", "true"] : undefined);
  if (literals)
    return html`<select name="${name}">${literals.map((literal) => html`<option>${literal}</option>`)}</select>`;
  return html`<input name="${name}" type="${isSensitiveName(name) ? "password" : "text"}" size="50">`;
}

function titleOf({ service }: Contract): string {
  return `${service} Web Service (emulator)`;
}

function page(title: string, content: Html): string {
  return html`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font-family:sans-serif;margin:2em}pre{background:#eee;padding:1em;overflow:auto}</style></head>
<body><h1>${title}</h1>${content}</body></html>`.toString();
}
