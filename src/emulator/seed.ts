/** A Rescue user as a seed describes it. */
export interface SeedUser {
  /** Compared without regard to case. */
  readonly email: string;
  /** Compared exactly. */
  readonly password: string;
  readonly role: "administrator" | "technician";
  /** False for a user that has been deleted or disabled: it cannot log in, and its auth code is refused. */
  readonly enabled: boolean;
  /** The auth code the user holds at the start. */
  readonly authCode?: string;
  /** What the user is there for; shown in the seed's table. */
  readonly note?: string;
}

/** A Rescue support session as a seed describes it. */
export interface SeedSession {
  readonly id: number;
  readonly status: "open" | "closed";
  /** Whether the Technician Console of the session's technician is running; without it every action fails. */
  readonly technicianConsole: boolean;
  /** A result code, such as `Error`, that every action on this session gets instead of what its state would give. */
  readonly always?: string;
  /** What the session is there for; shown in the seed's table. */
  readonly note?: string;
}

/** The state an emulator starts with and returns to on `reset()`. Plain data. */
export interface EmulatorSeed {
  readonly users: readonly SeedUser[];
  readonly sessions: readonly SeedSession[];
}
