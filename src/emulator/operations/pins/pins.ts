import { runsConsole, worksAs } from "../../desk/person.js";
import { CUSTOM_FIELD_LENGTHS, givePin, type Pin, TRACKING_LENGTH } from "../../desk/pin.js";
import type { OperationResult, TechnicianCall } from "../call/call.js";
import { booleanParameter, integerParameter, textParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";

/** What a PIN is made from. */
export type PinContent = Omit<Pin, "code" | "session" | "madeAt">;

/** The languages of a Lens invitation; English where none is sent (guide: requestLensPINCode_v3). */
export const LANGUAGES: ReadonlySet<string> = new Set(["", "de", "en", "es", "fr", "nl", "pt-br"]);

/**
 * The PIN that a call asks for, with its custom fields. `Error` for a custom field over its documented length and for
 * another language than the guide's, in any case (all inferred).
 */
export function pinContent(call: TechnicianCall): PinContent {
  return contentOf(call, false);
}

/** As `pinContent`, for a Lens session, which needs a licence. */
export function lensPinContent(call: TechnicianCall): PinContent {
  return contentOf(call, true);
}

function contentOf({ desk, parameters, seat }: TechnicianCall, lens: boolean): PinContent {
  // Without this parameter, the PIN is the caller's own.
  const technician = desk.technician(integerParameter(parameters, "nodeId") || seat);
  // No result names a wrong node; inferred from who the PIN may be for (guide: requestPINCode_v3).
  if (!technician || !worksAs(technician.person, "technician")) throw new Refusal("NotTechnician");
  if (!booleanParameter(parameters, "bNoTechConsole") && !runsConsole(technician.person)) {
    throw new Refusal("NoTechConsoleRunning");
  }
  if (lens && technician.person.lens === false) throw new Refusal("NoAccessToLens");
  const customFields = CUSTOM_FIELD_LENGTHS.map((_, index) => textParameter(parameters, `sCField${index}`));
  const tracking0 = textParameter(parameters, "sTracking0");
  const fits = customFields.every((field, index) => field.length <= (CUSTOM_FIELD_LENGTHS[index] ?? 0));
  if (!fits || tracking0.length > TRACKING_LENGTH) throw new Refusal("Error");
  if (!LANGUAGES.has(textParameter(parameters, "sLangCode").trim().toLowerCase())) throw new Refusal("Error");
  return { technician: technician.id, customFields, tracking0, lens };
}

/** The PIN as a number, without leading zeros, as in the service's first version. */
export function pinAsNumber(call: TechnicianCall, content: PinContent): OperationResult {
  const code = makePin(call, content);
  return { code: "OK", out: { iPINCode: Number(code) }, changed: code };
}

/**
 * The PIN as text, for the technician `nodeId` if the operation has that parameter. A Lens invitation is not sent to
 * `sPhoneNumber` here.
 */
export function pinAsText(call: TechnicianCall, content: PinContent): OperationResult {
  const code = makePin(call, content);
  return { code: "OK", out: { sPINCode: code }, changed: code };
}

/** Makes the PIN. @throws {Refusal} `OutOfPINCodes`. */
export function makePin({ desk, now }: TechnicianCall, content: PinContent): string {
  const pin = givePin(desk.pins, desk.random, desk.account.pinPool, { ...content, madeAt: now() });
  if (!pin) throw new Refusal("OutOfPINCodes");
  return pin.code;
}
