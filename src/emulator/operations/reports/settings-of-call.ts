import type { Person } from "../../desk/person.js";
import type { ReportSettings } from "../../desk/report-settings.js";
import type { Call } from "../call.js";
import { callerOf } from "../caller.js";
import { textOf } from "../parameters.js";

/** Who calls, and the report settings of the call, which may be changed in place; or why there is nobody. */
export type SettingsCaller =
  | { readonly user: Person; readonly settings: ReportSettings }
  | { readonly refused: string };

/**
 * Settings belong to the cookie's login; a call by auth code has no login, and its settings are the user's (inferred, see
 * the facts on authentication). Every user may make reports: which rights the service asks for is not known.
 */
export function settingsCallerOf(call: Call): SettingsCaller {
  const caller = callerOf(call);
  if ("refused" in caller) return caller;
  const { user } = caller;
  const isByCode = textOf(call.parameters, "sAuthCode") !== "";
  return { user, settings: isByCode ? user.reportSettings : call.session.reportSettings };
}
