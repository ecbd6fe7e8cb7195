import { type EmulatorSeed, VirtualClock } from "../../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { call, credentials, logIn, type Reply, resultOf, VERSIONS, type Version } from "../../wire.js";

/** Auth codes of the seed below, by who holds them. */
export const CODES = {
  master: "code-of-a-master",
  holder: "code-of-the-holder",
  administrator: "code-of-an-administrator",
  grouped: "code-of-a-grouped-administrator",
  technician: "code-of-a-technician",
  disabled: "code-of-a-disabled",
  failing: "code-of-a-failing",
} as const;
export const PASSWORD = "pass-word";

/** Groups 301 > 304 and 302; administrator 102 is assigned to 301, the administrator group 303 to 302. */
export const seed: EmulatorSeed = {
  account: { id: 7, organization: "Tree & <Sons>", companyId: "4711", ssoPassword: "master-sso" },
  groups: [
    { id: 301, name: "First", type: "TechnicianGroup", description: "answers", permissions: ["SendFile", "SendURL"] },
    { id: 302, name: "Second", type: "TechnicianGroup", enabled: false, lockedPermissions: ["RemoteView"] },
    { id: 304, name: "Night", type: "TechnicianGroup", parent: 301 },
    { id: 303, name: "Leads", type: "AdministratorGroup" },
  ],
  users: [
    user("holder", { masterAdministrator: 101, technician: 111 }, { accountHolder: true, group: 301 }),
    user("master", { masterAdministrator: 120 }),
    user("administrator", { administrator: 102 }),
    user("grouped", { administrator: 105 }, { administratorGroup: 303 }),
    user("technician", { technician: 201 }, { group: 301, console: "Online", ssoId: "sso-1", nick: "Tech" }),
    user("busy", { technician: 202 }, { group: 304, console: "Busy", mobileAddOn: true }),
    user("away", { technician: 203 }, { group: 302, console: "Away", rpatAddOn: true }),
    user("offline", { technician: 204 }, { group: 302 }),
    user("two", { administrator: 106, technician: 206 }, { group: 302, console: "Online", authCode: "code-of-two" }),
    user("disabled", { administrator: 103 }, { enabled: false, ssoId: "sso-disabled" }),
    user("failing", { administrator: 104 }, { always: "Error", ssoId: "sso-failing" }),
  ],
  administratorLinks: [
    { id: 501, administrator: 102, group: 301 },
    { id: 502, administrator: 303, group: 302 },
  ],
  channels: [
    { id: 401, name: "Web", description: "site", assignedTo: [301, 201] },
    { id: 402, name: "Phone" },
  ],
  sessions: [
    { id: 9001, status: "PICKEDUP", technician: 201 },
    { id: 9002, status: "WAITING", technician: 201 },
    { id: 9003, status: "CLOSEDBYTECHNICIAN", technician: 201 },
    { id: 9004, status: "PICKEDUP", technician: 202 },
    { id: 9005, status: "WAITING", channel: 401 },
  ],
};

type SeedUser = EmulatorSeed["users"][number];

function user(name: string, roles: SeedUser["roles"], more: Partial<SeedUser> = {}): SeedUser {
  const authCode = Object.hasOwn(CODES, name) ? CODES[name as keyof typeof CODES] : undefined;
  const code = authCode === undefined ? {} : { authCode };
  return { email: emailOf(name), password: PASSWORD, name: `The ${name}`, roles, ...code, ...more };
}

export function emailOf(name: string): string {
  return `${name}@example.com`;
}

/** An emulator with the seed above, fresh for each test, called in one version of SOAP. */
export interface TestDesk {
  readonly version: Version;
  readonly emulator: Emulator;
  /** Calls with an auth code, or with `""` and a cookie. */
  ask(operation: string, fields: Fields, code: string, cookie?: string): Promise<Reply>;
  /** As `ask`. @returns the result literal without its prefix. */
  result(operation: string, fields: Fields, code: string, cookie?: string): Promise<string | undefined>;
  /** The cookie of a fresh login. */
  logIn(name: string, password?: string): Promise<string>;
}

export type Fields = Readonly<Record<string, string | number | boolean>>;

/** Describes the same tests over SOAP 1.1 and 1.2. */
export function describeOverSoap(title: string, body: (desk: TestDesk) => void): void {
  for (const version of VERSIONS) {
    describe(`${title}, SOAP ${version}`, () => {
      let running: Emulator | undefined;
      const emulator = () => {
        if (!running) throw new Error("the emulator runs in tests only");
        return running;
      };
      before(async () => {
        running = await startEmulator({ seed, clock: new VirtualClock(Date.UTC(2026, 0, 1)), limits: false });
      });
      beforeEach(() => emulator().reset());
      after(() => emulator().close());
      const ask: TestDesk["ask"] = (operation, fields, code, cookie) =>
        call(emulator().endpoint, operation, elements({ ...fields, ...(code === "" ? {} : { sAuthCode: code }) }), {
          version,
          ...(cookie === undefined ? {} : { cookie }),
        });
      body({
        version,
        get emulator() {
          return emulator();
        },
        ask,
        result: async (...args) => codeOf(await ask(...args)),
        logIn: (name, password = PASSWORD) =>
          logIn(emulator().endpoint, credentials(emailOf(name), password), { version }),
      });
    });
  }
}

/** The result code of a reply: the literal without the operation it begins with. */
export function codeOf(reply: Reply): string | undefined {
  return resultOf(reply)?.replace(/^[a-zA-Z]+_/, "");
}

/** The text of the first element of that name, still escaped; undefined when there is none. */
export function elementText(xml: string, name: string): string | undefined {
  const found = new RegExp(`<${name}(?: />|>([^<]*)</${name}>)`).exec(xml);
  return found ? (found[1] ?? "") : undefined;
}

/** The content of each element of that name. */
export function partsOf(xml: string, name: string): readonly string[] {
  return Array.from(xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "gs")), ([, inner]) => inner ?? "");
}

function elements(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`)
    .join("");
}

export function escaped(text: string): string {
  const plain = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return plain.replaceAll('"', "&quot;").replaceAll("'", "&apos;");
}
