import { getAccount } from "./account-behaviours.js";
import { isAnyTechAvailableOnChannel } from "./availability-behaviours.js";
import type { Behaviour, Behaviours } from "./behaviour.js";
import { assignChannel, unassignChannel } from "./channel-behaviours.js";
import { generateEmailText } from "./email-text-behaviours.js";
import { createGroup, getGroup, getGroupV2 } from "./group-behaviours.js";
import { getHierarchy } from "./hierarchy-behaviours.js";
import { requestInvitationLink } from "./invitation-behaviours.js";
import { login, logout, requestAuthCode, requestAuthCodeSSO } from "./login-behaviours.js";
import { getDTCLoginTicket, getLoginTicket } from "./login-ticket-behaviours.js";
import { deleteNode, moveNode } from "./node-behaviours.js";
import {
  requestLensPINCode,
  requestLensPINCodeAsText,
  requestPINCode,
  requestPINCodeAsText,
} from "./pin-behaviours.js";
import { getReport } from "./report-behaviours.js";
import {
  getDateFormat,
  getDelimiter,
  getOutput,
  getReportArea,
  getReportDate,
  getReportDateV2,
  getReportTime,
  getReportType,
  getTimeZone,
  setDateFormat,
  setDelimiter,
  setOutput,
  setReportArea,
  setReportDate,
  setReportDateV2,
  setReportTime,
  setReportType,
  setTimeZone,
} from "./report-settings-behaviours.js";
import { closeSession, holdSession, startSession } from "./session-behaviours.js";
import { getSession, getSession_V3 } from "./session-list-behaviours.js";
import { getChat, getNote } from "./session-text-behaviours.js";
import { setGroup, setGroupV2 } from "./set-group.js";
import { setUser, setUserV2 } from "./set-user.js";
import { cancelAction, transferSession } from "./transfer-behaviours.js";
import { createUser, getUser, getUserV2, getUserV3, setUserStatus } from "./user-behaviours.js";

/** What the emulator can do, by operation name. A contract may hold more (they answer a fault) or fewer. */
export const behaviours: Behaviours = new Map<string, Behaviour>([
  ["login", login],
  ["logout", logout],
  ["requestAuthCode", requestAuthCode],
  ["requestAuthCodeSSO", requestAuthCodeSSO],
  ["getLoginTicket", getLoginTicket],
  ["getDTCLoginTicket", getDTCLoginTicket],
  ["getAccount", getAccount],
  ["getAccount_v2", getAccount],
  ["getHierarchy", getHierarchy],
  ["getHierarchy_v2", getHierarchy],
  ["getUser", getUser],
  ["getUser_v2", getUserV2],
  ["getUser_v3", getUserV3],
  ["createUser", createUser],
  ["setUser", setUser],
  ["setUser_V2", setUserV2],
  ["setUserStatus", setUserStatus],
  ["setUserStatus_v7_1", setUserStatus],
  ["createGroup", createGroup],
  ["getGroup", getGroup],
  ["getGroup_v2", getGroupV2],
  ["setGroup", setGroup],
  ["setGroup_v2", setGroupV2],
  ["moveNode", moveNode],
  ["deleteNode", deleteNode],
  ["assignChannel", assignChannel],
  ["unassignChannel", unassignChannel],
  ["isAnyTechAvailableOnChannel", isAnyTechAvailableOnChannel],
  ["startSession", startSession],
  ["holdSession", holdSession],
  ["transferSession", transferSession],
  ["closeSession", closeSession],
  ["cancelAction", cancelAction],
  ["getSession", getSession],
  ["getSession_V3", getSession_V3],
  ["getChat", getChat],
  ["getNote", getNote],
  ["requestPINCode", requestPINCode],
  ["requestPINCodeV2", requestPINCodeAsText],
  ["requestPINCodeV3", requestPINCodeAsText],
  ["requestLensPINCode", requestLensPINCode],
  ["requestLensPINCodeV2", requestLensPINCodeAsText],
  ["requestLensPINCodeV3", requestLensPINCodeAsText],
  ["requestLensPINCodeV4", requestLensPINCodeAsText],
  ["requestInvitationLink", requestInvitationLink],
  ["generateEmailText", generateEmailText],
  ["getReport", getReport],
  ["getReport_v2", getReport],
  ["setReportArea", setReportArea],
  ["setReportArea_v2", setReportArea],
  ["setReportArea_v8", setReportArea],
  ["getReportArea", getReportArea],
  ["setReportDate", setReportDate],
  ["setReportDate_v2", setReportDateV2],
  ["getReportDate", getReportDate],
  ["getReportDate_v2", getReportDateV2],
  ["setReportTime", setReportTime],
  ["getReportTime", getReportTime],
  ["setTimeZone", setTimeZone],
  ["getTimeZone", getTimeZone],
  ["setDelimiter", setDelimiter],
  ["getDelimiter", getDelimiter],
  ["setOutput", setOutput],
  ["getOutput", getOutput],
  ["setReportType", setReportType],
  ["getReportType", getReportType],
  ["setDateFormat", setDateFormat],
  ["getDateFormat", getDateFormat],
]);
