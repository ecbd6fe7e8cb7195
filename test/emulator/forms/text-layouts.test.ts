import { expect } from "chai";
import { type Emulator, startEmulator } from "../../reference/service.js";

import { callForm, METHODS, textOf } from "./form-call.js";

// Nothing is escaped: bars, line feeds, markup and colons in a value stand as they are.
const HOSTILE = "a|b\n<script>alert(1)</script> & \u201d: c";

const USER = {
  iNodeID: 201,
  sName: HOSTILE,
  sNick: "",
  sEmail: "tech@email.com",
  sSSOID: "sso",
  sDescription: "",
  eType: "Technician",
  bAccountHolder: false,
  hasMobileAddon: true,
  eStatus: "Online",
} as const;

const SESSION = {
  iID: 1571322,
  bStatus: "SESSION_CONNECTING",
  sStatus: "Connecting",
  iEntry: 0,
  iTechnician: 337366,
  sTechnician: "John Doe",
  sStartTime: "10/14/2011 10:12:59 AM",
  iWaitingTimeInSec: 105,
  sCustomField0: "Customer1",
  sCustomField1: "",
  sLanguage: "en",
  sTransferredTo: "",
  bIsLead: true,
  bHandingOff: false,
} as const;
const HEADINGS = "ID|Status|Entry ID|Entry|Technician ID|Technician|Start Time|Waiting Time|";
const LAST_HEADINGS = "Language|Transferred To|Transferred Comment|Is Lead Technician|HandingOff|";

