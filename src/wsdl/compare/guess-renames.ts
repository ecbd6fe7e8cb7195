/** The most pairs of one shape that are examined: beyond that, nothing is guessed, as it would take too long. */
const PAIR_LIMIT = 20_000;
/** The least similarity of two names, from 0 to 1. Chosen so that closeSession and endSession (0.6) match. */
const ALIKE = 0.5;
/** Only this many first characters of a name are compared. */
const NAME_LIMIT = 200;

/**
 * Guesses which removed names were renamed to which added ones: the same shape, and similar names. Only where each is the
 * other's single best match; nothing is guessed for a tie, so that both directions give the same result.
 *
 * @param shapeOf a text that is equal where both could be the same thing.
 * @param isSure evidence beyond the names, which then need not be similar.
 * @returns new name by old name.
 */
export function guessRenames(
  removed: readonly string[],
  added: readonly string[],
  shapeOf: { readonly removed: (name: string) => string; readonly added: (name: string) => string },
  isSure: (before: string, after: string) => boolean = () => false,
): ReadonlyMap<string, string> {
  const addedByShape = groupBy(added, shapeOf.added);
  const renames = new Map<string, string>();
  for (const [shape, before] of groupBy(removed, shapeOf.removed)) {
    const after = addedByShape.get(shape) ?? [];
    if (before.length * after.length > PAIR_LIMIT) continue;
    const score = (a: string, b: string) => nameLikeness(a, b) + (isSure(a, b) ? 1 : 0);
    for (const name of before) {
      const match = bestOf(after, (other) => score(name, other));
      if (match !== undefined && bestOf(before, (other) => score(other, match)) === name) renames.set(name, match);
    }
  }
  return renames;
}

/** The similarity of two names: the pairs of adjacent letters they share, ignoring case (Dice's coefficient). */
export function nameLikeness(a: string, b: string): number {
  const [pairsOfA, pairsOfB] = [letterPairs(a), letterPairs(b)];
  const left = new Map<string, number>();
  for (const pair of pairsOfB) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsOfA) {
    const count = left.get(pair) ?? 0;
    if (count > 0) shared += 1;
    left.set(pair, count - 1);
  }
  const total = pairsOfA.length + pairsOfB.length;
  return total === 0 ? 0 : (2 * shared) / total;
}

function letterPairs(name: string): readonly string[] {
  const letters = [...name.slice(0, NAME_LIMIT).toLowerCase()];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

function bestOf(names: readonly string[], score: (name: string) => number): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const name of names) {
    const points = score(name);
    if (points === most) best = undefined;
    if (points <= most) continue;
    [best, most] = [name, points];
  }
  return most >= ALIKE ? best : undefined;
}

function groupBy(names: readonly string[], keyOf: (name: string) => string): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const group = groups.get(keyOf(name));
    if (group) group.push(name);
    else groups.set(keyOf(name), [name]);
  }
  return groups;
}
