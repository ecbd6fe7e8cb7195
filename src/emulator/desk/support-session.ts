import type { SeedTransfer, SpentIn } from "./seed.js";
import { isLive, type SessionStatus } from "./session-status.js";

export interface ChatLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly from: string;
  readonly text: string;
}

/** A support session whose status moves. Times are milliseconds since 1970. */
export interface SupportSession {
  readonly id: number;
  status: SessionStatus;
  technician: number | undefined;
  channel: number | undefined;
  /** Six of them. */
  readonly customFields: readonly string[];
  readonly tracking0: string;
  readonly language: string;
  readonly lens: boolean;
  readonly startedAt: number;
  pickedUpAt: number | undefined;
  statusAt: number;
  closedAt: number | undefined;
  /** Seconds spent in the states before this one. */
  spent: Readonly<Partial<Record<SpentIn, number>>>;
  chat: readonly ChatLine[];
  note: string;
  transfer: SeedTransfer | undefined;
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

/** Moves a session to another status: adds up the time spent in the old one, notes pick-up and end. */
export function changeStatus(session: SupportSession, status: SessionStatus, now: number): void {
  const column = COLUMN[session.status];
  if (column !== undefined) {
    const seconds = Math.max(0, Math.round((now - session.statusAt) / 1000));
    session.spent = { ...session.spent, [column]: (session.spent[column] ?? 0) + seconds };
  }
  if (status === "PICKEDUP") session.pickedUpAt ??= now;
  if (!isLive(status)) session.closedAt ??= now;
  session.status = status;
  session.statusAt = now;
}
