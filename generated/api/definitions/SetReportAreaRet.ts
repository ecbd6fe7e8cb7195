// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `setReportAreaRet` of the schema. */
export type SetReportAreaRet =
  | "setReportArea_Error"
  | "setReportArea_OK"
  | "setReportArea_NotLoggedIn"
  | "setReportArea_Invalid_SecretAuthCode"
  | "setReportArea_User_Deleted_Or_Disabled";
