import type { DeskNode, NodeType } from "./desk-node.js";

/** The four nodes that every account has. Their ids are made up. */
export const ROOT = 1;
export const MASTER_ADMINISTRATORS = 2;
export const ADMINISTRATORS = 3;
export const TECHNICIANS = 4;
/** The highest id of those four nodes. */
export const BRANCHES = 4;

/**
 * Which node may be under which (guide: createUser, createUsers and moveNode; channels under the root are inferred).
 * New technicians and moved ones go into groups (guide: createUsers); those of a seed may be in the branch itself.
 */
const CHILDREN: Readonly<Partial<Record<NodeType, ReadonlySet<NodeType>>>> = {
  Root: new Set<NodeType>(["MasterAdministrators", "Administrators", "Technicians", "Channel"]),
  MasterAdministrators: new Set<NodeType>(["MasterAdministrator"]),
  Administrators: new Set<NodeType>(["Administrator", "AdministratorGroup"]),
  AdministratorGroup: new Set<NodeType>(["Administrator", "AdministratorGroup"]),
  Technicians: new Set<NodeType>(["TechnicianGroup", "AdministratorLink", "AdministratorGroupLink"]),
  TechnicianGroup: new Set<NodeType>(["Technician", "TechnicianGroup", "AdministratorLink", "AdministratorGroupLink"]),
};

/** The organisation tree. */
export class Organisation {
  readonly #nodes = new Map<number, DeskNode>();
  readonly #childrenOfId = new Map<number, Set<number>>();

  constructor(organization: string) {
    this.add(branch(ROOT, "Root", 0, organization));
    this.add(branch(MASTER_ADMINISTRATORS, "MasterAdministrators", ROOT, "Master Administrators"));
    this.add(branch(ADMINISTRATORS, "Administrators", ROOT, "Administrators"));
    this.add(branch(TECHNICIANS, "Technicians", ROOT, "Technicians"));
  }

  node(id: number): DeskNode | undefined {
    return this.#nodes.get(id);
  }

  /** The node of this id if it is of one of these types. */
  nodeOf(id: number, ...types: readonly NodeType[]): DeskNode | undefined {
    const node = this.#nodes.get(id);
    return node && types.includes(node.type) ? node : undefined;
  }

  has(id: number): boolean {
    return this.#nodes.has(id);
  }

  add(node: DeskNode): void {
    this.#nodes.set(node.id, node);
    this.#childrenOf(node.parent).add(node.id);
  }

  /** The direct children of this node, in the order in which they were added. */
  children(id: number): readonly DeskNode[] {
    return [...(this.#childrenOfId.get(id) ?? [])].flatMap((child) => this.#nodes.get(child) ?? []);
  }

  /** The node and everything under it, each parent before its children. */
  *subtree(id: number): Iterable<DeskNode> {
    const top = this.#nodes.get(id);
    // A stack instead of recursion: groups may be nested deeper than function calls.
    const left = top ? [top] : [];
    for (let node = left.pop(); node; node = left.pop()) {
      yield node;
      for (const child of this.children(node.id).toReversed()) left.push(child);
    }
  }

  /** Whether `id` is `ancestor` or below it. */
  isWithin(id: number, ancestor: number): boolean {
    for (let node = this.#nodes.get(id); node; node = this.#nodes.get(node.parent))
      if (node.id === ancestor) return true;
    return false;
  }

  /** Whether a node of that type may be under `parent`. */
  mayHold(parent: DeskNode, type: NodeType): boolean {
    return CHILDREN[parent.type]?.has(type) ?? false;
  }

  move(node: DeskNode, parent: number): void {
    this.#childrenOf(node.parent).delete(node.id);
    node.parent = parent;
    this.#childrenOf(parent).add(node.id);
  }

  /** Removes a node without children from the tree and from the channels it serves, and removes the links to it. */
  remove(node: DeskNode): void {
    this.#childrenOf(node.parent).delete(node.id);
    this.#childrenOfId.delete(node.id);
    this.#nodes.delete(node.id);
    if (isServing(node.type)) for (const channel of this.children(ROOT)) channel.assignedTo.delete(node.id);
    if (isLinked(node.type)) for (const link of this.#linksTo(node.id)) this.remove(link);
  }

  #linksTo(id: number): readonly DeskNode[] {
    return [...this.#nodes.values()].filter(({ target }) => target === id);
  }

  #childrenOf(id: number): Set<number> {
    const known = this.#childrenOfId.get(id);
    if (known) return known;
    const made = new Set<number>();
    this.#childrenOfId.set(id, made);
    return made;
  }
}

/** Whether channels are assigned to nodes of this kind: technicians and technician groups (guide: assignChannel). */
export function isServing(type: NodeType): boolean {
  return type === "Technician" || type === "TechnicianGroup";
}

/** Whether nodes of this kind are linked to technician groups: administrators and their groups are. */
export function isLinked(type: NodeType): boolean {
  return type === "Administrator" || type === "AdministratorGroup";
}

/** A node that assigns an administrator, or a group of them, to a technician group. */
export function linkTo(organisation: Organisation, target: number, group: number, id: number): DeskNode {
  const type =
    organisation.node(target)?.type === "AdministratorGroup" ? "AdministratorGroupLink" : "AdministratorLink";
  return branch(id, type, group, "", { target });
}

/** A node without a person. */
export function branch(
  id: number,
  type: NodeType,
  parent: number,
  name: string,
  more: Partial<DeskNode> = {},
): DeskNode {
  return {
    id,
    type,
    parent,
    name,
    description: "",
    enabled: true,
    permissions: [],
    lockedPermissions: [],
    assignedTo: new Set(),
    person: undefined,
    target: undefined,
    ...more,
  };
}
