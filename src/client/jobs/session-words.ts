import type { SESSION_STATUS } from "../../../generated/index.js";

/**
 * A word for each status of a support session. The service's own text (`sStatus`) is translated into the language of the
 * account; these are the guide's words where the guide has one, in lower case. Only those of WAITING, PICKEDUP and
 * OFFLINE were seen together with their status; the others are matched by name.
 */
const WORDS = {
  SESSION_STARTING: "starting",
  SESSION_CONNECTING: "connecting",
  SESSION_WAITING: "waiting",
  SESSION_OFFLINE: "offline",
  SESSION_PICKEDUP: "active",
  SESSION_CLOSEDBYCUSTOMER: "closed by customer",
  SESSION_CLOSEDBYTECHNICIAN: "closed by technician",
  SESSION_TRANSFERINGBUTNOTPICKEDUP: "transferring",
  SESSION_REVOKED: "revoked",
  SESSION_CLOSED_TRANSFERREDANOTHERTECH_WITHOUTPICKUP: "transferred",
  SESSION_CUSTOMERLEFTSESSION_WASNOTPICKEDUP: "customer left",
  SESSION_WAITINGTIMEOUT_PICKEDUP: "timed out",
  SESSION_WAITINGTIMEOUT_NOTPICKEDUP: "timed out",
  SESSION_SYSTEMTIMEOUT_PICKEDUP: "timed out",
  SESSION_SYSTEMTIMEOUT_NOTPICKEDUP: "timed out",
  SESSION_ABORTED_TECHDELETEDORDISABLED: "aborted",
  SESSION_CLOSED_TRANSFERREDANOTHERTECH: "transferred",
  SESSION_REBOOTING: "rebooting",
  SESSION_CONNECTIONPROBLEM: "reconnecting",
  SESSION_ONHOLD: "on hold",
  SESSION_ONHOLDBUTCUSTOMERLEFT: "customer left",
  SESSION_TIMEOUT_SESSIONIDLETECHSIDE: "timed out",
  SESSION_CUSTOMERLEFTSESSION_DURINGTRANSFER_WITHOUTPICKUP: "customer left",
  SESSION_CUSTOMERLEFTSESSION_DURINGTRANSFER: "customer left",
  SESSION_CLOSEDBYWAITINGCUSTOMER: "closed by customer",
  SESSION_CLOSEDBYACTIVECUSTOMER: "closed by customer",
  SESSION_CLOSED_DURINGRECONNECTING: "disconnected",
  SESSION_CLOSED_DURINGREBOOTING: "disconnected",
  SESSION_UACCESS_EXPIRED_WASPICKEDUPBEFORE: "unattended access expired",
  SESSION_UACCESS_EXPIRED_NOTPICKEDUPBEFORE: "unattended access expired",
  SESSION_UACCESS_REVOKEDBYCUSTOMER_WASPICKEDUPBEFORE: "unattended access revoked",
  SESSION_UACCESS_REVOKEDBYCUSTOMER_NOTPICKEDUPBEFORE: "unattended access revoked",
  SESSION_UACCESS_REVOKEDBYADMIN_WASPICKEDUPBEFORE: "unattended access revoked",
  SESSION_UACCESS_REVOKEDBYADMIN_NOTPICKEDUPBEFORE: "unattended access revoked",
  SESSION_TERMSANDCONDITIONSDECLINED: "terms declined",
  SESSION_TIMEOUT_TECHCONNECTIONLOSTORSESSIONWASNOTCLOSEDBYTECH: "timed out",
  SESSION_STATUS_NOT_SUPPORTED_VALUE: "not known",
} as const satisfies Readonly<Record<SESSION_STATUS, string>>;

/** The status of a support session as a word, such as `waiting` or `on hold`. */
export type SessionWord = (typeof WORDS)[SESSION_STATUS];

/** Every word that stands for a status, each once: `not known` stands for all that have none. */
export function knownWords(): readonly Exclude<SessionWord, "not known">[] {
  return [...new Set(Object.values(WORDS))].filter((word) => word !== "not known");
}

/** The word of a status; `not known` for one of a newer WSDL. */
export function sessionWord(status: SESSION_STATUS): SessionWord {
  return Object.hasOwn(WORDS, status) ? WORDS[status] : "not known";
}
