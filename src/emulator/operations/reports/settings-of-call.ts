import type { ReportSettings } from "../../desk/report-settings.js";
import type { UserCall } from "../call/call.js";
import { textParameter } from "../call/parameters.js";

/**
 * The report settings of a call, which may be changed in place. Settings belong to the cookie's login; a call by auth
 * code has no login, and its settings are the user's (inferred). Every user may make reports: which rights the service
 * asks for is not known.
 */
export function settingsOf({ parameters, session, user }: UserCall): ReportSettings {
  return textParameter(parameters, "sAuthCode") === "" ? session.reportSettings() : user.reportSettings;
}
