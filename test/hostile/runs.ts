import { expect } from "chai";
import fc from "fast-check";
import { seed } from "../soap/seed.js";

/** How many property runs there are in all: `FC_RUNS`, or more than the 20,000 that CI promises. */
export const TOTAL_RUNS = Number(process.env.FC_RUNS ?? 60_000);

/** For the titles of these tests: `FC_SEED` repeats a run. */
export const SEED_TITLE = `seed ${seed}`;

/** How the runs are shared between the property tests of this folder. */
export const SHARES = {
  "random XML": 0.15,
  "changed pieces": 0.15,
  "changed bytes": 0.05,
  "answers read back": 0.2,
  "requests read back": 0.15,
  "two readers": 0.3,
} as const;

/**
 * Checks that `holds` throws for no value of `values`, in as many runs as the property's share of {@link TOTAL_RUNS}.
 * A property that is checked in `parts` tests divides its runs between them.
 */
export function holdsFor<T>(
  property: keyof typeof SHARES,
  values: fc.Arbitrary<T>,
  holds: (value: T) => void,
  parts = 1,
): void {
  const numRuns = Math.ceil((TOTAL_RUNS * SHARES[property]) / parts);
  let runs = 0;
  fc.assert(
    fc.property(values, (value) => {
      runs += 1;
      holds(value);
    }),
    { seed, numRuns },
  );
  expect(runs, `the runs of: ${property}`).to.be.at.least(numRuns);
}
