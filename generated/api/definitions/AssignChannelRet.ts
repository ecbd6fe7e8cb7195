// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `assignChannelRet` of the schema. */
export type AssignChannelRet =
  | "assignChannel_Error"
  | "assignChannel_OK"
  | "assignChannel_NotLoggedIn"
  | "assignChannel_InvalidParam_NodeID"
  | "assignChannel_InvalidParam_EntryID"
  | "assignChannel_Invalid_Assign"
  | "assignChannel_Invalid_SecretAuthCode"
  | "assignChannel_User_Deleted_Or_Disabled";
