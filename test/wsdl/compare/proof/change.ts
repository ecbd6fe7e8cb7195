import type { Verdict } from "../../../../src/wsdl/index.js";
import type { ConsumerName } from "./consumers.js";
import type { Edit } from "./edit.js";
import type { CallName } from "./script.js";

/** A finding that is expected, written down by hand: its id, its verdict on the wire and on types. */
export type ExpectedFinding = readonly [id: string, wire: Verdict, types: Verdict];

/**
 * What the old client meets with the new service: `same` as with the old one; the code of the error that it throws; or
 * no error, but another value on one side than with the old service.
 */
export type Meets = "same" | "the client reads other" | "the service reads other" | (string & {});

/** A call of the old client, another than the script makes. */
export interface OtherCall {
  /** The call of the script that it is but for the rest. */
  readonly call: CallName;
  /** Arguments other than the script's. The old service, with which it is compared, gets them too. */
  readonly send?: object;
  /** Elements of the new service's response other than the script's; undefined for one that it leaves out. */
  readonly answer?: object;
  /** A parameter (by its path) that the new service insists on: at its default or absent it answers a fault. */
  readonly insistsOn?: string;
  /** A parameter that the new service has no use for. */
  readonly noUseFor?: string;
  /** Made at the old address, where nothing is any more. */
  readonly atOldAddress?: true;
  readonly soap?: "1.2";
}

/** One change of the base WSDL, what is to be said of it, and what proves it. */
export interface Change {
  readonly what: string;
  readonly edit: Edit;
  readonly finds: readonly ExpectedFinding[];
  /** The consumers that no longer compile; none unless given. */
  readonly stops?: readonly ConsumerName[];
  /** What the new service answers besides in every getSession of the script. */
  readonly now?: object;
  /** What the old service answers besides in every getSession of the script. */
  readonly before?: object;
  /**
   * The calls that have to do with the change, and what they meet. Every other call of the script meets the same, which
   * is looked at as well.
   */
  readonly meets?: readonly (readonly [CallName | OtherCall, Meets])[];
}
