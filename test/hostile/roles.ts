import { XSI } from "../../src/soap/contract/namespaces.js";
import { contract } from "../reference/generated/contract.js";
import type { RescueClient } from "../reference/service.js";

/** Each reply answers one operation of each class that reports failures differently. */
export type Role = "auth" | "read" | "mutating";
export const ROLES: readonly Role[] = ["auth", "read", "mutating"];

/** An operation that represents its class. */
export interface Target {
  readonly operation: string;
  /** The result literal of a good answer. */
  readonly ok: string;
  /** What stands beside the result in a good answer. */
  readonly rest: string;
  /** What a good answer gives the caller. */
  readonly values: object;
  call(client: RescueClient): Promise<unknown>;
}

/** The elements of one session in a good answer, in contract order. */
export const ROW: Readonly<Record<string, string>> = {
  iID: "12345678",
  bStatus: "SESSION_WAITING",
  sStatus: "Waiting",
  iEntry: "1",
  sEntry: "Channel 1",
  iTechnician: "2",
  sTechnician: "John Doe",
  sStartTime: "11/1/2026 8:30 AM",
  iWaitingTimeInSec: "15",
  bIsLead: "false",
  bHandingOff: "true",
};

/** The same session as the caller sees it. */
export const SESSION_ROW = {
  ...ROW,
  iID: 12345678,
  iEntry: 1,
  iTechnician: 2,
  iWaitingTimeInSec: 15,
  bIsLead: false,
  bHandingOff: true,
} as const;

/** The XML of {@link ROW} with some of its elements changed; `null` leaves one out. */
export function row(changes: Readonly<Record<string, string | null>> = {}): string {
  const elements: Readonly<Record<string, string | null>> = { ...ROW, ...changes };
  const xml = Object.entries(elements).map(([name, value]) => (value === null ? "" : `<${name}>${value}</${name}>`));
  return `<SESSION_V3>${xml.join("")}</SESSION_V3>`;
}

/** What the corpus calls unless an entry names another operation. */
export const TARGETS: Readonly<Record<Role, Target>> = {
  auth: {
    operation: "login",
    ok: "login_OK",
    rest: "",
    values: {},
    call: (client) => client.operations.login({ sEmail: "some@email.com", sPassword: "secretPassword" }),
  },
  read: {
    operation: "getSession_V3",
    ok: "getSession_OK",
    rest: `<aSessions>${row()}</aSessions>`,
    values: { aSessions: { SESSION_V3: [SESSION_ROW] } },
    call: (client) => client.operations.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" }),
  },
  mutating: {
    operation: "closeSession",
    ok: "closeSessionRet_OK",
    rest: "",
    values: {},
    call: (client) => client.operations.closeSession({ iSession: 12345678 }),
  },
};

/** A mutating operation with a number in its answer, which closeSession does not have. */
export const PIN_CODE: Target = {
  operation: "requestPINCode",
  ok: "requestPINCode_OK",
  rest: "<iPINCode>123456</iPINCode>",
  values: { iPINCode: 123456 },
  call: (client) => client.operations.requestPINCode({ bNoTechConsole: true }),
};

/** The namespaces that every envelope of ASMX declares besides its own. */
export const SCHEMA_NAMESPACES = `xmlns:xsi="${XSI}" xmlns:xsd="http://www.w3.org/2001/XMLSchema"`;
export const SERVICE = contract.namespace;
