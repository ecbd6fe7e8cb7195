import { isLive, SESSION_STATUSES, type SessionStatus } from "../session-status.js";
import type { EmulatorSeed, SeedChatLine, SeedPastTransfer, SeedSession, SeedTransfer, SeedUser } from "./seed.js";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const users: readonly SeedUser[] = [
  {
    email: "some@email.com",
    password: "secretPassword",
    name: "Account Holder",
    roles: { masterAdministrator: 101, technician: 111 },
    accountHolder: true,
    console: "Online",
    authCode: "4ahx...80u0",
    about: "the guide's administrator, with a technician seat",
  },
  {
    email: "other@email.com",
    password: "secretPassword",
    name: "Desk Administrator",
    roles: { administrator: 102 },
    authCode: "4ahx...other...80u0",
    about: "an administrator of group 301 without a technician seat: NotTechnician",
  },
  {
    email: "tech@email.com",
    password: "secretPassword",
    name: "First Technician",
    nick: "Tech 1",
    ssoId: "tech-sso",
    roles: { technician: 201 },
    group: 301,
    console: "Online",
    authCode: "4ahx...tech...80u0",
    about: "a technician: may log in, but gets NotLoggedInAsAdmin",
  },
  {
    email: "second@email.com",
    password: "secretPassword",
    name: "Second Technician",
    nick: "Tech 2",
    roles: { technician: 202 },
    group: 301,
    console: "Busy",
    mobileAddOn: true,
    lens: false,
    about: "a technician whose console runs, without Lens: NoAccessToLens",
  },
  {
    email: "third@email.com",
    password: "secretPassword",
    name: "Third Technician",
    nick: "Tech 3",
    roles: { technician: 203 },
    group: 302,
    authCode: "4ahx...third...80u0",
    about: "a technician whose console does not run: ActionFailed, NoTechConsoleRunning",
  },
  {
    email: "disabled@email.com",
    password: "secretPassword",
    name: "Disabled Administrator",
    roles: { administrator: 103 },
    enabled: false,
    authCode: "4ahx...disabled...80u0",
    about: "login: Invalid; by auth code: User_Deleted_Or_Disabled",
  },
  {
    email: "deleted@email.com",
    password: "secretPassword",
    roles: { technician: 204 },
    deleted: true,
    authCode: "4ahx...deleted...80u0",
    about: "as the disabled one, and in no list",
  },
  ...(["Error", "LimitReached", "GlobalIpRestricted"] as const).map((always, index) => ({
    email: `${["error", "limit", "iprestricted"][index]}@email.com`,
    password: "secretPassword",
    roles: { administrator: 104 + index },
    always,
    ...(always === "Error" ? { authCode: "4ahx...error...80u0", ssoId: "error-sso" } : {}),
    about: `login and calls by its auth code always answer ${always}`,
  })),
];

interface Request {
  readonly from: string;
  readonly problem: string;
  readonly language?: string;
}

const REQUESTS: readonly Request[] = [
  { from: "Front Desk", problem: "Printer is offline" },
  { from: "Warehouse 2", problem: "Scanner does not pair" },
  { from: "Accounting", problem: "Spreadsheet opens read-only" },
  { from: "Reception & Visitors", problem: "Badge printer prints blanks" },
  { from: "Werkstatt Süd", problem: "Bildschirm bleibt schwarz", language: "de" },
];

/** Twenty sessions, as on a busy morning; each can be closed once. */
const QUEUE: readonly Partial<SeedSession>[] = [
  { status: "PICKEDUP", technician: 201, channel: 401 },
  { status: "WAITING", channel: 401 },
  { status: "ONHOLD", technician: 202, channel: 401 },
  { status: "WAITING", technician: 201 },
  { status: "REBOOTING", technician: 202, channel: 401 },
];

const queue: readonly SeedSession[] = Array.from({ length: 20 }, (_, index) => {
  const place = QUEUE[index % QUEUE.length];
  const status = place?.status ?? "WAITING";
  return {
    ...place,
    ...customer(index),
    id: 20000001 + index,
    status,
    startedAgo: (index + 3) * MINUTE,
    statusAgo: status === "REBOOTING" ? 0 : (index + 1) * MINUTE,
    ...(status === "PICKEDUP" || status === "ONHOLD" ? { pickedUpAgo: (index + 2) * MINUTE } : {}),
    ...(status === "PICKEDUP" ? { chat: chatOf(index) } : {}),
    about: "the queue: closes once",
  };
});

const AT_WORK = { active: 55 * MINUTE, hold: 4 * MINUTE };
const NEVER_PICKED_UP = /WASNOTPICKEDUP|WITHOUTPICKUP|NOTPICKEDUP|WAITINGCUSTOMER|DECLINED|REVOKED$/;
const ON_ITS_WAY: ReadonlySet<SessionStatus> = new Set(["STARTING", "CONNECTING", "REBOOTING", "CONNECTIONPROBLEM"]);

