import { defaultReportSettings, type ReportSettings } from "./report-settings.js";

/** A role of a user; each has a node of its own in the organisation tree (guide: getAccount, AdminID and TechID). */
export type Role = "masterAdministrator" | "administrator" | "technician";

export const ROLES: readonly Role[] = ["masterAdministrator", "administrator", "technician"];

/** The Technician Console of a user, in the words of the WSDL's NODE_STATUS. */
export type ConsoleState = "Online" | "Busy" | "Away" | "Offline";

export const CONSOLE_STATES: readonly ConsoleState[] = ["Online", "Busy", "Away", "Offline"];

/** A user, with what the service remembers about the user. */
export interface Person {
  email: string;
  password: string;
  name: string;
  nick: string;
  ssoId: string;
  description: string;
  /** False if the nodes of all roles are disabled: such a user cannot log in, and its auth code is refused. */
  enabled: boolean;
  /** The roles whose nodes are disabled although the user is not. */
  readonly disabledRoles: Set<Role>;
  deleted: boolean;
  readonly accountHolder: boolean;
  mobileAddOn: boolean;
  rpatAddOn: boolean;
  /** Whether there is a licence for Lens sessions; a user created later has one. */
  readonly lens?: boolean;
  console: ConsoleState;
  authCode: string | undefined;
  /** The node id of each role. A deleted user keeps them: sessions and reports still name the nodes. */
  readonly nodes: Partial<Record<Role, number>>;
  /** When the latest calls of each limited operation came, in milliseconds, oldest first. */
  readonly calls: Map<string, number[]>;
  /** The report settings of calls by auth code; a login has its own (inferred). */
  reportSettings: ReportSettings;
  /** A result code that login, requestAuthCode and calls by its auth code always answer for this user. */
  readonly always: string | undefined;
  /** The purpose of the user in the seed. */
  readonly about: string | undefined;
}

/** The node id of the person as administrator of either kind; undefined if the person is not one. */
export function administratorId({ nodes }: Person): number | undefined {
  return nodes.masterAdministrator ?? nodes.administrator;
}

/** Whether the user is neither disabled nor deleted: others may not call, even if they were logged in before. */
export function isActive({ enabled, deleted }: Person): boolean {
  return enabled && !deleted;
}

/** Whether the person works in that role now: it has the node, and the node is enabled. */
export function worksAs({ nodes, enabled, disabledRoles }: Person, role: Role): boolean {
  return nodes[role] !== undefined && enabled && !disabledRoles.has(role);
}

/** Whether the person may act on sessions: administrators of either kind may (guide: closeSession). */
export function isAdministrator(person: Person): boolean {
  return worksAs(person, "administrator") || worksAs(person, "masterAdministrator");
}

/** Whether the Technician Console is running; it is if its state is Busy or Away. */
export function runsConsole({ console }: Person): boolean {
  return console !== "Offline";
}

/** A user as createUser makes it: empty, to be filled by setUser, and disabled until then (inferred). */
export function emptyPerson(nodes: Person["nodes"]): Person {
  return {
    email: "",
    password: "",
    name: "",
    nick: "",
    ssoId: "",
    description: "",
    enabled: false,
    disabledRoles: new Set(),
    deleted: false,
    accountHolder: false,
    mobileAddOn: false,
    rpatAddOn: false,
    console: "Offline",
    authCode: undefined,
    nodes,
    calls: new Map(),
    reportSettings: defaultReportSettings(),
    always: undefined,
    about: undefined,
  };
}
