const FIRST = 1_000;
const LONGEST = 60_000;

/**
 * Milliseconds to wait after a number of failures in a row: 1 s, doubled up to 60 s. Half of it is random, so that runs
 * that failed together do not come back together.
 */
export function backoff(failures: number, random: () => number): number {
  return Math.min(LONGEST, FIRST * 2 ** Math.min(30, failures - 1)) * (0.5 + random() / 2);
}
