import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";

const LARGEST = 2_147_483_647;

/** True for a possible id of a node: an xs:int that is not 0, which is what the service reads where none was sent. */
export function isNodeId(value: unknown): value is number {
  return Number.isInteger(value) && value !== 0 && Math.abs(value as number) <= LARGEST;
}

/** @throws {InvalidArgumentError} naming `path`, for anything but a possible id of a node. */
export function checkNodeId(node: number, path: string, operation: string): void {
  if (isNodeId(node)) return;
  const expected = `expected a whole number from -${LARGEST} to ${LARGEST} and not 0`;
  throw new InvalidArgumentError(path, `${operation}: ${path}: ${expected}`, operation);
}
