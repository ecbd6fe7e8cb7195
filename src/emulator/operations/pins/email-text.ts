import { customerLink, pinText } from "../../desk/pin.js";
import type { OperationResult, TechnicianCall } from "../call/call.js";
import { textParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";

/**
 * Subject, text, link and signature of an invitation by mail (the wording is the emulator's). Only the form of the PIN
 * is checked, as the guide has no result for an unknown PIN (inferred).
 */
export function generateEmailText(call: TechnicianCall): OperationResult {
  const code = pinOf(call.parameters.iPINCode, textParameter(call.parameters, "iPINCode"));
  if (code === undefined) throw new Refusal("InvalidPINFormat");
  const { organization } = call.desk.account;
  const { name } = call.user;
  const sLink = customerLink(call.origin, code);
  return {
    code: "OK",
    out: {
      sSubject: `${organization}: your support session`,
      sText: `Hello,\nto begin the session: open the link below, or enter this PIN: ${code}`,
      sLink,
      sSignature: `${name}\n${organization}`,
    },
  };
}

// Over SOAP the PIN is an int, which has lost its leading zeros; as text it must have all six digits.
function pinOf(value: unknown, text: string): string | undefined {
  const code = typeof value === "number" && value >= 0 ? pinText(value) : text;
  return /^\d{6}$/.test(code) ? code : undefined;
}
