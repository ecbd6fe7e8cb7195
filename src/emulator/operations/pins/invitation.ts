import { escapeXml } from "../../../soap/text/xml-text.js";
import { customerLink } from "../../desk/pin.js";
import type { OperationResult, TechnicianCall } from "../call/call.js";
import { makePin, type PinContent } from "./pins.js";

/**
 * A PIN, as the link that the customer opens. The link is escaped once more than XML needs: published clients find
 * `&amp;` in it after decoding.
 */
export function requestInvitationLink(call: TechnicianCall, content: PinContent): OperationResult {
  const code = makePin(call, content);
  return { code: "OK", out: { sInvitationLink: escapeXml(customerLink(call.origin, code)) }, changed: code };
}
