import { OutcomeUnknownError } from "../../errors/outcome-unknown-error.js";
import { ProtocolError } from "../../errors/protocol-error.js";
import type { RescueError } from "../../errors/rescue-error.js";
import type { Deadline } from "../../soap/http/deadline.js";
import type { Redactor } from "../../soap/watch/redactor.js";
import { LOGIN_COUNTS } from "../account/login-pace.js";
import type { Answer } from "../operations/answer.js";
import { type BeginLogin, Login, type PerformLogin } from "./login.js";
import { LoginState } from "./login-state.js";
import { ReloginBudget } from "./relogin-budget.js";

/** The operation that a single sign-on requests its auth code with. */
export const REQUEST_CODE = "requestAuthCodeSSO";

/**
 * The auth code of a single sign-on: requested once for however many calls need it, kept in memory, and requested once
 * more when the service no longer accepts it, as another program may have requested one since: a new code replaces the
 * one before it.
 */
export class SsoCode {
  readonly #request: Login;
  readonly #redactor: Redactor;
  /** True once the service has accepted the code in force. */
  #worked = false;
  /** Until then, a code that has never worked is not replaced again. */
  #notBefore = 0;

  constructor(perform: PerformLogin, begin: BeginLogin, redactor: Redactor) {
    const request: PerformLogin = async (deadline, sending) => {
      const answer = await perform(deadline, sending);
      const code = codeOf(answer);
      if (code === "") throw new ProtocolError("the answer holds no auth code", { operation: REQUEST_CODE });
      this.#redactor.hold(this, [code]);
      this.#worked = false;
      return answer;
    };
    this.#request = new Login(new LoginState(new ReloginBudget(1)), request, begin);
    this.#redactor = redactor;
  }

  /** Returns the answer that holds the code, requesting it if there is none. */
  ensure(deadline: Deadline): Promise<Answer> {
    return this.#request.ensure(deadline);
  }

  /**
   * Returns the code in force, requesting it if there is none.
   *
   * @throws what the request ended with: that it is unknown whether there is another code now says nothing of the call.
   */
  async code(deadline: Deadline): Promise<string> {
    try {
      return codeOf(await this.ensure(deadline));
    } catch (error) {
      throw error instanceof OutcomeUnknownError ? error.cause : error;
    }
  }

  /** The service has accepted `code`. */
  accept(code: string): void {
    if (code === codeOf(this.#request.state.answer)) this.#worked = true;
  }

  /**
   * The service has refused `code`: the call did nothing.
   *
   * @returns true where the call may be made again, with another code: one that was requested meanwhile, or a new one.
   *   A code that has never worked is replaced once, and not again for as long as its request counts.
   */
  refuse(code: string, error: RescueError, now: number): boolean {
    if (error.code !== "Invalid_SecretAuthCode") return false;
    const { state } = this.#request;
    if (code !== codeOf(state.answer)) return true;
    if (!this.#worked) {
      if (now < this.#notBefore) return false;
      this.#notBefore = now + LOGIN_COUNTS;
    }
    state.end();
    return true;
  }
}

function codeOf(answer: Answer | undefined): string {
  const code = answer?.values.sAuthCode;
  return typeof code === "string" ? code : "";
}
