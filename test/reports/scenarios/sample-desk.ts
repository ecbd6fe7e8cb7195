import type { EmulatorSeed, SeedSession } from "../../../src/emulator/index.js";

/** When the emulator's clock stands still. */
export const NOW = Date.UTC(2026, 10, 20, 12);

export const CREDENTIALS = { email: "some@email.com", password: "p" } as const;
export const CODE = "code";
export const SSO = { ssoId: "some-sso", ssoPassword: "sso", companyId: 4711 } as const;

const USERS: EmulatorSeed["users"] = [
  { ...CREDENTIALS, roles: { masterAdministrator: 101 }, authCode: CODE, ssoId: SSO.ssoId },
  { email: "one@email.com", password: "p", name: "Tech | One", roles: { technician: 201 }, group: 301 },
  { email: "two@email.com", password: "p", name: "Tech Two", roles: { technician: 202 }, group: 302 },
];

/** A desk with two groups, so that headings come again, and a channel. */
export function deskWith(sessions: readonly SeedSession[]): EmulatorSeed {
  return {
    account: { companyId: String(SSO.companyId), ssoPassword: SSO.ssoPassword },
    groups: [
      { id: 301, name: "First", type: "TechnicianGroup" },
      { id: 302, name: "Second", type: "TechnicianGroup" },
    ],
    channels: [{ id: 401, name: "Site" }],
    users: USERS,
    sessions,
  };
}

/** A session that began at a moment and ended half an hour later. */
export function endedSession(id: number, at: string | number, more: Partial<SeedSession> = {}): SeedSession {
  const startedAgo = (NOW - (typeof at === "number" ? at : Date.parse(at))) / 1000;
  return {
    id,
    status: "CLOSEDBYTECHNICIAN",
    technician: id % 2 === 0 ? 202 : 201,
    startedAgo,
    pickedUpAgo: startedAgo - 300,
    statusAgo: startedAgo - 1800,
    closedAgo: startedAgo - 1800,
    spent: { waiting: 300, active: 1500 },
    ...more,
  };
}

/** A session of a moment for every so many seconds of a number of days before NOW, in the order in which they began. */
export function sessionsOf(days: number, every: number): readonly SeedSession[] {
  const count = Math.floor((days * 86_400) / every);
  return Array.from({ length: count }, (_, index) =>
    endedSession(index + 1, NOW - (days * 86_400 - index * every) * 1000),
  );
}
