import { isObject, refusal } from "./options/option-checks.js";
import type { RescueClientOptions } from "./options/options.js";
import { type ClosedSession, RescueClient } from "./rescue-client.js";

/** The client's options, who calls, and the session to close. */
export type LoginAndCloseSessionOptions = Omit<RescueClientOptions, "credentials"> & {
  readonly email: string;
  readonly password: string;
  /** Sent with closeSession as well, as in the vendor's sample (guide: closeSession). */
  readonly authCode?: string | undefined;
  /** The session's id, as the Technician Console shows it: a whole number from 1 to 2147483647. */
  readonly session: number;
};

/**
 * Logs in, closes a session and logs out, as the vendor's C# sample does (guide: closeSession).
 *
 * @example await loginAndCloseSession({ email: "some@email.com", password: "secretPassword", session: 12345678 });
 * @throws what `RescueClient#closeSession` throws. A logout that fails after the session was closed is ignored.
 */
export async function loginAndCloseSession(options: LoginAndCloseSessionOptions): Promise<ClosedSession> {
  if (!isObject(options)) throw refusal("options", "expected an object with email, password and session");
  const { email, password, authCode, session, ...rest } = options;
  await using rescue = new RescueClient({ ...rest, credentials: { email, password, authCode } });
  return await rescue.closeSession(session);
}
