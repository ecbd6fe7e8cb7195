// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `requestPINCodeRet` of the schema. */
export type RequestPINCodeRet =
  | "requestPINCode_Error"
  | "requestPINCode_OK"
  | "requestPINCode_NotLoggedIn"
  | "requestPINCode_NotTechnician"
  | "requestPINCode_NoTechConsoleRunning"
  | "requestPINCode_OutOfPINCodes"
  | "requestPINCode_PollRateExceeded"
  | "requestPINCode_User_Is_Deleted"
  | "requestPINCode_Invalid_SecretAuthCode"
  | "requestPINCode_User_Deleted_Or_Disabled"
  | "requestPINCode_NoAccessToLens";
