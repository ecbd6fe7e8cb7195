import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { CONSOLE_STATES } from "../desk/person.js";
import { isClosable } from "../desk/session-status.js";
import type { Phase } from "../faults/fault-rule.js";
import type { FaultKind } from "../http/spoil/fault-kind.js";
import type { PageParts } from "./page-parts.js";

/**
 * Performs an action on the desk with the fields of a form. @returns a sentence on what was done.
 * @throws {InvalidArgumentError} for invalid fields.
 */
export type Action = (form: URLSearchParams, parts: PageParts) => string;

/** The actions of the page's buttons, by the name in the form's address. */
export const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["new-session", newSession],
  ["close-session", closeSession],
  ["console", switchConsole],
  ["advance", advance],
  ["add-fault", addFault],
  ["clear-faults", clearFaults],
  ["reset", reset],
]);

function newSession(form: URLSearchParams, { controls }: PageParts): string {
  const customer = form.get("customer") ?? "";
  const technician = optionalId(form, "technician");
  const channel = optionalId(form, "channel");
  const id = controls.newSession({
    ...(customer === "" ? {} : { customFields: [customer] }),
    ...(technician === undefined ? {} : { technician }),
    ...(channel === undefined ? {} : { channel }),
  });
  return `Session ${id} has come in.`;
}

// The technician's own button, which needs no login and no running console.
function closeSession(form: URLSearchParams, { controls, desk }: PageParts): string {
  const id = requiredId(form, "session");
  const session = desk().sessions.get(id);
  if (session && !isClosable(session.status)) throw refusal("session", `${id} has been closed before`);
  controls.setStatus(id, "CLOSEDBYTECHNICIAN");
  return `Session ${id} is closed.`;
}

function switchConsole(form: URLSearchParams, { controls }: PageParts): string {
  const technician = requiredId(form, "technician");
  const state = CONSOLE_STATES.find((known) => known === form.get("state"));
  if (state === undefined) throw refusal("state", `expected one of ${CONSOLE_STATES.join(", ")}`);
  controls.setConsole(technician, state);
  return `The console of technician ${technician} is ${state} now.`;
}

const YEAR = 525_600;

function advance(form: URLSearchParams, { clock, history }: PageParts): string {
  const text = form.get("minutes") ?? "";
  const minutes = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || minutes > YEAR) throw refusal("minutes", `expected a number from 0 to ${YEAR}`);
  clock.advance(Math.round(minutes * 60_000));
  history.changed();
  return `The clock is ${minutes} ${minutes === 1 ? "minute" : "minutes"} further.`;
}

// The plan refuses an unknown kind or phase.
function addFault(form: URLSearchParams, { faults, history }: PageParts): string {
  const operation = form.get("operation") ?? "";
  const kind = (form.get("kind") ?? "") as FaultKind;
  const phase = (form.get("phase") ?? "") as Phase;
  const nth = requiredId(form, "nth");
  faults.add({ operation, kind, phase, nth });
  history.changed();
  return `Planned: ${kind} ${phase} the change, on call ${nth} of ${operation === "*" ? "any operation" : operation}.`;
}

function clearFaults(_form: URLSearchParams, { faults, history }: PageParts): string {
  faults.clear();
  history.changed();
  return "No fault is planned any more.";
}

function reset(_form: URLSearchParams, parts: PageParts): string {
  parts.reset();
  return "The desk is as it was at the start.";
}

function requiredId(form: URLSearchParams, name: string): number {
  const id = optionalId(form, name);
  if (id === undefined) throw refusal(name, "expected a whole number");
  return id;
}

function optionalId(form: URLSearchParams, name: string): number | undefined {
  const text = form.get(name) ?? "";
  if (text === "") return undefined;
  if (!/^\d{1,10}$/.test(text)) throw refusal(name, "expected a whole number");
  return Number(text);
}

function refusal(path: string, problem: string): InvalidArgumentError {
  return new InvalidArgumentError(path, `${path}: ${problem}`);
}
