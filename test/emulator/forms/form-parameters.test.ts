import { expect } from "chai";
import { resultElement } from "../../../src/soap/contract/result-element.js";
import { contract } from "../../reference/generated/contract.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { callForm, METHODS, textOf } from "./form-call.js";

const CUSTOM = "cfield0=A&cfield1=B&cfield2=C&cfield3=D&cfield4=E&cfield5=F&tracking0=T&notechconsole=1&authcode=c";
const PIN = {
  sCField0: "A",
  sCField1: "B",
  sCField2: "C",
  sCField3: "D",
  sCField4: "E",
  sCField5: "F",
  sTracking0: "T",
  bNoTechConsole: true,
  sAuthCode: "c",
};
const USER = "node=2&name=N&nick=K&email=e&ssoid=S&pwd=p1&confpwd=p2&oldpwd=p3&status=enabled&description=D&authcode=c";
const USER_PARAMETERS = {
  iNodeID: 2,
  sName: "N",
  sNick: "K",
  sEmail: "e",
  sSSOID: "S",
  sPwd: "p1",
  sConfPwd: "p2",
  sCurrentPwd: "p3",
  eStatus: "Enabled",
  sDescription: "D",
  sAuthCode: "c",
};
const CALLER = { sAuthCode: "c" };

// A form as the guide's samples send it, the operation behind it, and what that is called with.
const CASES: readonly (readonly [sent: string, operation: string, parameters: object])[] = [
  ["login?email=e&pwd=p", "login", { sEmail: "e", sPassword: "p" }],
  ["logout?authcode=c", "logout", {}],
  ["requestAuthCode?email=e&pwd=p", "requestAuthCode", { sEmail: "e", sPassword: "p" }],
  ["requestAuthCodeSSO?ssoid=s&pwd=p&company=7", "requestAuthCodeSSO", { sSSOID: "s", sPassword: "p", sCompany: "7" }],
  ["getAccount?authcode=c", "getAccount", CALLER],
  ["getAccount_v2?authcode=c", "getAccount_v2", CALLER],
  ["getHierarchy?authcode=c", "getHierarchy", CALLER],
  [
    "getHierarchy_v2?isnode=true&node=3&filteroffline=True&authcode=c",
    "getHierarchy_v2",
    { ...CALLER, bIsNode: true, iNodeID: 3, bFilterOffline: true },
  ],
  ["getHierarchy_v2?", "getHierarchy_v2", { sAuthCode: "" }],
  ["getUser?node=3&authcode=c", "getUser", { ...CALLER, iNodeID: 3 }],
  ["getUser_v2?node=3&authcode=c", "getUser_v2", { ...CALLER, iNodeID: 3 }],
  ["getUser_v3?node=3&authcode=c", "getUser_v3", { ...CALLER, iNodeID: 3, sUserEmail: "" }],
  ["getUser_v3?email=e%40f&authcode=c", "getUser_v3", { ...CALLER, iNodeID: 0, sUserEmail: "e@f" }],
  ["createUser?parent=3&authcode=c", "createUser", { ...CALLER, iParentID: 3 }],
  ["setUser?addons=True&", "setUser", { ...USER_PARAMETERS, eAddOns: "True" }],
  ["setUser?mobileaddon=false&", "setUser", { ...USER_PARAMETERS, eAddOns: "False" }],
  [
    "setUser_v2?mobileaddon=True&rpataddon=False&",
    "setUser_V2",
    { ...USER_PARAMETERS, eMobileAddOn: "True", bRPATAddOn: false },
  ],
  [
    "setUserStatus?node=3&status=Disabled&authcode=c",
    "setUserStatus_v7_1",
    { ...CALLER, iNodeID: 3, eStatus: "Disabled" },
  ],
  ["createGroup?parent=3&authcode=c", "createGroup", { ...CALLER, iParentID: 3 }],
  ["getGroup?node=3&authcode=c", "getGroup", { ...CALLER, iNodeID: 3 }],
  ["moveNode?node=3&targetnode=4&authcode=c", "moveNode", { ...CALLER, iNodeID: 3, iTargetNodeID: 4 }],
  ["moveNode?nodeID=3&targetNodeID=4&authcode=c", "moveNode", { ...CALLER, iNodeID: 3, iTargetNodeID: 4 }],
  ["deleteNode?node=3&authcode=c", "deleteNode", { ...CALLER, iNodeID: 3 }],
  ["deleteNode?nodeID=3&authcode=c", "deleteNode", { ...CALLER, iNodeID: 3 }],
  ["assignChannel?node=3&entry=4&authcode=c", "assignChannel", { ...CALLER, iNodeID: 3, iEntryID: 4 }],
  ["unassignChannel?node=3&entry=4&authcode=c", "unassignChannel", { ...CALLER, iNodeID: 3, iEntryID: 4 }],
  ["getSession?authcode=c", "getSession", { ...CALLER, iNodeID: 0, eNodeRef: "NODE" }],
  ["getSession_v2?node=3&noderef=channel&authcode=c", "getSession", { ...CALLER, iNodeID: 3, eNodeRef: "CHANNEL" }],
  ["getSession_v3?node=3&noderef=CHANNEL&authcode=c", "getSession_V3", { ...CALLER, iNodeID: 3, eNodeRef: "CHANNEL" }],
  ["startSession?session=1&node=3&authcode=c", "startSession", { ...CALLER, iSession: 1, iNode: 3 }],
  ["holdSession?session=1&authcode=c", "holdSession", { ...CALLER, iSession: 1 }],
  [
    "transferSession?session=1&node=3&noderef=CHANNEL&comment=a+b&authcode=c",
    "transferSession",
    { ...CALLER, iSession: 1, iNode: 3, eNodeRef: "CHANNEL", sComment: "a b" },
  ],
  ["closeSession?session=1&authcode=c", "closeSession", { ...CALLER, iSession: 1 }],
  ["cancelAction?session=1&authcode=c", "cancelAction", { ...CALLER, iSession: 1 }],
  ["requestPINCode?CUSTOM", "requestPINCode", PIN],
  ["requestPINCode_v2?CUSTOM", "requestPINCode", PIN],
  ["requestPINCode_v3?CUSTOM&NodeId=3", "requestPINCodeV3", { ...PIN, nodeId: 3 }],
  ["requestLensPINCode?CUSTOM", "requestLensPINCodeV2", PIN],
  ["requestLensPINCode_v2?CUSTOM", "requestLensPINCodeV2", PIN],
  [
    "requestLensPINCode_v3?CUSTOM&PhoneNumber=%2B1&LangCode=de",
    "requestLensPINCodeV3",
    { ...PIN, sPhoneNumber: "+1", sLangCode: "de" },
  ],
  ["requestInvitationLink?CUSTOM&NodeId=3", "requestInvitationLink", { ...PIN, nodeId: 3 }],
  ["generateEmailText?pincode=012345&authcode=c", "generateEmailText", { ...CALLER, iPINCode: 12345 }],
  ["getNote?session=1&authcode=c", "getNote", { ...CALLER, iSessionID: 1 }],
  ["getChat?session=1&authcode=c", "getChat", { ...CALLER, iSessionID: 1 }],
  ["getReport?node=3&nodetype=CHANNEL&authcode=c", "getReport", { ...CALLER, iNodeID: 3, eNodeRef: "CHANNEL" }],
  [
    "getReport_v2?node=-2&noderef=EXTERNALROOT&authcode=c",
    "getReport_v2",
    { ...CALLER, iNodeID: -2, eNodeRef: "EXTERNALROOT" },
  ],
  ["setReportArea?area=0&authcode=c", "setReportArea", { ...CALLER, eReportArea: "0" }],
  ["setReportArea_v2?area=8&authcode=c", "setReportArea_v2", { ...CALLER, eReportArea: "8" }],
  ["setReportArea_v8?area=16&authcode=c", "setReportArea_v2", { ...CALLER, eReportArea: "16" }],
  ["getReportArea?authcode=c", "getReportArea", CALLER],
  [
    "setReportDate?bdate=1/1/2026&edate=1/31/2026&authcode=c",
    "setReportDate",
    { ...CALLER, sBeginDate: "1/1/2026", sEndDate: "1/31/2026" },
  ],
  [
    "setReportDate_v2?bdate=12/1/2011+8:00:00&edate=12/31/2011&authcode=c",
    "setReportDate_v2",
    { ...CALLER, dBeginDate: "2011-12-01T08:00:00", dEndDate: "2011-12-31T00:00:00" },
  ],
  ["getReportDate?authcode=c", "getReportDate", CALLER],
  [
    "setReportTime?btime=0:00&etime=12:00&authcode=c",
    "setReportTime",
    { ...CALLER, sBeginTime: "0:00", sEndTime: "12:00" },
  ],
  ["getReportTime?authcode=c", "getReportTime", CALLER],
  ["setTimezone?timezone=-240&authcode=c", "setTimeZone", { ...CALLER, sTimezone: "-240" }],
  ["getTimezone?authcode=c", "getTimeZone", CALLER],
  ["setDelimiter?delimiter=%7C%7C&authcode=c", "setDelimiter", { ...CALLER, sDelimiter: "||" }],
  ["getDelimiter?authcode=c", "getDelimiter", CALLER],
  ["setOutput?output=xml&authcode=c", "setOutput", { ...CALLER, eOutput: "XML" }],
  ["getOutput?authcode=c", "getOutput", CALLER],
];

