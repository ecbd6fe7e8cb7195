import { REDACTED } from "../../soap/watch/redactor.js";

// The link may be escaped for XML once or twice (published clients): what precedes the name of the PIN does not matter.
const LINK = /(\/R\?i=2&(?:amp;)*Code=)\d{6}/g;
const TEXT = /(this PIN: )\d{6}/g;

/**
 * A text for the log without the PINs in messages to customers: the link of requestInvitationLink, and link and text of
 * generateEmailText. Elements and lines that contain only a PIN are masked by name.
 */
export function maskCustomerPins(text: string): string {
  return text.replace(LINK, `$1${REDACTED}`).replace(TEXT, `$1${REDACTED}`);
}
