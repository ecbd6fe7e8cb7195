import type { SessionStatus } from "./session-status.js";

/** The states whose duration the session report adds up. */
export type SpentIn = "connecting" | "waiting" | "active" | "hold" | "transfer" | "rebooting" | "reconnecting";

/** What an administrator did to a session. */
export interface SessionAction {
  /** The node id of the administrator who did it and who alone may undo it; if absent, every administrator may. */
  readonly by?: number;
  /** What the session was before the action. */
  readonly from: TransferPlace & { readonly status: SessionStatus; readonly transfer?: SessionTransfer };
}

/** The target of a transfer, and what the session was before. */
export interface SessionTransfer extends Omit<SessionAction, "from"> {
  readonly to: number;
  readonly kind: "NODE" | "CHANNEL";
  readonly comment: string;
  readonly from: TransferPlace & { readonly status: SessionStatus };
}

/** The technician and channel of a session before a transfer. */
export interface TransferPlace {
  readonly technician?: number;
  readonly channel?: number;
}
