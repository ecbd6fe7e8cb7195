import { printable } from "../soap/text/printable.js";

/** What getAccount tells of the caller, as far as the reply has it. */
export interface CallerAccount {
  readonly sEmail?: unknown;
  readonly sOrganization?: unknown;
  readonly iAdminID?: unknown;
  readonly iTechID?: unknown;
}

/** Who one is, with which roles, in a line. */
export function accountText({ sEmail, sOrganization, iAdminID, iTechID }: CallerAccount): string {
  const who = text(sEmail) ?? "a caller without an e-mail address";
  const roles = [
    ...(isNode(iAdminID) ? [`administrator (node ${iAdminID})`] : []),
    ...(isNode(iTechID) ? [`technician (node ${iTechID})`] : []),
  ];
  const organization = text(sOrganization);
  const where = organization === undefined ? "" : ` of ${organization}`;
  return `${who}${where}: ${roles.length === 0 ? "neither administrator nor technician" : roles.join(" and ")}`;
}

/**
 * Whether the service lets this caller close sessions: an administrator's node is 0 for everyone else (guide:
 * getAccount), and closeSession needs an administrator (guide: closeSession). Undefined where the reply has no such node.
 */
export function mayClose({ iAdminID }: CallerAccount): boolean | undefined {
  return typeof iAdminID === "number" ? isNode(iAdminID) : undefined;
}

function isNode(id: unknown): boolean {
  return typeof id === "number" && id !== 0;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? printable(value) : undefined;
}
