import { VirtualClock } from "../../../../src/emulator/desk/clock.js";
import type { EmulatorSeed } from "../../../../src/emulator/index.js";
import type { Contract } from "../../../../src/soap/contract/contract.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { call, credentials, logIn, type Reply, resultOf, type Version } from "../../wire.js";

/** Noon, 5 March 2026, UTC. */
export const NOON = Date.UTC(2026, 2, 5, 12);
/** Technicians' nodes: two whose console runs, one whose does not, and one who is disabled while its console is said to run. */
export const ANN = 21;
export const BEN = 22;
export const OFFLINE = 23;
export const DISABLED = 24;
export const WEB = 31;
export const PHONE = 32;
/** Sessions, by what they are. */
export const WAITING = 1001;
export const ACTIVE = 1002;
export const HELD = 1003;
export const CONNECTING = 1004;
export const UNATTENDED = 1005;
export const CLOSED = 1006;
export const LEFT = 1007;
export const FAILING = 1008;
export const ORPHAN = 1009;
export const UNKNOWN = 77;

/** The auth codes of those who call. */
export const CODES = {
  first: "code-first",
  second: "code-second",
  technician: "code-ann",
  disabled: "code-gone",
} as const;

const users: EmulatorSeed["users"] = [
  { email: "first@desk.test", password: "pw", roles: { masterAdministrator: 11 }, authCode: CODES.first },
  { email: "second@desk.test", password: "pw", roles: { administrator: 12 }, authCode: CODES.second },
  { email: "gone@desk.test", password: "pw", roles: { administrator: 13 }, authCode: CODES.disabled, enabled: false },
  {
    email: "ann@desk.test",
    name: "Ann",
    password: "pw",
    roles: { technician: ANN },
    authCode: CODES.technician,
    console: "Online",
  },
  { email: "ben@desk.test", name: "Ben", password: "pw", roles: { technician: BEN }, console: "Busy" },
  { email: "off@desk.test", password: "pw", roles: { technician: OFFLINE }, console: "Offline" },
  { email: "dis@desk.test", password: "pw", roles: { technician: DISABLED }, console: "Online", enabled: false },
];

const seed: EmulatorSeed = {
  account: { id: 5 },
  groups: [{ id: 41, name: "Group", type: "TechnicianGroup" }],
  users,
  channels: [
    { id: WEB, name: "Web" },
    { id: PHONE, name: "Phone" },
  ],
  sessions: [
    {
      id: WAITING,
      status: "WAITING",
      channel: WEB,
      startedAgo: 90,
      statusAgo: 30,
      customFields: ["Customer <A> & Co."],
    },
    {
      id: ACTIVE,
      status: "PICKEDUP",
      technician: ANN,
      channel: WEB,
      startedAgo: 600,
      pickedUpAgo: 500,
      statusAgo: 500,
    },
    { id: HELD, status: "ONHOLD", technician: ANN, startedAgo: 60, pickedUpAgo: 50, statusAgo: 10 },
    { id: CONNECTING, status: "CONNECTING", technician: BEN, startedAgo: 20 },
    { id: UNATTENDED, status: "PICKEDUP", technician: OFFLINE, startedAgo: 40 },
    { id: CLOSED, status: "CLOSEDBYTECHNICIAN", technician: ANN, channel: WEB, startedAgo: 900 },
    { id: LEFT, status: "CLOSEDBYACTIVECUSTOMER", technician: ANN, startedAgo: 30 },
    { id: FAILING, status: "PICKEDUP", technician: BEN, always: "Error", startedAgo: 10 },
    { id: ORPHAN, status: "PICKEDUP", technician: DISABLED, startedAgo: 5 },
  ],
};

/** An emulator of this desk, at noon. */
export function startSessionDesk(more: Partial<EmulatorSeed> = {}, contract?: Contract): Promise<Emulator> {
  const clock = new VirtualClock(NOON);
  return startEmulator({ seed: { ...seed, ...more }, clock, ...(contract ? { contract } : {}) });
}

/** Calls as somebody: by auth code, or with a login's cookie. */
export interface Caller {
  readonly code?: string;
  readonly cookie?: string;
  readonly version?: Version;
}

/** A cookie login of one of the users. */
export const cookieFor = (emulator: Emulator, email: string) => logIn(emulator.endpoint, credentials(email, "pw"));

/** Calls an operation with parameters in the order given; as the first administrator unless told otherwise. */
export function ask(
  emulator: Emulator,
  operation: string,
  parameters: Readonly<Record<string, string | number>>,
  { code = CODES.first, cookie, version = "1.1" }: Caller = {},
): Promise<Reply> {
  const inner = Object.entries({ ...parameters, ...(code === "" ? {} : { sAuthCode: code }) });
  const xml = inner.map(([name, value]) => `<${name}>${value}</${name}>`).join("");
  return call(emulator.endpoint, operation, xml, { version, ...(cookie === undefined ? {} : { cookie }) });
}

/** The result code alone, without the operation's prefix. */
export async function result(...call: Parameters<typeof ask>): Promise<string | undefined> {
  return resultOf(await ask(...call))?.replace(/^[a-z]+[A-Za-z]*?(Ret)?_/, "");
}

/** The rows of a getSession answer, by element name. */
export function rowsOf(reply: Reply): readonly Readonly<Record<string, string>>[] {
  return Array.from(reply.body.matchAll(/<(SESSION|SESSION_V3)>(.*?)<\/\1>/gs), ([, , row = ""]) =>
    Object.fromEntries(
      Array.from(row.matchAll(/<(\w+)>([^<]*)<\/\1>|<(\w+) \/>/g), ([, name, value = "", empty]) => [
        name ?? empty ?? "",
        value,
      ]),
    ),
  );
}

/** A session as getSession lists it among all; undefined when it is in no queue. */
export async function listed(
  emulator: Emulator,
  session: number,
): Promise<Readonly<Record<string, string>> | undefined> {
  const rows = rowsOf(await ask(emulator, "getSession", { iNodeID: 0, eNodeRef: "NODE" }));
  return rows.find(({ iID }) => iID === String(session));
}

/** The status of a session without `SESSION_`, `gone` when it has left the queues. */
export async function statusOf(emulator: Emulator, session: number): Promise<string> {
  return (await listed(emulator, session))?.bStatus?.replace("SESSION_", "") ?? "gone";
}
