import fc from "fast-check";

/** The seed of this run's property tests: `FC_SEED` repeats one; fast-check prints it with a failure. */
export const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Checks that `holds` neither throws nor gives false for any value of `values`. */
export function always<T>(values: fc.Arbitrary<T>, holds: (value: T) => unknown, runs = 200): void {
  fc.assert(
    fc.property(values, (value) => holds(value) !== false),
    { seed, numRuns: runs },
  );
}
