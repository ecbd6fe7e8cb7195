// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 a32bdc439fec5b6b27f3805e016d11d9456fcf1ffd68d15a21cab2bba44ff112
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
