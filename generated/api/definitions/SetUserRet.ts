// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `setUserRet` of the schema. */
export type SetUserRet =
  | "setUser_Error"
  | "setUser_OK"
  | "setUser_NotLoggedIn"
  | "setUser_InvalidParam_MobileAddOn"
  | "setUser_InvalidParam_Status"
  | "setUser_InvalidParam_NodeID"
  | "setUser_InvalidParam_Name"
  | "setUser_InvalidParam_Email"
  | "setUser_InvalidParam_Email_Already_In_Use"
  | "setUser_InvalidParam_Missing_Current_Password"
  | "setUser_InvalidParam_Password_Cannot_Contain_Whitespace_Characters"
  | "setUser_InvalidParam_Password_Has_To_Be_At_Least_8_Characters_Long";
