import type { Desk } from "../../desk/desk.js";
import { type Person, worksAs } from "../../desk/person.js";
import type { Seat } from "../../desk/seat.js";
import { type Parameters, textParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";

// Guide: setUser. "Too long" is refused, without a number. A likely one.
const NAME_LENGTH = 255;
// RFC 5321, 4.5.3.1.3: a path has 256 octets, angle brackets included.
const EMAIL_LENGTH = 254;
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+$/;
const PASSWORD_LENGTH = 8;

/** The properties that setUser and setUser_V2 write. */
export interface UserProperties {
  readonly name: string;
  readonly email: string;
  /** Undefined if it was not sent: the property is unchanged then; an empty one empties it (inferred). */
  readonly nick: string | undefined;
  readonly ssoId: string | undefined;
  readonly description: string | undefined;
  /** Optional: an empty one leaves the password unchanged. */
  readonly password: string;
  readonly confirmation: string;
  readonly currentPassword: string;
  readonly enabled: boolean | undefined;
  readonly mobileAddOn: boolean | undefined;
  /** Undefined if the operation does not have this parameter. */
  readonly rpatAddOn: boolean | "invalid" | undefined;
}

/** The names of the add-on parameters, which differ between the versions. */
export interface AddOnNames {
  readonly mobile: string;
  readonly rpat?: string;
}

/**
 * Reads the parameters. Enumerations are read in any case, as the guide's HTTP samples use lower case. Over SOAP an
 * omitted one arrives as its first member, so that a call without eStatus disables and one without eAddOns adds.
 */
export function userPropertiesOf(parameters: Parameters, addOns: AddOnNames): UserProperties {
  return {
    name: textParameter(parameters, "sName"),
    email: textParameter(parameters, "sEmail"),
    nick: optional(parameters, "sNick"),
    ssoId: optional(parameters, "sSSOID"),
    description: optional(parameters, "sDescription"),
    password: textParameter(parameters, "sPwd"),
    confirmation: textParameter(parameters, "sConfPwd"),
    currentPassword: textParameter(parameters, "sCurrentPwd"),
    enabled: userStatusOf(parameters),
    mobileAddOn: truthOf(parameters, addOns.mobile),
    rpatAddOn: addOns.rpat === undefined ? undefined : (truthOf(parameters, addOns.rpat) ?? "invalid"),
  };
}

/** Whether a user or a group may have that name: an empty or too long one is refused (guide: setUser). */
export function isNodeName(name: string): boolean {
  return name.trim() !== "" && name.length <= NAME_LENGTH;
}

/** Whether eStatus is Enabled or Disabled; undefined for anything else. */
export function userStatusOf(parameters: Parameters): boolean | undefined {
  return oneOf(parameters, "eStatus", "enabled", "disabled");
}

/** Whether the user can log in in some way once enabled. */
export function canBeEnabled({ password, ssoId }: Pick<Person, "password" | "ssoId">): boolean {
  return password !== "" || ssoId !== "";
}

/**
 * Checks what is about to be written. Name, status, add-ons, address (guide: setUser); password rules: its literals, as
 * far as they are known. For a confirmation that differs and for a wrong current password there is none: `Error`
 * (inferred, like the order of the rules).
 *
 * @throws {Refusal} for the first rule that the properties break.
 */
export function checkProperties(
  properties: UserProperties,
  seat: Seat,
  caller: Person,
  { people }: Pick<Desk, "people">,
): void {
  const { name, email, enabled, mobileAddOn, rpatAddOn, password, ssoId = seat.person.ssoId } = properties;
  if (!isNodeName(name)) throw new Refusal("InvalidParam_Name");
  if (enabled === undefined) throw new Refusal("InvalidParam_Status");
  if (mobileAddOn === undefined) throw new Refusal("InvalidParam_MobileAddOn");
  if (rpatAddOn === "invalid") throw new Refusal("InvalidParam_RPATAddOn");
  if (email.length > EMAIL_LENGTH || !EMAIL.test(email)) throw new Refusal("InvalidParam_Email");
  const holder = people.withEmail(email);
  if (holder && holder !== seat.person) throw new Refusal("InvalidParam_Email_Already_In_Use");
  checkPassword(properties, seat, caller);
  const reachable = canBeEnabled({ password: password || seat.person.password, ssoId });
  if (enabled && !reachable) throw new Refusal("InvalidParam_Status");
}

function checkPassword(
  { password, confirmation, currentPassword }: UserProperties,
  { person }: Seat,
  caller: Person,
): void {
  // Only for master administrators who write their own properties (guide: setUser). Whoever else forgot a password can
  // be given a new one by somebody who does not know it (guide: tutorial on passwords).
  if (person === caller && worksAs(caller, "masterAdministrator")) {
    if (currentPassword === "") throw new Refusal("InvalidParam_Missing_Current_Password");
    if (currentPassword !== person.password) throw new Refusal("Error");
  }
  if (password === "") return;
  if (/\s/.test(password)) throw new Refusal("InvalidParam_Password_Cannot_Contain_Whitespace_Characters");
  if (password.length < PASSWORD_LENGTH) {
    throw new Refusal("InvalidParam_Password_Has_To_Be_At_Least_8_Characters_Long");
  }
  if (password !== confirmation) throw new Refusal("Error");
}

/** A text parameter; undefined if it was not sent. */
export function optional(parameters: Parameters, name: string): string | undefined {
  const sent = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return sent === null || sent === undefined ? undefined : textParameter(parameters, name);
}

function truthOf(parameters: Parameters, name: string): boolean | undefined {
  return oneOf(parameters, name, "true", "false");
}

function oneOf(parameters: Parameters, name: string, yes: string, no: string): boolean | undefined {
  const word = textParameter(parameters, name).trim().toLowerCase();
  return word === yes ? true : word === no ? false : undefined;
}
