import { NotAuthenticatedError } from "../../errors/not-authenticated-error.js";
import { annotate } from "../../errors/rescue-error.js";
import type { Answer } from "../operations/answer.js";
import type { OperationTraits } from "../operations/operation-table.js";
import type { ReloginBudget } from "./relogin-budget.js";

/** What must be known of a call that is made under a login. */
export interface CallUnderLogin {
  readonly name: string;
  readonly traits: OperationTraits;
  /** Set where the reply is not read: it does not show whether the login was accepted. */
  readonly unread?: unknown;
}

/**
 * What is known of a lane's logins: whether one is in force, what it has served, and under which of them report
 * settings were made. What one login has served says nothing of the next, and settings end with the login they were
 * made under: a call that builds on them is never sent under another.
 */
export class LoginState {
  readonly #relogins: ReloginBudget;
  #answer: Answer | undefined;
  /** Counts the logins that have begun. */
  #epoch = 0;
  /** The operations that the newest login has served. */
  readonly #served = new Set<string>();
  /** The epoch under which report settings were last made; undefined where none could be lost. */
  #settingsEpoch: number | undefined;

  /** @param relogins decides about calls that a fresh login refuses; all lanes of a client share it. */
  constructor(relogins: ReloginBudget) {
    this.#relogins = relogins;
  }

  /** The service's answer to the current login; undefined when not logged in. */
  get answer(): Answer | undefined {
    return this.#answer;
  }

  /** A new login is in force. */
  begin(answer: Answer): void {
    this.#epoch += 1;
    this.#served.clear();
    this.#answer = answer;
  }

  /** The caller ends the login, and the settings made under it with it. */
  end(): void {
    this.#answer = undefined;
    this.#settingsEpoch = undefined;
  }

  /** A new report begins: nothing that it builds on has been set yet. */
  forgetSettings(): void {
    this.#settingsEpoch = undefined;
  }

  /** False where no report settings have been made, or those that were are lost. */
  get hasSettings(): boolean {
    return this.#settingsEpoch !== undefined;
  }

  /**
   * To be called before a settings call is sent. Another call may have found out that the login is gone, and have
   * logged in again: what this call builds on is gone too.
   *
   * @throws {NotAuthenticatedError} (`not-sent`), once, when the settings made so far ended with an earlier login.
   */
  checkSettings(operation: string): void {
    if (this.#settingsEpoch === undefined || this.#settingsEpoch === this.#epoch) return;
    this.#settingsEpoch = undefined;
    const error = new NotAuthenticatedError({
      operation,
      code: "NotLoggedIn",
      literal: "",
      meaning: "The login under which the report settings were made has expired, and they are gone with it.",
      advice: "Make all the settings of the report again, then repeat this call.",
    });
    throw annotate(error, { outcome: "not-sent" });
  }

  /** The login in force has served a call. */
  serve({ name, traits, unread }: CallUnderLogin): void {
    // What this login has served before is news to the budget only where it has counted a refusal.
    if (!unread && !(this.#served.has(name) && this.#relogins.refused.size === 0)) {
      this.#served.add(name);
      this.#relogins.serve(name);
    }
    if (traits.class === "settings") this.#settingsEpoch = this.#epoch;
  }

  /**
   * The login in force has refused a call. `NotLoggedIn…` after a login that worked means that the service did nothing,
   * so repeating is safe. What the same login has done before it can do no longer because it is forgotten; otherwise a
   * user who is not an administrator gets the same answer each time, and the budget decides.
   *
   * @returns true where the call is to be repeated under the next login.
   */
  refuse({ name, traits }: CallUnderLogin, error: NotAuthenticatedError, now: number): boolean {
    if (!error.is("NotLoggedIn", "NotLoggedInAsAdmin")) return false;
    if (!this.#served.has(name) && !this.#relogins.spend(name, error.code, now)) return false;
    this.#answer = undefined;
    // The settings made under this login are gone with it: the caller has to make them again, as a block.
    if (traits.class !== "settings" || this.#settingsEpoch !== this.#epoch) return true;
    this.#settingsEpoch = undefined;
    return false;
  }
}
