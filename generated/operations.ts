// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

import type { AssignChannel } from "./api/definitions/AssignChannel.js";
import type { AssignChannelResponse } from "./api/definitions/AssignChannelResponse.js";
import type { CancelAction } from "./api/definitions/CancelAction.js";
import type { CancelActionResponse } from "./api/definitions/CancelActionResponse.js";
import type { CloseSession } from "./api/definitions/CloseSession.js";
import type { CloseSessionResponse } from "./api/definitions/CloseSessionResponse.js";
import type { CreateGroup } from "./api/definitions/CreateGroup.js";
import type { CreateGroupResponse } from "./api/definitions/CreateGroupResponse.js";
import type { CreateUser } from "./api/definitions/CreateUser.js";
import type { CreateUserResponse } from "./api/definitions/CreateUserResponse.js";
import type { DeleteNode } from "./api/definitions/DeleteNode.js";
import type { DeleteNodeResponse } from "./api/definitions/DeleteNodeResponse.js";
import type { GenerateEmailText } from "./api/definitions/GenerateEmailText.js";
import type { GenerateEmailTextResponse } from "./api/definitions/GenerateEmailTextResponse.js";
import type { GetAccount } from "./api/definitions/GetAccount.js";
import type { GetAccountResponse } from "./api/definitions/GetAccountResponse.js";
import type { GetAccount_v2 } from "./api/definitions/GetAccount_v2.js";
import type { GetAccount_v2Response } from "./api/definitions/GetAccount_v2Response.js";
import type { GetChat } from "./api/definitions/GetChat.js";
import type { GetChatResponse } from "./api/definitions/GetChatResponse.js";
import type { GetDelimiter } from "./api/definitions/GetDelimiter.js";
import type { GetDelimiterResponse } from "./api/definitions/GetDelimiterResponse.js";
import type { GetGroup } from "./api/definitions/GetGroup.js";
import type { GetGroupResponse } from "./api/definitions/GetGroupResponse.js";
import type { GetHierarchy } from "./api/definitions/GetHierarchy.js";
import type { GetHierarchyResponse } from "./api/definitions/GetHierarchyResponse.js";
import type { GetHierarchy_v2 } from "./api/definitions/GetHierarchy_v2.js";
import type { GetHierarchy_v2Response } from "./api/definitions/GetHierarchy_v2Response.js";
import type { GetNote } from "./api/definitions/GetNote.js";
import type { GetNoteResponse } from "./api/definitions/GetNoteResponse.js";
import type { GetOutput } from "./api/definitions/GetOutput.js";
import type { GetOutputResponse } from "./api/definitions/GetOutputResponse.js";
import type { GetReport } from "./api/definitions/GetReport.js";
import type { GetReportArea } from "./api/definitions/GetReportArea.js";
import type { GetReportAreaResponse } from "./api/definitions/GetReportAreaResponse.js";
import type { GetReportDate } from "./api/definitions/GetReportDate.js";
import type { GetReportDateResponse } from "./api/definitions/GetReportDateResponse.js";
import type { GetReportResponse } from "./api/definitions/GetReportResponse.js";
import type { GetReportTime } from "./api/definitions/GetReportTime.js";
import type { GetReportTimeResponse } from "./api/definitions/GetReportTimeResponse.js";
import type { GetReport_v2 } from "./api/definitions/GetReport_v2.js";
import type { GetReport_v2Response } from "./api/definitions/GetReport_v2Response.js";
import type { GetSession } from "./api/definitions/GetSession.js";
import type { GetSessionResponse } from "./api/definitions/GetSessionResponse.js";
import type { GetSession_V3 } from "./api/definitions/GetSession_V3.js";
import type { GetSession_V3Response } from "./api/definitions/GetSession_V3Response.js";
import type { GetTimeZone } from "./api/definitions/GetTimeZone.js";
import type { GetTimeZoneResponse } from "./api/definitions/GetTimeZoneResponse.js";
import type { GetUser } from "./api/definitions/GetUser.js";
import type { GetUserResponse } from "./api/definitions/GetUserResponse.js";
import type { GetUser_v2 } from "./api/definitions/GetUser_v2.js";
import type { GetUser_v2Response } from "./api/definitions/GetUser_v2Response.js";
import type { GetUser_v3 } from "./api/definitions/GetUser_v3.js";
import type { GetUser_v3Response } from "./api/definitions/GetUser_v3Response.js";
import type { HoldSession } from "./api/definitions/HoldSession.js";
import type { HoldSessionResponse } from "./api/definitions/HoldSessionResponse.js";
import type { Login } from "./api/definitions/Login.js";
import type { LoginResponse } from "./api/definitions/LoginResponse.js";
import type { Logout } from "./api/definitions/Logout.js";
import type { LogoutResponse } from "./api/definitions/LogoutResponse.js";
import type { MoveNode } from "./api/definitions/MoveNode.js";
import type { MoveNodeResponse } from "./api/definitions/MoveNodeResponse.js";
import type { RequestAuthCode } from "./api/definitions/RequestAuthCode.js";
import type { RequestAuthCodeResponse } from "./api/definitions/RequestAuthCodeResponse.js";
import type { RequestAuthCodeSSO } from "./api/definitions/RequestAuthCodeSSO.js";
import type { RequestAuthCodeSSOResponse } from "./api/definitions/RequestAuthCodeSSOResponse.js";
import type { RequestInvitationLink } from "./api/definitions/RequestInvitationLink.js";
import type { RequestInvitationLinkResponse } from "./api/definitions/RequestInvitationLinkResponse.js";
import type { RequestLensPINCodeV2 } from "./api/definitions/RequestLensPINCodeV2.js";
import type { RequestLensPINCodeV2Response } from "./api/definitions/RequestLensPINCodeV2Response.js";
import type { RequestLensPINCodeV3 } from "./api/definitions/RequestLensPINCodeV3.js";
import type { RequestLensPINCodeV3Response } from "./api/definitions/RequestLensPINCodeV3Response.js";
import type { RequestPINCode } from "./api/definitions/RequestPINCode.js";
import type { RequestPINCodeResponse } from "./api/definitions/RequestPINCodeResponse.js";
import type { RequestPINCodeV3 } from "./api/definitions/RequestPINCodeV3.js";
import type { RequestPINCodeV3Response } from "./api/definitions/RequestPINCodeV3Response.js";
import type { SetDelimiter } from "./api/definitions/SetDelimiter.js";
import type { SetDelimiterResponse } from "./api/definitions/SetDelimiterResponse.js";
import type { SetOutput } from "./api/definitions/SetOutput.js";
import type { SetOutputResponse } from "./api/definitions/SetOutputResponse.js";
import type { SetReportArea } from "./api/definitions/SetReportArea.js";
import type { SetReportAreaResponse } from "./api/definitions/SetReportAreaResponse.js";
import type { SetReportArea_v2 } from "./api/definitions/SetReportArea_v2.js";
import type { SetReportArea_v2Response } from "./api/definitions/SetReportArea_v2Response.js";
import type { SetReportDate } from "./api/definitions/SetReportDate.js";
import type { SetReportDateResponse } from "./api/definitions/SetReportDateResponse.js";
import type { SetReportDate_v2 } from "./api/definitions/SetReportDate_v2.js";
import type { SetReportDate_v2Response } from "./api/definitions/SetReportDate_v2Response.js";
import type { SetReportTime } from "./api/definitions/SetReportTime.js";
import type { SetReportTimeResponse } from "./api/definitions/SetReportTimeResponse.js";
import type { SetTimeZone } from "./api/definitions/SetTimeZone.js";
import type { SetTimeZoneResponse } from "./api/definitions/SetTimeZoneResponse.js";
import type { SetUser } from "./api/definitions/SetUser.js";
import type { SetUserResponse } from "./api/definitions/SetUserResponse.js";
import type { SetUserStatus_v7_1 } from "./api/definitions/SetUserStatus_v7_1.js";
import type { SetUserStatus_v7_1Response } from "./api/definitions/SetUserStatus_v7_1Response.js";
import type { SetUser_V2 } from "./api/definitions/SetUser_V2.js";
import type { SetUser_V2Response } from "./api/definitions/SetUser_V2Response.js";
import type { StartSession } from "./api/definitions/StartSession.js";
import type { StartSessionResponse } from "./api/definitions/StartSessionResponse.js";
import type { TransferSession } from "./api/definitions/TransferSession.js";
import type { TransferSessionResponse } from "./api/definitions/TransferSessionResponse.js";
import type { UnassignChannel } from "./api/definitions/UnassignChannel.js";
import type { UnassignChannelResponse } from "./api/definitions/UnassignChannelResponse.js";

