import type { DeskNode, NodeType } from "./desk-node.js";

/** The four nodes that every account has. Their ids are the emulator's own. */
export const ROOT = 1;
export const MASTER_ADMINISTRATORS = 2;
export const ADMINISTRATORS = 3;
export const TECHNICIANS = 4;

/** What may stand under what (guide, createUser and moveNode; channels under the root are inferred). */
const CHILDREN: Readonly<Partial<Record<NodeType, ReadonlySet<NodeType>>>> = {
  Root: new Set<NodeType>(["MasterAdministrators", "Administrators", "Technicians", "Channel"]),
  MasterAdministrators: new Set<NodeType>(["MasterAdministrator"]),
  Administrators: new Set<NodeType>(["Administrator", "AdministratorGroup"]),
  AdministratorGroup: new Set<NodeType>(["Administrator", "AdministratorGroup"]),
  Technicians: new Set<NodeType>(["Technician", "TechnicianGroup"]),
  TechnicianGroup: new Set<NodeType>(["Technician", "TechnicianGroup"]),
};

/** The organisation tree. */
export class Organisation {
  readonly #nodes = new Map<number, DeskNode>();
  readonly #children = new Map<number, Set<number>>();

  constructor(organization: string) {
    this.add(branch(ROOT, "Root", 0, organization));
    this.add(branch(MASTER_ADMINISTRATORS, "MasterAdministrators", ROOT, "Master Administrators"));
    this.add(branch(ADMINISTRATORS, "Administrators", ROOT, "Administrators"));
    this.add(branch(TECHNICIANS, "Technicians", ROOT, "Technicians"));
  }

  node(id: number): DeskNode | undefined {
    return this.#nodes.get(id);
  }

  /** A node of this kind, or undefined when the id is another's. */
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

  /** The nodes right under this one, in the order they came. */
  children(id: number): readonly DeskNode[] {
    return [...(this.#children.get(id) ?? [])].flatMap((child) => this.#nodes.get(child) ?? []);
  }

  /** The node and everything under it, each parent before its children. */
  *subtree(id: number): Iterable<DeskNode> {
    const node = this.#nodes.get(id);
    if (!node) return;
    yield node;
    for (const child of this.children(id)) yield* this.subtree(child.id);
  }

  /** Whether `id` is `ancestor` or stands under it. */
  isWithin(id: number, ancestor: number): boolean {
    for (let node = this.#nodes.get(id); node; node = this.#nodes.get(node.parent))
      if (node.id === ancestor) return true;
    return false;
  }

  /** Whether a node of that type may stand under `parent`. */
  mayHold(parent: DeskNode, type: NodeType): boolean {
    return CHILDREN[parent.type]?.has(type) ?? false;
  }

  move(node: DeskNode, parent: number): void {
    this.#childrenOf(node.parent).delete(node.id);
    node.parent = parent;
    this.#childrenOf(parent).add(node.id);
  }

  /** Takes a node without children out of the tree, and out of the channels it serves. */
  remove(node: DeskNode): void {
    this.#childrenOf(node.parent).delete(node.id);
    this.#nodes.delete(node.id);
    for (const other of this.#nodes.values()) other.assignedTo.delete(node.id);
  }

  #childrenOf(id: number): Set<number> {
    const known = this.#children.get(id);
    if (known) return known;
    const made = new Set<number>();
    this.#children.set(id, made);
    return made;
  }
}

/** A node that is nobody's. */
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
    ...more,
  };
}
