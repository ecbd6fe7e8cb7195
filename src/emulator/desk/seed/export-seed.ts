import type { Desk } from "../desk.js";
import type { DeskNode } from "../desk-node.js";
import { ADMINISTRATORS, ROOT, TECHNICIANS } from "../organisation.js";
import type { Person, Role } from "../person.js";
import type { Pin } from "../pin.js";
import { settleSessions } from "../settle-sessions.js";
import type { PastTransfer, SupportSession } from "../support-session.js";
import type { EmulatorSeed, SeedChannel, SeedGroup, SeedPastTransfer, SeedPin, SeedSession, SeedUser } from "./seed.js";

/**
 * The desk as a seed that opens the same desk again. It does not contain logins, report settings and the counts of
 * limits; later ids and codes start again from the seed's number.
 */
export function exportSeed(desk: Desk, now: number): EmulatorSeed {
  settleSessions(desk, now);
  const { organisation } = desk;
  const nodes = [...organisation.subtree(ROOT)];
  return {
    number: desk.number,
    account: { ...desk.account },
    groups: nodes.flatMap((node) => groupOf(node)),
    users: Array.from(desk.people.all, (person) => userOf(person, (id) => organisation.node(id)?.parent)),
    // By id: the order among other children of a group is not kept, and the same desk must give the same seed.
    administratorLinks: nodes
      .flatMap(({ id, target, parent }) => (target === undefined ? [] : [{ id, administrator: target, group: parent }]))
      .sort((one, other) => one.id - other.id),
    channels: nodes.filter(({ type }) => type === "Channel").map(channelOf),
    sessions: Array.from(desk.sessions.all, (session) => sessionOf(session, now)),
    pins: Array.from(desk.pins.values(), (pin) => pinOf(pin, now)),
  };
}

function groupOf({
  id,
  type,
  name,
  description,
  parent,
  permissions,
  lockedPermissions,
  enabled,
}: DeskNode): SeedGroup[] {
  if (type !== "TechnicianGroup" && type !== "AdministratorGroup") return [];
  const within = parent === TECHNICIANS || parent === ADMINISTRATORS ? {} : { parent };
  return [
    {
      id,
      name,
      type,
      ...texts({ description }),
      ...within,
      ...(permissions.length === 0 ? {} : { permissions }),
      ...(lockedPermissions.length === 0 ? {} : { lockedPermissions }),
      ...(enabled ? {} : { enabled }),
    },
  ];
}

function userOf(person: Person, parentOf: (id: number) => number | undefined): SeedUser {
  const { email, password, name, nick, ssoId, description, nodes, console, authCode, always, about } = person;
  const groupOf = (role: Role, branch: number) => {
    const parent = parentOf(nodes[role] ?? 0);
    return parent === undefined || parent === branch ? undefined : parent;
  };
  return {
    email,
    password,
    roles: { ...nodes },
    ...(name === email ? {} : { name }),
    ...texts({ nick, ssoId, description }),
    ...known({
      group: groupOf("technician", TECHNICIANS),
      administratorGroup: groupOf("administrator", ADMINISTRATORS),
    }),
    ...(person.enabled ? {} : { enabled: false }),
    ...(person.disabledRoles.size === 0 ? {} : { disabledRoles: [...person.disabledRoles] }),
    ...(person.deleted ? { deleted: true } : {}),
    ...(person.accountHolder ? { accountHolder: true } : {}),
    ...(person.mobileAddOn ? { mobileAddOn: true } : {}),
    ...(person.rpatAddOn ? { rpatAddOn: true } : {}),
    ...(person.lens === false ? { lens: false } : {}),
    ...(console === "Offline" ? {} : { console }),
    ...known({ authCode, always, about }),
  };
}

function channelOf({ id, name, description, assignedTo }: DeskNode): SeedChannel {
  return { id, name, ...texts({ description }), ...(assignedTo.size === 0 ? {} : { assignedTo: [...assignedTo] }) };
}

function sessionOf(session: SupportSession, now: number): SeedSession {
  const {
    id,
    status,
    technician,
    channel,
    customFields,
    tracking0,
    language,
    note,
    transfer,
    lastAction,
    always,
    about,
  } = session;
  const ago = (at: number | undefined) => (at === undefined ? undefined : secondsAgo(at, now));
  return {
    id,
    status,
    ...known({ technician, channel }),
    ...fieldsOf(customFields),
    ...texts({ tracking0 }),
    ...(language === "en" ? {} : { language }),
    ...(session.lens ? { lens: true } : {}),
    startedAgo: secondsAgo(session.startedAt, now),
    statusAgo: secondsAgo(session.statusAt, now),
    ...known({ pickedUpAgo: ago(session.pickedUpAt), closedAgo: ago(session.closedAt) }),
    ...(Object.keys(session.spent).length === 0 ? {} : { spent: session.spent }),
    ...(session.chat.length === 0
      ? {}
      : { chat: session.chat.map(({ at, from, text }) => ({ ago: secondsAgo(at, now), from, text })) }),
    ...texts({ note }),
    ...known({ transfer }),
    ...(session.transfers.length === 0
      ? {}
      : { transfers: session.transfers.map((past) => pastTransferOf(past, now)) }),
    ...known({ lastAction, always, about }),
  };
}

function pastTransferOf({ at, until, ...rest }: PastTransfer, now: number): SeedPastTransfer {
  return { ...rest, ago: secondsAgo(at, now), took: (until - at) / 1000 };
}

function pinOf({ code, technician, madeAt, customFields, tracking0, lens, session }: Pin, now: number): SeedPin {
  return {
    code,
    technician,
    madeAgo: secondsAgo(madeAt, now),
    ...fieldsOf(customFields),
    ...texts({ tracking0 }),
    ...(lens ? { lens } : {}),
    ...known({ session }),
  };
}

function secondsAgo(at: number, now: number): number {
  return Math.max(0, now - at) / 1000;
}

function fieldsOf(customFields: readonly string[]): { customFields?: readonly string[] } {
  const length = customFields.findLastIndex((field) => field !== "") + 1;
  return length === 0 ? {} : { customFields: customFields.slice(0, length) };
}

/** The members that are not empty: in a seed, omitted members are empty. */
function texts<T extends Readonly<Record<string, string>>>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== "")) as Partial<T>;
}

/** The members that are not undefined. */
function known<T extends object>(members: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: NonNullable<T[Key]>;
  };
}
