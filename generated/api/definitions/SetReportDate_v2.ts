// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `setReportDate_v2` of the schema. */
export interface SetReportDate_v2 {
  /** xs:dateTime, such as 2026-11-01T08:30:00 or 2026-11-01T08:30:00Z */
  dBeginDate: Date | string;
  /** xs:dateTime, such as 2026-11-01T08:30:00 or 2026-11-01T08:30:00Z */
  dEndDate: Date | string;
  /** xs:string */
  sAuthCode?: string;
}
