import { isDeepStrictEqual } from "node:util";
import type { Change, Meets } from "./change.js";
import type { Outcome, ProofService } from "./proof-service.js";
import { CALL_NAMES, type CallName } from "./script.js";

/** The results of the old client after a change: of every call in the script, and of the additional ones, in that order. */
export async function meetings(
  change: Change,
  old: ProofService,
  now: ProofService,
  goneAddress: string,
): Promise<{ readonly script: ReadonlyMap<CallName, Meets>; readonly others: readonly Meets[] }> {
  const { before = {}, now: besides = {}, meets = [] } = change;
  const [asBefore, asNow] = [await old.runScript(before), await now.runScript(besides)];
  const script = new Map(CALL_NAMES.map((name) => [name, meeting(asBefore.get(name), asNow.get(name))]));
  const others: Meets[] = [];
  for (const [other] of meets) {
    if (typeof other === "string") continue;
    const { call, send } = other;
    const expected = send ? await old.runOther({ call, send }, before, goneAddress) : asBefore.get(call);
    others.push(meeting(expected, await now.runOther(other, besides, goneAddress), other.noUseFor));
  }
  return { script, others };
}

function meeting(before: Outcome | undefined, now: Outcome | undefined, noUseFor?: string): Meets {
  if (!before || !now) throw new Error("no outcome");
  // The calls are chosen for their results with the old service.
  if ("error" in before) throw new Error(`with the old service: ${before.error}`);
  if ("error" in now) return now.error;
  if (!isDeepStrictEqual(before.gives, now.gives)) return "the client reads other";
  const without = ({ reads }: { readonly reads: readonly (readonly [string, unknown])[] }) =>
    reads.filter(([name]) => name !== noUseFor);
  return isDeepStrictEqual(without(before), without(now)) ? "same" : "the service reads other";
}
