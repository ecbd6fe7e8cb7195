// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `setReportTimeRet` of the schema. */
export type SetReportTimeRet =
  | "setReportTime_Error"
  | "setReportTime_OK"
  | "setReportTime_NotLoggedIn"
  | "setReportTime_Invalid_SecretAuthCode"
  | "setReportTime_User_Deleted_Or_Disabled";
