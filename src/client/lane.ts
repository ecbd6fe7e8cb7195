import type { Cookies } from "../soap/cookies.js";
import type { Login } from "./login.js";

/**
 * One login with its own jar. The service lets one call at a time into a login (ASP.NET's session lock), so that
 * several lanes are what makes calls run side by side.
 */
export interface Lane {
  readonly login: Login | undefined;
  /** Absent where calls carry no cookie: on an auth code alone they run side by side as they are. */
  readonly cookies: (() => Promise<Cookies>) | undefined;
  /** Calls under way. */
  busy: number;
  /** The login under which report settings were last made; they are gone when the service forgets it. */
  settingsUnder: number | undefined;
  /** The login that was refused as no administrator although it was fresh: another one would change nothing. */
  refusedAdminUnder: number | undefined;
  /** Counts the logins begun. The cookies of a reply to a call from before are not those of the login in force. */
  epoch: number;
}

/** The lane for a further call: the idlest, and of those the first that is logged in already. */
export function idlest(lanes: readonly Lane[]): Lane {
  return lanes.reduce((best, lane) =>
    lane.busy < best.busy || (lane.busy === best.busy && lane.login?.active && !best.login?.active) ? lane : best,
  );
}
