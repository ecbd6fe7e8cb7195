import { Desk } from "../desk.js";
import { ADMINISTRATORS, branch, linkTo, MASTER_ADMINISTRATORS, ROOT, TECHNICIANS } from "../organisation.js";
import { type Person, ROLES, type Role } from "../person.js";
import { defaultReportSettings } from "../report-settings.js";
import { SEAT_TYPES } from "../seat.js";
import type { SupportSession } from "../support-session.js";
import type { EmulatorSeed, SeedSession, SeedUser } from "./seed.js";

/**
 * The desk that a seed describes. The seed has been checked.
 * @param now the start, from which the seed's ages are counted back.
 */
export function openDesk(seed: EmulatorSeed, now: number): Desk {
  const desk = new Desk(seed.number ?? 1, seed.account ?? {}, now);
  const { organisation } = desk;
  for (const group of seed.groups ?? []) {
    const { id, type, name, parent = type === "TechnicianGroup" ? TECHNICIANS : ADMINISTRATORS, ...rest } = group;
    organisation.add(branch(id, type, parent, name, rest));
  }
  for (const user of seed.users) openUser(desk, user);
  for (const { id, administrator, group } of seed.administratorLinks ?? []) {
    organisation.add(linkTo(organisation, administrator, group, id));
  }
  for (const { id, name, description = "", assignedTo = [] } of seed.channels ?? []) {
    organisation.add(branch(id, "Channel", ROOT, name, { description, assignedTo: new Set(assignedTo) }));
  }
  for (const session of seed.sessions) desk.sessions.add(sessionOf(session, now));
  for (const { code, technician, madeAgo, customFields = [], tracking0 = "", lens = false, session } of seed.pins ??
    []) {
    const madeAt = now - madeAgo * 1000;
    desk.pins.set(code, { code, technician, madeAt, customFields: six(customFields), tracking0, lens, session });
  }
  return desk;
}

/** Adds a user of a seed, which has been checked. */
export function openUser(desk: Desk, user: SeedUser): void {
  const person = personOf(user);
  desk.people.add(person);
  if (person.deleted) return;
  const parents: Readonly<Record<Role, number>> = {
    masterAdministrator: MASTER_ADMINISTRATORS,
    administrator: user.administratorGroup ?? ADMINISTRATORS,
    technician: user.group ?? TECHNICIANS,
  };
  for (const role of ROLES) {
    const id = person.nodes[role];
    if (id !== undefined) desk.organisation.add(branch(id, SEAT_TYPES[role], parents[role], "", { person }));
  }
}

function personOf(user: SeedUser): Person {
  return {
    email: user.email,
    password: user.password,
    name: user.name ?? user.email,
    nick: user.nick ?? "",
    ssoId: user.ssoId ?? "",
    description: user.description ?? "",
    enabled: user.enabled ?? true,
    disabledRoles: new Set(user.disabledRoles),
    deleted: user.deleted ?? false,
    accountHolder: user.accountHolder ?? false,
    mobileAddOn: user.mobileAddOn ?? false,
    rpatAddOn: user.rpatAddOn ?? false,
    lens: user.lens ?? true,
    console: user.console ?? "Offline",
    authCode: user.authCode,
    nodes: { ...user.roles },
    calls: new Map(),
    reportSettings: defaultReportSettings(),
    always: user.always,
    about: user.about,
  };
}

function sessionOf(seed: SeedSession, now: number): SupportSession {
  const at = (ago: number | undefined) => (ago === undefined ? undefined : now - ago * 1000);
  const startedAt = at(seed.startedAgo) ?? now;
  return {
    id: seed.id,
    status: seed.status,
    technician: seed.technician,
    channel: seed.channel,
    customFields: six(seed.customFields ?? []),
    tracking0: seed.tracking0 ?? "",
    language: seed.language ?? "en",
    lens: seed.lens ?? false,
    startedAt,
    pickedUpAt: at(seed.pickedUpAgo),
    statusAt: at(seed.statusAgo) ?? startedAt,
    closedAt: at(seed.closedAgo),
    spent: seed.spent ?? {},
    chat: (seed.chat ?? []).map(({ ago, from, text }) => ({ at: now - ago * 1000, from, text })),
    note: seed.note ?? "",
    transfer: seed.transfer,
    transfers: (seed.transfers ?? []).map(({ ago, took = 0, ...rest }) => {
      const at = now - ago * 1000;
      return { ...rest, at, until: at + took * 1000 };
    }),
    lastAction: seed.lastAction,
    always: seed.always,
    about: seed.about,
  };
}

/** Six custom fields; missing ones are empty. */
export function six(fields: readonly string[]): readonly string[] {
  return Array.from({ length: 6 }, (_, index) => fields[index] ?? "");
}
