import { expect } from "chai";
import type { Operations } from "../../src/index.js";
import type {
  ArrayOfHIERARCHY,
  ArrayOfSESSION,
  ArrayOfSESSION_V3,
  GROUP,
  OUTPUT,
  USER,
  USER_V3,
} from "../reference/generated/index.js";
import { contract, type OperationTypes } from "../reference/service.js";

type Own = Operations<OperationTypes>;
/** What an operation answers that has a result and nothing else. */
type Nothing = Record<never, never>;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Does not compile unless both types are the same. */
function same<A, B>(..._: Same<A, B> extends true ? [] : ["not the same type"]): void {}

/** A call of each operation, right and wrong. Compiling them is the test: none is made. */
const CALLS: { readonly [Name in keyof OperationTypes]: (call: Own) => Promise<void> } = {
  async login(call) {
    const answer = await call.login();
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.loginResult;
    // @ts-expect-error sEmail is a string
    await call.login({ sEmail: 1 });
    // @ts-expect-error there is no iSesion
    await call.login({ iSesion: 1 });
  },
  async logout(call) {
    const answer = await call.logout();
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.logoutResult;
  },
  async requestAuthCode(call) {
    const answer = await call.requestAuthCode();
    same<typeof answer, { sAuthCode?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.requestAuthCodeResult;
    // @ts-expect-error sEmail is a string
    await call.requestAuthCode({ sEmail: 1 });
    // @ts-expect-error there is no iSesion
    await call.requestAuthCode({ iSesion: 1 });
  },
  async requestAuthCodeSSO(call) {
    const answer = await call.requestAuthCodeSSO();
    same<typeof answer, { sAuthCode?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.requestAuthCodeSSOResult;
    // @ts-expect-error sSSOID is a string
    await call.requestAuthCodeSSO({ sSSOID: 1 });
    // @ts-expect-error there is no iSesion
    await call.requestAuthCodeSSO({ iSesion: 1 });
  },
  async getAccount(call) {
    const answer = await call.getAccount();
    same<
      typeof answer,
      { iAccountID: number; sOrganization?: string; iAdminID: number; iTechID: number; sEmail?: string }
    >();
    // @ts-expect-error the result is judged, not returned
    answer.getAccountResult;
    // @ts-expect-error sAuthCode is a string
    await call.getAccount({ sAuthCode: 1 });
    // @ts-expect-error there is no iSesion
    await call.getAccount({ iSesion: 1 });
  },
  async getAccount_v2(call) {
    const answer = await call.getAccount_v2();
    same<
      typeof answer,
      {
        iAccountID: number;
        sOrganization?: string;
        iAdminID: number;
        iTechID: number;
        sEmail?: string;
        bTcRunning: boolean;
      }
    >();
    // @ts-expect-error the result is judged, not returned
    answer.getAccount_v2Result;
    // @ts-expect-error sAuthCode is a string
    await call.getAccount_v2({ sAuthCode: 1 });
    // @ts-expect-error there is no iSesion
    await call.getAccount_v2({ iSesion: 1 });
  },
  async getHierarchy(call) {
    const answer = await call.getHierarchy();
    same<typeof answer, { aHierarchy?: ArrayOfHIERARCHY }>();
    // @ts-expect-error the result is judged, not returned
    answer.getHierarchyResult;
    // @ts-expect-error sAuthCode is a string
    await call.getHierarchy({ sAuthCode: 1 });
    // @ts-expect-error there is no iSesion
    await call.getHierarchy({ iSesion: 1 });
  },
  async getHierarchy_v2(call) {
    const answer = await call.getHierarchy_v2();
    same<typeof answer, { aHierarchy?: ArrayOfHIERARCHY }>();
    // @ts-expect-error the result is judged, not returned
    answer.getHierarchy_v2Result;
    // @ts-expect-error sAuthCode is a string
    await call.getHierarchy_v2({ sAuthCode: 1 });
    // @ts-expect-error there is no iSesion
    await call.getHierarchy_v2({ iSesion: 1 });
  },
  async getUser(call) {
    const answer = await call.getUser({ iNodeID: 1 });
    same<typeof answer, { oUser?: USER }>();
    // @ts-expect-error the result is judged, not returned
    answer.getUserResult;
    // @ts-expect-error an argument is missing
    await call.getUser();
    // @ts-expect-error iNodeID is a number
    await call.getUser({ iNodeID: "1" });
    // @ts-expect-error there is no iSesion
    await call.getUser({ iNodeID: 1, iSesion: 1 });
  },
  async getUser_v2(call) {
    const answer = await call.getUser_v2({ iNodeID: 1 });
    same<typeof answer, { oUser?: USER_V3 }>();
    // @ts-expect-error the result is judged, not returned
    answer.getUser_v2Result;
    // @ts-expect-error an argument is missing
    await call.getUser_v2();
    // @ts-expect-error iNodeID is a number
    await call.getUser_v2({ iNodeID: "1" });
    // @ts-expect-error there is no iSesion
    await call.getUser_v2({ iNodeID: 1, iSesion: 1 });
  },
  async getUser_v3(call) {
    const answer = await call.getUser_v3({ iNodeID: 1 });
    same<typeof answer, { oUser?: USER_V3 }>();
    // @ts-expect-error the result is judged, not returned
    answer.getUser_v3Result;
    // @ts-expect-error an argument is missing
    await call.getUser_v3();
    // @ts-expect-error iNodeID is a number
    await call.getUser_v3({ iNodeID: "1" });
    // @ts-expect-error there is no iSesion
    await call.getUser_v3({ iNodeID: 1, iSesion: 1 });
  },
  async createUser(call) {
    const answer = await call.createUser({ iParentID: 1 });
    same<typeof answer, { iNodeID: number }>();
    // @ts-expect-error the result is judged, not returned
    answer.createUserResult;
    // @ts-expect-error an argument is missing
    await call.createUser();
    // @ts-expect-error iParentID is a number
    await call.createUser({ iParentID: "1" });
    // @ts-expect-error there is no iSesion
    await call.createUser({ iParentID: 1, iSesion: 1 });
  },
  async setUser(call) {
    const answer = await call.setUser({ iNodeID: 1, eStatus: "Disabled", eAddOns: "True" });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.setUserResult;
    // @ts-expect-error arguments are missing
    await call.setUser();
    // @ts-expect-error iNodeID is a number
    await call.setUser({ iNodeID: "1", eStatus: "Disabled", eAddOns: "True" });
    // @ts-expect-error eStatus is a literal of USER_STATUS
    await call.setUser({ iNodeID: 1, eStatus: "Banana", eAddOns: "True" });
    // @ts-expect-error eAddOns is a literal of ADDON_STATUS
    await call.setUser({ iNodeID: 1, eStatus: "Disabled", eAddOns: "Banana" });
    // @ts-expect-error there is no iSesion
    await call.setUser({ iNodeID: 1, eStatus: "Disabled", eAddOns: "True", iSesion: 1 });
  },
  async setUser_V2(call) {
    const answer = await call.setUser_V2({ iNodeID: 1, eStatus: "Disabled", eMobileAddOn: "True", bRPATAddOn: true });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.setUser_V2Result;
    // @ts-expect-error arguments are missing
    await call.setUser_V2();
    // @ts-expect-error iNodeID is a number
    await call.setUser_V2({ iNodeID: "1", eStatus: "Disabled", eMobileAddOn: "True", bRPATAddOn: true });
    // @ts-expect-error eStatus is a literal of USER_STATUS
    await call.setUser_V2({ iNodeID: 1, eStatus: "Banana", eMobileAddOn: "True", bRPATAddOn: true });
    // @ts-expect-error eMobileAddOn is a literal of ADDON_STATUS
    await call.setUser_V2({ iNodeID: 1, eStatus: "Disabled", eMobileAddOn: "Banana", bRPATAddOn: true });
    // @ts-expect-error bRPATAddOn is a boolean
    await call.setUser_V2({ iNodeID: 1, eStatus: "Disabled", eMobileAddOn: "True", bRPATAddOn: "true" });
    // @ts-expect-error there is no iSesion
    await call.setUser_V2({ iNodeID: 1, eStatus: "Disabled", eMobileAddOn: "True", bRPATAddOn: true, iSesion: 1 });
  },
  async setUserStatus_v7_1(call) {
    const answer = await call.setUserStatus_v7_1({ iNodeID: 1, eStatus: "Disabled" });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.setUserStatus_v7_1Result;
    // @ts-expect-error arguments are missing
    await call.setUserStatus_v7_1();
    // @ts-expect-error iNodeID is a number
    await call.setUserStatus_v7_1({ iNodeID: "1", eStatus: "Disabled" });
    // @ts-expect-error eStatus is a literal of USER_STATUS
    await call.setUserStatus_v7_1({ iNodeID: 1, eStatus: "Banana" });
    // @ts-expect-error there is no iSesion
    await call.setUserStatus_v7_1({ iNodeID: 1, eStatus: "Disabled", iSesion: 1 });
  },
  async createGroup(call) {
    const answer = await call.createGroup({ iParentID: 1 });
    same<typeof answer, { iNodeID: number }>();
    // @ts-expect-error the result is judged, not returned
    answer.createGroupResult;
    // @ts-expect-error an argument is missing
    await call.createGroup();
    // @ts-expect-error iParentID is a number
    await call.createGroup({ iParentID: "1" });
    // @ts-expect-error there is no iSesion
    await call.createGroup({ iParentID: 1, iSesion: 1 });
  },
  async getGroup(call) {
    const answer = await call.getGroup({ iNodeID: 1 });
    same<typeof answer, { oGroup?: GROUP }>();
    // @ts-expect-error the result is judged, not returned
    answer.getGroupResult;
    // @ts-expect-error an argument is missing
    await call.getGroup();
    // @ts-expect-error iNodeID is a number
    await call.getGroup({ iNodeID: "1" });
    // @ts-expect-error there is no iSesion
    await call.getGroup({ iNodeID: 1, iSesion: 1 });
  },
  async moveNode(call) {
    const answer = await call.moveNode({ iTargetNodeID: 1, iNodeID: 1 });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.moveNodeResult;
    // @ts-expect-error arguments are missing
    await call.moveNode();
    // @ts-expect-error iTargetNodeID is a number
    await call.moveNode({ iTargetNodeID: "1", iNodeID: 1 });
    // @ts-expect-error iNodeID is a number
    await call.moveNode({ iTargetNodeID: 1, iNodeID: "1" });
    // @ts-expect-error there is no iSesion
    await call.moveNode({ iTargetNodeID: 1, iNodeID: 1, iSesion: 1 });
  },
  async deleteNode(call) {
    const answer = await call.deleteNode({ iNodeID: 1 });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.deleteNodeResult;
    // @ts-expect-error an argument is missing
    await call.deleteNode();
    // @ts-expect-error iNodeID is a number
    await call.deleteNode({ iNodeID: "1" });
    // @ts-expect-error there is no iSesion
    await call.deleteNode({ iNodeID: 1, iSesion: 1 });
  },
  async assignChannel(call) {
    const answer = await call.assignChannel({ iNodeID: 1, iEntryID: 1 });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.assignChannelResult;
    // @ts-expect-error arguments are missing
    await call.assignChannel();
    // @ts-expect-error iNodeID is a number
    await call.assignChannel({ iNodeID: "1", iEntryID: 1 });
    // @ts-expect-error iEntryID is a number
    await call.assignChannel({ iNodeID: 1, iEntryID: "1" });
    // @ts-expect-error there is no iSesion
    await call.assignChannel({ iNodeID: 1, iEntryID: 1, iSesion: 1 });
  },
  async unassignChannel(call) {
    const answer = await call.unassignChannel({ iNodeID: 1, iEntryID: 1 });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.unassignChannelResult;
    // @ts-expect-error arguments are missing
    await call.unassignChannel();
    // @ts-expect-error iNodeID is a number
    await call.unassignChannel({ iNodeID: "1", iEntryID: 1 });
    // @ts-expect-error iEntryID is a number
    await call.unassignChannel({ iNodeID: 1, iEntryID: "1" });
    // @ts-expect-error there is no iSesion
    await call.unassignChannel({ iNodeID: 1, iEntryID: 1, iSesion: 1 });
  },
  async getSession(call) {
    const answer = await call.getSession({ iNodeID: 1, eNodeRef: "NODE" });
    same<typeof answer, { aSessions?: ArrayOfSESSION }>();
    // @ts-expect-error the result is judged, not returned
    answer.getSessionResult;
    // @ts-expect-error arguments are missing
    await call.getSession();
    // @ts-expect-error iNodeID is a number
    await call.getSession({ iNodeID: "1", eNodeRef: "NODE" });
    // @ts-expect-error eNodeRef is a literal of NODEREF
    await call.getSession({ iNodeID: 1, eNodeRef: "Banana" });
    // @ts-expect-error there is no iSesion
    await call.getSession({ iNodeID: 1, eNodeRef: "NODE", iSesion: 1 });
  },
  async getSession_V3(call) {
    const answer = await call.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" });
    same<typeof answer, { aSessions?: ArrayOfSESSION_V3 }>();
    // @ts-expect-error the result is judged, not returned
    answer.getSession_V3Result;
    // @ts-expect-error arguments are missing
    await call.getSession_V3();
    // @ts-expect-error iNodeID is a number
    await call.getSession_V3({ iNodeID: "1", eNodeRef: "NODE" });
    // @ts-expect-error eNodeRef is a literal of NODEREF
    await call.getSession_V3({ iNodeID: 1, eNodeRef: "Banana" });
    // @ts-expect-error there is no iSesion
    await call.getSession_V3({ iNodeID: 1, eNodeRef: "NODE", iSesion: 1 });
  },
  async startSession(call) {
    const answer = await call.startSession({ iSession: 1, iNode: 1 });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.startSessionResult;
    // @ts-expect-error arguments are missing
    await call.startSession();
    // @ts-expect-error iSession is a number
    await call.startSession({ iSession: "1", iNode: 1 });
    // @ts-expect-error iNode is a number
    await call.startSession({ iSession: 1, iNode: "1" });
    // @ts-expect-error there is no iSesion
    await call.startSession({ iSession: 1, iNode: 1, iSesion: 1 });
  },
  async holdSession(call) {
    const answer = await call.holdSession({ iSession: 1 });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.holdSessionResult;
    // @ts-expect-error an argument is missing
    await call.holdSession();
    // @ts-expect-error iSession is a number
    await call.holdSession({ iSession: "1" });
    // @ts-expect-error there is no iSesion
    await call.holdSession({ iSession: 1, iSesion: 1 });
  },
  async transferSession(call) {
    const answer = await call.transferSession({ iSession: 1, iNode: 1, eNodeRef: "NODE" });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.transferSessionResult;
    // @ts-expect-error arguments are missing
    await call.transferSession();
    // @ts-expect-error iSession is a number
    await call.transferSession({ iSession: "1", iNode: 1, eNodeRef: "NODE" });
    // @ts-expect-error iNode is a number
    await call.transferSession({ iSession: 1, iNode: "1", eNodeRef: "NODE" });
    // @ts-expect-error eNodeRef is a literal of NODEREF
    await call.transferSession({ iSession: 1, iNode: 1, eNodeRef: "Banana" });
    // @ts-expect-error there is no iSesion
    await call.transferSession({ iSession: 1, iNode: 1, eNodeRef: "NODE", iSesion: 1 });
  },
  async closeSession(call) {
    const answer = await call.closeSession({ iSession: 1 });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.closeSessionResult;
    // @ts-expect-error an argument is missing
    await call.closeSession();
    // @ts-expect-error iSession is a number
    await call.closeSession({ iSession: "1" });
    // @ts-expect-error there is no iSesion
    await call.closeSession({ iSession: 1, iSesion: 1 });
  },
  async cancelAction(call) {
    const answer = await call.cancelAction({ iSession: 1 });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.cancelActionResult;
    // @ts-expect-error an argument is missing
    await call.cancelAction();
    // @ts-expect-error iSession is a number
    await call.cancelAction({ iSession: "1" });
    // @ts-expect-error there is no iSesion
    await call.cancelAction({ iSession: 1, iSesion: 1 });
  },
  async requestPINCode(call) {
    const answer = await call.requestPINCode();
    same<typeof answer, { iPINCode: number }>();
    // @ts-expect-error the result is judged, not returned
    answer.requestPINCodeResult;
    // @ts-expect-error sCField0 is a string
    await call.requestPINCode({ sCField0: 1 });
    // @ts-expect-error there is no iSesion
    await call.requestPINCode({ iSesion: 1 });
  },
  async requestPINCodeV3(call) {
    const answer = await call.requestPINCodeV3({ bNoTechConsole: true, nodeId: 1 });
    same<typeof answer, { sPINCode?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.requestPINCodeV3Result;
    // @ts-expect-error arguments are missing
    await call.requestPINCodeV3();
    // @ts-expect-error bNoTechConsole is a boolean
    await call.requestPINCodeV3({ bNoTechConsole: "true", nodeId: 1 });
    // @ts-expect-error nodeId is a number
    await call.requestPINCodeV3({ bNoTechConsole: true, nodeId: "1" });
    // @ts-expect-error there is no iSesion
    await call.requestPINCodeV3({ bNoTechConsole: true, nodeId: 1, iSesion: 1 });
  },
  async requestLensPINCodeV2(call) {
    const answer = await call.requestLensPINCodeV2({ bNoTechConsole: true });
    same<typeof answer, { sPINCode?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.requestLensPINCodeV2Result;
    // @ts-expect-error an argument is missing
    await call.requestLensPINCodeV2();
    // @ts-expect-error bNoTechConsole is a boolean
    await call.requestLensPINCodeV2({ bNoTechConsole: "true" });
    // @ts-expect-error there is no iSesion
    await call.requestLensPINCodeV2({ bNoTechConsole: true, iSesion: 1 });
  },
  async requestLensPINCodeV3(call) {
    const answer = await call.requestLensPINCodeV3({ bNoTechConsole: true });
    same<typeof answer, { sPINCode?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.requestLensPINCodeV3Result;
    // @ts-expect-error an argument is missing
    await call.requestLensPINCodeV3();
    // @ts-expect-error bNoTechConsole is a boolean
    await call.requestLensPINCodeV3({ bNoTechConsole: "true" });
    // @ts-expect-error there is no iSesion
    await call.requestLensPINCodeV3({ bNoTechConsole: true, iSesion: 1 });
  },
  async requestInvitationLink(call) {
    const answer = await call.requestInvitationLink({ bNoTechConsole: true, nodeId: 1 });
    same<typeof answer, { sInvitationLink?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.requestInvitationLinkResult;
    // @ts-expect-error arguments are missing
    await call.requestInvitationLink();
    // @ts-expect-error bNoTechConsole is a boolean
    await call.requestInvitationLink({ bNoTechConsole: "true", nodeId: 1 });
    // @ts-expect-error nodeId is a number
    await call.requestInvitationLink({ bNoTechConsole: true, nodeId: "1" });
    // @ts-expect-error there is no iSesion
    await call.requestInvitationLink({ bNoTechConsole: true, nodeId: 1, iSesion: 1 });
  },
  async generateEmailText(call) {
    const answer = await call.generateEmailText({ iPINCode: 1 });
    same<typeof answer, { sSubject?: string; sText?: string; sLink?: string; sSignature?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.generateEmailTextResult;
    // @ts-expect-error an argument is missing
    await call.generateEmailText();
    // @ts-expect-error iPINCode is a number
    await call.generateEmailText({ iPINCode: "1" });
    // @ts-expect-error there is no iSesion
    await call.generateEmailText({ iPINCode: 1, iSesion: 1 });
  },
  async getChat(call) {
    const answer = await call.getChat({ iSessionID: 1 });
    same<typeof answer, { sChatLog?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.getChatResult;
    // @ts-expect-error an argument is missing
    await call.getChat();
    // @ts-expect-error iSessionID is a number
    await call.getChat({ iSessionID: "1" });
    // @ts-expect-error there is no iSesion
    await call.getChat({ iSessionID: 1, iSesion: 1 });
  },
  async getNote(call) {
    const answer = await call.getNote({ iSessionID: 1 });
    same<typeof answer, { sNote?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.getNoteResult;
    // @ts-expect-error an argument is missing
    await call.getNote();
    // @ts-expect-error iSessionID is a number
    await call.getNote({ iSessionID: "1" });
    // @ts-expect-error there is no iSesion
    await call.getNote({ iSessionID: 1, iSesion: 1 });
  },
  async getReport(call) {
    const answer = await call.getReport({ iNodeID: 1, eNodeRef: "NODE" });
    same<typeof answer, { sReport?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.getReportResult;
    // @ts-expect-error arguments are missing
    await call.getReport();
    // @ts-expect-error iNodeID is a number
    await call.getReport({ iNodeID: "1", eNodeRef: "NODE" });
    // @ts-expect-error eNodeRef is a literal of NODEREF
    await call.getReport({ iNodeID: 1, eNodeRef: "Banana" });
    // @ts-expect-error there is no iSesion
    await call.getReport({ iNodeID: 1, eNodeRef: "NODE", iSesion: 1 });
  },
  async getReport_v2(call) {
    const answer = await call.getReport_v2({ iNodeID: 1, eNodeRef: "NODE" });
    same<typeof answer, { sReport?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.getReport_v2Result;
    // @ts-expect-error arguments are missing
    await call.getReport_v2();
    // @ts-expect-error iNodeID is a number
    await call.getReport_v2({ iNodeID: "1", eNodeRef: "NODE" });
    // @ts-expect-error eNodeRef is a literal of NODEREF_V2
    await call.getReport_v2({ iNodeID: 1, eNodeRef: "Banana" });
    // @ts-expect-error there is no iSesion
    await call.getReport_v2({ iNodeID: 1, eNodeRef: "NODE", iSesion: 1 });
  },
  async setReportArea(call) {
    const answer = await call.setReportArea();
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.setReportAreaResult;
    // @ts-expect-error eReportArea is a string
    await call.setReportArea({ eReportArea: 1 });
    // @ts-expect-error there is no iSesion
    await call.setReportArea({ iSesion: 1 });
  },
  async setReportArea_v2(call) {
    const answer = await call.setReportArea_v2();
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.setReportArea_v2Result;
    // @ts-expect-error eReportArea is a string
    await call.setReportArea_v2({ eReportArea: 1 });
    // @ts-expect-error there is no iSesion
    await call.setReportArea_v2({ iSesion: 1 });
  },
  async getReportArea(call) {
    const answer = await call.getReportArea();
    same<typeof answer, { eReportArea?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.getReportAreaResult;
    // @ts-expect-error sAuthCode is a string
    await call.getReportArea({ sAuthCode: 1 });
    // @ts-expect-error there is no iSesion
    await call.getReportArea({ iSesion: 1 });
  },
  async setReportDate(call) {
    const answer = await call.setReportDate();
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.setReportDateResult;
    // @ts-expect-error sBeginDate is a string
    await call.setReportDate({ sBeginDate: 1 });
    // @ts-expect-error there is no iSesion
    await call.setReportDate({ iSesion: 1 });
  },
  async setReportDate_v2(call) {
    const answer = await call.setReportDate_v2({ dBeginDate: new Date(), dEndDate: new Date() });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.setReportDate_v2Result;
    // @ts-expect-error arguments are missing
    await call.setReportDate_v2();
    // @ts-expect-error dBeginDate is a time
    await call.setReportDate_v2({ dBeginDate: 0, dEndDate: new Date() });
    // @ts-expect-error dEndDate is a time
    await call.setReportDate_v2({ dBeginDate: new Date(), dEndDate: 0 });
    // @ts-expect-error there is no iSesion
    await call.setReportDate_v2({ dBeginDate: new Date(), dEndDate: new Date(), iSesion: 1 });
  },
  async getReportDate(call) {
    const answer = await call.getReportDate();
    same<typeof answer, { sBeginDate?: string; sEndDate?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.getReportDateResult;
    // @ts-expect-error sAuthCode is a string
    await call.getReportDate({ sAuthCode: 1 });
    // @ts-expect-error there is no iSesion
    await call.getReportDate({ iSesion: 1 });
  },
  async setReportTime(call) {
    const answer = await call.setReportTime();
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.setReportTimeResult;
    // @ts-expect-error sBeginTime is a string
    await call.setReportTime({ sBeginTime: 1 });
    // @ts-expect-error there is no iSesion
    await call.setReportTime({ iSesion: 1 });
  },
  async getReportTime(call) {
    const answer = await call.getReportTime();
    same<typeof answer, { sBeginTime?: string; sEndTime?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.getReportTimeResult;
    // @ts-expect-error sAuthCode is a string
    await call.getReportTime({ sAuthCode: 1 });
    // @ts-expect-error there is no iSesion
    await call.getReportTime({ iSesion: 1 });
  },
  async setTimeZone(call) {
    const answer = await call.setTimeZone();
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.setTimeZoneResult;
    // @ts-expect-error sTimezone is a string
    await call.setTimeZone({ sTimezone: 1 });
    // @ts-expect-error there is no iSesion
    await call.setTimeZone({ iSesion: 1 });
  },
  async getTimeZone(call) {
    const answer = await call.getTimeZone();
    same<typeof answer, { sTimezone?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.getTimeZoneResult;
    // @ts-expect-error sAuthCode is a string
    await call.getTimeZone({ sAuthCode: 1 });
    // @ts-expect-error there is no iSesion
    await call.getTimeZone({ iSesion: 1 });
  },
  async setDelimiter(call) {
    const answer = await call.setDelimiter();
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.setDelimiterResult;
    // @ts-expect-error sDelimiter is a string
    await call.setDelimiter({ sDelimiter: 1 });
    // @ts-expect-error there is no iSesion
    await call.setDelimiter({ iSesion: 1 });
  },
  async getDelimiter(call) {
    const answer = await call.getDelimiter();
    same<typeof answer, { sDelimiter?: string }>();
    // @ts-expect-error the result is judged, not returned
    answer.getDelimiterResult;
    // @ts-expect-error sAuthCode is a string
    await call.getDelimiter({ sAuthCode: 1 });
    // @ts-expect-error there is no iSesion
    await call.getDelimiter({ iSesion: 1 });
  },
  async setOutput(call) {
    const answer = await call.setOutput({ eOutput: "TEXT" });
    same<typeof answer, Nothing>();
    // @ts-expect-error the result is judged, not returned
    answer.setOutputResult;
    // @ts-expect-error an argument is missing
    await call.setOutput();
    // @ts-expect-error eOutput is a literal of OUTPUT
    await call.setOutput({ eOutput: "Banana" });
    // @ts-expect-error there is no iSesion
    await call.setOutput({ eOutput: "TEXT", iSesion: 1 });
  },
  async getOutput(call) {
    const answer = await call.getOutput();
    same<typeof answer, { eOutput: OUTPUT }>();
    // @ts-expect-error the result is judged, not returned
    answer.getOutputResult;
    // @ts-expect-error sAuthCode is a string
    await call.getOutput({ sAuthCode: 1 });
    // @ts-expect-error there is no iSesion
    await call.getOutput({ iSesion: 1 });
  },
};

describe("the types of the operations", () => {
  it("are tried for every operation", () => {
    expect(Object.keys(CALLS)).to.have.members(Object.keys(contract.operations));
  });
});