// Operation, its response, the form that shows it, and the data after `OK` and an empty line, to the byte.
const LAYOUTS: readonly (readonly [operation: string, response: object, form: string, data: string])[] = [
  ["requestAuthCode", { sAuthCode: "abc123" }, "requestAuthCode", "AUTHCODE:abc123"],
  ["requestAuthCodeSSO", { sAuthCode: "abc123" }, "requestAuthCodeSSO", "AUTHCODE:abc123"],
  [
    "getAccount",
    { iAccountID: 1000, sOrganization: HOSTILE, iAdminID: 101, iTechID: 0, sEmail: "some@email.com" },
    "getAccount",
    `AccountID:1000\nOrganization:${HOSTILE}\nAdminID:101\nTechID:0\nEmail:some@email.com`,
  ],
  [
    "getAccount_v2",
    { iAccountID: 1000, iAdminID: 101, iTechID: 0, bTcRunning: true },
    "getAccount_v2",
    "AccountID:1000\nOrganization:\nAdminID:101\nTechID:0\nEmail:\nTCRunning:True",
  ],
  [
    "getHierarchy_v2",
    {
      aHierarchy: {
        HIERARCHY: [
          { iNodeID: 1, iParentID: 0, sName: "Desk", eStatus: "Offline", eType: "Root" },
          { iNodeID: 2, iParentID: 1, sName: HOSTILE, sEmail: "a@b", eStatus: "Online", eType: "MasterAdministrator" },
        ],
      },
    },
    "getHierarchy_v2",
    "NodeID:1\nParentID:0\nName:Desk\nEmail:\nDescription:\nStatus:Offline\nType:Root\n\n" +
      `NodeID:2\nParentID:1\nName:${HOSTILE}\nEmail:a@b\nDescription:\nStatus:Online\nType:Masteradministrator\n\n`,
  ],
  ["getHierarchy", {}, "getHierarchy", ""],
  [
    "getUser",
    { oUser: USER },
    "getUser",
    `NODEID: 201\nNAME: ${HOSTILE}\nNICK: \nEMAIL: tech@email.com\nSSOID: sso\nDESCRIPTION: \nTYPE: Technician\n` +
      "HASMOBILEADDON: True\nISACCOUNTHOLDER: False\nSTATUS: Online",
  ],
  [
    "getUser_v3",
    { oUser: { ...USER, sName: "T", eType: "MasterAdministrator", hasRPATAddon: false } },
    "getUser_v3",
    "NODEID: 201\nNAME: T\nNICK: \nEMAIL: tech@email.com\nSSOID: sso\nDESCRIPTION: \nTYPE: MasterAdministrator\n" +
      "HASMOBILEADDON: True\nHASRPATADDON: False\nISACCOUNTHOLDER: False\nSTATUS: Online",
  ],
  ["createUser", { iNodeID: 1234 }, "createUser", "1234"],
  ["createGroup", { iNodeID: 1234 }, "createGroup", "1234"],
  [
    "getGroup",
    {
      oGroup: {
        iNodeID: 301,
        sName: "Desk 1",
        sDescription: HOSTILE,
        eType: "TechnicianGroup",
        aPermissions: { NODE_PERMISSIONS: ["RemoteControl", "SendURL"] },
        aLockedPermissions: { NODE_PERMISSIONS: [] },
        bIsEnabled: true,
        iStandardConcurrentLimit: 5,
        iMobileConcurrentLimit: 0,
      },
    },
    "getGroup",
    `NODEID: 301\nNAME: Desk 1\nDESCRIPTION: ${HOSTILE}\nTYPE: TechnicianGroup\nPERMISSIONS: RemoteControl,SendURL,\n` +
      "LOCKEDPERMISSIONS: \nISENABLED: True\nSTANDARDCONCURRENTLIMIT: 5\nMOBILECONCURRENTLIMIT: 0",
  ],
  [
    "getSession",
    { aSessions: { SESSION: [SESSION] } },
    "getSession",
    `${HEADINGS}Custom Field 0|Custom Field 1|Custom Field 2|${LAST_HEADINGS}\n` +
      "1571322|Connecting|0||337366|John Doe|10/14/2011 10:12 AM|105|Customer1|||en|||yes||\n",
  ],
  [
    "getSession_V3",
    { aSessions: { SESSION_V3: [{ ...SESSION, sCustomField5: HOSTILE, bIsLead: false, bHandingOff: true }] } },
    "getSession_v3",
    `${HEADINGS}Custom Field 0|Custom Field 1|Custom Field 2|Custom Field 3|Custom Field 4|Custom Field 5|${LAST_HEADINGS}\n` +
      `1571322|Connecting|0||337366|John Doe|10/14/2011 10:12 AM|105|Customer1|||||${HOSTILE}|en||||yes|\n`,
  ],
  [
    "getSession",
    { aSessions: { SESSION: [] } },
    "getSession_v2",
    `${HEADINGS}Custom Field 0|Custom Field 1|Custom Field 2|${LAST_HEADINGS}\n`,
  ],
  ["getNote", { sNote: HOSTILE }, "getNote", `NOTE:${HOSTILE}`],
  ["getChat", { sChatLog: HOSTILE }, "getChat", HOSTILE],
  ["getReport", { sReport: "Session ID|\n1|\n" }, "getReport", "Session ID|\n1|\n"],
  ["getReport_v2", { sReport: "<report/>" }, "getReport_v2", "<report/>"],
  ["requestPINCode", { iPINCode: 1234 }, "requestPINCode", "PINCODE:001234"],
  ["requestPINCodeV3", { sPINCode: "001234" }, "requestPINCode_v3", "PINCODE:001234"],
  ["requestLensPINCodeV3", { sPINCode: "001234" }, "requestLensPINCode_v3", "PINCODE:001234"],
  [
    "requestInvitationLink",
    { sInvitationLink: "http://h/R?i=2" },
    "requestInvitationLink",
    "INVITATIONLINK:http://h/R?i=2",
  ],
  [
    "generateEmailText",
    { sSubject: "S", sText: "T:\nT", sLink: "http://h/", sSignature: "Z" },
    "generateEmailText",
    "SUBJECT:S\nTEXT:T:\nT\nLINK:http://h/\nSIGNATURE:Z",
  ],
  ["getReportArea", { eReportArea: "SESSION" }, "getReportArea", "REPORTAREA:SESSION"],
  [
    "getReportDate",
    { sBeginDate: "1/1/2026", sEndDate: "1/2/2026" },
    "getReportDate",
    "BEGINDATE:1/1/2026\nENDDATE:1/2/2026",
  ],
  ["getReportTime", { sBeginTime: "00:00", sEndTime: "12:00" }, "getReportTime", "BEGINTIME:00:00\nENDTIME:12:00"],
  ["getTimeZone", { sTimezone: "-240" }, "getTimezone", "TIMEZONE:-240"],
  ["getDelimiter", { sDelimiter: "|" }, "getDelimiter", "DELIMITER:|"],
  ["getOutput", { eOutput: "TEXT" }, "getOutput", "OUTPUT:TEXT"],
];

