import { didYouMean } from "../../errors/nearest-name.js";
import type { Desk } from "../desk/desk.js";
import { ROOT } from "../desk/organisation.js";
import { PERMISSIONS, PERMISSIONS_V2 } from "../desk/permissions.js";
import { AREAS } from "../desk/report-area.js";
import { DATE_FORMATS } from "../desk/report-date.js";
import { REPORT_TYPES } from "../desk/report-settings.js";
import type { OperationResult } from "./call/call.js";
import { type Parameters, type ParameterValue, textParameter } from "./call/parameters.js";
import { NODE_PARAMETERS, SESSION_PARAMETERS } from "./call/subject.js";
import { LANGUAGES } from "./pins/pins.js";

const PERMISSION_NAMES = [...new Set([...PERMISSIONS.all, ...PERMISSIONS_V2.all])];

/** The words that the emulator knows for parameters that are text, or whose words depend on the contract. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  // The forms call areas by number.
  eReportArea: AREAS.flatMap(([number, name]) => [name, String(number)]),
  eOutput: ["TEXT", "XML"],
  sReportType: REPORT_TYPES,
  sDateFormat: DATE_FORMATS,
  eNodeRef: ["NODE", "CHANNEL", "EXTERNALROOT"],
  aPermissions: PERMISSION_NAMES,
  aLockedPermissions: PERMISSION_NAMES,
  sLangCode: [...LANGUAGES],
};

/** The result codes that may mean that something does not exist; the others concern the caller or a state. */
const MAY_BE_UNKNOWN =
  /^(?:InvalidParam_\w+|Invalid_(?:Assign|Deassign|Move|Delete)|NotTechnician|ActionFailed|Error)$/;

/**
 * The name or id in a refused call that this desk does not have or the emulator does not know, with the nearest that
 * exists: for the log, as a mistake in a test otherwise looks like a refusal of the service. Undefined if everything is
 * known, and for answers of handlers.
 */
export function refusalNote(desk: Desk, parameters: Parameters, { code }: OperationResult): string | undefined {
  if (code === "OK") return undefined;
  if (code === "Invalid_SecretAuthCode") return "no user of this desk holds the auth code";
  const user = (name: string) => unknownUser(desk, textParameter(parameters, name));
  if (code === "Invalid" || code === "InvalidPassword") {
    return user("sEmail") ?? unknownSsoId(desk, textParameter(parameters, "sSSOID").trim());
  }
  if (!MAY_BE_UNKNOWN.test(code)) return undefined;
  return unknownId(desk, parameters) ?? unknownWord(parameters) ?? user("sUserEmail");
}

function unknownUser({ people }: Desk, email: string): string | undefined {
  if (email === "" || people.withEmail(email)) return undefined;
  return `this desk has no user ${JSON.stringify(email.slice(0, 80))}${didYouMean(email, addresses(people.all))}`;
}

function unknownSsoId({ people }: Desk, ssoId: string): string | undefined {
  if (ssoId === "" || people.withSsoId(ssoId)) return undefined;
  const nearest = didYouMean(ssoId, ssoIds(people.all));
  return `no user of this desk has the single sign-on id ${JSON.stringify(ssoId.slice(0, 80))}${nearest}`;
}

function unknownId({ sessions, organisation }: Desk, parameters: Parameters): string | undefined {
  for (const [names, what, exists, all] of [
    [SESSION_PARAMETERS, "session", (id: number) => sessions.get(id) !== undefined, () => sessions.all],
    [NODE_PARAMETERS, "node", (id: number) => organisation.has(id), () => organisation.subtree(ROOT)],
  ] as const) {
    for (const name of names) {
      const id = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      if (typeof id !== "number" || id === 0 || exists(id)) continue;
      return `${name}: this desk has no ${what} ${id}${didYouMean(String(id), ids(all()))}`;
    }
  }
  return undefined;
}

function unknownWord(parameters: Parameters): string | undefined {
  for (const [name, known] of Object.entries(WORDS)) {
    for (const word of wordsIn(Object.hasOwn(parameters, name) ? parameters[name] : undefined)) {
      if (word === "" || known.some((one) => plain(one) === plain(word))) continue;
      return `${name}: the emulator does not know ${JSON.stringify(word.slice(0, 80))}${didYouMean(word, known)}`;
    }
  }
  return undefined;
}

// A text, or the list that is the only member of an array type.
function wordsIn(value: ParameterValue | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value)
    .flat()
    .filter((item) => typeof item === "string");
}

// As the emulator compares words, or more leniently.
function plain(word: string): string {
  return word.replace(/[\s_]/g, "").toUpperCase();
}

function* addresses(people: Iterable<{ readonly email: string }>): Iterable<string> {
  for (const { email } of people) yield email;
}

function* ssoIds(people: Iterable<{ readonly ssoId: string }>): Iterable<string> {
  for (const { ssoId } of people) if (ssoId !== "") yield ssoId;
}

function* ids(things: Iterable<{ readonly id: number }>): Iterable<string> {
  for (const { id } of things) yield String(id);
}
