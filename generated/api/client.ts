// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

import { type Client as SoapClient, createClientAsync as soapCreateClientAsync, type IExOptions as ISoapExOptions } from "soap";
import type { AssignChannel } from "./definitions/AssignChannel.js";
import type { AssignChannelResponse } from "./definitions/AssignChannelResponse.js";
import type { CancelAction } from "./definitions/CancelAction.js";
import type { CancelActionResponse } from "./definitions/CancelActionResponse.js";
import type { CloseSession } from "./definitions/CloseSession.js";
import type { CloseSessionResponse } from "./definitions/CloseSessionResponse.js";
import type { CreateGroup } from "./definitions/CreateGroup.js";
import type { CreateGroupResponse } from "./definitions/CreateGroupResponse.js";
import type { CreateUser } from "./definitions/CreateUser.js";
import type { CreateUserResponse } from "./definitions/CreateUserResponse.js";
import type { DeleteNode } from "./definitions/DeleteNode.js";
import type { DeleteNodeResponse } from "./definitions/DeleteNodeResponse.js";
import type { GenerateEmailText } from "./definitions/GenerateEmailText.js";
import type { GenerateEmailTextResponse } from "./definitions/GenerateEmailTextResponse.js";
import type { GetAccount } from "./definitions/GetAccount.js";
import type { GetAccountResponse } from "./definitions/GetAccountResponse.js";
import type { GetAccount_v2 } from "./definitions/GetAccount_v2.js";
import type { GetAccount_v2Response } from "./definitions/GetAccount_v2Response.js";
import type { GetChat } from "./definitions/GetChat.js";
import type { GetChatResponse } from "./definitions/GetChatResponse.js";
import type { GetDelimiter } from "./definitions/GetDelimiter.js";
import type { GetDelimiterResponse } from "./definitions/GetDelimiterResponse.js";
import type { GetGroup } from "./definitions/GetGroup.js";
import type { GetGroupResponse } from "./definitions/GetGroupResponse.js";
import type { GetHierarchy } from "./definitions/GetHierarchy.js";
import type { GetHierarchyResponse } from "./definitions/GetHierarchyResponse.js";
import type { GetHierarchy_v2 } from "./definitions/GetHierarchy_v2.js";
import type { GetHierarchy_v2Response } from "./definitions/GetHierarchy_v2Response.js";
import type { GetNote } from "./definitions/GetNote.js";
import type { GetNoteResponse } from "./definitions/GetNoteResponse.js";
import type { GetOutput } from "./definitions/GetOutput.js";
import type { GetOutputResponse } from "./definitions/GetOutputResponse.js";
import type { GetReport } from "./definitions/GetReport.js";
import type { GetReportArea } from "./definitions/GetReportArea.js";
import type { GetReportAreaResponse } from "./definitions/GetReportAreaResponse.js";
import type { GetReportDate } from "./definitions/GetReportDate.js";
import type { GetReportDateResponse } from "./definitions/GetReportDateResponse.js";
import type { GetReportResponse } from "./definitions/GetReportResponse.js";
import type { GetReportTime } from "./definitions/GetReportTime.js";
import type { GetReportTimeResponse } from "./definitions/GetReportTimeResponse.js";
import type { GetReport_v2 } from "./definitions/GetReport_v2.js";
import type { GetReport_v2Response } from "./definitions/GetReport_v2Response.js";
import type { GetSession } from "./definitions/GetSession.js";
import type { GetSessionResponse } from "./definitions/GetSessionResponse.js";
import type { GetSession_V3 } from "./definitions/GetSession_V3.js";
import type { GetSession_V3Response } from "./definitions/GetSession_V3Response.js";
import type { GetTimeZone } from "./definitions/GetTimeZone.js";
import type { GetTimeZoneResponse } from "./definitions/GetTimeZoneResponse.js";
import type { GetUser } from "./definitions/GetUser.js";
import type { GetUserResponse } from "./definitions/GetUserResponse.js";
import type { GetUser_v2 } from "./definitions/GetUser_v2.js";
import type { GetUser_v2Response } from "./definitions/GetUser_v2Response.js";
import type { GetUser_v3 } from "./definitions/GetUser_v3.js";
import type { GetUser_v3Response } from "./definitions/GetUser_v3Response.js";
import type { HoldSession } from "./definitions/HoldSession.js";
import type { HoldSessionResponse } from "./definitions/HoldSessionResponse.js";
import type { Login } from "./definitions/Login.js";
import type { LoginResponse } from "./definitions/LoginResponse.js";
import type { Logout } from "./definitions/Logout.js";
import type { LogoutResponse } from "./definitions/LogoutResponse.js";
import type { MoveNode } from "./definitions/MoveNode.js";
import type { MoveNodeResponse } from "./definitions/MoveNodeResponse.js";
import type { RequestAuthCode } from "./definitions/RequestAuthCode.js";
import type { RequestAuthCodeResponse } from "./definitions/RequestAuthCodeResponse.js";
import type { RequestAuthCodeSSO } from "./definitions/RequestAuthCodeSSO.js";
import type { RequestAuthCodeSSOResponse } from "./definitions/RequestAuthCodeSSOResponse.js";
import type { RequestInvitationLink } from "./definitions/RequestInvitationLink.js";
import type { RequestInvitationLinkResponse } from "./definitions/RequestInvitationLinkResponse.js";
import type { RequestLensPINCodeV2 } from "./definitions/RequestLensPINCodeV2.js";
import type { RequestLensPINCodeV2Response } from "./definitions/RequestLensPINCodeV2Response.js";
import type { RequestLensPINCodeV3 } from "./definitions/RequestLensPINCodeV3.js";
import type { RequestLensPINCodeV3Response } from "./definitions/RequestLensPINCodeV3Response.js";
import type { RequestPINCode } from "./definitions/RequestPINCode.js";
import type { RequestPINCodeResponse } from "./definitions/RequestPINCodeResponse.js";
import type { RequestPINCodeV3 } from "./definitions/RequestPINCodeV3.js";
import type { RequestPINCodeV3Response } from "./definitions/RequestPINCodeV3Response.js";
import type { SetDelimiter } from "./definitions/SetDelimiter.js";
import type { SetDelimiterResponse } from "./definitions/SetDelimiterResponse.js";
import type { SetOutput } from "./definitions/SetOutput.js";
import type { SetOutputResponse } from "./definitions/SetOutputResponse.js";
import type { SetReportArea } from "./definitions/SetReportArea.js";
import type { SetReportAreaResponse } from "./definitions/SetReportAreaResponse.js";
import type { SetReportArea_v2 } from "./definitions/SetReportArea_v2.js";
import type { SetReportArea_v2Response } from "./definitions/SetReportArea_v2Response.js";
import type { SetReportDate } from "./definitions/SetReportDate.js";
import type { SetReportDateResponse } from "./definitions/SetReportDateResponse.js";
import type { SetReportDate_v2 } from "./definitions/SetReportDate_v2.js";
import type { SetReportDate_v2Response } from "./definitions/SetReportDate_v2Response.js";
import type { SetReportTime } from "./definitions/SetReportTime.js";
import type { SetReportTimeResponse } from "./definitions/SetReportTimeResponse.js";
import type { SetTimeZone } from "./definitions/SetTimeZone.js";
import type { SetTimeZoneResponse } from "./definitions/SetTimeZoneResponse.js";
import type { SetUser } from "./definitions/SetUser.js";
import type { SetUserResponse } from "./definitions/SetUserResponse.js";
import type { SetUserStatus_v7_1 } from "./definitions/SetUserStatus_v7_1.js";
import type { SetUserStatus_v7_1Response } from "./definitions/SetUserStatus_v7_1Response.js";
import type { SetUser_V2 } from "./definitions/SetUser_V2.js";
import type { SetUser_V2Response } from "./definitions/SetUser_V2Response.js";
import type { StartSession } from "./definitions/StartSession.js";
import type { StartSessionResponse } from "./definitions/StartSessionResponse.js";
import type { TransferSession } from "./definitions/TransferSession.js";
import type { TransferSessionResponse } from "./definitions/TransferSessionResponse.js";
import type { UnassignChannel } from "./definitions/UnassignChannel.js";
import type { UnassignChannelResponse } from "./definitions/UnassignChannelResponse.js";
import type { API } from "./services/API.js";

/** The client that node-soap makes. Its values are what this package's decoder gives, not node-soap's own. */
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

/** Create ApiClient */
export function createClientAsync(...args: Parameters<typeof soapCreateClientAsync>): Promise<ApiClient> {
  return soapCreateClientAsync(args[0], args[1], args[2]) as Promise<ApiClient>;
}
