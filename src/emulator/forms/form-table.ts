import type { Form, FormParameter, Layout } from "./form.js";
import {
  AREA,
  CREDENTIALS,
  ENTRY,
  GROUP,
  LOGGED_SESSION,
  NODE,
  NODE_REF,
  PARENT,
  PIN,
  parameter,
  REPORT_DAYS,
  REPORT_MOMENTS,
  REPORT_NODE,
  SESSION,
  SIGN_ON,
  TARGET_NODE,
  USER,
  WHOLE_PIN,
} from "./form-parameter-list.js";
import { hierarchyBlocks } from "./hierarchy-blocks.js";
import { sessionTable } from "./session-table.js";
import { bare, keyValues, pinCode, properties, type TextLine } from "./text-layouts.js";

const optional = ({ names, soap, invalid }: FormParameter): FormParameter =>
  invalid === undefined ? { names, soap } : { names, soap, invalid };

const ACCOUNT: readonly TextLine[] = [
  ["AccountID", "iAccountID"],
  ["Organization", "sOrganization"],
  ["AdminID", "iAdminID"],
  ["TechID", "iTechID"],
  ["Email", "sEmail"],
];

const userProperties = (...addOns: readonly TextLine[]): Layout =>
  properties(
    "oUser",
    ["NODEID", "iNodeID"],
    ["NAME", "sName"],
    ["NICK", "sNick"],
    ["EMAIL", "sEmail"],
    ["SSOID", "sSSOID"],
    ["DESCRIPTION", "sDescription"],
    ["TYPE", "eType"],
    ["HASMOBILEADDON", "hasMobileAddon"],
    ...addOns,
    ["ISACCOUNTHOLDER", "bAccountHolder"],
    ["STATUS", "eStatus"],
  );
const userWithRpat = userProperties(["HASRPATADDON", "hasRPATAddon"]);

const GROUP_LINES: readonly TextLine[] = [
  ["NODEID", "iNodeID"],
  ["NAME", "sName"],
  ["DESCRIPTION", "sDescription"],
  ["TYPE", "eType"],
  ["PERMISSIONS", "aPermissions"],
  ["LOCKEDPERMISSIONS", "aLockedPermissions"],
  ["ISENABLED", "bIsEnabled"],
  ["STANDARDCONCURRENTLIMIT", "iStandardConcurrentLimit"],
  ["MOBILECONCURRENTLIMIT", "iMobileConcurrentLimit"],
];

// From the guide's page of version 4; version 3 sends an invitation too (the same line there is inferred).
const pinAndMessage: Layout = (out, parameters) =>
  `${pinCode(out, parameters)}${parameters.sPhoneNumber ? "\nSMS_RESULT: sendInvitationForMobileSession_OK" : ""}`;

const AUTH_CODE = keyValues(["AUTHCODE", "sAuthCode"]);
/** A form whose operation has the same name, or one of `operations`. */
function form(
  name: string,
  parameters: readonly FormParameter[],
  layout?: Layout,
  operations: readonly string[] = [name],
): Form {
  return { name, operations, parameters, ...(layout ? { layout } : {}) };
}

/**
 * The forms of the guide, one for each `/API/<name>.aspx`, with the names and layouts of the guide and of published
 * clients. Inferred are the keys of getAccount_v2's TCRunning, of requestInvitationLink and of the report settings'
 * getters, save getReportType's. createUsers is missing: how its array is written in a form is not known.
 */
