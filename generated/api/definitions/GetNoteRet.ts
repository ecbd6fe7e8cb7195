// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 a32bdc439fec5b6b27f3805e016d11d9456fcf1ffd68d15a21cab2bba44ff112
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `getNoteRet` of the schema. */
export type GetNoteRet =
  | "getNote_Error"
  | "getNote_OK"
  | "getNote_NotLoggedIn"
  | "getNote_InvalidParam_SessionID"
  | "getNote_Invalid_SecretAuthCode"
  | "getNote_User_Deleted_Or_Disabled";