/**
 * The operations: what each takes and gives. `result` is the name of the response field that says how it went, and
 * `never` where there is none.
 */
export interface OperationTypes {
  /** Opens a cookie session for a user. */
  login: {
    request: Login;
    response: LoginResponse;
    result: "loginResult";
  };
  /** Ends the cookie session of the caller. */
  logout: {
    request: Logout;
    response: LogoutResponse;
    result: "logoutResult";
  };
  /** Returns a secret code that stands in for a login on later calls. */
  requestAuthCode: {
    request: RequestAuthCode;
    response: RequestAuthCodeResponse;
    result: "requestAuthCodeResult";
  };
  /** As requestAuthCode, for a user known by a single sign-on id. */
  requestAuthCodeSSO: {
    request: RequestAuthCodeSSO;
    response: RequestAuthCodeSSOResponse;
    result: "requestAuthCodeSSOResult";
  };
  /** Returns ids and e-mail of the calling user and his account. */
  getAccount: {
    request: GetAccount;
    response: GetAccountResponse;
    result: "getAccountResult";
  };
  /** As getAccount, and tells whether the technician console runs. */
  getAccount_v2: {
    request: GetAccount_v2;
    response: GetAccount_v2Response;
    result: "getAccount_v2Result";
  };
  /** Lists the nodes of the organization tree. */
  getHierarchy: {
    request: GetHierarchy;
    response: GetHierarchyResponse;
    result: "getHierarchyResult";
  };
  /** Lists the whole tree or one node, with a filter for offline technicians. */
  getHierarchy_v2: {
    request: GetHierarchy_v2;
    response: GetHierarchy_v2Response;
    result: "getHierarchy_v2Result";
  };
  /** Returns a user node. */
  getUser: {
    request: GetUser;
    response: GetUserResponse;
    result: "getUserResult";
  };
  /** As getUser, with the unattended access add-on. */
  getUser_v2: {
    request: GetUser_v2;
    response: GetUser_v2Response;
    result: "getUser_v2Result";
  };
  /** As getUser_v2, by node id or by e-mail. */
  getUser_v3: {
    request: GetUser_v3;
    response: GetUser_v3Response;
    result: "getUser_v3Result";
  };
  /** Adds an empty user node below a parent. */
  createUser: {
    request: CreateUser;
    response: CreateUserResponse;
    result: "createUserResult";
  };
  /** Changes a user node. */
  setUser: {
    request: SetUser;
    response: SetUserResponse;
    result: "setUserResult";
  };
  /** As setUser, with mobile and unattended access add-ons apart. */
  setUser_V2: {
    request: SetUser_V2;
    response: SetUser_V2Response;
    result: "setUser_V2Result";
  };
  /** Enables or disables a user node. */
  setUserStatus_v7_1: {
    request: SetUserStatus_v7_1;
    response: SetUserStatus_v7_1Response;
    result: "setUserStatus_v7_1Result";
  };
  /** Adds an empty group node below a parent. */
  createGroup: {
    request: CreateGroup;
    response: CreateGroupResponse;
    result: "createGroupResult";
  };
  /** Returns a group node. */
  getGroup: {
    request: GetGroup;
    response: GetGroupResponse;
    result: "getGroupResult";
  };
  /** Moves a node below another parent. */
  moveNode: {
    request: MoveNode;
    response: MoveNodeResponse;
    result: "moveNodeResult";
  };
  /** Removes a node. */
  deleteNode: {
    request: DeleteNode;
    response: DeleteNodeResponse;
    result: "deleteNodeResult";
  };
  /** Gives a channel to a technician or a group. */
  assignChannel: {
    request: AssignChannel;
    response: AssignChannelResponse;
    result: "assignChannelResult";
  };
  /** Takes a channel from a technician or a group. */
  unassignChannel: {
    request: UnassignChannel;
    response: UnassignChannelResponse;
    result: "unassignChannelResult";
  };
  /** Lists current sessions of a technician or channel. */
  getSession: {
    request: GetSession;
    response: GetSessionResponse;
    result: "getSessionResult";
  };
  /** As getSession_v2, with custom fields 3 to 5 and more states. */
  getSession_V3: {
    request: GetSession_V3;
    response: GetSession_V3Response;
    result: "getSession_V3Result";
  };
  /** Starts a waiting session for a node. */
  startSession: {
    request: StartSession;
    response: StartSessionResponse;
    result: "startSessionResult";
  };
  /** Puts a session on hold. */
  holdSession: {
    request: HoldSession;
    response: HoldSessionResponse;
    result: "holdSessionResult";
  };
  /** Hands a session to another technician or channel. */
  transferSession: {
    request: TransferSession;
    response: TransferSessionResponse;
    result: "transferSessionResult";
  };
  /** Closes a session. */
  closeSession: {
    request: CloseSession;
    response: CloseSessionResponse;
    result: "closeSessionResult";
  };
  /** Undoes the pending action of an administrator on a session. */
  cancelAction: {
    request: CancelAction;
    response: CancelActionResponse;
    result: "cancelActionResult";
  };
  /** Makes a PIN code for a private session. */
  requestPINCode: {
    request: RequestPINCode;
    response: RequestPINCodeResponse;
    result: "requestPINCodeResult";
  };
  /** As requestPINCodeV2, for a given technician. */
  requestPINCodeV3: {
    request: RequestPINCodeV3;
    response: RequestPINCodeV3Response;
    result: "requestPINCodeV3Result";
  };
  /** As requestLensPINCode, with a zero padded PIN. */
  requestLensPINCodeV2: {
    request: RequestLensPINCodeV2;
    response: RequestLensPINCodeV2Response;
    result: "requestLensPINCodeV2Result";
  };
  /** As requestLensPINCodeV2, and sends the invitation by SMS. */
  requestLensPINCodeV3: {
    request: RequestLensPINCodeV3;
    response: RequestLensPINCodeV3Response;
    result: "requestLensPINCodeV3Result";
  };
  /** Makes a session and returns a link for the customer. */
  requestInvitationLink: {
    request: RequestInvitationLink;
    response: RequestInvitationLinkResponse;
    result: "requestInvitationLinkResult";
  };
  /** Returns subject, text, link and signature of an invitation mail. */
  generateEmailText: {
    request: GenerateEmailText;
    response: GenerateEmailTextResponse;
    result: "generateEmailTextResult";
  };
  /** Returns the chat log of a session. */
  getChat: {
    request: GetChat;
    response: GetChatResponse;
    result: "getChatResult";
  };
  /** Returns the notes of a session. */
  getNote: {
    request: GetNote;
    response: GetNoteResponse;
    result: "getNoteResult";
  };
  /** Returns the report set up before, as text. */
  getReport: {
    request: GetReport;
    response: GetReportResponse;
    result: "getReportResult";
  };
  /** As getReport, also for external technicians. */
  getReport_v2: {
    request: GetReport_v2;
    response: GetReport_v2Response;
    result: "getReport_v2Result";
  };
  /** Chooses the kind of report. eReportArea is a word of an open list; known are SESSION, CUSTOMER_SURVEY, LOGIN, MISSED_SESSION, PERFORMANCE, CHAT_LOG, CUSTOM_FIELDS, TRANSFERRED_SESSIONS, TECHNICIAN_SURVEY, COLLABORATION_CHAT_LOG, FAILED_SESSION. */
  setReportArea: {
    request: SetReportArea;
    response: SetReportAreaResponse;
    result: "setReportAreaResult";
  };
  /** As setReportArea, with more kinds. eReportArea is a word of an open list; known are SESSION, CUSTOMER_SURVEY, LOGIN, MISSED_SESSION, PERFORMANCE, CHAT_LOG, CUSTOM_FIELDS, TRANSFERRED_SESSIONS, TECHNICIAN_SURVEY, COLLABORATION_CHAT_LOG, FAILED_SESSION. */
  setReportArea_v2: {
    request: SetReportArea_v2;
    response: SetReportArea_v2Response;
    result: "setReportArea_v2Result";
  };
  /** Returns the kind of report chosen: eReportArea as setReportArea takes it. */
  getReportArea: {
    request: GetReportArea;
    response: GetReportAreaResponse;
    result: "getReportAreaResult";
  };
  /** Sets first and last day of the report. */
  setReportDate: {
    request: SetReportDate;
    response: SetReportDateResponse;
    result: "setReportDateResult";
  };
  /** As setReportDate, with real dates and times. */
  setReportDate_v2: {
    request: SetReportDate_v2;
    response: SetReportDate_v2Response;
    result: "setReportDate_v2Result";
  };
  /** Returns first and last day of the report. */
  getReportDate: {
    request: GetReportDate;
    response: GetReportDateResponse;
    result: "getReportDateResult";
  };
  /** Sets the daily time span of the report. */
  setReportTime: {
    request: SetReportTime;
    response: SetReportTimeResponse;
    result: "setReportTimeResult";
  };
  /** Returns the daily time span of the report. */
  getReportTime: {
    request: GetReportTime;
    response: GetReportTimeResponse;
    result: "getReportTimeResult";
  };
  /** Sets the report time zone, in minutes from UTC. */
  setTimeZone: {
    request: SetTimeZone;
    response: SetTimeZoneResponse;
    result: "setTimeZoneResult";
  };
  /** Returns the report time zone. */
  getTimeZone: {
    request: GetTimeZone;
    response: GetTimeZoneResponse;
    result: "getTimeZoneResult";
  };
  /** Sets the column separator of text reports. */
  setDelimiter: {
    request: SetDelimiter;
    response: SetDelimiterResponse;
    result: "setDelimiterResult";
  };
  /** Returns the column separator. */
  getDelimiter: {
    request: GetDelimiter;
    response: GetDelimiterResponse;
    result: "getDelimiterResult";
  };
  /** Chooses text or XML output of reports and lists. */
  setOutput: {
    request: SetOutput;
    response: SetOutputResponse;
    result: "setOutputResult";
  };
  /** Returns the output form chosen. */
  getOutput: {
    request: GetOutput;
    response: GetOutputResponse;
    result: "getOutputResult";
  };
}
