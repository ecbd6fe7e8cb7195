// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0

import type {
  AssignChannel,
  AssignChannelResponse,
  CancelAction,
  CancelActionResponse,
  CloseSession,
  CloseSessionResponse,
  CreateGroup,
  CreateGroupResponse,
  CreateUser,
  CreateUserResponse,
  DeleteNode,
  DeleteNodeResponse,
  GenerateEmailText,
  GenerateEmailTextResponse,
  GetAccount,
  GetAccountResponse,
  GetAccount_v2,
  GetAccount_v2Response,
  GetChat,
  GetChatResponse,
  GetDelimiter,
  GetDelimiterResponse,
  GetGroup,
  GetGroupResponse,
  GetHierarchy,
  GetHierarchyResponse,
  GetHierarchy_v2,
  GetHierarchy_v2Response,
  GetNote,
  GetNoteResponse,
  GetOutput,
  GetOutputResponse,
  GetReport,
  GetReportArea,
  GetReportAreaResponse,
  GetReportDate,
  GetReportDateResponse,
  GetReportResponse,
  GetReportTime,
  GetReportTimeResponse,
  GetReport_v2,
  GetReport_v2Response,
  GetSession,
  GetSessionResponse,
  GetSession_V3,
  GetSession_V3Response,
  GetTimeZone,
  GetTimeZoneResponse,
  GetUser,
  GetUserResponse,
  GetUser_v2,
  GetUser_v2Response,
  GetUser_v3,
  GetUser_v3Response,
  HoldSession,
  HoldSessionResponse,
  Login,
  LoginResponse,
  Logout,
  LogoutResponse,
  MoveNode,
  MoveNodeResponse,
  RequestAuthCode,
  RequestAuthCodeResponse,
  RequestAuthCodeSSO,
  RequestAuthCodeSSOResponse,
  RequestInvitationLink,
  RequestInvitationLinkResponse,
  RequestLensPINCodeV2,
  RequestLensPINCodeV2Response,
  RequestLensPINCodeV3,
  RequestLensPINCodeV3Response,
  RequestPINCode,
  RequestPINCodeResponse,
  RequestPINCodeV3,
  RequestPINCodeV3Response,
  SetDelimiter,
  SetDelimiterResponse,
  SetOutput,
  SetOutputResponse,
  SetReportArea,
  SetReportAreaResponse,
  SetReportArea_v2,
  SetReportArea_v2Response,
  SetReportDate,
  SetReportDateResponse,
  SetReportDate_v2,
  SetReportDate_v2Response,
  SetReportTime,
  SetReportTimeResponse,
  SetTimeZone,
  SetTimeZoneResponse,
  SetUser,
  SetUserResponse,
  SetUserStatus_v7_1,
  SetUserStatus_v7_1Response,
  SetUser_V2,
  SetUser_V2Response,
  StartSession,
  StartSessionResponse,
  TransferSession,
  TransferSessionResponse,
  UnassignChannel,
  UnassignChannelResponse,
} from "../../types.js";

