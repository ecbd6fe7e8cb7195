import type { SessionAction, SessionTransfer, SpentIn, TransferPlace } from "./session-action.js";
import { isLive, type SessionStatus } from "./session-status.js";

/** A transfer that has ended, picked up or not. Times are milliseconds since 1970. */
export interface PastTransfer extends Pick<SessionTransfer, "to" | "kind" | "comment" | "by"> {
  readonly at: number;
  readonly until: number;
  /** Whose session it was before. */
  readonly from: TransferPlace;
}

export interface ChatLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly from: string;
  readonly text: string;
}

/**
 * A support session. Times are milliseconds since 1970. Status and place change only through `SupportSessions.change`,
 * which updates the queues.
 */
export interface SupportSession {
  readonly id: number;
  readonly status: SessionStatus;
  /** The technician's node id; during a transfer, still that of the technician who transfers it. */
  readonly technician: number | undefined;
  /** The channel's node id, called "entry" in lists. */
  readonly channel: number | undefined;
  /** Six of them. */
  readonly customFields: readonly string[];
  readonly tracking0: string;
  readonly language: string;
  readonly lens: boolean;
  readonly startedAt: number;
  readonly pickedUpAt: number | undefined;
  readonly statusAt: number;
  readonly closedAt: number | undefined;
  /** Seconds spent in the states before this one. */
  readonly spent: Readonly<Partial<Record<SpentIn, number>>>;
  chat: readonly ChatLine[];
  note: string;
  /** Set while the session is being transferred. */
  readonly transfer: SessionTransfer | undefined;
  /** Past transfers, oldest first. */
  readonly transfers: readonly PastTransfer[];
  /** The start or hold that an administrator did, until the session changes in any other way. */
  readonly lastAction: SessionAction | undefined;
  readonly always: string | undefined;
  readonly about: string | undefined;
}

const COLUMN: Readonly<Partial<Record<SessionStatus, SpentIn>>> = {
  STARTING: "connecting",
  CONNECTING: "connecting",
  WAITING: "waiting",
  PICKEDUP: "active",
  ONHOLD: "hold",
  TRANSFERINGBUTNOTPICKEDUP: "transfer",
  REBOOTING: "rebooting",
  CONNECTIONPROBLEM: "reconnecting",
};

/** The fields that change with the status: adds up the time in the old status, records pick-up and end. */
export function statusChange(
  session: SupportSession,
  status: SessionStatus,
  now: number,
): Pick<SupportSession, "status" | "statusAt" | "spent" | "pickedUpAt" | "closedAt"> {
  const column = COLUMN[session.status];
  const seconds = Math.max(0, Math.round((now - session.statusAt) / 1000));
  return {
    status,
    statusAt: now,
    spent:
      column === undefined ? session.spent : { ...session.spent, [column]: (session.spent[column] ?? 0) + seconds },
    pickedUpAt: session.pickedUpAt ?? (status === "PICKEDUP" ? now : undefined),
    closedAt: isLive(status) ? undefined : (session.closedAt ?? now),
  };
}

/** The session's past transfers after a change of status, which ends a transfer in progress. */
export function transfersAfter(
  { transfer, transfers, statusAt }: SupportSession,
  status: SessionStatus,
  now: number,
): readonly PastTransfer[] {
  if (!transfer || status === "TRANSFERINGBUTNOTPICKEDUP") return transfers;
  const { from, ...rest } = transfer;
  const { status: _before, ...place } = from;
  return [...transfers, { ...rest, from: place, at: statusAt, until: now }];
}

/** The initial values of a session apart from its id; omitted ones are empty. */
export type SessionStart = Pick<SupportSession, "status"> &
  Partial<Pick<SupportSession, "technician" | "channel" | "customFields" | "tracking0" | "language" | "lens">>;

/** A session that begins now. */
export function beginSession(id: number, start: SessionStart, now: number): SupportSession {
  return {
    id,
    technician: undefined,
    channel: undefined,
    customFields: ["", "", "", "", "", ""],
    tracking0: "",
    language: "en",
    lens: false,
    ...start,
    startedAt: now,
    pickedUpAt: start.status === "PICKEDUP" ? now : undefined,
    statusAt: now,
    closedAt: isLive(start.status) ? undefined : now,
    spent: {},
    chat: [],
    note: "",
    transfer: undefined,
    transfers: [],
    lastAction: undefined,
    always: undefined,
    about: undefined,
  };
}
