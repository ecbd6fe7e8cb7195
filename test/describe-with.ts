/**
 * A suite for machines that have what it needs. Elsewhere it is left out aloud: a check that did not run must not look
 * like one that passed.
 */
export function describeWith<T>(found: T | undefined, name: string, lacking: string, suite: (found: T) => void): void {
  if (found === undefined) console.log(`not run: ${name}: ${lacking}`);
  else describe(name, () => suite(found));
}
