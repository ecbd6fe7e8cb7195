/** A file of code written for the old types. Named for what it does with them. */
export interface Consumer {
  /**
   * Code that every user of a part writes (`plain`), which a breaking change of the part stops; or code that only some
   * write (`particular`), which is all that a risky change stops.
   */
  readonly kind: "plain" | "particular";
  readonly source: string;
}

export type ConsumerName = "sends" | "sends-little" | "reads" | "names" | "switches" | "compares" | "stubs";

const sends = `import type { OperationTypes } from "./generated/index.js";
type Request<Name extends keyof OperationTypes> = OperationTypes[Name]["request"];
export const login: Request<"login"> = { sEmail: "some@email.com", sPassword: "secretPassword" };
export const logout: Request<"logout"> = {};
export const close: Request<"closeSession"> = { iSession: 12345678 };
export const account: Request<"getAccount"> = { sAuthCode: "code" };
export const one: Request<"getSession"> = {
  iNodeID: 5,
  sText: "some text",
  dSince: new Date(0),
  bOpen: true,
  asTag: ["blue", "red"],
  iLimit: 10,
  sHint: "a hint",
  eOrder: "Newest",
  eWanted: "Waiting",
  oFilter: { sWord: "word", iAge: 3, eUnit: "Day" },
  oCaller: { iPerson: 7, sPhone: "123" },
};
export const other: Request<"getSession"> = {
  iNodeID: 5,
  dSince: "2026-01-31T08:30:00Z",
  bOpen: false,
  asTag: [],
  iLimit: null,
  sHint: null,
  eOrder: "Oldest",
  eWanted: "Active",
  oFilter: { iAge: 3, eUnit: "Week" },
  oCaller: { iPerson: 7 },
};
export const third: Request<"getSession"> = { ...one, eWanted: "Closed" };
`;

const sendsLittle = `import type { OperationTypes } from "./generated/index.js";
type Request<Name extends keyof OperationTypes> = OperationTypes[Name]["request"];
export const login: Request<"login"> = {};
export const close: Request<"closeSession"> = { iSession: 12345678 };
export const account: Request<"getAccount"> = {};
export const session: Request<"getSession"> = { iNodeID: 5, bOpen: true, iLimit: 10, eOrder: "Newest", eWanted: "Waiting" };
`;

const reads = `import type { OperationTypes } from "./generated/index.js";
type Response<Name extends keyof OperationTypes> = OperationTypes[Name]["response"];
export function readAccount(answer: Response<"getAccount">): [boolean, number, string | undefined] {
  return [answer.getAccountResult === "getAccount_Error", answer.iAccountID, answer.sOrganization];
}
export function readClosed(answer: Response<"closeSession">): boolean {
  return answer.closeSessionResult === "closeSessionRet_ActionFailed";
}
export function readSession(answer: Response<"getSession">) {
  const isError: boolean = answer.getSessionResult === "getSession_Error";
  const count: number = answer.iCount;
  const mark: string | undefined = answer.sMark;
  const at: string | undefined = answer.dAt;
  const more: boolean = answer.bMore;
  const lines: string[] = answer.asLine;
  const next: number | null = answer.iNext;
  // A value that was read can be sent again.
  const again: OperationTypes["getSession"]["request"]["eWanted"] = answer.eFound;
  const states: boolean[] = [answer.eFound === "Waiting", answer.eFound === "Active", answer.eFound === "Closed"];
  const owner: [number, string | undefined] | undefined = answer.oOwner && [answer.oOwner.iPerson, answer.oOwner.sPhone];
  return [isError, count, mark, at, more, lines, next, again, states, owner];
}
export function readSessions(answer: Response<"getSession">) {
  return answer.aSessions?.SESSION.map((session) => {
    if (session === null) return null;
    const id: number = session.iID;
    const name: string | undefined = session.sName;
    const kinds: boolean[] = [session.eKind === "Chat", session.eKind === "Remote"];
    const town: string | undefined = session.oPlace?.sTown;
    const zip: number | undefined = session.oPlace?.iZip;
    return [id, name, kinds, town, zip];
  });
}
`;

const names = `import type {
  ArrayOfSESSION, CloseSession, CloseSessionResponse, CloseSessionRet, FILTER, GetAccount, GetAccountResponse,
  GetAccountRet, GetSession, GetSessionResponse, GetSessionRet, KIND, Login, LoginResponse, LoginRet, Logout,
  LogoutResponse, LogoutRet, ORDER, PERSON, PLACE, SESSION, STATUS, UNIT,
} from "./generated/index.js";
export type All = [
  ArrayOfSESSION, CloseSession, CloseSessionResponse, CloseSessionRet, FILTER, GetAccount, GetAccountResponse,
  GetAccountRet, GetSession, GetSessionResponse, GetSessionRet, KIND, Login, LoginResponse, LoginRet, Logout,
  LogoutResponse, LogoutRet, ORDER, PERSON, PLACE, SESSION, STATUS, UNIT,
];
`;

const switches = `import type { OperationTypes } from "./generated/index.js";
type Response<Name extends keyof OperationTypes> = OperationTypes[Name]["response"];
function unreachable(value: never): never {
  throw new Error(String(value));
}
export function result(answer: Response<"getSession">): number {
  switch (answer.getSessionResult) {
    case "getSession_OK": return 0;
    case "getSession_Error": return 1;
    case "getSession_NotLoggedIn": return 2;
    default: return unreachable(answer.getSessionResult);
  }
}
export function closed(answer: Response<"closeSession">): number {
  switch (answer.closeSessionResult) {
    case "closeSessionRet_OK": return 0;
    case "closeSessionRet_ActionFailed": return 1;
    case "closeSessionRet_Error": return 2;
    default: return unreachable(answer.closeSessionResult);
  }
}
export function found(answer: Response<"getSession">): number {
  switch (answer.eFound) {
    case "Waiting": return 0;
    case "Active": return 1;
    case "Closed": return 2;
    default: return unreachable(answer.eFound);
  }
}
type Kind = NonNullable<NonNullable<Response<"getSession">["aSessions"]>["SESSION"][number]>["eKind"];
export const KINDS: Record<Kind, number> = { Chat: 0, Remote: 1 };
export function kind(value: Kind): "Chat" | "Remote" {
  return value;
}
`;

const compares = `import type { OperationTypes } from "./generated/index.js";
export function isUrgent(answer: OperationTypes["getSession"]["response"]): boolean {
  return answer.sMark === "urgent";
}
`;

const stubs = `import type { ApiClient } from "./generated/api/client.js";
import type { DeskSoap } from "./generated/api/ports/DeskSoap.js";
import type { Desk } from "./generated/api/services/Desk.js";
export function portOf(client: ApiClient): DeskSoap {
  const desk: Desk = client.Desk;
  return desk.DeskSoap;
}
`;

/** Code written for the types that the base WSDL gives. */
export const CONSUMERS: Readonly<Record<ConsumerName, Consumer>> = {
  sends: { kind: "plain", source: sends },
  "sends-little": { kind: "plain", source: sendsLittle },
  reads: { kind: "plain", source: reads },
  names: { kind: "plain", source: names },
  switches: { kind: "particular", source: switches },
  compares: { kind: "particular", source: compares },
  stubs: { kind: "particular", source: stubs },
};
