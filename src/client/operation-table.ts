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

export interface OperationTraits {
  readonly class: OperationClass;
  /** True where it is unknown after a lost answer whether something has changed. */
  readonly changes?: true;
  /** The read that shows whether a mutating call took effect. */
  readonly settleWith?: string;
  /** What to do where no read shows it, in a sentence. */
  readonly settle?: string;
}

const read: OperationTraits = { class: "read" };
const settings: OperationTraits = { class: "settings" };
const auth: OperationTraits = { class: "auth" };
// A new code replaces the one before it, whether or not its answer arrives.
const newCode: OperationTraits = {
  class: "auth",
  changes: true,
  settle: "The code before it may no longer be valid: request another one.",
};
const mutating = (settleWith?: string): OperationTraits =>
  settleWith === undefined ? { class: "mutating", changes: true } : { class: "mutating", changes: true, settleWith };

/**
 * The reviewed table of all operations, by what each does (guide, operation pages). PIN requests count as mutating,
 * since each uses up a code; getReport counts as settings, since it reads what the login has set and is limited to one
 * call a minute.
 */
const TABLE: ReadonlyMap<string, OperationTraits> = new Map<string, OperationTraits>([
  ["login", auth],
  ["logout", auth],
  ["requestAuthCode", newCode],
  ["requestAuthCodeSSO", newCode],
  ["getAccount", read],
  ["getAccount_v2", read],
  ["getHierarchy", read],
  ["getHierarchy_v2", read],
  ["getUser", read],
  ["getUser_v2", read],
  ["getUser_v3", read],
  ["getGroup", read],
  ["getSession", read],
  ["getSession_V3", read],
  ["getChat", read],
  ["getNote", read],
  ["generateEmailText", read],
  ["createUser", mutating("getHierarchy_v2")],
  ["setUser", mutating("getUser_v3")],
  ["setUser_V2", mutating("getUser_v3")],
  ["setUserStatus_v7_1", mutating("getUser_v3")],
  ["createGroup", mutating("getHierarchy_v2")],
  ["moveNode", mutating("getHierarchy_v2")],
  ["deleteNode", mutating("getHierarchy_v2")],
  ["assignChannel", mutating()],
  ["unassignChannel", mutating()],
  ["startSession", mutating("getSession_V3")],
  ["holdSession", mutating("getSession_V3")],
  ["transferSession", mutating("getSession_V3")],
  ["closeSession", mutating("getSession_V3")],
  ["cancelAction", mutating("getSession_V3")],
  ["requestPINCode", mutating()],
  ["requestPINCodeV3", mutating()],
  ["requestLensPINCodeV2", mutating()],
  ["requestLensPINCodeV3", mutating()],
  ["requestInvitationLink", mutating()],
  ["getReport", settings],
  ["getReport_v2", settings],
  ["setReportArea", settings],
  ["setReportArea_v2", settings],
  ["getReportArea", settings],
  ["setReportDate", settings],
  ["setReportDate_v2", settings],
  ["getReportDate", settings],
  ["setReportTime", settings],
  ["getReportTime", settings],
  ["setTimeZone", settings],
  ["getTimeZone", settings],
  ["setDelimiter", settings],
  ["getDelimiter", settings],
  ["setOutput", settings],
  ["getOutput", settings],
]);

/**
 * Returns the traits of an operation. One that is not in the table (of a newer WSDL) counts as mutating, to be safe.
 */
export function traitsOf(operation: string): OperationTraits {
  return TABLE.get(operation) ?? mutating();
}

/** The operations in the table. */
export function classedOperations(): readonly string[] {
  return [...TABLE.keys()];
}
