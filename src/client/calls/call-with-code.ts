import { NotAuthenticatedError } from "../../errors/not-authenticated-error.js";
import { learned, RescueError } from "../../errors/rescue-error.js";
import type { Deadline } from "../../soap/http/deadline.js";
import type { SsoCode } from "../login/sso-code.js";
import type { Answer } from "../operations/answer.js";

/**
 * Makes a call with the auth code of a single sign-on, and once more with another code where the service refuses the
 * first.
 *
 * @param isRead false where the reply is not read: it does not show whether the code was accepted.
 * @param send makes the call within `timeout` milliseconds.
 */
export async function callWithCode(
  sso: SsoCode,
  deadline: Deadline,
  isRead: boolean,
  send: (code: string, timeout: number) => Promise<Answer>,
): Promise<Answer> {
  for (let isSecond = false; ; isSecond = true) {
    const code = await sso.code(deadline).catch((error: unknown) => {
      throw error instanceof RescueError ? learned(error, { outcome: "not-sent" }) : error;
    });
    deadline.check();
    try {
      const answer = await send(code, Math.max(1, deadline.remaining));
      if (isRead) sso.accept(code);
      return answer;
    } catch (error) {
      if (!(error instanceof RescueError)) throw error;
      if (error.outcome === "answered" && !(error instanceof NotAuthenticatedError)) sso.accept(code);
      if (isSecond || !sso.refuse(code, error, performance.now())) throw error;
    }
  }
}
