import { type DeskControls, NEW_SESSION_FIELDS, type NewSession } from "../desk/controls/desk-controls.js";
import type { ConsoleState } from "../desk/person.js";
import type { SeedUser } from "../desk/seed/seed.js";
import { USER_FIELDS } from "../desk/seed/seed-schema.js";
import type { SessionStatus } from "../desk/session-status.js";
import type { Endpoint } from "./endpoint.js";
import { JsonFields } from "./json-fields.js";

type Control = (desk: DeskControls, fields: JsonFields, body: unknown) => unknown;

const controls: readonly (readonly [
  name: keyof DeskControls,
  fields: readonly string[],
  about: string,
  run: Control,
])[] = [
  [
    "newSession",
    NEW_SESSION_FIELDS,
    "a customer starts a session; returns the session's id",
    (desk, _, body) => ({ session: desk.newSession(body as NewSession) }),
  ],
  [
    "enterPin",
    ["code"],
    "a customer enters a technician's PIN; returns the session's id",
    (desk, fields) => ({ session: desk.enterPin(fields.text("code")) }),
  ],
  [
    "customerRuns",
    ["session"],
    "the customer runs the applet: the session is waiting",
    (desk, fields) => desk.customerRuns(fields.number("session")),
  ],
  [
    "customerLeaves",
    ["session"],
    "the customer ends the session",
    (desk, fields) => desk.customerLeaves(fields.number("session")),
  ],
  [
    "say",
    ["session", "from", "text"],
    "somebody writes in the chat",
    (desk, fields) => desk.say(fields.number("session"), fields.text("from"), fields.text("text")),
  ],
  [
    "setNote",
    ["session", "text"],
    "the technician's note on a session",
    (desk, fields) => desk.setNote(fields.number("session"), fields.text("text")),
  ],
  [
    "setStatus",
    ["session", "status"],
    "a session's status changes",
    (desk, fields) => desk.setStatus(fields.number("session"), fields.text("status") as SessionStatus),
  ],
  ["addUser", USER_FIELDS, "adds a user, as in the users of a seed", (desk, _, body) => desk.addUser(body as SeedUser)],
  [
    "setConsole",
    ["technician", "state"],
    "a technician starts or ends the console",
    (desk, fields) => desk.setConsole(fields.number("technician"), fields.text("state") as ConsoleState),
  ],
];

/** `emulator.desk` over HTTP: each method under its own name, its parameters as fields of a JSON object. */
export const deskEndpoints: readonly Endpoint[] = controls.map(([name, fields, about, run]) => ({
  method: "POST",
  path: `/desk/${name}`,
  about: `${fields.length > 0 ? `{ ${fields.join(", ")} }: ` : ""}${about}`,
  run: ({ desk }, { body = {} }) => run(desk, new JsonFields(body, fields), body),
}));
