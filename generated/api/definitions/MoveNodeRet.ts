// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 a32bdc439fec5b6b27f3805e016d11d9456fcf1ffd68d15a21cab2bba44ff112
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `moveNodeRet` of the schema. */
export type MoveNodeRet =
  | "moveNode_Error"
  | "moveNode_OK"
  | "moveNode_NotLoggedIn"
  | "moveNode_InvalidParam_NodeID"
  | "moveNode_InvalidParam_TargetNodeID"
  | "moveNode_Invalid_Move"
  | "moveNode_Invalid_SecretAuthCode"
  | "moveNode_User_Deleted_Or_Disabled";
