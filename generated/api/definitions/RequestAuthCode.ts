// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 a32bdc439fec5b6b27f3805e016d11d9456fcf1ffd68d15a21cab2bba44ff112
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `requestAuthCode` of the schema. */
export interface RequestAuthCode {
  /** xs:string */
  sEmail?: string;
  /** xs:string */
  sPassword?: string;
}
