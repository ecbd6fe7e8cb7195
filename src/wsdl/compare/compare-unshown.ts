import type { ConstrainedPart, Unshown, UnshownPart, UnshownText } from "../read/read-unshown.js";
import type { Finding, FindingKind, Judgement, Side } from "./finding.js";
import { makeFinding } from "./make-finding.js";
import { ofConstraint, ofFault, ofMember, ofOrder, ofType, type PresenceChange } from "./unshown-judgements.js";

/**
 * Findings on what WSDLs say about messages and generated types do not show: faults, derived types, constraints.
 *
 * @param renamedTypes that are already reported: new name by old name.
 */
export function compareUnshown(
  old: Unshown,
  now: Unshown,
  renamedTypes: ReadonlyMap<string, string>,
): readonly Finding[] {
  const types = new Map(
    [...old.types].map(([key, part]) => [key, { ...part, text: renamed(part.text, renamedTypes) }]),
  );
  return [
    ...compareFaults(old, now),
    ...compareUnshownTypes({ ...old, types }, now),
    ...compareOrders(old, now),
    ...compareConstraints(old, now),
  ];
}

// In such a text, names are delimited by blanks, commas and equals signs.
function renamed(text: string, names: ReadonlyMap<string, string>): string {
  return names.size === 0 ? text : text.replace(/[^\s,=]+/g, (word) => names.get(word) ?? word);
}

function compareFaults(old: Unshown, now: Unshown): readonly Finding[] {
  return differences(old.faults, now.faults).flatMap(({ part, change, before, after }) => {
    // One that was added or removed with its operation is not a finding of its own.
    const isShared = part.operations().every((name) => old.operations.has(name) && now.operations.has(name));
    return isShared ? [findingOf(`fault-${change}`, part, ofFault(change, part.ways), before?.text, after?.text)] : [];
  });
}

function compareUnshownTypes(old: Unshown, now: Unshown): readonly Finding[] {
  return differences(old.types, now.types).flatMap(({ part, change, before, after }) => {
    const whole = JSON.stringify(part.path.slice(0, 1));
    const isMember = part.path.length > 1;
    if (change !== "changed") {
      const isNew = old.types.has(whole) !== now.types.has(whole);
      // An added or removed definition is reported once, and not where no code can call its operations.
      if (isNew && (isMember || part.ways.size === 0 || !isReachedInBoth(old, now, part))) return [];
    }
    const shown = [before?.text, after?.text] as const;
    return isMember
      ? [findingOf("unshown-type-changed", part, ofMember(change, part.ways), ...shown)]
      : [findingOf(`unshown-type-${change}`, part, ofType(change, part.ways), ...shown)];
  });
}

function compareOrders(old: Unshown, now: Unshown): readonly Finding[] {
  const before = ordersOf(old.types, now.types);
  const after = ordersOf(now.types, old.types);
  return [...before].flatMap(([key, members]) => {
    const [part, is] = [old.types.get(key), after.get(key) ?? []];
    if (!part || members.every((name, index) => name === is[index])) return [];
    const shown = [members.join(", "), is.join(", ")] as const;
    return [findingOf("unshown-members-moved", part, ofOrder(part.ways), ...shown)];
  });
}

/** The elements and literals of each definition that are in `others` too, in their order. That of attributes means nothing. */
function ordersOf(types: Unshown["types"], others: Unshown["types"]): ReadonlyMap<string, readonly string[]> {
  const orders = new Map<string, string[]>();
  for (const [key, { path, text }] of types) {
    const [whole, member] = path;
    if (member === undefined || !others.has(key) || !/^(?:element|enumeration)\b/.test(text)) continue;
    const definition = JSON.stringify([whole]);
    const known = orders.get(definition);
    if (known) known.push(member);
    else orders.set(definition, [member]);
  }
  return orders;
}

function isReachedInBoth(old: Unshown, now: Unshown, part: UnshownPart): boolean {
  return part.operations().some((name) => old.operations.has(name) && now.operations.has(name));
}

function compareConstraints(old: Unshown, now: Unshown): readonly Finding[] {
  return [...old.constrained].flatMap(([key, before]) => {
    const after = now.constrained.get(key);
    return after ? constraintFindings(before, after) : [];
  });
}

function constraintFindings(before: ConstrainedPart, after: ConstrainedPart): readonly Finding[] {
  const facets = new Set([...before.constraints.keys(), ...after.constraints.keys()]);
  return [...facets].flatMap((facet) => {
    const [was, is] = [before.constraints.get(facet), after.constraints.get(facet)];
    if (was === is) return [];
    const change = was === undefined ? "added" : is === undefined ? "removed" : "changed";
    const part = { ...before, path: [...before.path, facet] };
    return [findingOf("constraint-changed", part, ofConstraint(facet, change, before.ways), was, is)];
  });
}

interface Difference {
  /** The old part, or the new one where there was none. */
  readonly part: UnshownText;
  readonly change: PresenceChange;
  readonly before: UnshownText | undefined;
  readonly after: UnshownText | undefined;
}

function differences(
  old: ReadonlyMap<string, UnshownText>,
  now: ReadonlyMap<string, UnshownText>,
): readonly Difference[] {
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [before, after] = [old.get(key), now.get(key)];
    const either = before ?? after;
    if (!either || before?.text === after?.text) return [];
    const part = { ...either, ways: new Set([...either.ways, ...(after?.ways ?? [])]) };
    return [{ part, change: before && after ? "changed" : before ? "removed" : "added", before, after }];
  });
}

function findingOf(
  kind: FindingKind,
  { path, ways, operations }: UnshownPart,
  judgement: Judgement,
  before: string | undefined,
  after: string | undefined,
): Finding {
  return makeFinding({ kind, subject: path, side: sideOf(ways), operations: operations(), judgement, before, after });
}

function sideOf(ways: UnshownPart["ways"]): Side {
  const isReceived = ways.has("response") || ways.has("fault");
  if (ways.has("request") === isReceived) return "both";
  return isReceived ? "response" : "request";
}
