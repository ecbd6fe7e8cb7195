import type { TechnicianCall, UserCall } from "./call/call.js";
import { EMAIL_TEXT_RATE, LOGIN_RATE, PIN_RATE, REPORT_RATE } from "./call/rate-limit.js";
import { type Card, card, checkedCard } from "./card.js";
import { getDTCLoginTicket, getLoginTicket } from "./logins/login-tickets.js";
import { addressCalled, login, logout, openSession, requestAuthCode, requestAuthCodeSSO } from "./logins/logins.js";
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
import { lensPinContent, type PinContent, pinAsNumber, pinAsText, pinContent } from "./pins/pins.js";
import { getReport, reportScope } from "./reports/report.js";
import * as settings from "./reports/report-settings.js";
import { getChat, getNote } from "./sessions/chat-and-note.js";
import { getSession, getSession_V3 } from "./sessions/session-list.js";
import { closeSession, holdSession, startSession } from "./sessions/start-hold-close.js";
import { cancelAction, transferSession } from "./sessions/transfer-and-cancel.js";

/** The operations of the emulator, by name. A contract may hold more (they answer a fault) or fewer. */
export const cards: ReadonlyMap<string, Card> = new Map(
  Object.entries({
    login: checkedCard({
      caller: "anybody",
      check: openSession,
      limit: { rate: LOGIN_RATE, refusal: "LimitReached", of: addressCalled },
      run: login,
    }),
    logout: card({ caller: "anybody", run: logout }),
    // `PollRateExceeded` is in the service's type (a published client); its limit is not known, see `LOGIN_RATE`.
    requestAuthCode: card({
      caller: "anybody",
      limit: { rate: LOGIN_RATE, refusal: "PollRateExceeded", of: addressCalled },
      run: requestAuthCode,
    }),
    requestAuthCodeSSO: card({ caller: "anybody", run: requestAuthCodeSSO }),
    getLoginTicket: card({ caller: "anybody", run: getLoginTicket }),
    getDTCLoginTicket: card({ caller: "anybody", run: getDTCLoginTicket }),

    getAccount: card({ caller: "user", run: getAccount }),
    getAccount_v2: card({ caller: "user", run: getAccount }),
    getUser: card({ caller: "user", run: getUser }),
    getUser_v2: card({ caller: "user", run: getUserV2 }),
    getUser_v3: card({ caller: "user", run: getUserV3 }),
    createUser: card({ caller: "user", run: createUser }),
    setUser: card({ caller: "user", run: setUser }),
    setUser_V2: card({ caller: "user", run: setUserV2 }),
    setUserStatus: card({ caller: "user", run: setUserStatus }),
    setUserStatus_v7_1: card({ caller: "user", run: setUserStatus }),

    getHierarchy: card({ caller: "user", run: getHierarchy }),
    getHierarchy_v2: card({ caller: "user", run: getHierarchy }),
    createGroup: card({ caller: "user", run: createGroup }),
    getGroup: card({ caller: "user", run: getGroup }),
    getGroup_v2: card({ caller: "user", run: getGroupV2 }),
    setGroup: card({ caller: "user", run: setGroup }),
    setGroup_v2: card({ caller: "user", run: setGroupV2 }),
    moveNode: card({ caller: "user", run: moveNode }),
    deleteNode: card({ caller: "user", run: deleteNode }),
    assignChannel: card({ caller: "user", run: assignChannel }),
    unassignChannel: card({ caller: "user", run: unassignChannel }),
    isAnyTechAvailableOnChannel: card({ caller: "user", run: isAnyTechAvailableOnChannel }),

    // An administrator by auth code or cookie login (guide: all five actions).
    startSession: card({ caller: "administrator", run: startSession }),
    holdSession: card({ caller: "administrator", run: holdSession }),
    transferSession: card({ caller: "administrator", run: transferSession }),
    closeSession: card({ caller: "administrator", run: closeSession }),
    cancelAction: card({ caller: "administrator", run: cancelAction }),
    getSession: card({ caller: "user", run: getSession }),
    getSession_V3: card({ caller: "user", run: getSession_V3 }),
    getChat: card({ caller: "user", run: getChat }),
    getNote: card({ caller: "user", run: getNote }),

    requestPINCode: pinCard(pinContent, pinAsNumber),
    requestPINCodeV2: pinCard(pinContent, pinAsText),
    requestPINCodeV3: pinCard(pinContent, pinAsText),
    requestLensPINCode: pinCard(lensPinContent, pinAsNumber),
    requestLensPINCodeV2: pinCard(lensPinContent, pinAsText),
    requestLensPINCodeV3: pinCard(lensPinContent, pinAsText),
    requestLensPINCodeV4: pinCard(lensPinContent, pinAsText),
    requestInvitationLink: pinCard(pinContent, requestInvitationLink),
    generateEmailText: card({
      caller: "technician",
      limit: { rate: EMAIL_TEXT_RATE, refusal: "Error", of: user },
      run: generateEmailText,
    }),

    getReport: reportCard(),
    getReport_v2: reportCard(),
    setReportArea: card({ caller: "user", run: settings.setReportArea }),
    setReportArea_v2: card({ caller: "user", run: settings.setReportArea }),
    setReportArea_v8: card({ caller: "user", run: settings.setReportArea }),
    getReportArea: card({ caller: "user", run: settings.getReportArea }),
    setReportDate: card({ caller: "user", run: settings.setReportDate }),
    setReportDate_v2: card({ caller: "user", run: settings.setReportDateV2 }),
    getReportDate: card({ caller: "user", run: settings.getReportDate }),
    getReportDate_v2: card({ caller: "user", run: settings.getReportDateV2 }),
    setReportTime: card({ caller: "user", run: settings.setReportTime }),
    getReportTime: card({ caller: "user", run: settings.getReportTime }),
    setTimeZone: card({ caller: "user", run: settings.setTimeZone }),
    getTimeZone: card({ caller: "user", run: settings.getTimeZone }),
    setDelimiter: card({ caller: "user", run: settings.setDelimiter }),
    getDelimiter: card({ caller: "user", run: settings.getDelimiter }),
    setOutput: card({ caller: "user", run: settings.setOutput }),
    getOutput: card({ caller: "user", run: settings.getOutput }),
    setReportType: card({ caller: "user", run: settings.setReportType }),
    getReportType: card({ caller: "user", run: settings.getReportType }),
    setDateFormat: card({ caller: "user", run: settings.setDateFormat }),
    getDateFormat: card({ caller: "user", run: settings.getDateFormat }),
  }),
);

/**
 * Everything that makes PINs shares one limit for each user. The operations have a code of their own for a deleted
 * user's auth code; that `User_Deleted_Or_Disabled` is left for a disabled one is inferred, as the guide lists both.
 */
function pinCard(
  check: (call: TechnicianCall) => PinContent,
  run: (call: TechnicianCall, content: PinContent) => ReturnType<Card["answer"]>,
): Card {
  const limit = { rate: PIN_RATE, refusal: "PollRateExceeded", of: user };
  return checkedCard({ caller: "technician", deletedUser: "User_Is_Deleted", check, limit, run });
}

/** That a report asked for too soon gets `PollRateExceeded` is inferred, as the value is not visible. */
function reportCard(): Card {
  const limit = { rate: REPORT_RATE, refusal: "PollRateExceeded", of: user };
  return checkedCard({ caller: "user", check: reportScope, limit, run: getReport });
}

function user(call: UserCall): UserCall["user"] {
  return call.user;
}
