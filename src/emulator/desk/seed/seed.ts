import type { Account } from "../desk.js";
import type { NodeType } from "../desk-node.js";
import type { ConsoleState, Role } from "../person.js";
import type { SessionAction, SessionTransfer, SpentIn, TransferPlace } from "../session-action.js";
import type { SessionStatus } from "../session-status.js";

/**
 * The state with which an emulator starts and to which `reset()` returns. Plain JSON; times are seconds before the
 * start.
 *
 * @example
 * const seed: EmulatorSeed = {
 *   users: [{ email: "a@example.com", password: "secret", roles: { technician: 201 }, console: "Online" }],
 *   sessions: [{ id: 1, status: "WAITING", technician: 201 }],
 * };
 */
export interface EmulatorSeed {
  /** The seed of later ids, auth codes and PINs: the same number gives the same ones. @default 1 */
  readonly number?: number;
  readonly account?: SeedAccount;
  /** Technician and administrator groups; the four branches (root and its three children) always exist. */
  readonly groups?: readonly SeedGroup[];
  readonly users: readonly SeedUser[];
  /** Which administrators manage which technician groups; master administrators manage all of them. */
  readonly administratorLinks?: readonly SeedAdministratorLink[];
  readonly channels?: readonly SeedChannel[];
  readonly sessions: readonly SeedSession[];
  readonly pins?: readonly SeedPin[];
}

/** The account; what is left out gets the defaults of an account of its own. */
export type SeedAccount = Partial<Account>;

/** A group of technicians or administrators. */
export interface SeedGroup {
  /** The group's node id. */
  readonly id: number;
  readonly name: string;
  readonly type: Extract<NodeType, "TechnicianGroup" | "AdministratorGroup">;
  readonly description?: string;
  /** The node id of the parent group. By default the branch (Technicians or Administrators). */
  readonly parent?: number;
  readonly permissions?: readonly string[];
  readonly lockedPermissions?: readonly string[];
  readonly enabled?: boolean;
}

/** A Rescue user: one person with one node in the organisation tree for each of its roles. */
export interface SeedUser {
  /** Compared without regard to case. Empty for a user node that was created and not yet filled in. */
  readonly email: string;
  /** Compared exactly. */
  readonly password: string;
  /** The person's roles and the node id of each, such as `{ "administrator": 101, "technician": 201 }`. */
  readonly roles: Readonly<Partial<Record<Role, number>>>;
  readonly name?: string;
  readonly nick?: string;
  readonly ssoId?: string;
  readonly description?: string;
  /** The node id of the technician group. By default the Technicians branch. */
  readonly group?: number;
  /** The node id of the administrator group. By default the Administrators branch. */
  readonly administratorGroup?: number;
  /** False for a disabled user, who cannot log in and whose auth code is refused. @default true */
  readonly enabled?: boolean;
  /** For a user with several roles: the roles whose node is disabled. */
  readonly disabledRoles?: readonly Role[];
  /** True for a deleted user, who is no longer in the tree but whose auth code is still recognised. @default false */
  readonly deleted?: boolean;
  readonly accountHolder?: boolean;
  readonly mobileAddOn?: boolean;
  readonly rpatAddOn?: boolean;
  /** False for a user without a licence for Lens, whose Lens PINs are refused with NoAccessToLens. @default true */
  readonly lens?: boolean;
  /** The Technician Console. While it is `Offline`, actions on the technician's sessions fail. @default "Offline" */
  readonly console?: ConsoleState;
  /** The auth code that the user has at the start. */
  readonly authCode?: string;
  /**
   * A result code, such as `GlobalIpRestricted`, that login, requestAuthCode and calls by the user's auth code always
   * return. An operation without such a literal returns its `Error`.
   */
  readonly always?: string;
  /** The purpose of the user. */
  readonly about?: string;
}

/** The assignment of an administrator to a technician group, which is a node of the tree. */
export interface SeedAdministratorLink {
  /** The link's own node id. */
  readonly id: number;
  /** The node id of the administrator or the administrator group. */
  readonly administrator: number;
  readonly group: number;
}

/** A channel, through which customers start sessions. */
export interface SeedChannel {
  /** The channel's node id, which is also the "entry" of sessions. */
  readonly id: number;
  readonly name: string;
  readonly description?: string;
  /** The technicians and technician groups that serve it, by node id. */
  readonly assignedTo?: readonly number[];
}

/** A line of a session's chat, `ago` seconds before the start of the emulator. */
export interface SeedChatLine {
  readonly ago: number;
  readonly from: string;
  readonly text: string;
}

/** A Rescue support session. */
export interface SeedSession {
  readonly id: number;
  /** A member of the WSDL's SESSION_STATUS without `SESSION_`, such as `WAITING` or `PICKEDUP`. */
  readonly status: SessionStatus;
  /** The technician's node id. A session without technician waits in its channel. */
  readonly technician?: number;
  /** The channel's node id. */
  readonly channel?: number;
  /** Custom fields 0 to 5; the first is the customer's name. */
  readonly customFields?: readonly string[];
  readonly tracking0?: string;
  readonly language?: string;
  readonly lens?: boolean;
  /** Seconds before the start of the emulator, here and below. */
  readonly startedAgo?: number;
  readonly pickedUpAgo?: number;
  readonly statusAgo?: number;
  readonly closedAgo?: number;
  /** Seconds spent in earlier states, by the report's column. */
  readonly spent?: Readonly<Partial<Record<SpentIn, number>>>;
  readonly chat?: readonly SeedChatLine[];
  readonly note?: string;
  readonly transfer?: SeedTransfer;
  /** Past transfers, oldest first. */
  readonly transfers?: readonly SeedPastTransfer[];
  /** The administrator's last start or hold, which cancelAction undoes; a transfer is in `transfer`. */
  readonly lastAction?: SeedAction;
  /** A result code, such as `Error`, that every action on this session returns, whatever its state. */
  readonly always?: string;
  /** The purpose of the session. */
  readonly about?: string;
}

/** Something that an administrator did to a session. */
export type SeedAction = SessionAction;

/** The target of a transfer, and what the session was before. */
export type SeedTransfer = SessionTransfer;

export type { SpentIn, TransferPlace } from "../session-action.js";

/** A transfer that has ended, picked up or not. */
export interface SeedPastTransfer extends Pick<SeedTransfer, "to" | "kind" | "comment" | "by"> {
  /** Seconds before the start of the emulator. */
  readonly ago: number;
  /** Seconds until somebody picked the session up, or the transfer ended in another way. */
  readonly took?: number;
  readonly from: TransferPlace;
}

/** A PIN that was given out. */
export interface SeedPin {
  /** Six digits. */
  readonly code: string;
  /** The technician's node id. */
  readonly technician: number;
  readonly madeAgo: number;
  readonly customFields?: readonly string[];
  readonly tracking0?: string;
  readonly lens?: boolean;
  /** The session that was opened with it. */
  readonly session?: number;
}
