import type { Layout } from "./form.js";
import { itemsOf, memberOf, type TextLine, textFor } from "./text-layouts.js";

const LINES: readonly TextLine[] = [
  ["NodeID", "iNodeID"],
  ["ParentID", "iParentID"],
  ["Name", "sName"],
  ["Email", "sEmail"],
  ["Description", "sDescription"],
  ["Status", "eStatus"],
  ["Type", "eType"],
];

/** getHierarchy's text: a block of `Key:Value` lines for each node, every block followed by an empty line. */
export const hierarchyBlocks: Layout = (out) =>
  itemsOf(memberOf(out, "aHierarchy"))
    .map(
      (node) => `${LINES.map(([key, field]) => `${key}:${spelling(textFor(memberOf(node, field)))}`).join("\n")}\n\n`,
    )
    .join("");

// The text form writes these two node types with a small a (guide: getHierarchy_v2).
function spelling(text: string): string {
  return text === "MasterAdministrator" || text === "MasterAdministrators" ? text.replace("A", "a") : text;
}
