import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";

const LARGEST = 2_147_483_647;

/** True for a possible id of a support session: a positive xs:int. */
export function isSessionId(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LARGEST;
}

/** The error for anything but a possible id of a support session. */
export function noSessionId(operation: string): InvalidArgumentError {
  const problem = `expected a whole number from 1 to ${LARGEST}`;
  return new InvalidArgumentError("session", `${operation}: session: ${problem}`, operation);
}
