import type { Finding, Judgement } from "./finding.js";
import { makeFinding } from "./make-finding.js";
import type { Reach } from "./reach.js";
import { judgeOnSides } from "./verdict.js";

/** Findings on an enumeration that is in both contracts: members added, removed or reordered. */
export function compareEnum(
  reach: Reach,
  name: string,
  before: readonly string[],
  after: readonly string[],
): readonly Finding[] {
  if (before.length === after.length && before.every((literal, index) => literal === after[index])) return [];
  const side = reach.sideOf(name);
  const operations = reach.operationsOf(name);
  const [oldMembers, newMembers] = [new Set(before), new Set(after)];
  const about = { side, operations };
  const removed = before
    .filter((literal) => !newMembers.has(literal))
    .map((literal) => {
      const judgement = judgeOnSides(side, (one) => (one === "request" ? REMOVED_SENT : REMOVED_RECEIVED));
      const subject = [name, literal];
      return makeFinding({ ...about, kind: "enum-member-removed", subject, judgement, before: literal });
    });
  const added = after
    .filter((literal) => !oldMembers.has(literal))
    .map((literal) => {
      const judgement = judgeOnSides(side, (one) => (one === "request" ? ADDED_SENT : ADDED_RECEIVED));
      return makeFinding({ ...about, kind: "enum-member-added", subject: [name, literal], judgement, after: literal });
    });
  const oldOrder = before.filter((literal) => newMembers.has(literal));
  const newOrder = after.filter((literal) => oldMembers.has(literal));
  const isReordered = oldOrder.some((literal, index) => literal !== newOrder[index]);
  const shown = { before: oldOrder.join(", "), after: newOrder.join(", ") };
  const reordered = isReordered
    ? [makeFinding({ ...about, kind: "enum-members-reordered", subject: [name], judgement: REORDERED, ...shown })]
    : [];
  return [...removed, ...added, ...reordered];
}

const ADDED_SENT: Judgement = {
  wire: "cosmetic",
  types: "additive",
  reason: "It can be sent now; old code sends one of the others.",
};

const ADDED_RECEIVED: Judgement = {
  wire: "risky",
  types: "risky",
  reason:
    "Code that handles every member exhaustively no longer compiles, and the old client does not know the literal when it receives it.",
};

const REMOVED_SENT: Judgement = {
  wire: "breaking",
  types: "breaking",
  reason: "Code that sends it no longer compiles, and the service replies with a fault.",
};

const REMOVED_RECEIVED: Judgement = {
  wire: "cosmetic",
  types: "breaking",
  reason: "Code that compares with it no longer compiles; on the wire it is simply never received again.",
};

const REORDERED: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "Literals are sent by name, and a TypeScript union has no order.",
};
