import type { CallOptions } from "../options/options.js";

/** What a PIN is for. */
export interface PinRequest {
  /**
   * The node id of the technician.
   *
   * @default the caller
   */
  readonly technician?: number | undefined;
  /** Up to six texts; the first is the customer's name. */
  readonly customFields?: readonly string[] | undefined;
  /** A text that comes back with the session's data, such as the number of a ticket. */
  readonly tracking?: string | undefined;
  /**
   * Whether the technician's console must run.
   *
   * @default true
   */
  readonly requiresConsole?: boolean | undefined;
  /**
   * Makes a PIN for a Rescue Lens session of the caller.
   *
   * @default false
   */
  readonly lens?: boolean | LensInvitation | undefined;
}

/** An invitation to a Lens session that the service sends by SMS. */
export interface LensInvitation {
  readonly phone?: string | undefined;
  /** `de`, `en`, `es`, `fr`, `nl` or `pt-br`. */
  readonly language?: string | undefined;
}

/** A PIN, and the address that it belongs to. */
export interface PinCode {
  /** The digits, leading zeros included. */
  readonly code: string;
  /** The address that the customer opens. */
  readonly link: string;
}

/** The text of an invitation, to be sent to the customer. */
export interface InvitationText {
  readonly subject: string;
  readonly text: string;
  /** Empty where the service sends none. */
  readonly link: string;
  readonly signature: string;
}

/**
 * PINs for private sessions: `rescue.pins`. Needs a technician seat. Each PIN uses up a code, so the calls are never
 * repeated when it is unknown whether one arrived. Where logins are paced, these calls are as well, to one in a second
 * for each user.
 *
 * @example const { code, link } = await rescue.pins.create({ tracking: "TICKET-1" });
 */
export interface Pins {
  /** Makes a PIN. */
  create(request?: PinRequest, options?: CallOptions): Promise<PinCode>;
  /** Makes a session and returns the address that the customer opens. */
  invite(request?: Omit<PinRequest, "lens">, options?: CallOptions): Promise<string>;
  /**
   * The text of the mail that invites a customer, in the words of the account.
   *
   * @param code the digits of a PIN.
   */
  emailText(code: string, options?: CallOptions): Promise<InvitationText>;
}
