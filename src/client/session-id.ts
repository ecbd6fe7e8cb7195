/** True for a possible id of a support session: a positive xs:int. */
export function isSessionId(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 2_147_483_647;
}
