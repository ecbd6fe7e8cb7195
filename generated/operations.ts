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
} from "./types.js";

/**
 * The operations, with the types of their requests and responses. `result` is the name of the response field that
 * holds the result literal, and `never` where an operation returns data only.
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
