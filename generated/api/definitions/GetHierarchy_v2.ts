// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `getHierarchy_v2` of the schema. */
export interface GetHierarchy_v2 {
  /** xs:string */
  sAuthCode?: string;
  /** xs:boolean, nillable */
  bIsNode?: boolean | null;
  /** xs:int, from -2147483648 to 2147483647, nillable */
  iNodeID?: number | null;
  /** xs:boolean, nillable */
  bFilterOffline?: boolean | null;
}
