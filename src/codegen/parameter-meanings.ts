/** The namespace of the service whose parameters are described here. The same name in another one means something else. */
const NAMESPACE = "https://secure.logmeinrescue.com/API/API.asmx";

const USER_ID = "The user's node id.";
const SESSION_ID = "The session's id, as the Technician Console shows it.";
const NODE_TO_LIST = "The id of a technician or a channel, as `eNodeRef` says.";
const NODE_OF_REPORT = "The id of the node that the report covers, of the kind that `eNodeRef` says.";
const REPORT_WINDOW = "H:MM or HH:MM:SS; the window applies to each day of the report.";
const REPORT_DAY = "M/D/YYYY unless the account has another order.";

/**
 * What the parameters of the service mean, by name; where one name means different things, by message or type and name
 * (guide, operation pages). In our own words.
 */
const MEANINGS: Readonly<Record<string, string>> = {
  // Who is calling.
  sAuthCode: "The auth code of the user who calls. The client adds that of its credentials where this is left out.",
  "requestAuthCodeResponse.sAuthCode": "The new auth code. The one before it is no longer valid.",
  "requestAuthCodeSSOResponse.sAuthCode": "The new auth code. The one before it is no longer valid.",
  sEmail: "The user's e-mail address.",
  sPassword: "The user's password.",
  "requestAuthCodeSSO.sPassword": "The master password that the account uses for single sign-on.",
  sSSOID: "The user's id for single sign-on.",
  sCompany: "The id of the account (company), in digits.",
  "getAccountResponse.sEmail": "The e-mail address of the user who calls.",
  "getAccount_v2Response.sEmail": "The e-mail address of the user who calls.",
  iAccountID: "The id of the account (company).",
  sOrganization: "The name of the account.",
  iAdminID: "The node id of the user who calls as an administrator; 0 for a user who is none.",
  iTechID: "The node id of the user who calls as a technician; 0 without a technician seat, or with a disabled one.",
  bTcRunning: "True while the Technician Console of the user who calls is running.",

  // Sessions.
  iSession: SESSION_ID,
  iSessionID: SESSION_ID,
  "startSession.iNode": "The node id of the technician who picks the session up.",
  "transferSession.iNode": "The id of the technician or the channel that gets the session, as `eNodeRef` says.",
  iNode: "The node's id.",
  eNodeRef: "Whether the id is that of a node, such as a technician, or of a channel.",
  sComment: "A comment for whoever gets the session.",
  "getSession.iNodeID": NODE_TO_LIST,
  "getSession_V3.iNodeID": NODE_TO_LIST,
  aSessions: "The sessions, a row for each.",
  sChatLog: "The chat of the session. Each line begins with its time.",
  sNote: "The technician's notes on the session.",

  // Rows of sessions.
  "SESSION.iID": SESSION_ID,
  "SESSION_V3.iID": SESSION_ID,
  bStatus: "The session's status. Compare this one: the text in `sStatus` is translated.",
  sStatus: "The session's status in words, in the language of the account.",
  iEntry: "The id of the channel that the session came through; 0 where it came through none.",
  sEntry: "The name of the channel that the session came through.",
  iTechnician: "The node id of the session's technician.",
  sTechnician: "The name of the session's technician.",
  sStartTime: "When the session started, as M/D/YYYY h:mm:ss AM/PM. The time zone is not documented.",
  iWaitingTimeInSec: "Seconds since the status last changed.",
  sCustomField0: "The session's custom field 0, the customer's name by default.",
  sCustomField1: "The session's custom field 1.",
  sCustomField2: "The session's custom field 2.",
  sCustomField3: "The session's custom field 3.",
  sCustomField4: "The session's custom field 4.",
  sCustomField5: "The session's custom field 5.",
  sTransferredTo: "To whom the session is being transferred.",
  sTransferredComment: "The comment of the transfer.",
  bIsLead: "True where the technician is the lead technician of the session.",
  sLanguage: "The language of the session.",
  bHandingOff: "True while the session is being handed over.",

  // The organisation.
  iNodeID: "The node's id.",
  iParentID: "The id of the node above.",
  "createUser.iParentID":
    "The id of the node that gets the user: Master Administrators, Administrators, or a group of technicians.",
  "createGroup.iParentID": "The id of the node that gets the group, in the branch of administrators or of technicians.",
  "createUserResponse.iNodeID": "The node id of the new user.",
  "createGroupResponse.iNodeID": "The node id of the new group.",
  "getUser.iNodeID": USER_ID,
  "getUser_v2.iNodeID": USER_ID,
  "getUser_v3.iNodeID": "The user's node id. Look a user up by this or by `sUserEmail`, not by both.",
  sUserEmail: "The user's e-mail address. Look a user up by this or by `iNodeID`, not by both.",
  "setUser.iNodeID": USER_ID,
  "setUser_V2.iNodeID": USER_ID,
  "setUserStatus_v7_1.iNodeID": USER_ID,
  "USER.iNodeID": USER_ID,
  "USER_V3.iNodeID": USER_ID,
  "getGroup.iNodeID": "The group's node id.",
  "getHierarchy_v2.iNodeID": "The id of the node to return, where `bIsNode` is true.",
  bIsNode: "True for the one node that `iNodeID` names, instead of the whole tree.",
  bFilterOffline: "True to leave out technicians who are offline.",
  aHierarchy: "The nodes, a row for each; `iParentID` says which node is above it.",
  "moveNode.iNodeID": "The id of the node to move.",
  iTargetNodeID: "The id of the node to move it to: its new parent.",
  "deleteNode.iNodeID": "The id of the node to delete.",
  "assignChannel.iNodeID": "The node id of the technician, or of the group of technicians, who gets the channel.",
  "unassignChannel.iNodeID": "The node id of the technician, or of the group of technicians, who loses the channel.",
  iEntryID: "The channel's id.",
  oUser: "The user.",
  oGroup: "The group.",
  sName: "The name.",
  sNick: "The nickname.",
  sDescription: "The description.",
  sPwd: "The new password.",
  sConfPwd: "The new password once more.",
  sCurrentPwd: "The current password; a new one needs it.",
  eStatus: "Whether the user is enabled.",
  "HIERARCHY.eStatus": "Whether the user is disabled, or else the status of the technician, such as online.",
  eAddOns: "Whether the user has the mobile add-on.",
  eMobileAddOn: "Whether the user has the mobile add-on.",
  bRPATAddOn: "Whether the user has the RPAT add-on.",
  hasMobileAddon: "True where the user has the mobile add-on.",
  hasRPATAddon: "True where the user has the RPAT add-on.",
  bAccountHolder: "True for the user who holds the account.",
  aPermissions: "What the members of the group may do.",
  aLockedPermissions: "The permissions that are locked for the group.",
  bIsEnabled: "True where the group is enabled.",

  // PIN codes and invitations.
  bNoTechConsole: "True where the PIN code may be made although the technician's console is not running.",
  "requestInvitationLink.bNoTechConsole":
    "True where the link may be made although the technician's console is not running.",
  nodeId: "The node id of the technician that the session is for.",
  sCField0: "Custom field 0 of the session, the customer's name by default; 64 characters at most.",
  sCField1: "Custom field 1 of the session; 512 characters at most.",
  sCField2: "Custom field 2 of the session; 512 characters at most.",
  sCField3: "Custom field 3 of the session; 256 characters at most.",
  sCField4: "Custom field 4 of the session; 64 characters at most.",
  sCField5: "Custom field 5 of the session; 64 characters at most.",
  sTracking0: "A value of your own that stays with the session, such as a ticket's number; 64 characters at most.",
  sPhoneNumber: "The phone number that gets the invitation as a text message.",
  sLangCode: "The language of the text message: de, en, es, fr, nl or pt-br.",
  iPINCode: "The PIN code.",
  "requestPINCodeResponse.iPINCode": "The PIN code, without zeros at its beginning: it has six digits.",
  sPINCode: "The PIN code, with the zeros at its beginning.",
  sInvitationLink: "The link that the customer opens to begin the session.",
  sSubject: "The subject of the invitation.",
  sText: "The text of the invitation.",
  sLink: "The link in the invitation.",
  sSignature: "The signature of the invitation.",

  // Reports: settings are kept for the login.
  "getReport.iNodeID": NODE_OF_REPORT,
  "getReport_v2.iNodeID": NODE_OF_REPORT,
  "getReport_v2.eNodeRef": "The kind of node that `iNodeID` names.",
  sReport: "The report: a header row and data rows, or XML, as set with setOutput.",
  eReportArea: "The kind of report, such as SESSION.",
  sBeginDate: `The first day of the report, ${REPORT_DAY}`,
  sEndDate: `The last day of the report, ${REPORT_DAY}`,
  dBeginDate: "When the report begins.",
  dEndDate: "When the report ends.",
  sBeginTime: `When each day's window begins, ${REPORT_WINDOW}`,
  sEndTime: `When each day's window ends, ${REPORT_WINDOW}`,
  sTimezone: "Minutes from UTC, west of it negative: -240 is UTC-4. Daylight saving time is yours to add.",
  sDelimiter: "What separates the cells of a text report; a vertical bar by default.",
  eOutput: "Whether reports are text or XML.",
};

/**
 * What a field of a message or a type means, in sentences; undefined where that is not known, and for a field of another
 * service.
 *
 * @param namespace that of the contract.
 * @param owner the wrapper element of the message, or the complex type, by its name in the schema.
 */
export function parameterMeaning(namespace: string, owner: string, field: string): string | undefined {
  if (namespace !== NAMESPACE) return undefined;
  return [`${owner}.${field}`, field].map((name) => BY_NAME.get(name)).find((meaning) => meaning !== undefined);
}

const BY_NAME: ReadonlyMap<string, string> = new Map(Object.entries(MEANINGS));

/** The names in the table. */
export function namesWithMeaning(): readonly string[] {
  return [...BY_NAME.keys()];
}
