import type { SessionAction, SessionTransfer, SpentIn, TransferPlace } from "./session-action.js";
import { isLive, type SessionStatus } from "./session-status.js";

/** A transfer that has ended, picked up or not. Times are milliseconds since 1970. */
export interface PastTransfer extends Pick<SessionTransfer, "to" | "kind" | "comment" | "by"> {
  readonly at: number;
  readonly until: number;
  /** Where the session was. */
  readonly from: TransferPlace;
}

export interface ChatLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly from: string;
  readonly text: string;
}

/**
 * A support session. Times are milliseconds since 1970. Status and place move only through `SupportSessions.change`, which
 * keeps the queues right.
 */
export interface SupportSession {
  readonly id: number;
  readonly status: SessionStatus;
  /** The technician's node id; while the session is being transferred, still that of the one who hands it over. */
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
  /** The transfers before, oldest first. */
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

/** What a change of status alters: adds up the time spent in the old one, notes pick-up and end. */
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

/** The session's transfers when its status changes: a transfer under way ends with that. */
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

/** What a session may begin with besides its id; what is left out is empty. */
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
