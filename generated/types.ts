// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0

/** `ADDON_STATUS` of the schema. */
export type ADDON_STATUS =
  | "True"
  | "False";

/** `ArrayOfHIERARCHY` of the schema. */
export interface ArrayOfHIERARCHY {
  /** `HIERARCHY` of the schema. Nillable: may be null. */
  HIERARCHY: (HIERARCHY | null)[];
}

/** `ArrayOfNODE_PERMISSIONS` of the schema. */
export interface ArrayOfNODE_PERMISSIONS {
  /** `NODE_PERMISSIONS` of the schema. */
  NODE_PERMISSIONS: NODE_PERMISSIONS[];
}

/** `ArrayOfSESSION` of the schema. */
export interface ArrayOfSESSION {
  /** `SESSION` of the schema. Nillable: may be null. */
  SESSION: (SESSION | null)[];
}

/** `ArrayOfSESSION_V3` of the schema. */
export interface ArrayOfSESSION_V3 {
  /** `SESSION_V3` of the schema. Nillable: may be null. */
  SESSION_V3: (SESSION_V3 | null)[];
}

/** The request of `assignChannel`. */
export interface AssignChannel {
  /** The node id of the technician, or of the group of technicians, who gets the channel. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The channel's id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iEntryID: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `assignChannel`. */
export interface AssignChannelResponse {
  /** `assignChannelRet` of the schema. */
  assignChannelResult: AssignChannelRet;
}

/** `assignChannelRet` of the schema. */
export type AssignChannelRet =
  | "assignChannel_Error"
  | "assignChannel_OK"
  | "assignChannel_NotLoggedIn"
  | "assignChannel_InvalidParam_NodeID"
  | "assignChannel_InvalidParam_EntryID"
  | "assignChannel_Invalid_Assign"
  | "assignChannel_Invalid_SecretAuthCode"
  | "assignChannel_User_Deleted_Or_Disabled";

/** The request of `cancelAction`. */
export interface CancelAction {
  /** The session's id, as the Technician Console shows it. A whole number from -2147483648 to 2147483647 (xs:int). */
  iSession: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `cancelAction`. */
export interface CancelActionResponse {
  /** `cancelActionRet` of the schema. */
  cancelActionResult: CancelActionRet;
}

/** `cancelActionRet` of the schema. */
export type CancelActionRet =
  | "cancelActionRet_Error"
  | "cancelActionRet_OK"
  | "cancelActionRet_NotLoggedInAsAdmin"
  | "cancelActionRet_ActionFailed"
  | "cancelActionRet_Invalid_SecretAuthCode"
  | "cancelActionRet_User_Deleted_Or_Disabled";

/** The request of `closeSession`. */
export interface CloseSession {
  /** The session's id, as the Technician Console shows it. A whole number from -2147483648 to 2147483647 (xs:int). */
  iSession: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `closeSession`. */
export interface CloseSessionResponse {
  /** `closeSessionRet` of the schema. */
  closeSessionResult: CloseSessionRet;
}

/** `closeSessionRet` of the schema. */
export type CloseSessionRet =
  | "closeSessionRet_Error"
  | "closeSessionRet_OK"
  | "closeSessionRet_NotLoggedInAsAdmin"
  | "closeSessionRet_ActionFailed"
  | "closeSessionRet_InvalidParam_Session"
  | "closeSessionRet_Invalid_SecretAuthCode"
  | "closeSessionRet_User_Deleted_Or_Disabled";

/** The request of `createGroup`. */
export interface CreateGroup {
  /** The id of the node that gets the group, in the branch of administrators or of technicians. A whole number from -2147483648 to 2147483647 (xs:int). */
  iParentID: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `createGroup`. */
export interface CreateGroupResponse {
  /** `createGroupRet` of the schema. */
  createGroupResult: CreateGroupRet;
  /** The node id of the new group. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
}

/** `createGroupRet` of the schema. */
export type CreateGroupRet =
  | "createGroup_Error"
  | "createGroup_OK"
  | "createGroup_NotLoggedIn"
  | "createGroup_InvalidParam_ParentID"
  | "createGroup_Invalid_SecretAuthCode"
  | "createGroup_User_Deleted_Or_Disabled";

/** The request of `createUser`. */
export interface CreateUser {
  /** The id of the node that gets the user: Master Administrators, Administrators, or a group of technicians. A whole number from -2147483648 to 2147483647 (xs:int). */
  iParentID: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `createUser`. */
export interface CreateUserResponse {
  /** `createUserRet` of the schema. */
  createUserResult: CreateUserRet;
  /** The node id of the new user. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
}

/** `createUserRet` of the schema. */
export type CreateUserRet =
  | "createUser_Error"
  | "createUser_OK"
  | "createUser_NotLoggedIn"
  | "createUser_InvalidParam_ParentID"
  | "createUser_Invalid_SecretAuthCode"
  | "createUser_User_Deleted_Or_Disabled";

/** The request of `deleteNode`. */
export interface DeleteNode {
  /** The id of the node to delete. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `deleteNode`. */
export interface DeleteNodeResponse {
  /** `deleteNodeRet` of the schema. */
  deleteNodeResult: DeleteNodeRet;
}

/** `deleteNodeRet` of the schema. */
export type DeleteNodeRet =
  | "deleteNode_Error"
  | "deleteNode_OK"
  | "deleteNode_NotLoggedIn"
  | "deleteNode_InvalidParam_NodeID"
  | "deleteNode_Invalid_Delete"
  | "deleteNode_Invalid_SecretAuthCode"
  | "deleteNode_User_Deleted_Or_Disabled";

/** `GROUP` of the schema. */
export interface GROUP {
  /** The node's id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The name. A string (xs:string). */
  sName?: string;
  /** The description. A string (xs:string). */
  sDescription?: string;
  /** `NODE_TYPE` of the schema. */
  eType: NODE_TYPE;
  /** What the members of the group may do. `ArrayOfNODE_PERMISSIONS` of the schema. */
  aPermissions?: ArrayOfNODE_PERMISSIONS;
  /** The permissions that are locked for the group. `ArrayOfNODE_PERMISSIONS` of the schema. */
  aLockedPermissions?: ArrayOfNODE_PERMISSIONS;
  /** True where the group is enabled. True or false (xs:boolean). */
  bIsEnabled: boolean;
  /** A whole number from -2147483648 to 2147483647 (xs:int). */
  iStandardConcurrentLimit: number;
  /** A whole number from -2147483648 to 2147483647 (xs:int). */
  iMobileConcurrentLimit: number;
}

/** The request of `generateEmailText`. */
export interface GenerateEmailText {
  /** The PIN code. A whole number from -2147483648 to 2147483647 (xs:int). */
  iPINCode: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `generateEmailText`. */
export interface GenerateEmailTextResponse {
  /** `generateEmailTextRet` of the schema. */
  generateEmailTextResult: GenerateEmailTextRet;
  /** The subject of the invitation. A string (xs:string). */
  sSubject?: string;
  /** The text of the invitation. A string (xs:string). */
  sText?: string;
  /** The link in the invitation. A string (xs:string). */
  sLink?: string;
  /** The signature of the invitation. A string (xs:string). */
  sSignature?: string;
}

/** `generateEmailTextRet` of the schema. */
export type GenerateEmailTextRet =
  | "generateEmailText_Error"
  | "generateEmailText_OK"
  | "generateEmailText_NotLoggedIn"
  | "generateEmailText_NotTechnician"
  | "generateEmailText_Invalid_SecretAuthCode"
  | "generateEmailText_User_Deleted_Or_Disabled"
  | "generateEmailText_InvalidPINFormat";

/** The request of `getAccount`. */
export interface GetAccount {
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getAccount`. */
export interface GetAccountResponse {
  /** `getAccountRet` of the schema. */
  getAccountResult: GetAccountRet;
  /** The id of the account (company). A whole number from -2147483648 to 2147483647 (xs:int). */
  iAccountID: number;
  /** The name of the account. A string (xs:string). */
  sOrganization?: string;
  /** The node id of the user who calls as an administrator; 0 for a user who is none. A whole number from -2147483648 to 2147483647 (xs:int). */
  iAdminID: number;
  /** The node id of the user who calls as a technician; 0 without a technician seat, or with a disabled one. A whole number from -2147483648 to 2147483647 (xs:int). */
  iTechID: number;
  /** The e-mail address of the user who calls. A string (xs:string). */
  sEmail?: string;
}

/** `getAccountRet` of the schema. */
export type GetAccountRet =
  | "getAccount_Error"
  | "getAccount_OK"
  | "getAccount_NotLoggedIn"
  | "getAccount_Invalid_SecretAuthCode"
  | "getAccount_User_Deleted_Or_Disabled";

/** The request of `getAccount_v2`. */
export interface GetAccount_v2 {
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getAccount_v2`. */
export interface GetAccount_v2Response {
  /** `getAccountRet` of the schema. */
  getAccount_v2Result: GetAccountRet;
  /** The id of the account (company). A whole number from -2147483648 to 2147483647 (xs:int). */
  iAccountID: number;
  /** The name of the account. A string (xs:string). */
  sOrganization?: string;
  /** The node id of the user who calls as an administrator; 0 for a user who is none. A whole number from -2147483648 to 2147483647 (xs:int). */
  iAdminID: number;
  /** The node id of the user who calls as a technician; 0 without a technician seat, or with a disabled one. A whole number from -2147483648 to 2147483647 (xs:int). */
  iTechID: number;
  /** The e-mail address of the user who calls. A string (xs:string). */
  sEmail?: string;
  /** True while the Technician Console of the user who calls is running. True or false (xs:boolean). */
  bTcRunning: boolean;
}

/** The request of `getChat`. */
export interface GetChat {
  /** The session's id, as the Technician Console shows it. A whole number from -2147483648 to 2147483647 (xs:int). */
  iSessionID: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getChat`. */
export interface GetChatResponse {
  /** `getChatRet` of the schema. */
  getChatResult: GetChatRet;
  /** The chat of the session. Each line begins with its time. A string (xs:string). */
  sChatLog?: string;
}

/** `getChatRet` of the schema. */
export type GetChatRet =
  | "getChat_Error"
  | "getChat_OK"
  | "getChat_NotLoggedIn"
  | "getChat_InvalidParam_SessionID"
  | "getChat_Invalid_SecretAuthCode"
  | "getChat_User_Deleted_Or_Disabled";

/** The request of `getDelimiter`. */
export interface GetDelimiter {
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getDelimiter`. */
export interface GetDelimiterResponse {
  /** `getDelimiterRet` of the schema. */
  getDelimiterResult: GetDelimiterRet;
  /** What separates the cells of a text report; a vertical bar by default. A string (xs:string). */
  sDelimiter?: string;
}

/** `getDelimiterRet` of the schema. */
export type GetDelimiterRet =
  | "getDelimiter_Error"
  | "getDelimiter_OK"
  | "getDelimiter_NotLoggedIn"
  | "getDelimiter_Invalid_SecretAuthCode"
  | "getDelimiter_User_Deleted_Or_Disabled";

/** The request of `getGroup`. */
export interface GetGroup {
  /** The group's node id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getGroup`. */
export interface GetGroupResponse {
  /** `getGroupRet` of the schema. */
  getGroupResult: GetGroupRet;
  /** The group. `GROUP` of the schema. */
  oGroup?: GROUP;
}

/** `getGroupRet` of the schema. */
export type GetGroupRet =
  | "getGroup_OK"
  | "getGroup_Error"
  | "getGroup_NotLoggedIn"
  | "getGroup_InvalidParam_NodeID"
  | "getGroup_Invalid_SecretAuthCode"
  | "getGroup_User_Deleted_Or_Disabled";

/** The request of `getHierarchy`. */
export interface GetHierarchy {
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getHierarchy`. */
export interface GetHierarchyResponse {
  /** `getHierarchyRet` of the schema. */
  getHierarchyResult: GetHierarchyRet;
  /** The nodes, a row for each; `iParentID` says which node is above it. `ArrayOfHIERARCHY` of the schema. */
  aHierarchy?: ArrayOfHIERARCHY;
}

/** `getHierarchyRet` of the schema. */
export type GetHierarchyRet =
  | "getHierarchy_Error"
  | "getHierarchy_OK"
  | "getHierarchy_NotLoggedIn"
  | "getHierarchy_Invalid_SecretAuthCode"
  | "getHierarchy_User_Deleted_Or_Disabled";

/** The request of `getHierarchy_v2`. */
export interface GetHierarchy_v2 {
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
  /** True for the one node that `iNodeID` names, instead of the whole tree. True or false (xs:boolean). Nillable: may be null. */
  bIsNode?: boolean | null | undefined;
  /** The id of the node to return, where `bIsNode` is true. A whole number from -2147483648 to 2147483647 (xs:int). Nillable: may be null. */
  iNodeID?: number | null | undefined;
  /** True to leave out technicians who are offline. True or false (xs:boolean). Nillable: may be null. */
  bFilterOffline?: boolean | null | undefined;
}

/** The response of `getHierarchy_v2`. */
export interface GetHierarchy_v2Response {
  /** `getHierarchyRet` of the schema. */
  getHierarchy_v2Result: GetHierarchyRet;
  /** The nodes, a row for each; `iParentID` says which node is above it. `ArrayOfHIERARCHY` of the schema. */
  aHierarchy?: ArrayOfHIERARCHY;
}

/** The request of `getNote`. */
export interface GetNote {
  /** The session's id, as the Technician Console shows it. A whole number from -2147483648 to 2147483647 (xs:int). */
  iSessionID: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getNote`. */
export interface GetNoteResponse {
  /** `getNoteRet` of the schema. */
  getNoteResult: GetNoteRet;
  /** The technician's notes on the session. A string (xs:string). */
  sNote?: string;
}

/** `getNoteRet` of the schema. */
export type GetNoteRet =
  | "getNote_Error"
  | "getNote_OK"
  | "getNote_NotLoggedIn"
  | "getNote_InvalidParam_SessionID"
  | "getNote_Invalid_SecretAuthCode"
  | "getNote_User_Deleted_Or_Disabled";

/** The request of `getOutput`. */
export interface GetOutput {
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getOutput`. */
export interface GetOutputResponse {
  /** `getOutputRet` of the schema. */
  getOutputResult: GetOutputRet;
  /** Whether reports are text or XML. `OUTPUT` of the schema. */
  eOutput: OUTPUT;
}

/** `getOutputRet` of the schema. */
export type GetOutputRet =
  | "getOutput_Error"
  | "getOutput_OK"
  | "getOutput_NotLoggedIn"
  | "getOutput_Invalid_SecretAuthCode"
  | "getOutput_User_Deleted_Or_Disabled";

/** The request of `getReport`. */
export interface GetReport {
  /** The id of the node that the report covers, of the kind that `eNodeRef` says. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** Whether the id is that of a node, such as a technician, or of a channel. `NODEREF` of the schema. */
  eNodeRef: NODEREF;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The request of `getReportArea`. */
export interface GetReportArea {
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getReportArea`. */
export interface GetReportAreaResponse {
  /** `getReportAreaRet` of the schema. */
  getReportAreaResult: GetReportAreaRet;
  /** The kind of report, such as SESSION. A string (xs:string). */
  eReportArea?: string;
}

/** `getReportAreaRet` of the schema. */
export type GetReportAreaRet =
  | "getReportArea_Error"
  | "getReportArea_OK"
  | "getReportArea_NotLoggedIn"
  | "getReportArea_Invalid_SecretAuthCode"
  | "getReportArea_User_Deleted_Or_Disabled";

/** The request of `getReportDate`. */
export interface GetReportDate {
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getReportDate`. */
export interface GetReportDateResponse {
  /** `getReportDateRet` of the schema. */
  getReportDateResult: GetReportDateRet;
  /** The first day of the report, M/D/YYYY unless the account has another order. A string (xs:string). */
  sBeginDate?: string;
  /** The last day of the report, M/D/YYYY unless the account has another order. A string (xs:string). */
  sEndDate?: string;
}

/** `getReportDateRet` of the schema. */
export type GetReportDateRet =
  | "getReportDate_Error"
  | "getReportDate_OK"
  | "getReportDate_NotLoggedIn"
  | "getReportDate_Invalid_SecretAuthCode"
  | "getReportDate_User_Deleted_Or_Disabled";

/** The response of `getReport`. */
export interface GetReportResponse {
  /** `getReportRet` of the schema. */
  getReportResult: GetReportRet;
  /** The report: a header row and data rows, or XML, as set with setOutput. A string (xs:string). */
  sReport?: string;
}

/** `getReportRet` of the schema. */
export type GetReportRet =
  | "getReport_Error"
  | "getReport_OK"
  | "getReport_NotLoggedIn"
  | "getReport_PollRateExceeded"
  | "getReport_Invalid_SecretAuthCode"
  | "getReport_User_Deleted_Or_Disabled";

/** The request of `getReportTime`. */
export interface GetReportTime {
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getReportTime`. */
export interface GetReportTimeResponse {
  /** `getReportTimeRet` of the schema. */
  getReportTimeResult: GetReportTimeRet;
  /** When each day's window begins, H:MM or HH:MM:SS; the window applies to each day of the report. A string (xs:string). */
  sBeginTime?: string;
  /** When each day's window ends, H:MM or HH:MM:SS; the window applies to each day of the report. A string (xs:string). */
  sEndTime?: string;
}

/** `getReportTimeRet` of the schema. */
export type GetReportTimeRet =
  | "getReportTime_Error"
  | "getReportTime_OK"
  | "getReportTime_NotLoggedIn"
  | "getReportTime_Invalid_SecretAuthCode"
  | "getReportTime_User_Deleted_Or_Disabled";

/** The request of `getReport_v2`. */
export interface GetReport_v2 {
  /** The id of the node that the report covers, of the kind that `eNodeRef` says. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The kind of node that `iNodeID` names. `NODEREF_V2` of the schema. */
  eNodeRef: NODEREF_V2;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getReport_v2`. */
export interface GetReport_v2Response {
  /** `getReportRet` of the schema. */
  getReport_v2Result: GetReportRet;
  /** The report: a header row and data rows, or XML, as set with setOutput. A string (xs:string). */
  sReport?: string;
}

/** The request of `getSession`. */
export interface GetSession {
  /** The id of a technician or a channel, as `eNodeRef` says. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** Whether the id is that of a node, such as a technician, or of a channel. `NODEREF` of the schema. */
  eNodeRef: NODEREF;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getSession`. */
export interface GetSessionResponse {
  /** `getSessionRet` of the schema. */
  getSessionResult: GetSessionRet;
  /** The sessions, a row for each. `ArrayOfSESSION` of the schema. */
  aSessions?: ArrayOfSESSION;
}

/** `getSessionRet` of the schema. */
export type GetSessionRet =
  | "getSession_Error"
  | "getSession_OK"
  | "getSession_NotLoggedIn"
  | "getSession_InvalidParam_NodeID"
  | "getSession_Invalid_SecretAuthCode"
  | "getSession_User_Deleted_Or_Disabled";

/** The request of `getSession_V3`. */
export interface GetSession_V3 {
  /** The id of a technician or a channel, as `eNodeRef` says. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** Whether the id is that of a node, such as a technician, or of a channel. `NODEREF` of the schema. */
  eNodeRef: NODEREF;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getSession_V3`. */
export interface GetSession_V3Response {
  /** `getSessionRet` of the schema. */
  getSession_V3Result: GetSessionRet;
  /** The sessions, a row for each. `ArrayOfSESSION_V3` of the schema. */
  aSessions?: ArrayOfSESSION_V3;
}

/** The request of `getTimeZone`. */
export interface GetTimeZone {
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getTimeZone`. */
export interface GetTimeZoneResponse {
  /** `getTimeZoneRet` of the schema. */
  getTimeZoneResult: GetTimeZoneRet;
  /** Minutes from UTC, west of it negative: -240 is UTC-4. Daylight saving time is yours to add. A string (xs:string). */
  sTimezone?: string;
}

/** `getTimeZoneRet` of the schema. */
export type GetTimeZoneRet =
  | "getTimeZone_Error"
  | "getTimeZone_OK"
  | "getTimeZone_NotLoggedIn"
  | "getTimeZone_Invalid_SecretAuthCode"
  | "getTimeZone_User_Deleted_Or_Disabled";

/** The request of `getUser`. */
export interface GetUser {
  /** The user's node id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getUser`. */
export interface GetUserResponse {
  /** `getUserRet` of the schema. */
  getUserResult: GetUserRet;
  /** The user. `USER` of the schema. */
  oUser?: USER;
}

/** `getUserRet` of the schema. */
export type GetUserRet =
  | "getUser_OK"
  | "getUser_Error"
  | "getUser_NotLoggedIn"
  | "getUser_InvalidParam_NodeID"
  | "getUser_User_Deleted_Or_Disabled"
  | "getUser_Invalid_SecretAuthCode";

/** The request of `getUser_v2`. */
export interface GetUser_v2 {
  /** The user's node id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getUser_v2`. */
export interface GetUser_v2Response {
  /** `getUserRet` of the schema. */
  getUser_v2Result: GetUserRet;
  /** The user. `USER_V3` of the schema. */
  oUser?: USER_V3;
}

/** The request of `getUser_v3`. */
export interface GetUser_v3 {
  /** The user's node id. Look a user up by this or by `sUserEmail`, not by both. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The user's e-mail address. Look a user up by this or by `iNodeID`, not by both. A string (xs:string). */
  sUserEmail?: string | undefined;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `getUser_v3`. */
export interface GetUser_v3Response {
  /** `getUser_v3Ret` of the schema. */
  getUser_v3Result: GetUser_v3Ret;
  /** The user. `USER_V3` of the schema. */
  oUser?: USER_V3;
}

/** `getUser_v3Ret` of the schema. */
export type GetUser_v3Ret =
  | "getUser_OK"
  | "getUser_Error"
  | "getUser_NotLoggedIn"
  | "getUser_InvalidParam_Email"
  | "getUser_InvalidParam_NodeID"
  | "getUser_Invalid_EmailAndNodeIdBothSpecified"
  | "getUser_User_Deleted_Or_Disabled"
  | "getUser_Invalid_SecretAuthCode";

/** `HIERARCHY` of the schema. */
export interface HIERARCHY {
  /** The node's id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The id of the node above. A whole number from -2147483648 to 2147483647 (xs:int). */
  iParentID: number;
  /** The name. A string (xs:string). */
  sName?: string;
  /** The user's e-mail address. A string (xs:string). */
  sEmail?: string;
  /** The description. A string (xs:string). */
  sDescription?: string;
  /** Whether the user is disabled, or else the status of the technician, such as online. `NODE_STATUS` of the schema. */
  eStatus: NODE_STATUS;
  /** `NODE_TYPE` of the schema. */
  eType: NODE_TYPE;
}

/** The request of `holdSession`. */
export interface HoldSession {
  /** The session's id, as the Technician Console shows it. A whole number from -2147483648 to 2147483647 (xs:int). */
  iSession: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `holdSession`. */
export interface HoldSessionResponse {
  /** `holdSessionRet` of the schema. */
  holdSessionResult: HoldSessionRet;
}

/** `holdSessionRet` of the schema. */
export type HoldSessionRet =
  | "holdSessionRet_Error"
  | "holdSessionRet_OK"
  | "holdSessionRet_NotLoggedInAsAdmin"
  | "holdSessionRet_ActionFailed"
  | "holdSessionRet_Invalid_SecretAuthCode"
  | "holdSessionRet_User_Deleted_Or_Disabled";

/** The request of `login`. */
export interface Login {
  /** The user's e-mail address. A string (xs:string). */
  sEmail?: string | undefined;
  /** The user's password. A string (xs:string). */
  sPassword?: string | undefined;
}

/** The response of `login`. */
export interface LoginResponse {
  /** `loginRet` of the schema. */
  loginResult: LoginRet;
}

/** `loginRet` of the schema. */
export type LoginRet =
  | "login_Error"
  | "login_OK"
  | "login_Invalid"
  | "login_LimitReached"
  | "login_GlobalIpRestricted";

/** The request of `logout`. */
export interface Logout {}

/** The response of `logout`. */
export interface LogoutResponse {
  /** `logoutRet` of the schema. */
  logoutResult: LogoutRet;
}

/** `logoutRet` of the schema. */
export type LogoutRet =
  | "logout_Error"
  | "logout_OK"
  | "logout_NotLoggedIn";

/** The request of `moveNode`. */
export interface MoveNode {
  /** The id of the node to move it to: its new parent. A whole number from -2147483648 to 2147483647 (xs:int). */
  iTargetNodeID: number;
  /** The id of the node to move. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `moveNode`. */
export interface MoveNodeResponse {
  /** `moveNodeRet` of the schema. */
  moveNodeResult: MoveNodeRet;
}

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

/** `NODEREF` of the schema. */
export type NODEREF =
  | "NODE"
  | "CHANNEL";

/** `NODEREF_V2` of the schema. */
export type NODEREF_V2 =
  | "NODE"
  | "CHANNEL"
  | "EXTERNALROOT"
  | "EXTERNALTECH"
  | "EXTERNALGROUP";

/** `NODE_PERMISSIONS` of the schema. */
export type NODE_PERMISSIONS =
  | "RemoteControl"
  | "RemoteView"
  | "SendFile"
  | "SendURL"
  | "ViewSystemInformation"
  | "RebootClientComputer"
  | "ReceiveFile"
  | "SessionRecording"
  | "PrivateSessions"
  | "OneTimePermission"
  | "FileManagement"
  | "ScriptRunning"
  | "UnlimitedScripting"
  | "SessionTransferNotAllowed"
  | "EditCustomField"
  | "WindowsCredentialsRequestNotAllowed"
  | "ClipboardSynchronizationNotAllowed"
  | "CallingCardDeployment"
  | "ScreenSharingNotAllowed"
  | "CollaborationNotAllowed"
  | "DeviceConfiguration"
  | "ChatSuppression"
  | "ChatSuppressionConsoleSwitch"
  | "TechEndSessionSurvey";

/** `NODE_STATUS` of the schema. */
export type NODE_STATUS =
  | "Disabled"
  | "Offline"
  | "Online"
  | "Busy"
  | "Away";

/** `NODE_TYPE` of the schema. */
export type NODE_TYPE =
  | "Root"
  | "MasterAdministrators"
  | "Administrators"
  | "Technicians"
  | "AdministratorGroup"
  | "TechnicianGroup"
  | "MasterAdministrator"
  | "Administrator"
  | "Technician"
  | "AdministratorLink"
  | "AdministratorGroupLink"
  | "Channel"
  | "PseudoGroup";

/** `OUTPUT` of the schema. */
export type OUTPUT =
  | "TEXT"
  | "XML";

/** The request of `requestAuthCode`. */
export interface RequestAuthCode {
  /** The user's e-mail address. A string (xs:string). */
  sEmail?: string | undefined;
  /** The user's password. A string (xs:string). */
  sPassword?: string | undefined;
}

/** The response of `requestAuthCode`. */
export interface RequestAuthCodeResponse {
  /** `requestAuthCodeRet` of the schema. */
  requestAuthCodeResult: RequestAuthCodeRet;
  /** The new auth code. The one before it is no longer valid. A string (xs:string). */
  sAuthCode?: string;
}

/** `requestAuthCodeRet` of the schema. */
export type RequestAuthCodeRet =
  | "requestAuthCode_Error"
  | "requestAuthCode_OK"
  | "requestAuthCode_Invalid"
  | "requestAuthCode_PollRateExceeded";

/** The request of `requestAuthCodeSSO`. */
export interface RequestAuthCodeSSO {
  /** The user's id for single sign-on. A string (xs:string). */
  sSSOID?: string | undefined;
  /** The master password that the account uses for single sign-on. A string (xs:string). */
  sPassword?: string | undefined;
  /** The id of the account (company), in digits. A string (xs:string). */
  sCompany?: string | undefined;
}

/** The response of `requestAuthCodeSSO`. */
export interface RequestAuthCodeSSOResponse {
  /** `requestAuthCodeSSORet` of the schema. */
  requestAuthCodeSSOResult: RequestAuthCodeSSORet;
  /** The new auth code. The one before it is no longer valid. A string (xs:string). */
  sAuthCode?: string;
}

/** `requestAuthCodeSSORet` of the schema. */
export type RequestAuthCodeSSORet =
  | "requestAuthCodeSSO_Error"
  | "requestAuthCodeSSO_OK"
  | "requestAuthCodeSSO_Invalid"
  | "requestAuthCodeSSO_InvalidParam_Company";

/** The request of `requestInvitationLink`. */
export interface RequestInvitationLink {
  /** Custom field 0 of the session, the customer's name by default; 64 characters at most. A string (xs:string). */
  sCField0?: string | undefined;
  /** Custom field 1 of the session; 512 characters at most. A string (xs:string). */
  sCField1?: string | undefined;
  /** Custom field 2 of the session; 512 characters at most. A string (xs:string). */
  sCField2?: string | undefined;
  /** Custom field 3 of the session; 256 characters at most. A string (xs:string). */
  sCField3?: string | undefined;
  /** Custom field 4 of the session; 64 characters at most. A string (xs:string). */
  sCField4?: string | undefined;
  /** Custom field 5 of the session; 64 characters at most. A string (xs:string). */
  sCField5?: string | undefined;
  /** A value of your own that stays with the session, such as a ticket's number; 64 characters at most. A string (xs:string). */
  sTracking0?: string | undefined;
  /** True where the link may be made although the technician's console is not running. True or false (xs:boolean). */
  bNoTechConsole: boolean;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
  /** The node id of the technician that the session is for. A whole number from -2147483648 to 2147483647 (xs:int). */
  nodeId: number;
}

/** The response of `requestInvitationLink`. */
export interface RequestInvitationLinkResponse {
  /** `requestInvitationLinkRet` of the schema. */
  requestInvitationLinkResult: RequestInvitationLinkRet;
  /** The link that the customer opens to begin the session. A string (xs:string). */
  sInvitationLink?: string;
}

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

/** The request of `requestLensPINCodeV2`. */
export interface RequestLensPINCodeV2 {
  /** Custom field 0 of the session, the customer's name by default; 64 characters at most. A string (xs:string). */
  sCField0?: string | undefined;
  /** Custom field 1 of the session; 512 characters at most. A string (xs:string). */
  sCField1?: string | undefined;
  /** Custom field 2 of the session; 512 characters at most. A string (xs:string). */
  sCField2?: string | undefined;
  /** Custom field 3 of the session; 256 characters at most. A string (xs:string). */
  sCField3?: string | undefined;
  /** Custom field 4 of the session; 64 characters at most. A string (xs:string). */
  sCField4?: string | undefined;
  /** Custom field 5 of the session; 64 characters at most. A string (xs:string). */
  sCField5?: string | undefined;
  /** A value of your own that stays with the session, such as a ticket's number; 64 characters at most. A string (xs:string). */
  sTracking0?: string | undefined;
  /** True where the PIN code may be made although the technician's console is not running. True or false (xs:boolean). */
  bNoTechConsole: boolean;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `requestLensPINCodeV2`. */
export interface RequestLensPINCodeV2Response {
  /** `requestPINCodeRet` of the schema. */
  requestLensPINCodeV2Result: RequestPINCodeRet;
  /** The PIN code, with the zeros at its beginning. A string (xs:string). */
  sPINCode?: string;
}

/** The request of `requestLensPINCodeV3`. */
export interface RequestLensPINCodeV3 {
  /** Custom field 0 of the session, the customer's name by default; 64 characters at most. A string (xs:string). */
  sCField0?: string | undefined;
  /** Custom field 1 of the session; 512 characters at most. A string (xs:string). */
  sCField1?: string | undefined;
  /** Custom field 2 of the session; 512 characters at most. A string (xs:string). */
  sCField2?: string | undefined;
  /** Custom field 3 of the session; 256 characters at most. A string (xs:string). */
  sCField3?: string | undefined;
  /** Custom field 4 of the session; 64 characters at most. A string (xs:string). */
  sCField4?: string | undefined;
  /** Custom field 5 of the session; 64 characters at most. A string (xs:string). */
  sCField5?: string | undefined;
  /** A value of your own that stays with the session, such as a ticket's number; 64 characters at most. A string (xs:string). */
  sTracking0?: string | undefined;
  /** True where the PIN code may be made although the technician's console is not running. True or false (xs:boolean). */
  bNoTechConsole: boolean;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
  /** The phone number that gets the invitation as a text message. A string (xs:string). */
  sPhoneNumber?: string | undefined;
  /** The language of the text message: de, en, es, fr, nl or pt-br. A string (xs:string). */
  sLangCode?: string | undefined;
}

/** The response of `requestLensPINCodeV3`. */
export interface RequestLensPINCodeV3Response {
  /** `requestPINCodeRet` of the schema. */
  requestLensPINCodeV3Result: RequestPINCodeRet;
  /** The PIN code, with the zeros at its beginning. A string (xs:string). */
  sPINCode?: string;
}

/** The request of `requestPINCode`. */
export interface RequestPINCode {
  /** Custom field 0 of the session, the customer's name by default; 64 characters at most. A string (xs:string). */
  sCField0?: string | undefined;
  /** Custom field 1 of the session; 512 characters at most. A string (xs:string). */
  sCField1?: string | undefined;
  /** Custom field 2 of the session; 512 characters at most. A string (xs:string). */
  sCField2?: string | undefined;
  /** Custom field 3 of the session; 256 characters at most. A string (xs:string). */
  sCField3?: string | undefined;
  /** Custom field 4 of the session; 64 characters at most. A string (xs:string). */
  sCField4?: string | undefined;
  /** Custom field 5 of the session; 64 characters at most. A string (xs:string). */
  sCField5?: string | undefined;
  /** A value of your own that stays with the session, such as a ticket's number; 64 characters at most. A string (xs:string). */
  sTracking0?: string | undefined;
  /** True where the PIN code may be made although the technician's console is not running. True or false (xs:boolean). */
  bNoTechConsole?: boolean | undefined;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `requestPINCode`. */
export interface RequestPINCodeResponse {
  /** `requestPINCodeRet` of the schema. */
  requestPINCodeResult: RequestPINCodeRet;
  /** The PIN code, without zeros at its beginning: it has six digits. A whole number from -2147483648 to 2147483647 (xs:int). */
  iPINCode: number;
}

/** `requestPINCodeRet` of the schema. */
export type RequestPINCodeRet =
  | "requestPINCode_Error"
  | "requestPINCode_OK"
  | "requestPINCode_NotLoggedIn"
  | "requestPINCode_NotTechnician"
  | "requestPINCode_NoTechConsoleRunning"
  | "requestPINCode_OutOfPINCodes"
  | "requestPINCode_PollRateExceeded"
  | "requestPINCode_User_Is_Deleted"
  | "requestPINCode_Invalid_SecretAuthCode"
  | "requestPINCode_User_Deleted_Or_Disabled"
  | "requestPINCode_NoAccessToLens";

/** The request of `requestPINCodeV3`. */
export interface RequestPINCodeV3 {
  /** Custom field 0 of the session, the customer's name by default; 64 characters at most. A string (xs:string). */
  sCField0?: string | undefined;
  /** Custom field 1 of the session; 512 characters at most. A string (xs:string). */
  sCField1?: string | undefined;
  /** Custom field 2 of the session; 512 characters at most. A string (xs:string). */
  sCField2?: string | undefined;
  /** Custom field 3 of the session; 256 characters at most. A string (xs:string). */
  sCField3?: string | undefined;
  /** Custom field 4 of the session; 64 characters at most. A string (xs:string). */
  sCField4?: string | undefined;
  /** Custom field 5 of the session; 64 characters at most. A string (xs:string). */
  sCField5?: string | undefined;
  /** A value of your own that stays with the session, such as a ticket's number; 64 characters at most. A string (xs:string). */
  sTracking0?: string | undefined;
  /** True where the PIN code may be made although the technician's console is not running. True or false (xs:boolean). */
  bNoTechConsole: boolean;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
  /** The node id of the technician that the session is for. A whole number from -2147483648 to 2147483647 (xs:int). */
  nodeId: number;
}

/** The response of `requestPINCodeV3`. */
export interface RequestPINCodeV3Response {
  /** `requestPINCodeRet` of the schema. */
  requestPINCodeV3Result: RequestPINCodeRet;
  /** The PIN code, with the zeros at its beginning. A string (xs:string). */
  sPINCode?: string;
}

/** `SESSION` of the schema. */
export interface SESSION {
  /** The session's id, as the Technician Console shows it. A whole number from -2147483648 to 2147483647 (xs:int). */
  iID: number;
  /** The session's status. Compare this one: the text in `sStatus` is translated. `SESSION_STATUS` of the schema. */
  bStatus: SESSION_STATUS;
  /** The session's status in words, in the language of the account. A string (xs:string). */
  sStatus?: string;
  /** The id of the channel that the session came through; 0 where it came through none. A whole number from -2147483648 to 2147483647 (xs:int). */
  iEntry: number;
  /** The name of the channel that the session came through. A string (xs:string). */
  sEntry?: string;
  /** The node id of the session's technician. A whole number from -2147483648 to 2147483647 (xs:int). */
  iTechnician: number;
  /** The name of the session's technician. A string (xs:string). */
  sTechnician?: string;
  /** When the session started, as M/D/YYYY h:mm:ss AM/PM. The time zone is not documented. A string (xs:string). */
  sStartTime?: string;
  /** Seconds since the status last changed. A whole number from -2147483648 to 2147483647 (xs:int). */
  iWaitingTimeInSec: number;
  /** The session's custom field 0, the customer's name by default. A string (xs:string). */
  sCustomField0?: string;
  /** The session's custom field 1. A string (xs:string). */
  sCustomField1?: string;
  /** The session's custom field 2. A string (xs:string). */
  sCustomField2?: string;
  /** The language of the session. A string (xs:string). */
  sLanguage?: string;
  /** To whom the session is being transferred. A string (xs:string). */
  sTransferredTo?: string;
  /** The comment of the transfer. A string (xs:string). */
  sTransferredComment?: string;
}

/** `SESSION_STATUS` of the schema. */
export type SESSION_STATUS =
  | "SESSION_STARTING"
  | "SESSION_CONNECTING"
  | "SESSION_WAITING"
  | "SESSION_OFFLINE"
  | "SESSION_PICKEDUP"
  | "SESSION_CLOSEDBYCUSTOMER"
  | "SESSION_CLOSEDBYTECHNICIAN"
  | "SESSION_TRANSFERINGBUTNOTPICKEDUP"
  | "SESSION_REVOKED"
  | "SESSION_CLOSED_TRANSFERREDANOTHERTECH_WITHOUTPICKUP"
  | "SESSION_CUSTOMERLEFTSESSION_WASNOTPICKEDUP"
  | "SESSION_WAITINGTIMEOUT_PICKEDUP"
  | "SESSION_WAITINGTIMEOUT_NOTPICKEDUP"
  | "SESSION_SYSTEMTIMEOUT_PICKEDUP"
  | "SESSION_SYSTEMTIMEOUT_NOTPICKEDUP"
  | "SESSION_ABORTED_TECHDELETEDORDISABLED"
  | "SESSION_CLOSED_TRANSFERREDANOTHERTECH"
  | "SESSION_REBOOTING"
  | "SESSION_CONNECTIONPROBLEM"
  | "SESSION_ONHOLD"
  | "SESSION_ONHOLDBUTCUSTOMERLEFT"
  | "SESSION_TIMEOUT_SESSIONIDLETECHSIDE"
  | "SESSION_CUSTOMERLEFTSESSION_DURINGTRANSFER_WITHOUTPICKUP"
  | "SESSION_CUSTOMERLEFTSESSION_DURINGTRANSFER"
  | "SESSION_CLOSEDBYWAITINGCUSTOMER"
  | "SESSION_CLOSEDBYACTIVECUSTOMER"
  | "SESSION_CLOSED_DURINGRECONNECTING"
  | "SESSION_CLOSED_DURINGREBOOTING"
  | "SESSION_UACCESS_EXPIRED_WASPICKEDUPBEFORE"
  | "SESSION_UACCESS_EXPIRED_NOTPICKEDUPBEFORE"
  | "SESSION_UACCESS_REVOKEDBYCUSTOMER_WASPICKEDUPBEFORE"
  | "SESSION_UACCESS_REVOKEDBYCUSTOMER_NOTPICKEDUPBEFORE"
  | "SESSION_UACCESS_REVOKEDBYADMIN_WASPICKEDUPBEFORE"
  | "SESSION_UACCESS_REVOKEDBYADMIN_NOTPICKEDUPBEFORE"
  | "SESSION_TERMSANDCONDITIONSDECLINED"
  | "SESSION_TIMEOUT_TECHCONNECTIONLOSTORSESSIONWASNOTCLOSEDBYTECH"
  | "SESSION_STATUS_NOT_SUPPORTED_VALUE";

/** `SESSION_V3` of the schema. */
export interface SESSION_V3 {
  /** The session's id, as the Technician Console shows it. A whole number from -2147483648 to 2147483647 (xs:int). */
  iID: number;
  /** The session's status. Compare this one: the text in `sStatus` is translated. `SESSION_STATUS` of the schema. */
  bStatus: SESSION_STATUS;
  /** The session's status in words, in the language of the account. A string (xs:string). */
  sStatus?: string;
  /** The id of the channel that the session came through; 0 where it came through none. A whole number from -2147483648 to 2147483647 (xs:int). */
  iEntry: number;
  /** The name of the channel that the session came through. A string (xs:string). */
  sEntry?: string;
  /** The node id of the session's technician. A whole number from -2147483648 to 2147483647 (xs:int). */
  iTechnician: number;
  /** The name of the session's technician. A string (xs:string). */
  sTechnician?: string;
  /** When the session started, as M/D/YYYY h:mm:ss AM/PM. The time zone is not documented. A string (xs:string). */
  sStartTime?: string;
  /** Seconds since the status last changed. A whole number from -2147483648 to 2147483647 (xs:int). */
  iWaitingTimeInSec: number;
  /** The session's custom field 0, the customer's name by default. A string (xs:string). */
  sCustomField0?: string;
  /** The session's custom field 1. A string (xs:string). */
  sCustomField1?: string;
  /** The session's custom field 2. A string (xs:string). */
  sCustomField2?: string;
  /** The session's custom field 3. A string (xs:string). */
  sCustomField3?: string;
  /** The session's custom field 4. A string (xs:string). */
  sCustomField4?: string;
  /** The session's custom field 5. A string (xs:string). */
  sCustomField5?: string;
  /** The language of the session. A string (xs:string). */
  sLanguage?: string;
  /** To whom the session is being transferred. A string (xs:string). */
  sTransferredTo?: string;
  /** The comment of the transfer. A string (xs:string). */
  sTransferredComment?: string;
  /** True where the technician is the lead technician of the session. True or false (xs:boolean). */
  bIsLead: boolean;
  /** True while the session is being handed over. True or false (xs:boolean). */
  bHandingOff: boolean;
}

/** The request of `setDelimiter`. */
export interface SetDelimiter {
  /** What separates the cells of a text report; a vertical bar by default. A string (xs:string). */
  sDelimiter?: string | undefined;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `setDelimiter`. */
export interface SetDelimiterResponse {
  /** `setDelimiterRet` of the schema. */
  setDelimiterResult: SetDelimiterRet;
}

/** `setDelimiterRet` of the schema. */
export type SetDelimiterRet =
  | "setDelimiter_Error"
  | "setDelimiter_OK"
  | "setDelimiter_NotLoggedIn"
  | "setDelimiter_Invalid_SecretAuthCode"
  | "setDelimiter_User_Deleted_Or_Disabled";

/** The request of `setOutput`. */
export interface SetOutput {
  /** Whether reports are text or XML. `OUTPUT` of the schema. */
  eOutput: OUTPUT;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `setOutput`. */
export interface SetOutputResponse {
  /** `setOutputRet` of the schema. */
  setOutputResult: SetOutputRet;
}

/** `setOutputRet` of the schema. */
export type SetOutputRet =
  | "setOutput_Error"
  | "setOutput_OK"
  | "setOutput_NotLoggedIn"
  | "setOutput_Invalid_SecretAuthCode"
  | "setOutput_User_Deleted_Or_Disabled";

/** The request of `setReportArea`. */
export interface SetReportArea {
  /** The kind of report, such as SESSION. A string (xs:string). */
  eReportArea?: string | undefined;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `setReportArea`. */
export interface SetReportAreaResponse {
  /** `setReportAreaRet` of the schema. */
  setReportAreaResult: SetReportAreaRet;
}

/** `setReportAreaRet` of the schema. */
export type SetReportAreaRet =
  | "setReportArea_Error"
  | "setReportArea_OK"
  | "setReportArea_NotLoggedIn"
  | "setReportArea_Invalid_SecretAuthCode"
  | "setReportArea_User_Deleted_Or_Disabled";

/** The request of `setReportArea_v2`. */
export interface SetReportArea_v2 {
  /** The kind of report, such as SESSION. A string (xs:string). */
  eReportArea?: string | undefined;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `setReportArea_v2`. */
export interface SetReportArea_v2Response {
  /** `setReportAreaRet` of the schema. */
  setReportArea_v2Result: SetReportAreaRet;
}

/** The request of `setReportDate`. */
export interface SetReportDate {
  /** The first day of the report, M/D/YYYY unless the account has another order. A string (xs:string). */
  sBeginDate?: string | undefined;
  /** The last day of the report, M/D/YYYY unless the account has another order. A string (xs:string). */
  sEndDate?: string | undefined;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `setReportDate`. */
export interface SetReportDateResponse {
  /** `setReportDateRet` of the schema. */
  setReportDateResult: SetReportDateRet;
}

/** `setReportDateRet` of the schema. */
export type SetReportDateRet =
  | "setReportDate_Error"
  | "setReportDate_OK"
  | "setReportDate_NotLoggedIn"
  | "setReportDate_InvalidFormat"
  | "setReportDate_InvalidDateRange"
  | "setReportDate_Invalid_SecretAuthCode"
  | "setReportDate_User_Deleted_Or_Disabled";

/** The request of `setReportDate_v2`. */
export interface SetReportDate_v2 {
  /** When the report begins. An xsd:dateTime such as 2026-11-01T08:30:00 or 2026-11-01T08:30:00Z, or a valid Date (xs:dateTime). */
  dBeginDate: Date | string;
  /** When the report ends. An xsd:dateTime such as 2026-11-01T08:30:00 or 2026-11-01T08:30:00Z, or a valid Date (xs:dateTime). */
  dEndDate: Date | string;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `setReportDate_v2`. */
export interface SetReportDate_v2Response {
  /** `setReportDateRet` of the schema. */
  setReportDate_v2Result: SetReportDateRet;
}

/** The request of `setReportTime`. */
export interface SetReportTime {
  /** When each day's window begins, H:MM or HH:MM:SS; the window applies to each day of the report. A string (xs:string). */
  sBeginTime?: string | undefined;
  /** When each day's window ends, H:MM or HH:MM:SS; the window applies to each day of the report. A string (xs:string). */
  sEndTime?: string | undefined;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `setReportTime`. */
export interface SetReportTimeResponse {
  /** `setReportTimeRet` of the schema. */
  setReportTimeResult: SetReportTimeRet;
}

/** `setReportTimeRet` of the schema. */
export type SetReportTimeRet =
  | "setReportTime_Error"
  | "setReportTime_OK"
  | "setReportTime_NotLoggedIn"
  | "setReportTime_Invalid_SecretAuthCode"
  | "setReportTime_User_Deleted_Or_Disabled";

/** The request of `setTimeZone`. */
export interface SetTimeZone {
  /** Minutes from UTC, west of it negative: -240 is UTC-4. Daylight saving time is yours to add. A string (xs:string). */
  sTimezone?: string | undefined;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `setTimeZone`. */
export interface SetTimeZoneResponse {
  /** `setTimeZoneRet` of the schema. */
  setTimeZoneResult: SetTimeZoneRet;
}

/** `setTimeZoneRet` of the schema. */
export type SetTimeZoneRet =
  | "setTimeZone_Error"
  | "setTimeZone_OK"
  | "setTimeZone_NotLoggedIn"
  | "setTimeZone_Invalid_SecretAuthCode"
  | "setTimeZone_User_Deleted_Or_Disabled";

/** The request of `setUser`. */
export interface SetUser {
  /** The user's node id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The name. A string (xs:string). */
  sName?: string | undefined;
  /** The nickname. A string (xs:string). */
  sNick?: string | undefined;
  /** The user's e-mail address. A string (xs:string). */
  sEmail?: string | undefined;
  /** The user's id for single sign-on. A string (xs:string). */
  sSSOID?: string | undefined;
  /** The new password. A string (xs:string). */
  sPwd?: string | undefined;
  /** The new password once more. A string (xs:string). */
  sConfPwd?: string | undefined;
  /** The current password; a new one needs it. A string (xs:string). */
  sCurrentPwd?: string | undefined;
  /** Whether the user is enabled. `USER_STATUS` of the schema. */
  eStatus: USER_STATUS;
  /** The description. A string (xs:string). */
  sDescription?: string | undefined;
  /** Whether the user has the mobile add-on. `ADDON_STATUS` of the schema. */
  eAddOns: ADDON_STATUS;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `setUser`. */
export interface SetUserResponse {
  /** `setUserRet` of the schema. */
  setUserResult: SetUserRet;
}

/** `setUserRet` of the schema. */
export type SetUserRet =
  | "setUser_Error"
  | "setUser_OK"
  | "setUser_NotLoggedIn"
  | "setUser_InvalidParam_MobileAddOn"
  | "setUser_InvalidParam_Status"
  | "setUser_InvalidParam_NodeID"
  | "setUser_InvalidParam_Name"
  | "setUser_InvalidParam_Email"
  | "setUser_InvalidParam_Email_Already_In_Use"
  | "setUser_InvalidParam_Missing_Current_Password"
  | "setUser_InvalidParam_Password_Cannot_Contain_Whitespace_Characters"
  | "setUser_InvalidParam_Password_Has_To_Be_At_Least_8_Characters_Long";

/** The request of `setUserStatus_v7_1`. */
export interface SetUserStatus_v7_1 {
  /** The user's node id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** Whether the user is enabled. `USER_STATUS` of the schema. */
  eStatus: USER_STATUS;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `setUserStatus_v7_1`. */
export interface SetUserStatus_v7_1Response {
  /** `setUserStatus_v7_1Ret` of the schema. */
  setUserStatus_v7_1Result: SetUserStatus_v7_1Ret;
}

/** `setUserStatus_v7_1Ret` of the schema. */
export type SetUserStatus_v7_1Ret =
  | "OK";

/** The request of `setUser_V2`. */
export interface SetUser_V2 {
  /** The user's node id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The name. A string (xs:string). */
  sName?: string | undefined;
  /** The nickname. A string (xs:string). */
  sNick?: string | undefined;
  /** The user's e-mail address. A string (xs:string). */
  sEmail?: string | undefined;
  /** The user's id for single sign-on. A string (xs:string). */
  sSSOID?: string | undefined;
  /** The new password. A string (xs:string). */
  sPwd?: string | undefined;
  /** The new password once more. A string (xs:string). */
  sConfPwd?: string | undefined;
  /** The current password; a new one needs it. A string (xs:string). */
  sCurrentPwd?: string | undefined;
  /** Whether the user is enabled. `USER_STATUS` of the schema. */
  eStatus: USER_STATUS;
  /** The description. A string (xs:string). */
  sDescription?: string | undefined;
  /** Whether the user has the mobile add-on. `ADDON_STATUS` of the schema. */
  eMobileAddOn: ADDON_STATUS;
  /** Whether the user has the RPAT add-on. True or false (xs:boolean). */
  bRPATAddOn: boolean;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `setUser_V2`. */
export interface SetUser_V2Response {
  /** `setUser_V2Ret` of the schema. */
  setUser_V2Result: SetUser_V2Ret;
}

/** `setUser_V2Ret` of the schema. */
export type SetUser_V2Ret =
  | "setUser_Error"
  | "setUser_OK"
  | "setUser_NotLoggedIn"
  | "setUser_InvalidParam_MobileAddOn"
  | "setUser_InvalidParam_Status"
  | "setUser_InvalidParam_NodeID"
  | "setUser_InvalidParam_Name"
  | "setUser_InvalidParam_Email"
  | "setUser_InvalidParam_Email_Already_In_Use"
  | "setUser_InvalidParam_Missing_Current_Password"
  | "setUser_InvalidParam_Password_Cannot_Contain_Whitespace_Characters"
  | "setUser_InvalidParam_Password_Has_To_Be_At_Least_8_Characters_Long"
  | "setUser_Invalid_SecretAuthCode"
  | "setUser_User_Deleted_Or_Disabled";

/** The request of `startSession`. */
export interface StartSession {
  /** The session's id, as the Technician Console shows it. A whole number from -2147483648 to 2147483647 (xs:int). */
  iSession: number;
  /** The node id of the technician who picks the session up. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNode: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `startSession`. */
export interface StartSessionResponse {
  /** `startSessionRet` of the schema. */
  startSessionResult: StartSessionRet;
}

/** `startSessionRet` of the schema. */
export type StartSessionRet =
  | "startSessionRet_Error"
  | "startSessionRet_OK"
  | "startSessionRet_NotLoggedInAsAdmin"
  | "startSessionRet_ActionFailed"
  | "startSessionRet_Invalid_SecretAuthCode"
  | "startSessionRet_User_Deleted_Or_Disabled";

/** The request of `transferSession`. */
export interface TransferSession {
  /** The session's id, as the Technician Console shows it. A whole number from -2147483648 to 2147483647 (xs:int). */
  iSession: number;
  /** The id of the technician or the channel that gets the session, as `eNodeRef` says. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNode: number;
  /** Whether the id is that of a node, such as a technician, or of a channel. `NODEREF` of the schema. */
  eNodeRef: NODEREF;
  /** A comment for whoever gets the session. A string (xs:string). */
  sComment?: string | undefined;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `transferSession`. */
export interface TransferSessionResponse {
  /** `transferSessionRet` of the schema. */
  transferSessionResult: TransferSessionRet;
}

/** `transferSessionRet` of the schema. */
export type TransferSessionRet =
  | "transferSessionRet_Error"
  | "transferSessionRet_OK"
  | "transferSessionRet_NotLoggedInAsAdmin"
  | "transferSessionRet_ActionFailed"
  | "transferSessionRet_Invalid_SecretAuthCode"
  | "transferSessionRet_User_Deleted_Or_Disabled";

/** `USER` of the schema. */
export interface USER {
  /** The user's node id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The name. A string (xs:string). */
  sName?: string;
  /** The nickname. A string (xs:string). */
  sNick?: string;
  /** The user's e-mail address. A string (xs:string). */
  sEmail?: string;
  /** The user's id for single sign-on. A string (xs:string). */
  sSSOID?: string;
  /** The description. A string (xs:string). */
  sDescription?: string;
  /** `NODE_TYPE` of the schema. */
  eType: NODE_TYPE;
  /** True for the user who holds the account. True or false (xs:boolean). */
  bAccountHolder: boolean;
  /** True where the user has the mobile add-on. True or false (xs:boolean). */
  hasMobileAddon: boolean;
  /** Whether the user is enabled. `NODE_STATUS` of the schema. */
  eStatus: NODE_STATUS;
}

/** `USER_STATUS` of the schema. */
export type USER_STATUS =
  | "Disabled"
  | "Enabled";

/** `USER_V3` of the schema. */
export interface USER_V3 {
  /** The user's node id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The name. A string (xs:string). */
  sName?: string;
  /** The nickname. A string (xs:string). */
  sNick?: string;
  /** The user's e-mail address. A string (xs:string). */
  sEmail?: string;
  /** The user's id for single sign-on. A string (xs:string). */
  sSSOID?: string;
  /** The description. A string (xs:string). */
  sDescription?: string;
  /** `NODE_TYPE` of the schema. */
  eType: NODE_TYPE;
  /** True for the user who holds the account. True or false (xs:boolean). */
  bAccountHolder: boolean;
  /** True where the user has the mobile add-on. True or false (xs:boolean). */
  hasMobileAddon: boolean;
  /** True where the user has the RPAT add-on. True or false (xs:boolean). */
  hasRPATAddon: boolean;
  /** Whether the user is enabled. `NODE_STATUS` of the schema. */
  eStatus: NODE_STATUS;
}

/** The request of `unassignChannel`. */
export interface UnassignChannel {
  /** The node id of the technician, or of the group of technicians, who loses the channel. A whole number from -2147483648 to 2147483647 (xs:int). */
  iNodeID: number;
  /** The channel's id. A whole number from -2147483648 to 2147483647 (xs:int). */
  iEntryID: number;
  /** The auth code of the user who calls. The client adds that of its credentials where this is left out. A string (xs:string). */
  sAuthCode?: string | undefined;
}

/** The response of `unassignChannel`. */
export interface UnassignChannelResponse {
  /** `unassignChannelRet` of the schema. */
  unassignChannelResult: UnassignChannelRet;
}

/** `unassignChannelRet` of the schema. */
export type UnassignChannelRet =
  | "unassignChannel_Error"
  | "unassignChannel_OK"
  | "unassignChannel_NotLoggedIn"
  | "unassignChannel_InvalidParam_NodeID"
  | "unassignChannel_InvalidParam_EntryID"
  | "unassignChannel_Invalid_Deassign"
  | "unassignChannel_Invalid_SecretAuthCode"
  | "unassignChannel_User_Deleted_Or_Disabled";
