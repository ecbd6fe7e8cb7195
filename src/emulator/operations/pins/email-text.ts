import { customerLink, pinText } from "../../desk/pin.js";
import type { Behaviour } from "../call.js";
import { textOf } from "../parameters.js";
import { EMAIL_TEXT_LIMIT, isTooMany } from "../rate-limit.js";
import { technicianOf } from "../technician-caller.js";

/**
 * Subject, text, link and signature of an invitation by mail (the wording is the emulator's). Only the form of the PIN is
 * checked, as the guide has no result for one that is not known (inferred). More than one call a second gets plain
 * `Error` (guide, generateEmailText).
 */
export const generateEmailText: Behaviour = (call) => {
  const caller = technicianOf(call);
  if ("refused" in caller) return { result: caller.refused };
  if (isTooMany(call, caller.user, EMAIL_TEXT_LIMIT)) return { result: "Error" };
  const code = pinOf(call.parameters.iPINCode, textOf(call.parameters, "iPINCode"));
  if (code === undefined) return { result: "InvalidPINFormat" };
  const { organization } = call.desk.account;
  const { name } = caller.user;
  const sLink = customerLink(call.origin, code);
  return {
    result: "OK",
    out: {
      sSubject: `${organization}: your support session`,
      sText: `Hello,\nto begin the session: open the link below, or enter this PIN: ${code}`,
      sLink,
      sSignature: `${name}\n${organization}`,
    },
  };
};

// Over SOAP the PIN is an int, which has lost its zeros; as text it must be whole.
function pinOf(value: unknown, text: string): string | undefined {
  const code = typeof value === "number" && value >= 0 ? pinText(value) : text;
  return /^\d{6}$/.test(code) ? code : undefined;
}
