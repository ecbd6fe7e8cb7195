import fc from "fast-check";
import { seed } from "../soap/seed.js";

/** How many property runs there are in all: `FC_RUNS`, or more than the 20,000 that CI promises. */
export const TOTAL_RUNS = Number(process.env.FC_RUNS ?? 60_000);

/** For the titles of these tests: `FC_SEED` repeats a run. */
export const SEED_TITLE = `seed ${seed}`;

let runs = 0;

/** How many runs have been made so far. */
export function runsMade(): number {
  return runs;
}

/** Checks that `holds` throws for no value of `values`, in `share` of {@link TOTAL_RUNS} runs. */
export function holdsFor<T>(share: number, values: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(
    fc.property(values, (value) => {
      runs += 1;
      holds(value);
    }),
    { seed, numRuns: Math.ceil(TOTAL_RUNS * share) },
  );
}
