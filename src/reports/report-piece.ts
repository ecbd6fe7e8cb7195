/** More columns than any report has; the sender decides how many it writes. */
export const COLUMN_LIMIT = 10_000;

/** What a report is split into: its headings, then its rows. */
export type ReportPiece =
  | { readonly kind: "headings"; readonly cells: readonly string[] }
  | { readonly kind: "row"; readonly cells: readonly string[] }
  /** A part that cannot be split for sure: as it came. */
  | { readonly kind: "unsplit"; readonly text: string; readonly reason: string };
