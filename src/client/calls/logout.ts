import { type Contract, lookUp } from "../../soap/contract/contract.js";
import type { SharedLogin } from "../login/shared-login.js";
import type { Answer } from "../operations/answer.js";
import type { CallOptions } from "../options/options.js";
import type { CallMaker } from "./call-maker.js";
import type { Lane } from "./lane.js";

export interface LogoutParts {
  readonly contract: Contract;
  /** Where a login is kept beyond the client; undefined where it is not. */
  readonly shared: SharedLogin | undefined;
}

export interface LanesToEnd {
  readonly lanes: readonly Lane[];
  /** A lane with a login of its own, which is kept nowhere else; undefined where there is none. */
  readonly own: Lane | undefined;
}

/**
 * Logs lanes out. Each login counts as ended, whatever the answer.
 *
 * @returns the answer for the first of them; undefined where there was no login, and where the service has no logout:
 *   then the login is only forgotten, and ends at the service by itself.
 */
export async function logOut(
  { contract, shared }: LogoutParts,
  maker: CallMaker,
  { lanes, own }: LanesToEnd,
  options: CallOptions,
): Promise<Answer | undefined> {
  const active = [...lanes, ...(own ? [own] : [])].filter((lane) => lane.login?.state.answer);
  if (active.length === 0) return undefined;
  if (!lookUp(contract.operations, "logout")) {
    for (const lane of active) lane.login?.state.end();
    return undefined;
  }
  const deadline = maker.begin("logout", options);
  try {
    const answers = await Promise.all(
      active.map((lane) =>
        lane.logout(deadline, () =>
          maker.make(maker.prepare("logout", {}), deadline, {
            cookies: lane.cookies,
            ready: async () => {},
            turn: (_call, _deadline, send) => send(),
          }),
        ),
      ),
    );
    if (active.some((lane) => lane !== own)) await shared?.end(deadline);
    return answers[0];
  } finally {
    deadline.dispose();
  }
}