// Invalid or missing values, and the status word for each.
const REFUSED: readonly (readonly [name: string, sent: string, word: string])[] = [
  ...["closeSession", "holdSession", "cancelAction", "getNote", "getChat"].flatMap((name) =>
    ["abc", "1.5", "", "99999999999", "1 2"].map(
      (value) => [name, `session=${value}`, "INVALIDPARAM_SESSION"] as const,
    ),
  ),
  ["closeSession", "", "INVALIDPARAM_SESSION"],
  ["startSession", "session=x&node=1", "INVALIDPARAM_SESSION"],
  ["startSession", "session=1&node=x", "INVALIDPARAM_NODE"],
  ["transferSession", "session=x&node=1", "ERROR"],
  ["transferSession", "session=1&node=x", "INVALIDPARAM_NODE"],
  ["transferSession", "session=1&node=1&noderef=TECH", "ERROR"],
  ["getReport", "node=x", "ERROR"],
  ["getReport_v2", "", "ERROR"],
  ["getUser", "node=me", "INVALIDPARAM_NODE"],
  ["getUser_v3", "node=me", "INVALIDPARAM_NODE"],
  ["getSession", "node=me", "INVALIDPARAM_NODE"],
  ["getSession_v3", "", "INVALIDPARAM_NODE"],
  ["createUser", "parent=", "INVALIDPARAM_PARENT"],
  ["createGroup", "", "INVALIDPARAM_PARENT"],
  ["moveNode", "node=1&targetnode=x", "INVALIDPARAM_TARGETNODE"],
  ["assignChannel", "node=1&entry=x", "INVALIDPARAM_ENTRY"],
  ["setUser", "node=1&addons=True", "INVALIDPARAM_STATUS"],
  ["setUser", "node=1&status=Gone&addons=True", "INVALIDPARAM_STATUS"],
  ["setUser", "node=1&status=Enabled&addons=1", "INVALIDPARAM_MOBILEADDON"],
  ["setUser_v2", "node=1&status=Enabled&mobileaddon=True&rpataddon=yes", "INVALIDPARAM_RPATADDON"],
  ["getHierarchy_v2", "isnode=perhaps", "ERROR"],
  ["requestPINCode", "notechconsole=2", "ERROR"],
  ...["abc", "", "12345", "1234567", "12345a", "-12345", "1e5", "0x1234"].map(
    (pin) => ["generateEmailText", `pincode=${pin}`, "INVALIDPINFORMAT"] as const,
  ),
  ["setGroup", "node=me&name=N&status=Enabled", "INVALIDPARAM_NODE"],
  ["setGroup", "node=301&name=N&status=On", "INVALIDPARAM_STATUS"],
  ["setGroup", "node=301&name=N", "INVALIDPARAM_STATUS"],
  ["setGroup", "node=301&name=N&status=Enabled&permission=RemoteControl,All", "ERROR"],
  ["setGroup", "node=301&name=N&status=Enabled&permission=ConnectOnLan", "ERROR"],
  ["setGroup_v2", "node=301&name=N&status=Enabled&lockedpermission=TechEndSessionSurvey", "ERROR"],
  ["isAnyTechAvailableOnChannel", "", "ERROR"],
  ["isAnyTechAvailableOnChannel", "ChannelID=web", "ERROR"],
  ["isAnyTechAvailableOnChannel", "ChannelID=401&ExcludingAwayAndBusy=perhaps", "ERROR"],
  ["setOutput", "output=JSON", "ERROR"],
  ["setReportDate_v2", "bdate=2011-12-01&edate=12/2/2011", "INVALIDFORMAT"],
  ["setReportDate_v2", "bdate=2/31/2026&edate=3/1/2026", "INVALIDFORMAT"],
  ["setReportDate_v2", "bdate=2/1/2026 25:00:00&edate=3/1/2026", "INVALIDFORMAT"],
  ["setReportDate_v2", "edate=3/1/2026", "INVALIDFORMAT"],
];

