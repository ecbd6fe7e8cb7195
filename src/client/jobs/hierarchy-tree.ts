import type { HIERARCHY, NODE_TYPE } from "../../../generated/index.js";
import type { Hierarchy, HierarchyNode, UserRole } from "./desk.js";

// The types of a contract of one's own may have any name, also that of a member of every object.
const ROLES: ReadonlyMap<NODE_TYPE, UserRole> = new Map([
  ["MasterAdministrator", "master administrator"],
  ["Administrator", "administrator"],
  ["Technician", "technician"],
]);

/** The role of a node's type; undefined for nodes that are no user's. */
export function roleOf(type: NODE_TYPE): UserRole | undefined {
  return ROLES.get(type);
}

interface Growing extends HierarchyNode {
  depth: number;
  readonly children: Growing[];
}

/**
 * The tree of getHierarchy_v2's list. Every node of the list is in it once, whatever the list says: of two with the same
 * id the first counts, and of nodes that are each other's parents the first becomes a root.
 */
export function hierarchyTree(rows: Iterable<HIERARCHY | null>): Hierarchy {
  const all = new Map<number, Growing>();
  for (const row of rows) if (row && !all.has(row.iNodeID)) all.set(row.iNodeID, nodeOf(row));
  const below = new Map<number, Growing[]>();
  const roots: Growing[] = [];
  for (const node of all.values()) {
    if (node.parent === node.id || !all.has(node.parent)) roots.push(node);
    else {
      const siblings = below.get(node.parent);
      if (siblings) siblings.push(node);
      else below.set(node.parent, [node]);
    }
  }
  const nodes = new Set<Growing>();
  for (const root of roots) growFrom(root, below, nodes);
  for (const node of all.values()) {
    if (nodes.has(node)) continue;
    roots.push(node);
    growFrom(node, below, nodes);
  }
  return { roots, nodes: [...nodes] };
}

// With a list of its own rather than by recursion, and one child at a time: the service decides how deep and wide the
// tree is.
function growFrom(root: Growing, below: ReadonlyMap<number, readonly Growing[]>, nodes: Set<Growing>): void {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.add(node);
    const children = (below.get(node.id) ?? []).filter((child) => !nodes.has(child));
    for (const child of children) {
      child.depth = node.depth + 1;
      node.children.push(child);
    }
    for (const child of children.reverse()) waiting.push(child);
  }
}

function nodeOf(row: HIERARCHY): Growing {
  return {
    id: row.iNodeID,
    parent: row.iParentID,
    name: row.sName ?? "",
    email: row.sEmail ?? "",
    description: row.sDescription ?? "",
    status: row.eStatus,
    type: row.eType,
    role: roleOf(row.eType),
    depth: 0,
    children: [],
  };
}
