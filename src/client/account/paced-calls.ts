import { createHash, randomBytes } from "node:crypto";
import type { Deadline } from "../../soap/http/deadline.js";
import { LIMITS, traitsOf } from "../operations/operation-table.js";
import { type CheckedCredentials, ssoUser } from "../options/credentials.js";
import { accountKey } from "./account-key.js";
import { Turns } from "./turns.js";

// Timers and the service's clock are not as exact as the limit.
const SLACK = 50;
const SALT = randomBytes(32);

/** The calls of one user that share a limit, in this process. */
interface Line {
  readonly turns: Turns;
  /** When the next call may be sent, by a clock that nobody sets. */
  free: number;
}

const LINES = new Map<string, Line>();

/**
 * Calls that wait to stay under the service's limit, for all clients of this process together: one at a time for each
 * user, and the next one when the limit's time has passed since the answer, as the service counts when a call arrives.
 */
export class PacedCalls {
  readonly #account: string | undefined;
  readonly #onWait: (operation: string, milliseconds: number) => void;

  /** @param paced false for an emulator, which has no limit that a call would have to wait for. */
  constructor(
    paced: boolean,
    address: URL,
    { login, authCode, sso }: CheckedCredentials,
    onWait: (operation: string, milliseconds: number) => void,
  ) {
    const user =
      login?.email ??
      (sso && ssoUser(sso)) ??
      createHash("sha256")
        .update(SALT)
        .update(authCode?.reveal() ?? "")
        .digest("base64");
    this.#account = paced ? accountKey(address, user) : undefined;
    this.#onWait = onWait;
  }

  /**
   * Makes a call when the limit of the deadline's operation allows it: at once where it has none.
   *
   * @throws {DeadlineError | AbortedError} (`not-sent`) when `deadline` ends before.
   */
  async call<T>(deadline: Deadline, send: () => Promise<T>): Promise<T> {
    const { limit } = traitsOf(deadline.operation);
    if (this.#account === undefined || limit === undefined) return send();
    const line = lineOf(`${limit} ${this.#account}`);
    const leave = await line.turns.take(deadline);
    try {
      const wait = line.free - performance.now();
      if (wait > 0) {
        this.#onWait(deadline.operation, wait);
        await deadline.sleep(wait, "not-sent");
      }
      try {
        return await send();
      } finally {
        line.free = performance.now() + LIMITS[limit].milliseconds + SLACK;
      }
    } finally {
      leave();
    }
  }
}

function lineOf(key: string): Line {
  const now = performance.now();
  if (LINES.size >= 64) for (const [other, { turns, free }] of LINES) if (turns.idle && free < now) LINES.delete(other);
  const known = LINES.get(key);
  if (known) return known;
  const turns = new Turns(1, (timeout) => `still waited for its turn under the service's limit after ${timeout} ms`);
  const line = { turns, free: now };
  LINES.set(key, line);
  return line;
}
