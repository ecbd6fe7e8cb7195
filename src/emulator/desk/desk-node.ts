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
  | "Channel";

/** A node of the organisation tree: a branch, a group, a channel, or a person in one role. */
export interface DeskNode {
  readonly id: number;
  readonly type: NodeType;
  /** 0 for the root. */
  parent: number;
  /** Of a branch, group or channel; a person's is the person's own. */
  name: string;
  description: string;
  enabled: boolean;
  readonly permissions: readonly string[];
  readonly lockedPermissions: readonly string[];
  /** For a channel: the technicians and technician groups that serve it. */
  readonly assignedTo: Set<number>;
  readonly person: Person | undefined;
}
