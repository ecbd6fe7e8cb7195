import { knownArea } from "../desk/report-area.js";
import type { FormParameter } from "./form.js";
import { dateTimeOf } from "./form-dates.js";

type Extra = Pick<FormParameter, "invalid" | "means" | "required" | "translate">;

/** A parameter under one name, or under several that the guide's samples use, separated by a bar. */
export function parameter(names: string, soap: string, extra: Extra = {}): FormParameter {
  return { names: names.toLowerCase().split("|"), soap, ...extra };
}

// The samples of moveNode and deleteNode say `node` for GET and `nodeID` for POST (guide: moveNode).
export const NODE = parameter("node|nodeID", "iNodeID", { invalid: "InvalidParam_NodeID", required: true });
export const PARENT = parameter("parent", "iParentID", { invalid: "InvalidParam_ParentID", required: true });
export const TARGET_NODE = parameter("targetNode|targetNodeID", "iTargetNodeID", {
  invalid: "InvalidParam_TargetNodeID",
  required: true,
});
export const ENTRY = parameter("entry", "iEntryID", { invalid: "InvalidParam_EntryID", required: true });
export const SESSION = parameter("session", "iSession", { invalid: "InvalidParam_Session", required: true });
export const LOGGED_SESSION = parameter("session", "iSessionID", { invalid: "InvalidParam_SessionID", required: true });
export const NODE_REF = parameter("noderef", "eNodeRef");

export const CREDENTIALS: readonly FormParameter[] = [parameter("email", "sEmail"), parameter("pwd", "sPassword")];

export const USER: readonly FormParameter[] = [
  NODE,
  parameter("name", "sName"),
  parameter("nick", "sNick"),
  parameter("email", "sEmail"),
  parameter("ssoid", "sSSOID"),
  parameter("pwd", "sPwd"),
  parameter("confpwd", "sConfPwd"),
  parameter("oldpwd", "sCurrentPwd"),
  parameter("status", "eStatus", { invalid: "InvalidParam_Status", required: true }),
  parameter("description", "sDescription"),
  // The tutorial writes addons and rpataddon, the method pages addons (setUser) and mobileaddon (setUser_v2).
  parameter("addons|mobileaddon", "eAddOns", { invalid: "InvalidParam_MobileAddOn", required: true }),
  parameter("mobileaddon|addons", "eMobileAddOn", { invalid: "InvalidParam_MobileAddOn", required: true }),
  parameter("rpataddon", "bRPATAddOn", { invalid: "InvalidParam_RPATAddOn", required: true }),
];

export const GROUP: readonly FormParameter[] = [
  NODE,
  parameter("name", "sName"),
  parameter("status", "eStatus", { invalid: "InvalidParam_Status", required: true }),
  parameter("description", "sDescription"),
  parameter("permission", "aPermissions"),
  parameter("lockedpermission", "aLockedPermissions"),
];

/** The two sign-on forms; their own capitals and the samples' make no difference. */
export const SIGN_ON: readonly FormParameter[] = [
  parameter("ssoid", "sSSOID"),
  parameter("Password", "sPassword"),
  parameter("CompanyID", "sCompanyID"),
];

/**
 * A PIN needs all six digits here; SOAP accepts a number that has lost its leading zeros (guide: generateEmailText).
 */
export const WHOLE_PIN = parameter("pincode", "iPINCode", {
  invalid: "InvalidPINFormat",
  required: true,
  translate: (text) => (/^\d{6}$/.test(text.trim()) ? text : undefined),
});

export const PIN: readonly FormParameter[] = [
  ...[0, 1, 2, 3, 4, 5].map((at) => parameter(`cfield${at}`, `sCField${at}`)),
  parameter("tracking0", "sTracking0"),
  parameter("notechconsole", "bNoTechConsole"),
  parameter("NodeId", "nodeId"),
  parameter("PhoneNumber", "sPhoneNumber"),
  parameter("LangCode", "sLangCode"),
];

// A number, which the behaviour accepts as well as a name; if the WSDL lists the names, the name with that number.
export const AREA = parameter("area", "eReportArea", {
  means: (text, literal) => {
    const area = knownArea(text);
    return area !== undefined && knownArea(literal) === area;
  },
});

const invalid = "InvalidFormat";

export const REPORT_DAYS: readonly FormParameter[] = [parameter("bdate", "sBeginDate"), parameter("edate", "sEndDate")];
export const REPORT_MOMENTS: readonly FormParameter[] = [
  parameter("bdate", "dBeginDate", { invalid, required: true, translate: dateTimeOf }),
  parameter("edate", "dEndDate", { invalid, required: true, translate: dateTimeOf }),
];

// The guide says nodetype; a working client sends noderef. The guide's results for reports have none for a wrong node.
export const REPORT_NODE: readonly FormParameter[] = [
  parameter("node|nodeID", "iNodeID", { required: true }),
  parameter("nodetype|noderef", "eNodeRef"),
];
