// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 a32bdc439fec5b6b27f3805e016d11d9456fcf1ffd68d15a21cab2bba44ff112
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `createUserRet` of the schema. */
export type CreateUserRet =
  | "createUser_Error"
  | "createUser_OK"
  | "createUser_NotLoggedIn"
  | "createUser_InvalidParam_ParentID"
  | "createUser_Invalid_SecretAuthCode"
  | "createUser_User_Deleted_Or_Disabled";
