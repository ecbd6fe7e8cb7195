import { expect } from "chai";

/** The error that `work` rejects with, which must be one of `type`. */
export async function thrown<E extends Error>(
  type: abstract new (...args: never[]) => E,
  work: Promise<unknown> | (() => unknown),
): Promise<E> {
  let error: unknown;
  try {
    await (typeof work === "function" ? work() : work);
  } catch (caught) {
    error = caught;
  }
  expect(error, "what was thrown").to.be.instanceOf(type);
  return error as E;
}
