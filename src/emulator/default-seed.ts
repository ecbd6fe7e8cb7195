import type { EmulatorSeed, SeedSession } from "./seed.js";

const practice: readonly SeedSession[] = Array.from({ length: 20 }, (_, index) => ({
  id: 20000001 + index,
  status: "open",
  technicianConsole: true,
  note: "for practice: closes once",
}));

/**
 * What the emulator holds unless told otherwise. The administrator, session 12345678 and the auth code are the vendor
 * guide's own example values; the rest gives every result of closeSession that a desk's state can cause.
 */
export const defaultSeed: EmulatorSeed = {
  users: [
    {
      email: "some@email.com",
      password: "secretPassword",
      role: "administrator",
      enabled: true,
      authCode: "4ahx...80u0",
      note: "the guide's administrator",
    },
    {
      email: "other@email.com",
      password: "secretPassword",
      role: "administrator",
      enabled: true,
      authCode: "4ahx...other...80u0",
      note: "a second administrator",
    },
    {
      email: "tech@email.com",
      password: "secretPassword",
      role: "technician",
      enabled: true,
      authCode: "4ahx...tech...80u0",
      note: "may log in, but gets NotLoggedInAsAdmin",
    },
    {
      email: "disabled@email.com",
      password: "secretPassword",
      role: "administrator",
      enabled: false,
      authCode: "4ahx...disabled...80u0",
      note: "login: Invalid; by auth code: User_Deleted_Or_Disabled",
    },
  ],
  sessions: [
    { id: 12345678, status: "open", technicianConsole: true, note: "the guide's session: closes once" },
    ...practice,
    {
      id: 90000001,
      status: "open",
      technicianConsole: true,
      always: "Error",
      note: "the emulator's session for Error",
    },
    { id: 90000003, status: "open", technicianConsole: false, note: "console not running: ActionFailed" },
    { id: 90000004, status: "closed", technicianConsole: true, note: "closed before: InvalidParam_Session" },
  ],
};
