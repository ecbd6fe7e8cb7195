// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `setTimeZoneRet` of the schema. */
export type SetTimeZoneRet =
  | "setTimeZone_Error"
  | "setTimeZone_OK"
  | "setTimeZone_NotLoggedIn"
  | "setTimeZone_Invalid_SecretAuthCode"
  | "setTimeZone_User_Deleted_Or_Disabled";
