/** A PIN that a technician gave to a customer. */
export interface Pin {
  /** Six digits, zeros in front included. */
  readonly code: string;
  /** The technician's node id. */
  readonly technician: number;
  readonly madeAt: number;
  readonly customFields: readonly string[];
  readonly tracking0: string;
  /** Whether it is for a Lens session. */
  readonly lens: boolean;
  /** The session that came of it. */
  session: number | undefined;
}
