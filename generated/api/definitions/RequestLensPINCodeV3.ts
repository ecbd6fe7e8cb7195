// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `requestLensPINCodeV3` of the schema. */
export interface RequestLensPINCodeV3 {
  /** xs:string */
  sCField0?: string;
  /** xs:string */
  sCField1?: string;
  /** xs:string */
  sCField2?: string;
  /** xs:string */
  sCField3?: string;
  /** xs:string */
  sCField4?: string;
  /** xs:string */
  sCField5?: string;
  /** xs:string */
  sTracking0?: string;
  /** xs:boolean */
  bNoTechConsole: boolean;
  /** xs:string */
  sAuthCode?: string;
  /** xs:string */
  sPhoneNumber?: string;
  /** xs:string */
  sLangCode?: string;
}
