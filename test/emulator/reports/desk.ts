import type { EmulatorSeed, SeedSession } from "../../../src/emulator/index.js";

/** Midday, so that a zone can move a session into another day. */
export const START = Date.UTC(2026, 0, 1, 12);

const HOUR = 3600;

/** The desk that reports are tested with: a group in a group, a technician outside, two channels. */
export const users: EmulatorSeed["users"] = [
  { email: "some@email.com", password: "p", roles: { masterAdministrator: 101 }, authCode: "code" },
  { email: "one@email.com", password: "p", name: "Tech | One", roles: { technician: 201 }, group: 301 },
  { email: "two@email.com", password: "p", name: "Tech Two", roles: { technician: 202 }, group: 302 },
  { email: "three@email.com", password: "p", name: "Tech Three", roles: { technician: 203 } },
];

export function deskOf(sessions: readonly SeedSession[]): EmulatorSeed {
  return {
    groups: [
      { id: 301, name: "First", type: "TechnicianGroup" },
      { id: 302, name: "Within", type: "TechnicianGroup", parent: 301 },
    ],
    channels: [
      { id: 401, name: "Web <Site>" },
      { id: 402, name: "Shop" },
    ],
    users,
    sessions,
  };
}

/** A session that ended half an hour after it began, `hours` before the start. */
export function ended(id: number, hours: number, more: Partial<SeedSession> = {}): SeedSession {
  return {
    id,
    status: "CLOSEDBYTECHNICIAN",
    technician: 201,
    startedAgo: hours * HOUR,
    pickedUpAgo: hours * HOUR - 300,
    statusAgo: hours * HOUR - 1800,
    closedAgo: hours * HOUR - 1800,
    spent: { waiting: 300, active: 1500 },
    ...more,
  };
}
