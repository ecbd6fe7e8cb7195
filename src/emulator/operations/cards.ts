import type { Behaviour, Behaviours } from "./call.js";
import { getDTCLoginTicket, getLoginTicket } from "./logins/login-tickets.js";
import { login, logout, requestAuthCode, requestAuthCodeSSO } from "./logins/logins.js";
import { isAnyTechAvailableOnChannel } from "./nodes/availability.js";
import { assignChannel, unassignChannel } from "./nodes/channels.js";
import { createGroup, getGroup, getGroupV2 } from "./nodes/groups.js";
import { getHierarchy } from "./nodes/hierarchy.js";
import { deleteNode, moveNode } from "./nodes/move-and-delete.js";
import { setGroup, setGroupV2 } from "./nodes/set-group.js";
import { getAccount } from "./people/account.js";
import { setUser, setUserV2 } from "./people/set-user.js";
import { createUser, getUser, getUserV2, getUserV3, setUserStatus } from "./people/users.js";
import { generateEmailText } from "./pins/email-text.js";
import { requestInvitationLink } from "./pins/invitation.js";
import { requestLensPINCode, requestLensPINCodeAsText, requestPINCode, requestPINCodeAsText } from "./pins/pins.js";
import { getReport } from "./reports/report.js";
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
} from "./reports/report-settings.js";
import { getChat, getNote } from "./sessions/chat-and-note.js";
import { getSession, getSession_V3 } from "./sessions/session-list.js";
import { closeSession, holdSession, startSession } from "./sessions/start-hold-close.js";
import { cancelAction, transferSession } from "./sessions/transfer-and-cancel.js";

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
