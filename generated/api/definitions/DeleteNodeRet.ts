// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `deleteNodeRet` of the schema. */
export type DeleteNodeRet =
  | "deleteNode_Error"
  | "deleteNode_OK"
  | "deleteNode_NotLoggedIn"
  | "deleteNode_InvalidParam_NodeID"
  | "deleteNode_Invalid_Delete"
  | "deleteNode_Invalid_SecretAuthCode"
  | "deleteNode_User_Deleted_Or_Disabled";
