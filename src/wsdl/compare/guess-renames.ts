/**
 * The most pairs of one shape that are examined: beyond that, nothing is guessed. A WSDL may have
 * thousands of shapes, each with as many names as this allows.
 */
const PAIR_LIMIT = 2_500;
/** The least similarity of two names, from 0 to 1. Chosen so that closeSession and endSession (0.6) match. */
const ALIKE = 0.5;
/** Only this many first characters of a name are compared. */
const NAME_LIMIT = 80;

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
    const pairs = new Map([...before, ...after].map((name) => [name, letterPairs(name)]));
    const pairsOf = (name: string) => pairs.get(name) as LetterPairs;
    const score = (a: string, b: string) => likeness(pairsOf(a), pairsOf(b)) + (isSure(a, b) ? 1 : 0);
    for (const name of before) {
      const match = bestOf(after, (other) => score(name, other));
      if (match !== undefined && bestOf(before, (other) => score(other, match)) === name) renames.set(name, match);
    }
  }
  return renames;
}

/** The pairs of adjacent letters of a name, with their counts. */
interface LetterPairs {
  readonly counts: ReadonlyMap<number, number>;
  readonly total: number;
}

/** The similarity of two names: the pairs of adjacent letters they share, ignoring case (Dice's coefficient). */
function likeness(a: LetterPairs, b: LetterPairs): number {
  let shared = 0;
  for (const [pair, count] of a.counts) shared += Math.min(count, b.counts.get(pair) ?? 0);
  const total = a.total + b.total;
  return total === 0 ? 0 : (2 * shared) / total;
}

function letterPairs(name: string): LetterPairs {
  const letters = name.slice(0, NAME_LIMIT).toLowerCase();
  const counts = new Map<number, number>();
  for (let at = 1; at < letters.length; at += 1) {
    const pair = letters.charCodeAt(at - 1) * 0x10000 + letters.charCodeAt(at);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, letters.length - 1) };
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
