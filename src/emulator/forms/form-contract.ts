import type { Contract, ContractField, ContractOperation } from "../../soap/contract/contract.js";
import { PERMISSIONS, PERMISSIONS_V2 } from "../desk/permissions.js";

const NODE: ContractField = { name: "iNodeID", type: "xs:int" };
const STATUS: ContractField = { name: "eStatus", type: "USER_STATUS" };
const AUTH_CODE: ContractField = text("sAuthCode");
const TICKET = [text("sSSOID"), text("sPassword"), text("sCompanyID")];
const PIN = [
  ...[0, 1, 2, 3, 4, 5].map((at) => text(`sCField${at}`)),
  text("sTracking0"),
  { name: "bNoTechConsole", type: "xs:boolean" },
];
const MESSAGE = [text("sPhoneNumber"), text("sLangCode")];

/**
 * Methods of the guide for which the known WSDLs have no operations: a form reads its parameters by these if the
 * service's contract has none of its name. The names of the parameters follow those of other operations (inferred);
 * those of the forms are the guide's and are in the form table.
 */
export const formContract: Contract = {
  namespace: "",
  service: "Forms",
  port: "",
  address: "",
  operations: {
    getLoginTicket: takes("getLoginTicket", ...TICKET),
    getDTCLoginTicket: takes("getDTCLoginTicket", ...TICKET, text("sArch")),
    setUserStatus: takes("setUserStatus", NODE, STATUS, AUTH_CODE),
    getGroup_v2: takes("getGroup_v2", NODE, AUTH_CODE),
    setGroup: takes("setGroup", ...groupFields("ArrayOfNODE_PERMISSIONS")),
    setGroup_v2: takes("setGroup_v2", ...groupFields("ArrayOfNODE_PERMISSIONS_V2")),
    isAnyTechAvailableOnChannel: takes(
      "isAnyTechAvailableOnChannel",
      { name: "iChannelID", type: "xs:int" },
      { name: "bExcludingAwayAndBusy", type: "xs:boolean" },
      AUTH_CODE,
    ),
    requestPINCodeV2: takes("requestPINCodeV2", ...PIN, AUTH_CODE),
    requestLensPINCodeV4: takes(
      "requestLensPINCodeV4",
      ...PIN,
      ...MESSAGE,
      { name: "nodeId", type: "xs:int" },
      AUTH_CODE,
    ),
    setReportType: takes("setReportType", text("sReportType"), AUTH_CODE),
    getReportType: takes("getReportType", AUTH_CODE),
    setDateFormat: takes("setDateFormat", text("sDateFormat"), AUTH_CODE),
    getDateFormat: takes("getDateFormat", AUTH_CODE),
  },
  types: {
    ArrayOfNODE_PERMISSIONS: arrayOf("NODE_PERMISSIONS"),
    ArrayOfNODE_PERMISSIONS_V2: arrayOf("NODE_PERMISSIONS_V2"),
  },
  enums: {
    USER_STATUS: ["Disabled", "Enabled"],
    NODE_PERMISSIONS: PERMISSIONS.all,
    NODE_PERMISSIONS_V2: PERMISSIONS_V2.all,
  },
};

function takes(name: string, ...fields: readonly ContractField[]): ContractOperation {
  return { soapAction: "", request: { element: name, fields }, response: { element: `${name}Response`, fields: [] } };
}

function groupFields(permissions: string): readonly ContractField[] {
  return [
    NODE,
    text("sName"),
    text("sDescription"),
    STATUS,
    { name: "aPermissions", type: permissions, min: 0 },
    { name: "aLockedPermissions", type: permissions, min: 0 },
    AUTH_CODE,
  ];
}

function text(name: string): ContractField {
  return { name, type: "xs:string", min: 0 };
}

function arrayOf(type: string): readonly ContractField[] {
  return [{ name: type, type, min: 0, max: "unbounded" }];
}
