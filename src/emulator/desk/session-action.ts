import type { SessionStatus } from "./session-status.js";

/** What the session report adds up. */
export type SpentIn = "connecting" | "waiting" | "active" | "hold" | "transfer" | "rebooting" | "reconnecting";

/** What an administrator did to a session. */
export interface SessionAction {
  /** The node id of the administrator who did it, and who alone may undo it; anyone may where it is absent. */
  readonly by?: number;
  /** What the session was before. */
  readonly from: TransferPlace & { readonly status: SessionStatus; readonly transfer?: SessionTransfer };
}

/** Where a session is being handed to, and what it was before. */
export interface SessionTransfer extends Omit<SessionAction, "from"> {
  readonly to: number;
  readonly kind: "NODE" | "CHANNEL";
  readonly comment: string;
  readonly from: TransferPlace & { readonly status: SessionStatus };
}

/** Whose a session was before a transfer. */
export interface TransferPlace {
  readonly technician?: number;
  readonly channel?: number;
}
