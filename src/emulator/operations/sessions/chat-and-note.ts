import { chatLog } from "../../desk/chat-log.js";
import type { SupportSession } from "../../desk/support-session.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { Refusal } from "../call/refusal.js";
import { sessionIdIn } from "../call/subject.js";

/**
 * The chat log of a session, ended ones included: a line for each message, which begins with a 12-hour clock time
 * (published clients).
 */
export function getChat(call: UserCall): OperationResult {
  return { code: "OK", out: { sChatLog: chatLog(sessionAsked(call)) } };
}

/** The technician's note on a session, ended ones included. */
export function getNote(call: UserCall): OperationResult {
  return { code: "OK", out: { sNote: sessionAsked(call).note } };
}

function sessionAsked(call: UserCall): SupportSession {
  const session = call.desk.sessions.get(sessionIdIn(call.parameters));
  // A live test got the plain error, although the guide lists InvalidParam_SessionID for getNote.
  if (!session) throw new Refusal("Error");
  return session;
}
