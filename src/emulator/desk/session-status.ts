/**
 * The stage of a session: `live`, the customer is in it or may return; `kept`, it has ended and stays in the queue
 * until its technician closes it; `gone`, it has left the queue.
 */
type Stage = "live" | "kept" | "gone";

/**
 * The statuses of a support session: the members of the WSDL's SESSION_STATUS without `SESSION_`, in its order, each
 * with the text that lists show and its stage.
 *
 * The texts are among those that the guide lists for getSession. Only those of WAITING, PICKEDUP and OFFLINE were seen
 * together with their status; the others are matched by name (inferred). Of the ended ones `kept` is documented
 * (console documents) for those that an active customer or a time-out ended; which statuses these are is inferred.
 */
const STATUSES = {
  STARTING: { text: "Connecting", stage: "live" },
  CONNECTING: { text: "Connecting", stage: "live" },
  WAITING: { text: "Waiting", stage: "live" },
  OFFLINE: { text: "Offline", stage: "live" },
  PICKEDUP: { text: "Active", stage: "live" },
  CLOSEDBYCUSTOMER: { text: "Closed by customer", stage: "gone" },
  CLOSEDBYTECHNICIAN: { text: "Closed by technician", stage: "gone" },
  TRANSFERINGBUTNOTPICKEDUP: { text: "Transferring", stage: "live" },
  REVOKED: { text: "Not available", stage: "gone" },
  CLOSED_TRANSFERREDANOTHERTECH_WITHOUTPICKUP: { text: "Transferred", stage: "gone" },
  CUSTOMERLEFTSESSION_WASNOTPICKEDUP: { text: "Closed by customer", stage: "gone" },
  WAITINGTIMEOUT_PICKEDUP: { text: "Timed out", stage: "gone" },
  WAITINGTIMEOUT_NOTPICKEDUP: { text: "Timed out", stage: "gone" },
  SYSTEMTIMEOUT_PICKEDUP: { text: "Timed out", stage: "gone" },
  SYSTEMTIMEOUT_NOTPICKEDUP: { text: "Timed out", stage: "gone" },
  ABORTED_TECHDELETEDORDISABLED: { text: "Aborted: technician was deleted or disabled", stage: "gone" },
  CLOSED_TRANSFERREDANOTHERTECH: { text: "Transferred", stage: "gone" },
  REBOOTING: { text: "Rebooting", stage: "live" },
  CONNECTIONPROBLEM: { text: "Reconnecting", stage: "live" },
  ONHOLD: { text: "On Hold", stage: "live" },
  ONHOLDBUTCUSTOMERLEFT: { text: "Closed by active customer", stage: "kept" },
  TIMEOUT_SESSIONIDLETECHSIDE: { text: "Timed out", stage: "kept" },
  CUSTOMERLEFTSESSION_DURINGTRANSFER_WITHOUTPICKUP: { text: "Closed by waiting customer", stage: "gone" },
  CUSTOMERLEFTSESSION_DURINGTRANSFER: { text: "Closed by active customer", stage: "kept" },
  CLOSEDBYWAITINGCUSTOMER: { text: "Closed by waiting customer", stage: "gone" },
  CLOSEDBYACTIVECUSTOMER: { text: "Closed by active customer", stage: "kept" },
  CLOSED_DURINGRECONNECTING: { text: "Disconnected", stage: "gone" },
  CLOSED_DURINGREBOOTING: { text: "Rebooted", stage: "gone" },
  UACCESS_EXPIRED_WASPICKEDUPBEFORE: { text: "Not available", stage: "gone" },
  UACCESS_EXPIRED_NOTPICKEDUPBEFORE: { text: "Not available", stage: "gone" },
  UACCESS_REVOKEDBYCUSTOMER_WASPICKEDUPBEFORE: { text: "Not available", stage: "gone" },
  UACCESS_REVOKEDBYCUSTOMER_NOTPICKEDUPBEFORE: { text: "Not available", stage: "gone" },
  UACCESS_REVOKEDBYADMIN_WASPICKEDUPBEFORE: { text: "Not available", stage: "gone" },
  UACCESS_REVOKEDBYADMIN_NOTPICKEDUPBEFORE: { text: "Not available", stage: "gone" },
  TERMSANDCONDITIONSDECLINED: { text: "Closed by customer", stage: "gone" },
  TIMEOUT_TECHCONNECTIONLOSTORSESSIONWASNOTCLOSEDBYTECH: { text: "Timed out", stage: "gone" },
  STATUS_NOT_SUPPORTED_VALUE: { text: "Not available", stage: "gone" },
} as const satisfies Readonly<Record<string, { readonly text: string; readonly stage: Stage }>>;

/** The status of a session, as the emulator keeps it. */
export type SessionStatus = keyof typeof STATUSES;

export const SESSION_STATUSES = Object.keys(STATUSES) as readonly SessionStatus[];

/** The text that session lists show for a status, in English, such as `Active` for PICKEDUP. */
export function statusText(status: SessionStatus): string {
  return STATUSES[status].text;
}

/** Whether the customer is in the session or may return. Other sessions have ended. */
export function isLive(status: SessionStatus): boolean {
  return STATUSES[status].stage === "live";
}

/** Whether a technician can still close a session of this status: it is in the queue, and listed. */
export function isClosable(status: SessionStatus): boolean {
  return STATUSES[status].stage !== "gone";
}
