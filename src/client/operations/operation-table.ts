/**
 * What a call does at the service. It decides whether the call may be repeated.
 *
 * - `read`: changes nothing; may be retried.
 * - `settings`: sets or reads what is kept for the login (report area, dates, zone, output); repeating it has the
 *   same effect, but the calls of one report belong together on one login.
 * - `mutating`: changes something; never repeated when it is unknown whether the first arrived.
 * - `auth`: logs in or out or replaces the auth code; needs no login and is never repeated by itself.
 */
export type OperationClass = "read" | "settings" | "mutating" | "auth";

/**
 * Who may call: anybody, every user, a user with a technician seat, an administrator, or an administrator with rights
 * on the node (a `manager`; that the rights of the Administration Center apply is inferred).
 */
export type Caller = "anybody" | "user" | "technician" | "administrator" | "manager";

/** How often one user may call the operations that share a limit. */
export interface CallLimit {
  readonly calls: number;
  readonly milliseconds: number;
}

/**
 * The service's limits (guide: login, requestPINCode, generateEmailText, getReport_v2). That requestAuthCode shares the
 * limit of login is inferred from its result PollRateExceeded and a published client.
 */
export const LIMITS = {
  login: { calls: 10, milliseconds: 180_000 },
  pin: { calls: 1, milliseconds: 1_000 },
  emailText: { calls: 1, milliseconds: 1_000 },
  report: { calls: 1, milliseconds: 60_000 },
} as const satisfies Readonly<Record<string, CallLimit>>;

export type CallLimitName = keyof typeof LIMITS;

export interface OperationTraits {
  readonly class: OperationClass;
  /** True where it is unknown after a lost answer whether something has changed. */
  readonly changes?: true;
  /** The read that shows whether a mutating call took effect. */
  readonly settleWith?: string;
  /** What to do where no read shows it, in a sentence. */
  readonly settle?: string;
  /** Who may call; absent where that is not known. */
  readonly caller?: Caller;
  /** The limit that the operation counts against. */
  readonly limit?: CallLimitName;
  /** The newer variant, which does the same and more. */
  readonly supersededBy?: string;
}

type More = Omit<OperationTraits, "class" | "changes">;

const read = (more: More = {}): OperationTraits => ({ class: "read", caller: "user", ...more });
const settings = (more: More = {}): OperationTraits => ({ class: "settings", caller: "user", ...more });
const auth = (more: More = {}): OperationTraits => ({ class: "auth", caller: "anybody", ...more });
const mutating = (caller: Caller, more: More = {}): OperationTraits => ({
  class: "mutating",
  changes: true,
  caller,
  ...more,
});
// A new code replaces the one before it, whether or not its answer arrives.
const newCode = (more: More = {}): OperationTraits => ({
  ...auth(more),
  changes: true,
  settle: "The code before it may no longer be valid: request another one.",
});
const report = { limit: "report" } as const;
const pin = { limit: "pin" } as const;
const byHierarchy = { settleWith: "getHierarchy_v2" } as const;
const byUser = { settleWith: "getUser_v3" } as const;
const bySessions = { settleWith: "getSession_V3" } as const;

/**
 * The reviewed table of all operations, by what each does (guide, operation pages). PIN requests count as mutating,
 * since each uses up a code; getReport counts as settings, since it reads what the login has set and is limited to one
 * call a minute. `docs/operations.md` shows it.
 */
