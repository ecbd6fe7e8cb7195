import { chatLog } from "../../desk/chat-log.js";
import type { SupportSession } from "../../desk/support-session.js";
import type { Behaviour, Call } from "../call.js";
import { callerOf } from "../caller.js";
import { sessionNumberOf } from "./session-action.js";

/**
 * The chat log of a session, ended ones included: a line for each message, which begins with a 12-hour clock time
 * (facts, getChat). Any logged-in user may ask.
 */
export const getChat: Behaviour = (call) => {
  const asked = sessionAsked(call);
  return "refused" in asked ? { result: asked.refused } : { result: "OK", out: { sChatLog: chatLog(asked.session) } };
};

/** The technician's note on a session, ended ones included. Any logged-in user may ask. */
export const getNote: Behaviour = (call) => {
  const asked = sessionAsked(call);
  return "refused" in asked ? { result: asked.refused } : { result: "OK", out: { sNote: asked.session.note } };
};

function sessionAsked(call: Call): { readonly session: SupportSession } | { readonly refused: string } {
  const caller = callerOf(call);
  if ("refused" in caller) return caller;
  const session = call.desk.sessions.get(sessionNumberOf(call.parameters));
  // A live test got the plain error, although the guide lists InvalidParam_SessionID for getNote.
  return session ? { session } : { refused: "Error" };
}
