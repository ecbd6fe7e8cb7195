import type { UnshownPart } from "../read/read-unshown.js";
import type { Judgement, Verdict } from "./finding.js";

/** Whether there was something before, after, or both times. */
export type Change = "added" | "removed" | "changed";

type Ways = UnshownPart["ways"];

/** A fault that an operation declares. The client reports every fault alike, declared or not. */
export function ofFault(change: Change, ways: Ways): Judgement {
  if (ways.size === 0) return NOT_CALLED;
  return { added: FAULT_ADDED, removed: FAULT_REMOVED, changed: FAULT_CHANGED }[change];
}

/** A definition that messages may hold in place of another, or that faults hold. */
export function ofType(change: Change, ways: Ways): Judgement {
  if (ways.size === 0) return NOT_CALLED;
  if (!isReceived(ways)) return NOT_SENT;
  return { added: TYPE_ADDED, removed: TYPE_REMOVED, changed: TYPE_CHANGED }[change];
}

/** An element or attribute of such a definition. */
export function ofMember(change: Change, ways: Ways): Judgement {
  if (ways.size === 0) return NOT_CALLED;
  if (!isReceived(ways)) return NOT_SENT;
  return change === "added" ? MEMBER_ADDED : TYPE_CHANGED;
}

/** The order of elements or literals in such a definition. */
export function ofOrder(ways: Ways): Judgement {
  return ways.size === 0 ? NOT_CALLED : MOVED;
}

/** A facet, default, fixed value or wildcard. Nobody but the service checks it. */
export function ofConstraint(facet: string, change: Change, ways: Ways): Judgement {
  if (ways.size === 0) return NOT_CALLED;
  if (facet === "default" || facet === "fixed") return DEFAULT;
  if (facet === "any") return WILDCARD;
  if (!ways.has("request")) return NOT_CHECKED;
  return change === "removed" ? LESS_DEMANDED : DEMANDED;
}

function isReceived(ways: Ways): boolean {
  return ways.has("response") || ways.has("fault");
}

/** Types do not show it, so none of these changes one. */
function onWire(wire: Verdict, reason: string): Judgement {
  return { wire, types: "cosmetic", reason };
}

const NOT_CALLED = onWire("cosmetic", "Only operations that are left out have to do with it, and no code calls those.");

const NOT_SENT = onWire("cosmetic", "The client sends the type that the contract names, never one in its place.");

const FAULT_ADDED = onWire(
  "risky",
  "A call that was answered may now end in this fault, which the client reports as a SoapFaultError like any other.",
);

const FAULT_REMOVED = onWire("cosmetic", "Code that expects the fault is as right as before; it no longer comes.");

const FAULT_CHANGED = onWire(
  "risky",
  "Code that reads the detail of a SoapFaultError, which is XML, may find another in it.",
);

const TYPE_ADDED = onWire(
  "additive",
  "It may come in place of its base, or in a fault: the client reads what the base has and passes over the rest.",
);

const TYPE_REMOVED = onWire(
  "cosmetic",
  "The client has never read more of it than its base has, which may still come.",
);

const TYPE_CHANGED = onWire(
  "risky",
  "No generated type shows it, and the client passes over it; a program that reads it in the text of a reply or in the detail of a fault may misread it.",
);

const MEMBER_ADDED = onWire("additive", "No generated type shows it, and the client passes over it.");

const MOVED = onWire("cosmetic", "The client passes over them in any order, and no generated type shows them.");

const DEFAULT = onWire("risky", "What it means when the element is absent or empty is another value now.");

const WILDCARD = onWire(
  "cosmetic",
  "The client sends named elements alone, and passes over others that come, which it reports as drift.",
);

const NOT_CHECKED = onWire("cosmetic", "The client does not check it: what comes is read as before.");

const DEMANDED = onWire(
  "risky",
  "The service may answer some of the values that the old client sends with a fault; neither types nor the client check it.",
);

const LESS_DEMANDED = onWire("additive", "The service takes values that it refused.");
