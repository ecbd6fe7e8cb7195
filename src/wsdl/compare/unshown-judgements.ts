import type { UnshownPart } from "../read/read-unshown.js";
import type { Judgement, Verdict } from "./finding.js";

/** Whether something existed only after, only before, or on both sides of the change. */
export type PresenceChange = "added" | "removed" | "changed";

type Ways = UnshownPart["ways"];

/** A fault that an operation declares. The client reports all faults in the same way, declared or not. */
export function ofFault(change: PresenceChange, ways: Ways): Judgement {
  if (ways.size === 0) return NOT_CALLED;
  return { added: FAULT_ADDED, removed: FAULT_REMOVED, changed: FAULT_CHANGED }[change];
}

/** A definition that may replace another in messages, or that faults contain. */
export function ofType(change: PresenceChange, ways: Ways): Judgement {
  if (ways.size === 0) return NOT_CALLED;
  if (!isReceived(ways)) return NOT_SENT;
  return { added: TYPE_ADDED, removed: TYPE_REMOVED, changed: TYPE_CHANGED }[change];
}

/** An element or attribute of such a definition. */
export function ofMember(change: PresenceChange, ways: Ways): Judgement {
  if (ways.size === 0) return NOT_CALLED;
  if (!isReceived(ways)) return NOT_SENT;
  return change === "added" ? MEMBER_ADDED : TYPE_CHANGED;
}

/** The order of elements or literals in such a definition. */
export function ofOrder(ways: Ways): Judgement {
  return ways.size === 0 ? NOT_CALLED : MOVED;
}

/** A facet, default, fixed value or wildcard. Only the service checks it. */
export function ofConstraint(facet: string, change: PresenceChange, ways: Ways): Judgement {
  if (ways.size === 0) return NOT_CALLED;
  if (facet === "default" || facet === "fixed") return DEFAULT;
  if (facet === "any") return WILDCARD;
  if (!ways.has("request")) return NOT_CHECKED;
  return change === "removed" ? LESS_DEMANDED : DEMANDED;
}

function isReceived(ways: Ways): boolean {
  return ways.has("response") || ways.has("fault");
}

/** Generated types do not show it, so no type changes. */
function onWire(wire: Verdict, reason: string): Judgement {
  return { wire, types: "cosmetic", reason };
}

const NOT_CALLED = onWire("cosmetic", "Only operations that are left out use it, and no code calls those.");

const NOT_SENT = onWire("cosmetic", "The client sends the type that the contract names, never another in its place.");

const FAULT_ADDED = onWire(
  "risky",
  "A call may now end in this fault, which the client reports as a SoapFaultError like any other.",
);

const FAULT_REMOVED = onWire(
  "cosmetic",
  "Code that expects the fault remains correct; the service no longer sends it.",
);

const FAULT_CHANGED = onWire("risky", "Code that reads the XML detail of a SoapFaultError may find different content.");

const TYPE_ADDED = onWire(
  "additive",
  "The service may send it in place of its base, or in a fault: the client reads the base's fields and ignores the rest.",
);

const TYPE_REMOVED = onWire(
  "cosmetic",
  "The client never read more of it than the base's fields, and the base may still be sent.",
);

const TYPE_CHANGED = onWire(
  "risky",
  "No generated type shows it, and the client ignores it; a program that reads it in the text of a reply or in the detail of a fault may misread it.",
);

const MEMBER_ADDED = onWire("additive", "No generated type shows it, and the client ignores it.");

const MOVED = onWire("cosmetic", "The client ignores their order, and no generated type shows them.");

const DEFAULT = onWire("risky", "An absent or empty element means a different value now.");

const WILDCARD = onWire(
  "cosmetic",
  "The client sends named elements only, and skips others in a reply, which it reports as drift.",
);

const NOT_CHECKED = onWire("cosmetic", "The client does not check it and reads values as before.");

const DEMANDED = onWire(
  "risky",
  "The service may reply with a fault to some of the values that the old client sends; neither types nor the client check it.",
);

const LESS_DEMANDED = onWire("additive", "The service accepts values that it rejected before.");
