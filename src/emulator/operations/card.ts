import type { CallCounts } from "../desk/strangers.js";
import type { Call, OperationResult } from "./call/call.js";
import { type CallBy, type CallerKind, callBy } from "./call/caller.js";
import { isTooMany, type RateLimit } from "./call/rate-limit.js";
import { Refusal } from "./call/refusal.js";

/** What the emulator knows of one operation. */
export interface Card {
  /** Who may call. */
  readonly caller: CallerKind;
  /** How often; without one, as often as one likes. */
  readonly limit?: RateLimit;
  /** Asks who calls and how often, and then does what the operation does. */
  readonly answer: (call: Call) => OperationResult;
}

/** How often an operation may be called, and what is answered beyond that. */
interface CardLimit<Kind extends CallerKind> {
  readonly rate: RateLimit;
  /** The result code of a call that is one too many. */
  readonly refusal: string;
  /** Whose calls are counted. */
  readonly of: (call: CallBy[Kind]) => CallCounts;
}

interface PlainCard<Kind extends CallerKind> {
  readonly caller: Kind;
  readonly limit?: CardLimit<Kind>;
  /** What the operation does; it throws a `Refusal` for what it does not do. */
  readonly run: (call: CallBy[Kind]) => OperationResult;
}

interface CheckedCard<Kind extends CallerKind, Checked> {
  readonly caller: Kind;
  /** The code for the auth code of a deleted user, where it differs from that of a disabled one. */
  readonly deletedUser?: string;
  /** What is looked at before the limit: a call that is refused here does not count. */
  readonly check: (call: CallBy[Kind]) => Checked;
  readonly limit: CardLimit<Kind>;
  /** @param checked what `check` returned. */
  readonly run: (call: CallBy[Kind], checked: Checked) => OperationResult;
}

/** The card of an operation that checks its parameters after the limit, if it has one. */
export function card<Kind extends CallerKind>({ caller, limit, run }: PlainCard<Kind>): Card {
  return {
    caller,
    ...(limit && { limit: limit.rate }),
    answer: refusing((call) => {
      const known = callBy(caller, call);
      if (limit) askLimit(known, limit);
      return run(known);
    }),
  };
}

/** The card of an operation that checks its parameters before the limit. */
export function checkedCard<Kind extends CallerKind, Checked>(one: CheckedCard<Kind, Checked>): Card {
  const { caller, deletedUser, check, limit, run } = one;
  return {
    caller,
    limit: limit.rate,
    answer: refusing((call) => {
      const known = callBy(caller, call, deletedUser);
      const checked = check(known);
      askLimit(known, limit);
      return run(known, checked);
    }),
  };
}

function askLimit<Kind extends CallerKind>(call: CallBy[Kind], { rate, refusal, of }: CardLimit<Kind>): void {
  if (isTooMany(call, of(call), rate)) throw new Refusal(refusal);
}

function refusing(perform: (call: Call) => OperationResult): Card["answer"] {
  return (call) => {
    try {
      return perform(call);
    } catch (error) {
      if (error instanceof Refusal) return { code: error.code };
      throw error;
    }
  };
}