export interface APISoap {
  /** Opens a cookie session for a user. */
  login(request: Login, callback: (err: unknown, result: LoginResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Ends the cookie session of the caller. */
  logout(request: Logout, callback: (err: unknown, result: LogoutResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns a secret code that stands in for a login on later calls. */
  requestAuthCode(request: RequestAuthCode, callback: (err: unknown, result: RequestAuthCodeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As requestAuthCode, for a user known by a single sign-on id. */
  requestAuthCodeSSO(request: RequestAuthCodeSSO, callback: (err: unknown, result: RequestAuthCodeSSOResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns ids and e-mail of the calling user and his account. */
  getAccount(request: GetAccount, callback: (err: unknown, result: GetAccountResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As getAccount, and tells whether the technician console runs. */
  getAccount_v2(request: GetAccount_v2, callback: (err: unknown, result: GetAccount_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Lists the nodes of the organization tree. */
  getHierarchy(request: GetHierarchy, callback: (err: unknown, result: GetHierarchyResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Lists the whole tree or one node, with a filter for offline technicians. */
  getHierarchy_v2(request: GetHierarchy_v2, callback: (err: unknown, result: GetHierarchy_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns a user node. */
  getUser(request: GetUser, callback: (err: unknown, result: GetUserResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As getUser, with the unattended access add-on. */
  getUser_v2(request: GetUser_v2, callback: (err: unknown, result: GetUser_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As getUser_v2, by node id or by e-mail. */
  getUser_v3(request: GetUser_v3, callback: (err: unknown, result: GetUser_v3Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Adds an empty user node below a parent. */
  createUser(request: CreateUser, callback: (err: unknown, result: CreateUserResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Changes a user node. */
  setUser(request: SetUser, callback: (err: unknown, result: SetUserResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As setUser, with mobile and unattended access add-ons apart. */
  setUser_V2(request: SetUser_V2, callback: (err: unknown, result: SetUser_V2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Enables or disables a user node. */
  setUserStatus_v7_1(request: SetUserStatus_v7_1, callback: (err: unknown, result: SetUserStatus_v7_1Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Adds an empty group node below a parent. */
  createGroup(request: CreateGroup, callback: (err: unknown, result: CreateGroupResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns a group node. */
  getGroup(request: GetGroup, callback: (err: unknown, result: GetGroupResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Moves a node below another parent. */
  moveNode(request: MoveNode, callback: (err: unknown, result: MoveNodeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Removes a node. */
  deleteNode(request: DeleteNode, callback: (err: unknown, result: DeleteNodeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Gives a channel to a technician or a group. */
  assignChannel(request: AssignChannel, callback: (err: unknown, result: AssignChannelResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Takes a channel from a technician or a group. */
  unassignChannel(request: UnassignChannel, callback: (err: unknown, result: UnassignChannelResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Lists current sessions of a technician or channel. */
  getSession(request: GetSession, callback: (err: unknown, result: GetSessionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As getSession_v2, with custom fields 3 to 5 and more states. */
  getSession_V3(request: GetSession_V3, callback: (err: unknown, result: GetSession_V3Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Starts a waiting session for a node. */
  startSession(request: StartSession, callback: (err: unknown, result: StartSessionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Puts a session on hold. */
  holdSession(request: HoldSession, callback: (err: unknown, result: HoldSessionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Hands a session to another technician or channel. */
  transferSession(request: TransferSession, callback: (err: unknown, result: TransferSessionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Closes a session. */
  closeSession(request: CloseSession, callback: (err: unknown, result: CloseSessionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Undoes the pending action of an administrator on a session. */
  cancelAction(request: CancelAction, callback: (err: unknown, result: CancelActionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Makes a PIN code for a private session. */
  requestPINCode(request: RequestPINCode, callback: (err: unknown, result: RequestPINCodeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As requestPINCodeV2, for a given technician. */
  requestPINCodeV3(request: RequestPINCodeV3, callback: (err: unknown, result: RequestPINCodeV3Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As requestLensPINCode, with a zero padded PIN. */
  requestLensPINCodeV2(request: RequestLensPINCodeV2, callback: (err: unknown, result: RequestLensPINCodeV2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As requestLensPINCodeV2, and sends the invitation by SMS. */
  requestLensPINCodeV3(request: RequestLensPINCodeV3, callback: (err: unknown, result: RequestLensPINCodeV3Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Makes a session and returns a link for the customer. */
  requestInvitationLink(request: RequestInvitationLink, callback: (err: unknown, result: RequestInvitationLinkResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns subject, text, link and signature of an invitation mail. */
  generateEmailText(request: GenerateEmailText, callback: (err: unknown, result: GenerateEmailTextResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns the chat log of a session. */
  getChat(request: GetChat, callback: (err: unknown, result: GetChatResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns the notes of a session. */
  getNote(request: GetNote, callback: (err: unknown, result: GetNoteResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns the report set up before, as text. */
  getReport(request: GetReport, callback: (err: unknown, result: GetReportResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As getReport, also for external technicians. */
  getReport_v2(request: GetReport_v2, callback: (err: unknown, result: GetReport_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Chooses the kind of report. eReportArea is a word of an open list; known are SESSION, CUSTOMER_SURVEY, LOGIN, MISSED_SESSION, PERFORMANCE, CHAT_LOG, CUSTOM_FIELDS, TRANSFERRED_SESSIONS, TECHNICIAN_SURVEY, COLLABORATION_CHAT_LOG, FAILED_SESSION. */
  setReportArea(request: SetReportArea, callback: (err: unknown, result: SetReportAreaResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As setReportArea, with more kinds. eReportArea is a word of an open list; known are SESSION, CUSTOMER_SURVEY, LOGIN, MISSED_SESSION, PERFORMANCE, CHAT_LOG, CUSTOM_FIELDS, TRANSFERRED_SESSIONS, TECHNICIAN_SURVEY, COLLABORATION_CHAT_LOG, FAILED_SESSION. */
  setReportArea_v2(request: SetReportArea_v2, callback: (err: unknown, result: SetReportArea_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns the kind of report chosen: eReportArea as setReportArea takes it. */
  getReportArea(request: GetReportArea, callback: (err: unknown, result: GetReportAreaResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Sets first and last day of the report. */
  setReportDate(request: SetReportDate, callback: (err: unknown, result: SetReportDateResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** As setReportDate, with real dates and times. */
  setReportDate_v2(request: SetReportDate_v2, callback: (err: unknown, result: SetReportDate_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns first and last day of the report. */
  getReportDate(request: GetReportDate, callback: (err: unknown, result: GetReportDateResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Sets the daily time span of the report. */
  setReportTime(request: SetReportTime, callback: (err: unknown, result: SetReportTimeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns the daily time span of the report. */
  getReportTime(request: GetReportTime, callback: (err: unknown, result: GetReportTimeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Sets the report time zone, in minutes from UTC. */
  setTimeZone(request: SetTimeZone, callback: (err: unknown, result: SetTimeZoneResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns the report time zone. */
  getTimeZone(request: GetTimeZone, callback: (err: unknown, result: GetTimeZoneResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Sets the column separator of text reports. */
  setDelimiter(request: SetDelimiter, callback: (err: unknown, result: SetDelimiterResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns the column separator. */
  getDelimiter(request: GetDelimiter, callback: (err: unknown, result: GetDelimiterResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Chooses text or XML output of reports and lists. */
  setOutput(request: SetOutput, callback: (err: unknown, result: SetOutputResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
  /** Returns the output form chosen. */
  getOutput(request: GetOutput, callback: (err: unknown, result: GetOutputResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void): void;
}
