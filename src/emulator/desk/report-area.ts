/**
 * The kinds of report and the numbers the HTTP form calls them by (facts, setReportArea). Of the names only `SESSION` is
 * known to be the service's own over SOAP; the others are inferred from what the areas are called.
 */
export const AREAS = [
  [0, "SESSION"],
  [1, "CUSTOMER_SURVEY"],
  [2, "LOGIN"],
  [3, "MISSED_SESSIONS"],
  [4, "PERFORMANCE"],
  [5, "CHAT_LOG"],
  [6, "CUSTOM_FIELDS"],
  [7, "TRANSFERRED_SESSIONS"],
  [8, "TECHNICIAN_SURVEY"],
  [9, "COLLABORATION_CHAT_LOG"],
  [10, "FAILED_SESSIONS"],
  [16, "TRANSFERRED_SESSIONS_EXTENDED"],
] as const;

export type ReportArea = (typeof AREAS)[number][1];

const BY_WORD: ReadonlyMap<string, ReportArea> = new Map(
  AREAS.flatMap(([number, name]): [string, ReportArea][] => [
    [String(number), name],
    [name.replaceAll("_", ""), name],
  ]),
);

/**
 * The area of that name or number, undefined for what is none. Case, blanks and underscores make no difference: the real
 * spellings are not known, and a client should not fail here for guessing another.
 */
export function readReportArea(text: string): ReportArea | undefined {
  return BY_WORD.get(text.replace(/[\s_]/g, "").toUpperCase());
}
