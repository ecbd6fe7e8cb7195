import type { SESSION_V3 } from "../../../generated/index.js";
import { localTime } from "./local-time.js";
import { sessionWord } from "./session-words.js";
import type { NamedNode, RescueSession } from "./sessions.js";

/** A row of getSession_V3. */
export function readSession(row: SESSION_V3): RescueSession {
  const { sStartTime = "" } = row;
  const fields = [row.sCustomField0, row.sCustomField1, row.sCustomField2];
  const more = [row.sCustomField3, row.sCustomField4, row.sCustomField5];
  return {
    id: row.iID,
    status: row.bStatus,
    word: sessionWord(row.bStatus),
    statusText: row.sStatus ?? "",
    channel: named(row.iEntry, row.sEntry),
    technician: named(row.iTechnician, row.sTechnician),
    startTime: sStartTime,
    startLocal: localTime(sStartTime),
    waitingSeconds: row.iWaitingTimeInSec,
    customFields: [...fields, ...more].map((field) => field ?? ""),
    language: row.sLanguage ?? "",
    transferredTo: row.sTransferredTo ?? "",
    transferComment: row.sTransferredComment ?? "",
    isLead: row.bIsLead,
    isHandingOff: row.bHandingOff,
  };
}

// 0 where there is none.
function named(id: number, name = ""): NamedNode | undefined {
  return id === 0 ? undefined : { id, name };
}
