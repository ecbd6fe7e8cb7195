import type { ReportSettings } from "./report-settings.js";

/** A role of a user; each has a node of its own in the organisation tree (guide, getAccount: AdminID and TechID). */
export type Role = "masterAdministrator" | "administrator" | "technician";

export const ROLES: readonly Role[] = ["masterAdministrator", "administrator", "technician"];

/** The Technician Console of a user, in the words of the WSDL's NODE_STATUS. */
export type ConsoleState = "Online" | "Busy" | "Away" | "Offline";

export const CONSOLE_STATES: readonly ConsoleState[] = ["Online", "Busy", "Away", "Offline"];

/** A user, with what the service remembers about it. */
export interface Person {
  email: string;
  password: string;
  name: string;
  nick: string;
  ssoId: string;
  description: string;
  enabled: boolean;
  deleted: boolean;
  readonly accountHolder: boolean;
  mobileAddOn: boolean;
  rpatAddOn: boolean;
  console: ConsoleState;
  authCode: string | undefined;
  /** The node id of each role. */
  readonly nodes: Partial<Record<Role, number>>;
  /** When the latest calls of each limited operation came, in milliseconds, oldest first. */
  readonly calls: Map<string, number[]>;
  /** The report settings of calls by auth code; a login has its own (inferred, see the facts on reports). */
  reportSettings: ReportSettings;
}

/** Whether the person may act on sessions: administrators of either kind may (guide, closeSession). */
export function isAdministrator({ nodes }: Person): boolean {
  return nodes.administrator !== undefined || nodes.masterAdministrator !== undefined;
}

/** Whether the Technician Console runs; a busy or an away one does. */
export function runsConsole({ console }: Person): boolean {
  return console !== "Offline";
}
