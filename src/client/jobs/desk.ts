import type { NODE_PERMISSIONS, NODE_STATUS, NODE_TYPE } from "../../../generated/index.js";
import type { CallOptions } from "../options/options.js";
import type { NodeAnswer } from "./service.js";

/** What a user's node lets the user do. */
export type UserRole = "master administrator" | "administrator" | "technician";

/** A node of the organization tree. */
export interface HierarchyNode {
  readonly id: number;
  /** The id of the node above it. */
  readonly parent: number;
  readonly name: string;
  readonly email: string;
  readonly description: string;
  /** Of a technician, whether the Technician Console runs; other nodes are `Offline` or `Disabled`. */
  readonly status: NODE_STATUS;
  readonly type: NODE_TYPE;
  /** Undefined where the node is no user's. A user with several roles has a node for each. */
  readonly role: UserRole | undefined;
  /** 0 for a root. */
  readonly depth: number;
  readonly children: readonly HierarchyNode[];
}

/** The organization tree. */
export interface Hierarchy {
  /** The nodes whose parent is not shown: usually one, the root. */
  readonly roots: readonly HierarchyNode[];
  /** All nodes, each before its children. */
  readonly nodes: readonly HierarchyNode[];
}

/** A user, by one of its nodes. */
export interface RescueUser {
  /** The node's id. */
  readonly id: number;
  readonly name: string;
  readonly nick: string;
  readonly email: string;
  readonly ssoId: string;
  readonly description: string;
  readonly type: NODE_TYPE;
  readonly role: UserRole | undefined;
  readonly status: NODE_STATUS;
  /** False where `status` is `Disabled`. */
  readonly enabled: boolean;
  readonly isAccountHolder: boolean;
  readonly mobileAddOn: boolean;
  readonly rpatAddOn: boolean;
}

/** What to change of a user; everything else stays as it is. */
export interface UserChanges {
  readonly name?: string | undefined;
  readonly nick?: string | undefined;
  readonly email?: string | undefined;
  readonly ssoId?: string | undefined;
  readonly description?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly mobileAddOn?: boolean | undefined;
  readonly rpatAddOn?: boolean | undefined;
  /** A new password. */
  readonly password?: string | undefined;
  /** The password in force: needed where a master administrator changes itself. */
  readonly currentPassword?: string | undefined;
}

/** A group of technicians or administrators. */
export interface RescueGroup {
  /** The node's id. */
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly type: NODE_TYPE;
  readonly enabled: boolean;
  readonly permissions: readonly NODE_PERMISSIONS[];
  readonly lockedPermissions: readonly NODE_PERMISSIONS[];
}

/** Who the caller is. */
export interface RescueAccount {
  readonly account: number;
  readonly organization: string;
  readonly email: string;
  /** The caller's node as an administrator; undefined for a user who is none. */
  readonly administrator: number | undefined;
  /** The caller's node as a technician; undefined without a technician seat. */
  readonly technician: number | undefined;
  /** Whether the caller's Technician Console runs. */
  readonly consoleRuns: boolean;
}

/**
 * Users, groups and channels: `rescue.desk`. Every user may read; changes need an administrator with rights on the node.
 *
 * @example const { nodes } = await rescue.desk.hierarchy();
 */
export interface DeskJobs {
  /** Who the caller is. */
  account(options?: CallOptions): Promise<RescueAccount>;
  /** The organization tree, with the role of each user. */
  hierarchy(options?: CallOptions): Promise<Hierarchy>;
  /** The channels of the hierarchy. */
  channels(options?: CallOptions): Promise<readonly HierarchyNode[]>;
  /**
   * A user. By e-mail, one with several nodes is shown by the one that the service chooses.
   *
   * @param who the id of a node, or an e-mail address.
   */
  user(who: number | string, options?: CallOptions): Promise<RescueUser>;
  /**
   * Whether a technician is there: the Technician Console runs (`Online`, `Busy` or `Away`).
   *
   * @param who the id of the technician's node, or an e-mail address.
   * @returns false also where the hierarchy shows no such technician.
   */
  isThere(who: number | string, options?: CallOptions): Promise<boolean>;
  /** Adds an empty, disabled user below a node: `setUser` names and enables it. */
  createUser(parent: number, options?: CallOptions): Promise<NodeAnswer>;
  /**
   * Changes what is given of a user. The service resets what is not sent, so the user is read first: a change that
   * somebody else makes between the two calls is lost.
   *
   * @param who the id of a node, or an e-mail address.
   */
  setUser(who: number | string, changes: UserChanges, options?: CallOptions): Promise<NodeAnswer>;
  /** A group, by the id of its node. */
  group(id: number, options?: CallOptions): Promise<RescueGroup>;
  /** Adds an empty, disabled group below a node. */
  createGroup(parent: number, options?: CallOptions): Promise<NodeAnswer>;
  /** Moves a node below another. */
  move(node: number, target: number, options?: CallOptions): Promise<NodeAnswer>;
  /** Deletes a node. */
  delete(node: number, options?: CallOptions): Promise<NodeAnswer>;
  /** Gives a channel to a technician or a technician group. */
  assignChannel(channel: number, to: number, options?: CallOptions): Promise<NodeAnswer>;
  /** Takes a channel from a technician or a technician group. */
  unassignChannel(channel: number, from: number, options?: CallOptions): Promise<NodeAnswer>;
}
