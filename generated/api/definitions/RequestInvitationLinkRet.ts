// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

/** `requestInvitationLinkRet` of the schema. */
export type RequestInvitationLinkRet =
  | "requestInvitationLink_Error"
  | "requestInvitationLink_OK"
  | "requestInvitationLink_NotLoggedIn"
  | "requestInvitationLink_NotTechnician"
  | "requestInvitationLink_NoTechConsoleRunning"
  | "requestInvitationLink_OutOfPINCodes"
  | "requestInvitationLink_PollRateExceeded"
  | "requestInvitationLink_User_Is_Deleted"
  | "requestInvitationLink_Invalid_SecretAuthCode"
  | "requestInvitationLink_User_Deleted_Or_Disabled"
  | "requestInvitationLink_NoAccessToLens";
