import { didYouMean } from "../../errors/nearest-name.js";
import type { Desk } from "../desk/desk.js";
import { ROOT } from "../desk/organisation.js";
import { PERMISSIONS, PERMISSIONS_V2 } from "../desk/permissions.js";
import { AREAS } from "../desk/report-area.js";
import { DATE_FORMATS } from "../desk/report-date.js";
import { REPORT_TYPES } from "../desk/report-settings.js";
import { type Parameters, type ParameterValue, textOf } from "../wire/parameters.js";
import type { Answer } from "./behaviour.js";
import { LANGUAGES } from "./make-pin.js";

const PERMISSION_NAMES = [...new Set([...PERMISSIONS.all, ...PERMISSIONS_V2.all])];

/** The words that the emulator knows for parameters whose words are the contract's or anybody's. */
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

const SESSIONS = ["iSession", "iSessionID"];
const NODES = ["iNodeID", "iNode", "nodeId", "iTargetNodeID", "iParentID", "iChannelID", "iEntryID"];

/** The result codes that may mean that something does not exist; others are about the caller or a state. */
const MAY_BE_UNKNOWN =
  /^(?:InvalidParam_\w+|Invalid_(?:Assign|Deassign|Move|Delete)|NotTechnician|ActionFailed|Error)$/;

/**
 * What a refused call names that this desk does not hold or the emulator does not know, with the nearest that it would
 * have known: for the log, as a mistake in a test looks like a refusal of the service otherwise. Undefined where all is
 * known, and for the answers of handlers.
 */
export function refusalNote(desk: Desk, parameters: Parameters, { result }: Answer): string | undefined {
  if (result === "OK") return undefined;
  if (result === "Invalid_SecretAuthCode") return "no user of this desk holds the auth code";
  if (result === "Invalid" || result === "InvalidPassword") {
    return unknownUser(desk, textOf(parameters, "sEmail")) ?? unknownSsoId(desk, textOf(parameters, "sSSOID").trim());
  }
  if (!MAY_BE_UNKNOWN.test(result)) return undefined;
  return unknownId(desk, parameters) ?? unknownWord(parameters) ?? unknownUser(desk, textOf(parameters, "sUserEmail"));
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
    [SESSIONS, "session", (id: number) => sessions.get(id) !== undefined, () => sessions.all],
    [NODES, "node", (id: number) => organisation.has(id), () => organisation.subtree(ROOT)],
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

// A text, or the list that is an array's only member.
function wordsIn(value: ParameterValue | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value)
    .flat()
    .filter((item) => typeof item === "string");
}

// As the emulator reads them, more generously than it needs to.
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