const TABLE: ReadonlyMap<string, OperationTraits> = new Map<string, OperationTraits>([
  ["login", auth({ limit: "login" })],
  ["logout", auth()],
  ["requestAuthCode", newCode({ limit: "login" })],
  ["requestAuthCodeSSO", newCode()],
  ["getAccount", read({ supersededBy: "getAccount_v2" })],
  ["getAccount_v2", read()],
  ["getHierarchy", read({ supersededBy: "getHierarchy_v2" })],
  ["getHierarchy_v2", read()],
  ["getUser", read({ supersededBy: "getUser_v3" })],
  ["getUser_v2", read({ supersededBy: "getUser_v3" })],
  ["getUser_v3", read()],
  ["getGroup", read()],
  ["getSession", read({ supersededBy: "getSession_V3" })],
  ["getSession_V3", read()],
  ["getChat", read()],
  ["getNote", read()],
  ["generateEmailText", read({ caller: "technician", limit: "emailText" })],
  ["createUser", mutating("manager", byHierarchy)],
  ["setUser", mutating("manager", { ...byUser, supersededBy: "setUser_V2" })],
  ["setUser_V2", mutating("manager", byUser)],
  ["setUserStatus_v7_1", mutating("manager", byUser)],
  ["createGroup", mutating("manager", byHierarchy)],
  ["moveNode", mutating("manager", byHierarchy)],
  ["deleteNode", mutating("manager", byHierarchy)],
  ["assignChannel", mutating("manager")],
  ["unassignChannel", mutating("manager")],
  ["startSession", mutating("administrator", bySessions)],
  ["holdSession", mutating("administrator", bySessions)],
  ["transferSession", mutating("administrator", bySessions)],
  ["closeSession", mutating("administrator", bySessions)],
  ["cancelAction", mutating("administrator", bySessions)],
  ["requestPINCode", mutating("technician", { ...pin, supersededBy: "requestPINCodeV3" })],
  ["requestPINCodeV3", mutating("technician", pin)],
  ["requestLensPINCodeV2", mutating("technician", { ...pin, supersededBy: "requestLensPINCodeV3" })],
  ["requestLensPINCodeV3", mutating("technician", pin)],
  ["requestInvitationLink", mutating("technician", pin)],
  ["getReport", settings({ ...report, supersededBy: "getReport_v2" })],
  ["getReport_v2", settings(report)],
  ["setReportArea", settings({ supersededBy: "setReportArea_v2" })],
  ["setReportArea_v2", settings()],
  ["getReportArea", settings()],
  ["setReportDate", settings({ supersededBy: "setReportDate_v2" })],
  ["setReportDate_v2", settings()],
  ["getReportDate", settings()],
  ["setReportTime", settings()],
  ["getReportTime", settings()],
  ["setTimeZone", settings()],
  ["getTimeZone", settings()],
  ["setDelimiter", settings()],
  ["getDelimiter", settings()],
  ["setOutput", settings()],
  ["getOutput", settings()],
]);

/** What an operation without a row means for its calls, in words. */
export const WITHOUT_ROW = "this version has no row for it: it can be called, and counts as changing something";

// To be safe: it may change something, and who may call is not known.
const UNKNOWN: OperationTraits = { class: "mutating", changes: true };

/**
 * Returns the traits of an operation. One that is not in the table (of a newer WSDL) counts as mutating, to be safe.
 */
export function traitsOf(operation: string): OperationTraits {
  return TABLE.get(operation) ?? UNKNOWN;
}

/** The operations in the table. */
export function classedOperations(): readonly string[] {
  return [...TABLE.keys()];
}

/** Those of `operations` that the table does not have. They can be called, and count as mutating. */
export function operationsWithoutRow(operations: Iterable<string>): readonly string[] {
  return [...operations].filter((name) => !TABLE.has(name));
}

const CALLERS: Readonly<Record<Caller, string>> = {
  anybody: "anybody",
  user: "every user",
  technician: "a user with a technician seat",
  administrator: "an administrator",
  manager: "an administrator with rights on the node",
};

/** Who may call an operation, in words, such as `an administrator`. */
export function callerText(operation: string): string {
  const { caller } = traitsOf(operation);
  return caller === undefined ? "not known" : CALLERS[caller];
}

/** How often an operation may be called, in words, such as `1 in 60 s`; empty without a known limit. */
export function limitText(operation: string): string {
  const { limit } = traitsOf(operation);
  if (limit === undefined) return "";
  const { calls, milliseconds } = LIMITS[limit];
  return `${calls} in ${milliseconds / 1000} s`;
}
