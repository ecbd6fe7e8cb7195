import { didYouMean } from "../../errors/nearest-name.js";

/**
 * Refuses members of an object that came from outside and that nobody would look at: what is misspelt would otherwise be
 * left out without a word.
 *
 * @param known the names of all the members there may be.
 * @param refuse throws, from the name, cut to 80 characters, and what is wrong with it.
 */
export function checkMembers(
  value: object,
  known: readonly string[],
  refuse: (name: string, problem: string) => never,
): void {
  for (const name of Object.keys(value))
    if (!known.includes(name)) refuse(name.slice(0, 80), unknownMember(name, known));
}

/** What to say of the name of a member that is not known. */
export function unknownMember(name: string, known: readonly string[]): string {
  const expected = known.length === 0 ? "; expected none" : `; expected ${known.join(", ")}`;
  return `is not known here${didYouMean(name, known) || expected}`;
}
