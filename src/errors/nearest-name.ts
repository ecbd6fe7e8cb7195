// A longer name is not a typing error, and comparing it would take a while.
const LONGEST = 80;
const MOST_DIFFERENT = 4;
// A sender or a seed may make a list of names of any length.
const LOOKED_AT = 2_000;

/**
 * Returns the name in `known` that differs least from `name`, ignoring case: in at most a third of its characters, and
 * at most four. Undefined where none is that similar. Reads the first 2,000 of `known`.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = name.toLowerCase();
  let nearest: string | undefined;
  let least = Math.max(1, Math.min(MOST_DIFFERENT, Math.floor(name.length / 3))) + 1;
  let left = LOOKED_AT;
  for (const candidate of known) {
    if (left === 0) break;
    left -= 1;
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = distanceOf(wanted, candidate.toLowerCase());
    if (distance >= least) continue;
    least = distance;
    nearest = candidate;
  }
  return nearest;
}

/**
 * The end of a sentence about a name that is not known: `; did you mean closeSession?`, or `""` where none is similar.
 */
export function didYouMean(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? "" : `; did you mean ${nearest}?`;
}

/**
 * How many characters must be inserted, removed, replaced or swapped with their neighbour (optimal string alignment).
 */
function distanceOf(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1;
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + differs,
        isSwap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = current;
  }
  return last[other.length] ?? 0;
}
