import type { EmulatorSeed, SeedSession } from "./seed.js";
import type { SessionStatus } from "./session-status.js";

const OPEN: readonly SessionStatus[] = ["PICKEDUP", "WAITING", "ONHOLD", "CONNECTING"];

const practice: readonly SeedSession[] = Array.from({ length: 20 }, (_, index) => ({
  id: 20000001 + index,
  status: OPEN[index % OPEN.length] ?? "WAITING",
  technician: index % 2 === 0 ? 201 : 202,
  channel: 401,
  startedAgo: 60 * (index + 1),
  statusAgo: 30 * (index + 1),
  about: "for practice: closes once",
}));

/**
 * What the emulator holds unless told otherwise. The administrator, session 12345678 and the auth code are the vendor
 * guide's own example values; the rest gives every result of closeSession that a desk's state can cause.
 */
export const defaultSeed: EmulatorSeed = {
  groups: [
    { id: 301, name: "First Line", type: "TechnicianGroup" },
    { id: 302, name: "Second Line", type: "TechnicianGroup" },
  ],
  users: [
    {
      email: "some@email.com",
      password: "secretPassword",
      roles: { masterAdministrator: 101, technician: 111 },
      accountHolder: true,
      console: "Online",
      authCode: "4ahx...80u0",
      about: "the guide's administrator",
    },
    {
      email: "other@email.com",
      password: "secretPassword",
      roles: { administrator: 102 },
      authCode: "4ahx...other...80u0",
      about: "a second administrator",
    },
    {
      email: "tech@email.com",
      password: "secretPassword",
      roles: { technician: 201 },
      group: 301,
      console: "Online",
      authCode: "4ahx...tech...80u0",
      about: "may log in, but gets NotLoggedInAsAdmin",
    },
    {
      email: "second@email.com",
      password: "secretPassword",
      roles: { technician: 202 },
      group: 301,
      console: "Busy",
      about: "a technician whose console runs",
    },
    {
      email: "third@email.com",
      password: "secretPassword",
      roles: { technician: 203 },
      group: 302,
      console: "Offline",
      about: "a technician whose console does not run: ActionFailed",
    },
    {
      email: "disabled@email.com",
      password: "secretPassword",
      roles: { administrator: 103 },
      enabled: false,
      authCode: "4ahx...disabled...80u0",
      about: "login: Invalid; by auth code: User_Deleted_Or_Disabled",
    },
  ],
  channels: [
    { id: 401, name: "Web Site", assignedTo: [301] },
    { id: 402, name: "Hardware", assignedTo: [302, 201] },
  ],
  sessions: [
    { id: 12345678, status: "PICKEDUP", technician: 201, about: "the guide's session: closes once" },
    ...practice,
    { id: 90000001, status: "PICKEDUP", technician: 201, always: "Error", about: "the emulator's session for Error" },
    { id: 90000003, status: "PICKEDUP", technician: 203, about: "console not running: ActionFailed" },
    {
      id: 90000004,
      status: "CLOSEDBYTECHNICIAN",
      technician: 201,
      about: "closed before: InvalidParam_Session",
    },
  ],
};
