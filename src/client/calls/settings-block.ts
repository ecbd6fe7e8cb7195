import { NotAuthenticatedError } from "../../errors/not-authenticated-error.js";
import { RescueError } from "../../errors/rescue-error.js";
import type { LongTextReceiver } from "../../soap/soap-endpoint.js";
import type { SsoCode } from "../login/sso-code.js";
import type { Answer } from "../operations/answer.js";
import type { CalledOperation } from "../operations/client-functions.js";
import type { CallOptions } from "../options/options.js";
import type { Events } from "../watch/events.js";
import type { CallMaker, PreparedCall } from "./call-maker.js";
import type { Lane } from "./lane.js";

/**
 * A call within a block.
 *
 * @param fetch of a call that fetches something: it is not sent again where it may have arrived, and its answer may be
 *   long.
 */
export type BlockCall = (name: CalledOperation, args: unknown, fetch?: LongTextReceiver) => Promise<Answer>;

export interface BlockParts {
  readonly maker: CallMaker;
  /** Its settings are the caller's. */
  readonly lane: Lane;
  /** Of a single sign-on; undefined for other credentials. */
  readonly code: SsoCode | undefined;
  readonly events: Events;
}

/** How often a block is begun anew because its login has expired within it. */
const MOST_BLOCKS = 3;

/**
 * Makes calls that build on each other's settings under one login of a lane. Where the login expires in between, all of them are made again.
 *
 * @param options those of each call.
 */
export async function makeBlock<T>(
  { maker, lane, code: sso, events }: BlockParts,
  name: string,
  options: CallOptions,
  work: (call: BlockCall) => Promise<T>,
): Promise<T> {
  for (let blocks = 1; ; blocks += 1) {
    lane.login?.state.forgetSettings();
    let made = 0;
    let isCodeGone = false;
    try {
      return await work(async (operation, args, fetch) => {
        const deadline = maker.begin(operation, options);
        const send = (given: unknown) => {
          const prepared = maker.prepare(operation, given);
          const call: PreparedCall = fetch ? { ...prepared, repeatedAs: "mutating", longText: fetch } : prepared;
          return maker.make(call, deadline, lane);
        };
        try {
          const code = await sso?.code(deadline);
          const answer = await send(code === undefined ? args : { ...(args as object), sAuthCode: code }).catch(
            (error: unknown) => {
              const isOfCode = code !== undefined && error instanceof RescueError;
              isCodeGone = isOfCode && sso?.refuse(code, error, performance.now()) === true;
              throw error;
            },
          );
          if (code !== undefined) sso?.accept(code);
          made += 1;
          return answer;
        } finally {
          deadline.dispose();
        }
      });
    } catch (error) {
      // After the first call, settings that are gone again went with their login.
      const areLost = made > 0 && error instanceof NotAuthenticatedError && lane.login?.state.hasSettings === false;
      if (!(areLost || isCodeGone) || blocks === MOST_BLOCKS) throw error;
      events.emit("relogin", { operation: name });
    }
  }
}