describe("parameters of HTTP forms", () => {
  let emulator: Emulator;
  const calls: (readonly [string, object])[] = [];
  before(async () => {
    emulator = await startEmulator({ limits: false });
    for (const [name, operation] of Object.entries(contract.operations)) {
      const field = resultElement(contract, name, operation);
      const literals = (field && contract.enums[field.type]) ?? [];
      emulator.on(name, (request: object) => {
        calls.push([name, request]);
        return { [field?.name ?? ""]: literals.find((literal) => literal.endsWith("OK")) };
      });
    }
  });
  beforeEach(() => {
    calls.length = 0;
  });
  after(() => emulator.close());

  for (const method of METHODS) {
    for (const [sent, operation, parameters] of CASES) {
      const [name = "", query = ""] = sent.split("?");
      it(`${method} ${sent}`, async () => {
        const full = query.endsWith("&") ? query + USER : query.replace("CUSTOM", CUSTOM);
        const reply = await callForm(emulator.endpoint, name, full, { method });
        expect(reply.body).to.match(/^OK(\n\n|$)/);
        expect(calls).to.have.length(1);
        expect(calls[0]?.[0]).to.equal(operation);
        expect(calls[0]?.[1]).to.deep.equal(parameters);
      });
    }

    it(`${method}: invalid and missing values are refused with the guide's words`, async () => {
      for (const [name, sent, word] of REFUSED) {
        expect(await textOf(emulator.endpoint, name, encodeURI(sent), { method }), `${name} ${sent}`).to.equal(word);
      }
      expect(calls).to.have.length(0);
    });
  }
});
