// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0

import type { Client as SoapClient, IExOptions as ISoapExOptions } from "soap";
import { createClientAsync as soapCreateClientAsync } from "../../src/soap/node-soap/create-client.js";
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
} from "../types.js";
import type { API } from "./services/API.js";

/** The client that node-soap makes. Its values are what this package's decoder returns, not node-soap's own. */
export interface ApiClient extends SoapClient {
  API: API;
  /** Opens a cookie session for a user. */
  loginAsync(request: Login, options?: ISoapExOptions): Promise<[result: LoginResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Ends the cookie session of the caller. */
  logoutAsync(request: Logout, options?: ISoapExOptions): Promise<[result: LogoutResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns a secret code that stands in for a login on later calls. */
  requestAuthCodeAsync(request: RequestAuthCode, options?: ISoapExOptions): Promise<[result: RequestAuthCodeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As requestAuthCode, for a user known by a single sign-on id. */
  requestAuthCodeSSOAsync(request: RequestAuthCodeSSO, options?: ISoapExOptions): Promise<[result: RequestAuthCodeSSOResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns ids and e-mail of the calling user and his account. */
  getAccountAsync(request: GetAccount, options?: ISoapExOptions): Promise<[result: GetAccountResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As getAccount, and tells whether the technician console runs. */
  getAccount_v2Async(request: GetAccount_v2, options?: ISoapExOptions): Promise<[result: GetAccount_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Lists the nodes of the organization tree. */
  getHierarchyAsync(request: GetHierarchy, options?: ISoapExOptions): Promise<[result: GetHierarchyResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Lists the whole tree or one node, with a filter for offline technicians. */
  getHierarchy_v2Async(request: GetHierarchy_v2, options?: ISoapExOptions): Promise<[result: GetHierarchy_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns a user node. */
  getUserAsync(request: GetUser, options?: ISoapExOptions): Promise<[result: GetUserResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As getUser, with the unattended access add-on. */
  getUser_v2Async(request: GetUser_v2, options?: ISoapExOptions): Promise<[result: GetUser_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As getUser_v2, by node id or by e-mail. */
  getUser_v3Async(request: GetUser_v3, options?: ISoapExOptions): Promise<[result: GetUser_v3Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Adds an empty user node below a parent. */
  createUserAsync(request: CreateUser, options?: ISoapExOptions): Promise<[result: CreateUserResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Changes a user node. */
  setUserAsync(request: SetUser, options?: ISoapExOptions): Promise<[result: SetUserResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As setUser, with mobile and unattended access add-ons apart. */
  setUser_V2Async(request: SetUser_V2, options?: ISoapExOptions): Promise<[result: SetUser_V2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Enables or disables a user node. */
  setUserStatus_v7_1Async(request: SetUserStatus_v7_1, options?: ISoapExOptions): Promise<[result: SetUserStatus_v7_1Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Adds an empty group node below a parent. */
  createGroupAsync(request: CreateGroup, options?: ISoapExOptions): Promise<[result: CreateGroupResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns a group node. */
  getGroupAsync(request: GetGroup, options?: ISoapExOptions): Promise<[result: GetGroupResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Moves a node below another parent. */
  moveNodeAsync(request: MoveNode, options?: ISoapExOptions): Promise<[result: MoveNodeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Removes a node. */
  deleteNodeAsync(request: DeleteNode, options?: ISoapExOptions): Promise<[result: DeleteNodeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Gives a channel to a technician or a group. */
  assignChannelAsync(request: AssignChannel, options?: ISoapExOptions): Promise<[result: AssignChannelResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Takes a channel from a technician or a group. */
  unassignChannelAsync(request: UnassignChannel, options?: ISoapExOptions): Promise<[result: UnassignChannelResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Lists current sessions of a technician or channel. */
  getSessionAsync(request: GetSession, options?: ISoapExOptions): Promise<[result: GetSessionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As getSession_v2, with custom fields 3 to 5 and more states. */
  getSession_V3Async(request: GetSession_V3, options?: ISoapExOptions): Promise<[result: GetSession_V3Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Starts a waiting session for a node. */
  startSessionAsync(request: StartSession, options?: ISoapExOptions): Promise<[result: StartSessionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Puts a session on hold. */
  holdSessionAsync(request: HoldSession, options?: ISoapExOptions): Promise<[result: HoldSessionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Hands a session to another technician or channel. */
  transferSessionAsync(request: TransferSession, options?: ISoapExOptions): Promise<[result: TransferSessionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Closes a session. */
  closeSessionAsync(request: CloseSession, options?: ISoapExOptions): Promise<[result: CloseSessionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Undoes the pending action of an administrator on a session. */
  cancelActionAsync(request: CancelAction, options?: ISoapExOptions): Promise<[result: CancelActionResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Makes a PIN code for a private session. */
  requestPINCodeAsync(request: RequestPINCode, options?: ISoapExOptions): Promise<[result: RequestPINCodeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As requestPINCodeV2, for a given technician. */
  requestPINCodeV3Async(request: RequestPINCodeV3, options?: ISoapExOptions): Promise<[result: RequestPINCodeV3Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As requestLensPINCode, with a zero padded PIN. */
  requestLensPINCodeV2Async(request: RequestLensPINCodeV2, options?: ISoapExOptions): Promise<[result: RequestLensPINCodeV2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As requestLensPINCodeV2, and sends the invitation by SMS. */
  requestLensPINCodeV3Async(request: RequestLensPINCodeV3, options?: ISoapExOptions): Promise<[result: RequestLensPINCodeV3Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Makes a session and returns a link for the customer. */
  requestInvitationLinkAsync(request: RequestInvitationLink, options?: ISoapExOptions): Promise<[result: RequestInvitationLinkResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns subject, text, link and signature of an invitation mail. */
  generateEmailTextAsync(request: GenerateEmailText, options?: ISoapExOptions): Promise<[result: GenerateEmailTextResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns the chat log of a session. */
  getChatAsync(request: GetChat, options?: ISoapExOptions): Promise<[result: GetChatResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns the notes of a session. */
  getNoteAsync(request: GetNote, options?: ISoapExOptions): Promise<[result: GetNoteResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns the report set up before, as text. */
  getReportAsync(request: GetReport, options?: ISoapExOptions): Promise<[result: GetReportResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As getReport, also for external technicians. */
  getReport_v2Async(request: GetReport_v2, options?: ISoapExOptions): Promise<[result: GetReport_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Chooses the kind of report. eReportArea is a word of an open list; known are SESSION, CUSTOMER_SURVEY, LOGIN, MISSED_SESSION, PERFORMANCE, CHAT_LOG, CUSTOM_FIELDS, TRANSFERRED_SESSIONS, TECHNICIAN_SURVEY, COLLABORATION_CHAT_LOG, FAILED_SESSION. */
  setReportAreaAsync(request: SetReportArea, options?: ISoapExOptions): Promise<[result: SetReportAreaResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As setReportArea, with more kinds. eReportArea is a word of an open list; known are SESSION, CUSTOMER_SURVEY, LOGIN, MISSED_SESSION, PERFORMANCE, CHAT_LOG, CUSTOM_FIELDS, TRANSFERRED_SESSIONS, TECHNICIAN_SURVEY, COLLABORATION_CHAT_LOG, FAILED_SESSION. */
  setReportArea_v2Async(request: SetReportArea_v2, options?: ISoapExOptions): Promise<[result: SetReportArea_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns the kind of report chosen: eReportArea as setReportArea takes it. */
  getReportAreaAsync(request: GetReportArea, options?: ISoapExOptions): Promise<[result: GetReportAreaResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Sets first and last day of the report. */
  setReportDateAsync(request: SetReportDate, options?: ISoapExOptions): Promise<[result: SetReportDateResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** As setReportDate, with real dates and times. */
  setReportDate_v2Async(request: SetReportDate_v2, options?: ISoapExOptions): Promise<[result: SetReportDate_v2Response, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns first and last day of the report. */
  getReportDateAsync(request: GetReportDate, options?: ISoapExOptions): Promise<[result: GetReportDateResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Sets the daily time span of the report. */
  setReportTimeAsync(request: SetReportTime, options?: ISoapExOptions): Promise<[result: SetReportTimeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns the daily time span of the report. */
  getReportTimeAsync(request: GetReportTime, options?: ISoapExOptions): Promise<[result: GetReportTimeResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Sets the report time zone, in minutes from UTC. */
  setTimeZoneAsync(request: SetTimeZone, options?: ISoapExOptions): Promise<[result: SetTimeZoneResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns the report time zone. */
  getTimeZoneAsync(request: GetTimeZone, options?: ISoapExOptions): Promise<[result: GetTimeZoneResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Sets the column separator of text reports. */
  setDelimiterAsync(request: SetDelimiter, options?: ISoapExOptions): Promise<[result: SetDelimiterResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns the column separator. */
  getDelimiterAsync(request: GetDelimiter, options?: ISoapExOptions): Promise<[result: GetDelimiterResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Chooses text or XML output of reports and lists. */
  setOutputAsync(request: SetOutput, options?: ISoapExOptions): Promise<[result: SetOutputResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
  /** Returns the output form chosen. */
  getOutputAsync(request: GetOutput, options?: ISoapExOptions): Promise<[result: GetOutputResponse, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>;
}

/** Creates a client as node-soap does, with the types of this WSDL. */
export function createClientAsync(...args: Parameters<typeof soapCreateClientAsync>): Promise<ApiClient> {
  return soapCreateClientAsync(args[0], args[1], args[2]) as Promise<ApiClient>;
}
