import type { Answer, Behaviour, Call } from "../call.js";
import { makePin } from "./make-pin.js";

/** The PIN as a number: zeros in front are lost, as in the service's first version. */
export const requestPINCode: Behaviour = (call) => answer(call, false, (code) => ({ iPINCode: Number(code) }));

/** The PIN as text, for the technician `nodeId` where the operation has that parameter. */
export const requestPINCodeAsText: Behaviour = (call) => answer(call, false, (code) => ({ sPINCode: code }));

export const requestLensPINCode: Behaviour = (call) => answer(call, true, (code) => ({ iPINCode: Number(code) }));

/** A Lens PIN. That the invitation also goes to `sPhoneNumber` shows nowhere: here it goes to nobody. */
export const requestLensPINCodeAsText: Behaviour = (call) => answer(call, true, (code) => ({ sPINCode: code }));

function answer(call: Call, lens: boolean, out: (code: string) => Readonly<Record<string, unknown>>): Answer {
  const made = makePin(call, lens);
  if ("refused" in made) return { result: made.refused };
  const { code } = made.pin;
  return { result: "OK", out: out(code), changed: code };
}
