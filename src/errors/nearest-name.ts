// A name that is longer is no slip of somebody's fingers, and comparing it would take a while.
const LONGEST = 80;
const MOST_DIFFERENT = 4;
// A list of names may be as long as a sender or a seed makes it.
const LOOKED_AT = 2_000;

/**
 * The one of `known` that differs least from `name`, without regard to case: in a third of its characters and in four
 * at most. Undefined where none is that near. Looks at the first 2,000 of `known`.
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

/** The end of a sentence about a name that is not known: `; did you mean closeSession?`, or `""` where none is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? "" : `; did you mean ${nearest}?`;
}

/** How many characters have to be put in, taken out, replaced or swapped with their neighbour (optimal string alignment). */
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
