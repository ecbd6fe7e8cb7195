/** A report before it is written: a heading for each column, and rows with a text for each column. */
export interface ReportTable {
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}
