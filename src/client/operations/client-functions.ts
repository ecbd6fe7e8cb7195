/** What a function of the client calls, in the vendor's names. */
export interface ClientFunction {
  /** As a user writes it. */
  readonly function: string;
  readonly operation: string;
  /** The parameters it sends, besides `sAuthCode`, which goes to every operation that takes one. */
  readonly parameters: readonly string[];
  /** True where the function says that it was done: the operation's answer has to say so. */
  readonly saysDone?: true;
  /** The older variant, with the same parameters, that is called where the contract lacks the operation. */
  readonly instead?: string;
  /** What the function does where the contract lacks the operation; absent where it cannot do anything. */
  readonly without?: string;
}

const DONE = { saysDone: true } as const;

const PIN = [
  ...(["sCField0", "sCField1", "sCField2", "sCField3", "sCField4", "sCField5"] as const),
  ...(["sTracking0", "bNoTechConsole"] as const),
] as const;

const USER = [
  ...(["iNodeID", "sName", "sNick", "sEmail", "sSSOID", "sPwd", "sConfPwd", "sCurrentPwd"] as const),
  ...(["eStatus", "sDescription", "eMobileAddOn", "bRPATAddOn"] as const),
] as const;

const QUEUE = ["iNodeID", "eNodeRef"] as const;

const FUNCTIONS = [
  { function: "RescueClient#login", operation: "login", parameters: ["sEmail", "sPassword"], ...DONE },
  { function: "RescueClient#login", operation: "requestAuthCodeSSO", parameters: ["sSSOID", "sPassword", "sCompany"] },
  {
    function: "RescueClient#logout",
    operation: "logout",
    parameters: [],
    ...DONE,
    without: "it discards the login without informing the service",
  },
  // Also of RescueClient#sessions.close.
  { function: "RescueClient#closeSession", operation: "closeSession", parameters: ["iSession"], ...DONE },

  { function: "RescueClient#sessions.list", operation: "getSession_V3", parameters: QUEUE },
  { function: "RescueClient#sessions.start", operation: "startSession", parameters: ["iSession", "iNode"], ...DONE },
  { function: "RescueClient#sessions.hold", operation: "holdSession", parameters: ["iSession"], ...DONE },
  {
    function: "RescueClient#sessions.transfer",
    operation: "transferSession",
    parameters: ["iSession", "iNode", "eNodeRef", "sComment"],
    ...DONE,
  },
  { function: "RescueClient#sessions.cancelAction", operation: "cancelAction", parameters: ["iSession"], ...DONE },
  { function: "RescueClient#sessions.chat", operation: "getChat", parameters: ["iSessionID"] },
  { function: "RescueClient#sessions.note", operation: "getNote", parameters: ["iSessionID"] },
  { function: "RescueClient#sessions.settle", operation: "getHierarchy_v2", parameters: [] },
  { function: "RescueClient#sessions.settle", operation: "getSession_V3", parameters: QUEUE },
  { function: "RescueClient#sessions.settle", operation: "getNote", parameters: ["iSessionID"] },

  { function: "RescueClient#desk.account", operation: "getAccount_v2", parameters: [] },
  { function: "RescueClient#desk.hierarchy", operation: "getHierarchy_v2", parameters: [] },
  { function: "RescueClient#desk.user", operation: "getUser_v3", parameters: ["iNodeID", "sUserEmail"] },
  { function: "RescueClient#desk.createUser", operation: "createUser", parameters: ["iParentID"], ...DONE },
  { function: "RescueClient#desk.setUser", operation: "getUser_v3", parameters: ["iNodeID", "sUserEmail"] },
  { function: "RescueClient#desk.setUser", operation: "setUser_V2", parameters: USER, ...DONE },
  { function: "RescueClient#desk.group", operation: "getGroup", parameters: ["iNodeID"] },
  { function: "RescueClient#desk.createGroup", operation: "createGroup", parameters: ["iParentID"], ...DONE },
  { function: "RescueClient#desk.move", operation: "moveNode", parameters: ["iNodeID", "iTargetNodeID"], ...DONE },
  { function: "RescueClient#desk.delete", operation: "deleteNode", parameters: ["iNodeID"], ...DONE },
  {
    function: "RescueClient#desk.assignChannel",
    operation: "assignChannel",
    parameters: ["iNodeID", "iEntryID"],
    ...DONE,
  },
  {
    function: "RescueClient#desk.unassignChannel",
    operation: "unassignChannel",
    parameters: ["iNodeID", "iEntryID"],
    ...DONE,
  },

  { function: "RescueClient#pins.create", operation: "getAccount_v2", parameters: [] },
  { function: "RescueClient#pins.create", operation: "requestPINCodeV3", parameters: [...PIN, "nodeId"] },
  { function: "RescueClient#pins.create", operation: "requestLensPINCodeV2", parameters: PIN },
  {
    function: "RescueClient#pins.create",
    operation: "requestLensPINCodeV3",
    parameters: [...PIN, "sPhoneNumber", "sLangCode"],
  },
  { function: "RescueClient#pins.invite", operation: "getAccount_v2", parameters: [] },
  { function: "RescueClient#pins.invite", operation: "requestInvitationLink", parameters: [...PIN, "nodeId"] },
  { function: "RescueClient#pins.emailText", operation: "generateEmailText", parameters: ["iPINCode"] },

  {
    function: "RescueClient#reports",
    operation: "setReportArea_v2",
    parameters: ["eReportArea"],
    instead: "setReportArea",
  },
  { function: "RescueClient#reports", operation: "setTimeZone", parameters: ["sTimezone"] },
  { function: "RescueClient#reports", operation: "setReportTime", parameters: ["sBeginTime", "sEndTime"] },
  { function: "RescueClient#reports", operation: "setReportDate_v2", parameters: ["dBeginDate", "dEndDate"] },
  { function: "RescueClient#reports", operation: "setOutput", parameters: ["eOutput"] },
  { function: "RescueClient#reports", operation: "setDelimiter", parameters: ["sDelimiter"] },
  { function: "RescueClient#reports", operation: "getReport_v2", parameters: QUEUE, instead: "getReport" },
] as const satisfies readonly ClientFunction[];

/**
 * The client's own functions. A changed WSDL is checked against them, to report which function no longer fits. Functions
 * that only call others of them, such as `sessions.watch`, are not listed.
 */
export const CLIENT_FUNCTIONS: readonly ClientFunction[] = FUNCTIONS;

type Row = (typeof FUNCTIONS)[number];

/** An operation that the client's own functions call. No other is accepted where they make their calls. */
export type CalledOperation = Row["operation"] | Extract<Row, { readonly instead: string }>["instead"];

/** One of them whose answer has to say that it was done. */
export type DoneOperation = Extract<Row, { readonly saysDone: true }>["operation"];

/** True for an operation whose answer has to say that it was done, as a function of the client says so to its caller. */
export function hasToSayDone(name: string): boolean {
  return CLIENT_FUNCTIONS.some(({ operation, saysDone }) => saysDone && operation === name);
}
