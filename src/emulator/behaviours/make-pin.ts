import { runsConsole, worksAs } from "../desk/person.js";
import { CUSTOM_FIELD_LENGTHS, givePin, type Pin, TRACKING_LENGTH } from "../desk/pin.js";
import { booleanOf, integerOf, textOf } from "../wire/parameters.js";
import type { Call } from "./behaviour.js";
import { isTooMany, PIN_LIMIT } from "./rate-limit.js";
import { pinMakerOf } from "./technician-caller.js";

/** The languages of a Lens invitation; English where none is sent (guide, requestLensPINCode_v3). */
export const LANGUAGES: ReadonlySet<string> = new Set(["", "de", "en", "es", "fr", "nl", "pt-br"]);

/**
 * Makes the PIN that a call asks for, with the custom fields it carries; or says why there is none. Everything that makes
 * PINs shares one limit for each user. A call that is refused for another reason does not count. `Error` for a custom
 * field over its documented length and for another language than the guide's, in any case (all inferred).
 *
 * @param lens for a Lens session, which needs a licence.
 */
export function makePin(call: Call, lens = false): { readonly pin: Pin } | { readonly refused: string } {
  const caller = pinMakerOf(call);
  if ("refused" in caller) return caller;
  const { desk, parameters } = call;
  // In a call without this parameter, and where it was not sent, the PIN is the caller's own.
  const technician = desk.technician(integerOf(parameters, "nodeId") || caller.seat);
  // No result names a wrong node; inferred from who the PIN may be for (guide, requestPINCode_v3).
  if (!technician || !worksAs(technician.person, "technician")) return { refused: "NotTechnician" };
  if (!booleanOf(parameters, "bNoTechConsole") && !runsConsole(technician.person)) {
    return { refused: "NoTechConsoleRunning" };
  }
  if (lens && technician.person.lens === false) return { refused: "NoAccessToLens" };
  const customFields = CUSTOM_FIELD_LENGTHS.map((_, index) => textOf(parameters, `sCField${index}`));
  const tracking0 = textOf(parameters, "sTracking0");
  const fits = customFields.every((field, index) => field.length <= (CUSTOM_FIELD_LENGTHS[index] ?? 0));
  if (!fits || tracking0.length > TRACKING_LENGTH) return { refused: "Error" };
  if (!LANGUAGES.has(textOf(parameters, "sLangCode").trim().toLowerCase())) return { refused: "Error" };
  if (isTooMany(call, caller.user, PIN_LIMIT)) return { refused: "PollRateExceeded" };
  const content = { technician: technician.id, madeAt: call.now(), customFields, tracking0, lens };
  const pin = givePin(desk.pins, desk.random, desk.account.pinPool, content);
  return pin ? { pin } : { refused: "OutOfPINCodes" };
}
