import { escapeXml } from "../../../soap/text/xml-text.js";
import { customerLink } from "../../desk/pin.js";
import type { Behaviour } from "../call.js";
import { makePin } from "./make-pin.js";

/**
 * A PIN, as the link that the customer opens. The link is escaped once more than XML needs: clients find `&amp;` in it
 * after decoding (facts, section 5).
 */
export const requestInvitationLink: Behaviour = (call) => {
  const made = makePin(call);
  if ("refused" in made) return { result: made.refused };
  const { code } = made.pin;
  return { result: "OK", out: { sInvitationLink: escapeXml(customerLink(call.origin, code)) }, changed: code };
};