/** One session in each status, ended ones with the data of a report. */
const everyStatus: readonly SeedSession[] = SESSION_STATUSES.map((status, index) => ({
  ...customer(index),
  id: 30000001 + index,
  status,
  technician: index % 2 === 0 ? 201 : 202,
  channel: 402,
  startedAgo: 6 * HOUR + index * MINUTE,
  // A session does not connect or reconnect for hours.
  statusAgo: ON_ITS_WAY.has(status) ? 0 : 5 * HOUR,
  ...(isLive(status) ? {} : { closedAgo: 5 * HOUR }),
  ...(isLive(status) || NEVER_PICKED_UP.test(status) ? {} : { pickedUpAgo: 6 * HOUR }),
  ...(isLive(status)
    ? {}
    : { spent: { connecting: 20, waiting: index * MINUTE, ...(NEVER_PICKED_UP.test(status) ? {} : AT_WORK) } }),
  ...(status === "TRANSFERINGBUTNOTPICKEDUP" ? { transfer: transferTo(402) } : {}),
  ...(status === "CLOSED_TRANSFERREDANOTHERTECH" ? { transfers: [pastTransfer(index % 2 === 0 ? 201 : 202)] } : {}),
  ...(status === "CLOSEDBYTECHNICIAN" ? { chat: chatOf(index), note: "Replaced the cable | told the customer" } : {}),
  about: `a session in status ${status}`,
}));

const results: readonly SeedSession[] = [
  always(90000001, "Error"),
  always(90000002, "NotLoggedInAsAdmin"),
  {
    id: 90000003,
    status: "PICKEDUP",
    technician: 203,
    about: "its technician's console does not run: ActionFailed",
  },
  { id: 90000004, status: "CLOSEDBYTECHNICIAN", technician: 201, about: "closed before: InvalidParam_Session" },
  always(90000005, "Invalid_SecretAuthCode"),
  always(90000006, "User_Deleted_Or_Disabled"),
];

/**
 * The default seed: a small support desk with the example values of the vendor's guide (the administrator, session
 * 12345678, the auth code), and with a user or a session for every result that the state of a desk can cause. `about`
 * of each entry says which.
 */
export const defaultSeed: EmulatorSeed = {
  number: 1,
  account: { id: 1000, organization: "Emulated Support Desk", companyId: "4711", ssoPassword: "secretSsoPassword" },
  groups: [
    {
      id: 301,
      name: "First Line",
      type: "TechnicianGroup",
      description: "Answers the web site",
      permissions: ["RemoteControl", "RemoteView", "SendFile", "ReceiveFile", "RebootClientComputer"],
    },
    {
      id: 302,
      name: "Second Line",
      type: "TechnicianGroup",
      description: "Hardware and field work",
      permissions: ["RemoteControl", "RemoteView", "ScriptRunning"],
      lockedPermissions: ["SessionRecording"],
    },
  ],
  users,
  administratorLinks: [{ id: 501, administrator: 102, group: 301 }],
  channels: [
    { id: 401, name: "Web Site", description: "The button on the support page", assignedTo: [301] },
    { id: 402, name: "Hardware", description: "Devices and field work", assignedTo: [302, 201] },
  ],
  sessions: [
    {
      id: 12345678,
      status: "PICKEDUP",
      technician: 201,
      channel: 401,
      customFields: ["Front Desk", "Printer is offline", "TICKET-1001"],
      tracking0: "TICKET-1001",
      startedAgo: 30 * MINUTE,
      pickedUpAgo: 25 * MINUTE,
      statusAgo: 25 * MINUTE,
      spent: { connecting: 15, waiting: 285 },
      chat: chatOf(0),
      note: "Asked for the serial number",
      about: "the guide's session: closes once",
    },
    ...queue,
    ...everyStatus,
    ...results,
  ],
};

function customer(index: number): Pick<SeedSession, "customFields" | "tracking0" | "language"> {
  const { from, problem, language } = REQUESTS[index % REQUESTS.length] ?? { from: "", problem: "" };
  const ticket = `TICKET-${1002 + index}`;
  return { customFields: [from, problem, ticket], tracking0: ticket, ...(language === undefined ? {} : { language }) };
}

function chatOf(index: number): readonly SeedChatLine[] {
  const { from, problem } = REQUESTS[index % REQUESTS.length] ?? { from: "", problem: "" };
  return [
    { ago: 20 * MINUTE, from, text: `${problem}. It worked yesterday.` },
    { ago: 19 * MINUTE, from: "Tech 1", text: "I will have a look. Is <Start> lit?" },
  ];
}

function transferTo(channel: number): SeedTransfer {
  const from: { status: SessionStatus; technician: number } = { status: "PICKEDUP", technician: 201 };
  return { to: channel, kind: "CHANNEL", comment: "Needs a spare part", from };
}

function pastTransfer(from: number): SeedPastTransfer {
  const to = from === 201 ? 202 : 201;
  return {
    ago: 5.5 * HOUR,
    took: 40,
    to,
    kind: "NODE",
    comment: "Knows printers",
    by: 101,
    from: { technician: from },
  };
}

function always(id: number, result: string): SeedSession {
  return { id, status: "PICKEDUP", technician: 201, always: result, about: `every action on it answers ${result}` };
}
