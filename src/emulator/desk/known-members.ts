import { didYouMean } from "../../errors/nearest-name.js";

/**
 * Refuses unknown members of an object that came from outside: a misspelt one would otherwise be ignored silently.
 *
 * @param known the names of all allowed members.
 * @param refuse throws; it gets the name, cut to 80 characters, and what is wrong with it.
 */
export function checkMembers(
  value: object,
  known: readonly string[],
  refuse: (name: string, problem: string) => never,
): void {
  for (const name of Object.keys(value))
    if (!known.includes(name)) refuse(name.slice(0, 80), unknownMember(name, known));
}

/** What is wrong with the name of an unknown member. */
export function unknownMember(name: string, known: readonly string[]): string {
  const expected = known.length === 0 ? "; expected none" : `; expected ${known.join(", ")}`;
  return `is not known here${didYouMean(name, known) || expected}`;
}