const FORMS: readonly Form[] = [
  form("login", CREDENTIALS),
  form("logout", []),
  form("requestAuthCode", CREDENTIALS, AUTH_CODE),
  form(
    "requestAuthCodeSSO",
    [parameter("ssoid", "sSSOID"), parameter("pwd", "sPassword"), parameter("company", "sCompany")],
    AUTH_CODE,
  ),
  form("getAccount", [], keyValues(...ACCOUNT)),
  form("getAccount_v2", [], keyValues(...ACCOUNT, ["TCRunning", "bTcRunning"])),
  form("getHierarchy", [], hierarchyBlocks),
  form(
    "getHierarchy_v2",
    [parameter("isnode", "bIsNode"), parameter("node", "iNodeID"), parameter("filteroffline", "bFilterOffline")],
    hierarchyBlocks,
  ),

  form("getUser", [NODE], userProperties()),
  form("getUser_v2", [NODE], userWithRpat),
  form("getUser_v3", [optional(NODE), parameter("email", "sUserEmail")], userWithRpat),
  form("createUser", [PARENT], bare("iNodeID")),
  form("setUser", USER),
  form("setUser_v2", USER, undefined, ["setUser_V2"]),
  form("setUserStatus", USER, undefined, ["setUserStatus", "setUserStatus_v7_1"]),
  form("setUserStatus_v7_1", USER),
  form("createGroup", [PARENT], bare("iNodeID")),
  form("getGroup", [NODE], properties("oGroup", ...GROUP_LINES)),
  form("getGroup_v2", [NODE], properties("oGroup", ...GROUP_LINES, ["RPATCONCURRENTLIMIT", "iRPATConcurrentLimit"])),
  form("setGroup", GROUP),
  form("setGroup_v2", GROUP),
  form("moveNode", [TARGET_NODE, NODE]),
  form("deleteNode", [NODE]),
  form("assignChannel", [NODE, ENTRY]),
  form("unassignChannel", [NODE, ENTRY]),
  // TRUE or FALSE are the status word, with no OK before it (guide: tutorial).
  form("isAnyTechAvailableOnChannel", [
    parameter("ChannelID", "iChannelID", { required: true }),
    parameter("ExcludingAwayAndBusy", "bExcludingAwayAndBusy"),
  ]),

  // Left out, the node of the first version is every technician and channel; the later ones require it.
  form("getSession", [optional(NODE), NODE_REF], sessionTable(3)),
  form("getSession_v2", [NODE, NODE_REF], sessionTable(3), ["getSession_v2", "getSession"]),
  form("getSession_v3", [NODE, NODE_REF], sessionTable(6), ["getSession_V3"]),
  form("startSession", [SESSION, { ...NODE, soap: "iNode" }]),
  form("holdSession", [SESSION]),
  form("transferSession", [
    parameter("session", "iSession", { required: true }),
    { ...NODE, soap: "iNode" },
    NODE_REF,
    parameter("comment", "sComment"),
  ]),
  form("closeSession", [SESSION]),
  form("cancelAction", [SESSION]),
  form("getChat", [LOGGED_SESSION], bare("sChatLog")),
  form("getNote", [LOGGED_SESSION], keyValues(["NOTE", "sNote"])),

  form("requestPINCode", PIN, pinCode),
  form("requestPINCode_v2", PIN, pinCode, ["requestPINCodeV2", "requestPINCode"]),
  form("requestPINCode_v3", PIN, pinCode, ["requestPINCodeV3"]),
  form("requestLensPINCode", PIN, pinCode, ["requestLensPINCode", "requestLensPINCodeV2"]),
  form("requestLensPINCode_v2", PIN, pinCode, ["requestLensPINCodeV2"]),
  form("requestLensPINCode_v3", PIN, pinAndMessage, ["requestLensPINCodeV3"]),
  form("requestLensPINCode_v4", PIN, pinAndMessage, ["requestLensPINCodeV4"]),
  form("requestInvitationLink", PIN, keyValues(["INVITATIONLINK", "sInvitationLink"])),
  form(
    "generateEmailText",
    [WHOLE_PIN],
    keyValues(["SUBJECT", "sSubject"], ["TEXT", "sText"], ["LINK", "sLink"], ["SIGNATURE", "sSignature"]),
  ),

  form("getReport", REPORT_NODE, bare("sReport")),
  form("getReport_v2", REPORT_NODE, bare("sReport")),
  form("setReportArea", [AREA]),
  form("setReportArea_v2", [AREA]),
  form("setReportArea_v8", [AREA], undefined, ["setReportArea_v8", "setReportArea_v2"]),
  form("getReportArea", [], keyValues(["REPORTAREA", "eReportArea"])),
  form("setReportDate", REPORT_DAYS),
  form("setReportDate_v2", REPORT_MOMENTS),
  form("getReportDate", [], keyValues(["BEGINDATE", "sBeginDate"], ["ENDDATE", "sEndDate"])),
  form("setReportTime", [parameter("btime", "sBeginTime"), parameter("etime", "sEndTime")]),
  form("getReportTime", [], keyValues(["BEGINTIME", "sBeginTime"], ["ENDTIME", "sEndTime"])),
  form("setTimezone", [parameter("timezone", "sTimezone")], undefined, ["setTimeZone"]),
  form("getTimezone", [], keyValues(["TIMEZONE", "sTimezone"]), ["getTimeZone"]),
  form("setDelimiter", [parameter("delimiter", "sDelimiter")]),
  form("getDelimiter", [], keyValues(["DELIMITER", "sDelimiter"])),
  form("setOutput", [parameter("output", "eOutput", { required: true })]),
  form("getOutput", [], keyValues(["OUTPUT", "eOutput"])),
  form("setReportType", [parameter("type", "sReportType", { required: true })]),
  form("getReportType", [], keyValues(["REPORTTYPE", "sReportType"])),
  form("setDateFormat", [parameter("dateformat", "sDateFormat", { required: true })]),
  form("getDateFormat", [], keyValues(["DATEFORMAT", "sDateFormat"])),

  { ...form("getLoginTicket", SIGN_ON, bare("sAddress")), folder: "SSO", frame: (word, data) => `${word}:${data}` },
  // The guide's sample has no status word before this address.
  {
    ...form("getDTCLoginTicket", [...SIGN_ON, parameter("arch", "sArch")], bare("sAddress")),
    folder: "SSO",
    frame: (_word, data) => data,
  },
];

const BY_PATH: ReadonlyMap<string, Form> = new Map(
  FORMS.map((entry) => [`${entry.folder ?? "API"}/${entry.name}`.toLowerCase(), entry]),
);

/** The paths of all forms, with folder and name as in the guide. */
export const FORM_PATHS: readonly string[] = FORMS.map(({ folder = "API", name }) => `${folder}/${name}`);

/** The form at that path, such as `api/closesession`; undefined if there is none. */
export function formAt(path: string): Form | undefined {
  return BY_PATH.get(path.toLowerCase());
}
