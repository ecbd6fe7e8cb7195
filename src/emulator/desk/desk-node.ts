import type { Person } from "./person.js";

/** What a node of the organisation tree is, in the words of the WSDL's NODE_TYPE. */
export type NodeType =
  | "Root"
  | "MasterAdministrators"
  | "Administrators"
  | "Technicians"
  | "AdministratorGroup"
  | "TechnicianGroup"
  | "MasterAdministrator"
  | "Administrator"
  | "Technician"
  | "AdministratorLink"
  | "AdministratorGroupLink"
  | "Channel";

/** A node of the organisation tree: a branch, a group, a channel, a person in one role, or a link to one of those. */
export interface DeskNode {
  readonly id: number;
  readonly type: NodeType;
  /** 0 for the root. */
  parent: number;
  /** Of a branch, group or channel; a person's is the person's own, a link's that of its target. */
  name: string;
  description: string;
  enabled: boolean;
  permissions: readonly string[];
  /** Permissions that only master administrators change (guide: getGroup). */
  lockedPermissions: readonly string[];
  /** For a channel: the technicians and technician groups that serve it. */
  readonly assignedTo: Set<number>;
  readonly person: Person | undefined;
  /** For a link: the administrator or administrator group that is assigned to the technician group above the link. */
  readonly target: number | undefined;
}