const SENT = { node: "1", parent: "1", session: "1", pincode: "123456" };

describe("texts of HTTP forms", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  after(() => emulator.close());

  for (const method of METHODS) {
    for (const [operation, response, form, data] of LAYOUTS) {
      it(`${method} ${form}`, async () => {
        emulator.on(operation, () => response);
        expect(await textOf(emulator.endpoint, form, SENT, { method })).to.equal(`OK\n\n${data}`);
      });
    }
  }

  it("only shows a refusal's word, from any literal of a handler, and no data", async () => {
    for (const [literal, word] of [
      ["getUser_InvalidParam_NodeID", "INVALIDPARAM_NODE"],
      ["getUser_User_Deleted_Or_Disabled", "USER_DELETED_OR_DISABLED"],
      ["getUser_Frozen", "FROZEN"],
      ["Frozen", "FROZEN"],
    ]) {
      emulator.on<object, object>("getUser", () => ({ getUserResult: literal, oUser: USER }));
      expect(await textOf(emulator.endpoint, "getUser", SENT)).to.equal(word);
    }
    emulator.on<object, object>("setUserStatus_v7_1", () => ({ setUserStatus_v7_1Result: "OK" }));
    expect(await textOf(emulator.endpoint, "setUserStatus", { node: "1", status: "Enabled" })).to.equal("OK");
  });

  it("says that the invitation was sent if a phone number was given", async () => {
    emulator.on("requestLensPINCodeV3", () => ({
      requestLensPINCodeV3Result: "requestPINCode_OK",
      sPINCode: "000001",
    }));
    expect(await textOf(emulator.endpoint, "requestLensPINCode_v3", { PhoneNumber: "+1" })).to.equal(
      "OK\n\nPINCODE:000001\nSMS_RESULT: sendInvitationForMobileSession_OK",
    );
  });

  it("survives handlers that return something other than objects and lists", async () => {
    for (const value of [null, 1, "x", [], [null], { HIERARCHY: null }, { HIERARCHY: [null, 1, "x"] }]) {
      emulator.on<object, object>("getHierarchy", () => ({ aHierarchy: value }));
      emulator.on<object, object>("getUser", () => ({ oUser: value }));
      emulator.on<object, object>("getSession", () => ({ aSessions: value }));
      for (const form of ["getHierarchy", "getUser", "getSession"]) {
        const reply = await callForm(emulator.endpoint, form, SENT);
        expect(reply.body, `${form} ${JSON.stringify(value)}`).to.match(/^OK\n\n/);
      }
    }
  });

  it("returns the tree as a published client reads it: blocks between empty lines, one key and value per line", async () => {
    emulator.on("getHierarchy_v2", () => ({
      getHierarchy_v2Result: "getHierarchy_OK",
      aHierarchy: {
        HIERARCHY: [
          { iNodeID: 1, iParentID: 0, eStatus: "Offline", eType: "Root" },
          { iNodeID: 201, iParentID: 1, eStatus: "Online", eType: "Technician" },
        ],
      },
    }));
    const nodes = (await textOf(emulator.endpoint, "getHierarchy_v2")).split("\n\n").slice(1, -1);
    const types = nodes.map((node) =>
      new Map(node.split("\n").map((line) => line.split(":") as [string, string])).get("Type"),
    );
    expect(types).to.deep.equal(["Root", "Technician"]);
  });
});
