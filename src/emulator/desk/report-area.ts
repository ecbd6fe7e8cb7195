/**
 * The kinds of report and the numbers of the HTTP form (guide: setReportArea). The names are those that a
 * client sent over SOAP, which ran daily; TRANSFERRED_SESSIONS_EXTENDED alone is made after them (inferred).
 */
export const AREAS = [
  [0, "SESSION"],
  [1, "CUSTOMER_SURVEY"],
  [2, "LOGIN"],
  [3, "MISSED_SESSION"],
  [4, "PERFORMANCE"],
  [5, "CHAT_LOG"],
  [6, "CUSTOM_FIELDS"],
  [7, "TRANSFERRED_SESSIONS"],
  [8, "TECHNICIAN_SURVEY"],
  [9, "COLLABORATION_CHAT_LOG"],
  [10, "FAILED_SESSION"],
  [16, "TRANSFERRED_SESSIONS_EXTENDED"],
] as const;

/** An area of which the emulator makes reports. */
export type KnownArea = (typeof AREAS)[number][1];

const BY_WORD: ReadonlyMap<string, KnownArea> = new Map(
  AREAS.flatMap(([number, name]): [string, KnownArea][] => [
    [String(number), name],
    [plain(name), name],
  ]),
);

/**
 * The area with that name or number; undefined if there is none. Case, blanks, underscores and the plural of "session"
 * make no difference: a client should not fail here because it guessed a spelling.
 */
export function knownArea(text: string): KnownArea | undefined {
  return BY_WORD.get(plain(text));
}

/**
 * The area that a caller chooses: one that is known, or another word that the WSDL lists.
 *
 * @param listed the words that the WSDL lists; none where areas are plain text there.
 * @returns undefined for an unknown area, and for one that is not listed if some are.
 */
export function readReportArea(text: string, listed: readonly string[] = []): string | undefined {
  const known = knownArea(text);
  if (listed.length === 0) return known;
  if (known === undefined) return listed.includes(text) ? text : undefined;
  return listed.some((word) => knownArea(word) === known) ? known : undefined;
}

/** How an area is written: as the WSDL lists it, if it lists any. */
export function reportAreaWord(area: string, listed: readonly string[]): string {
  return listed.find((word) => word === area) ?? listed.find((word) => knownArea(word) === area) ?? area;
}

function plain(text: string): string {
  return text
    .replace(/[\s_]/g, "")
    .toUpperCase()
    .replace(/SESSIONS/, "SESSION");
}
