/** A report before it is written: a heading for each column, and the rows with a text for each. */
export interface ReportTable {
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}
