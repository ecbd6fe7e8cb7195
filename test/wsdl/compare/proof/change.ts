import type { Verdict } from "../../../../src/wsdl/index.js";
import type { ConsumerName } from "./consumers.js";
import type { Edit } from "./edit.js";
import type { CallName } from "./script.js";

/** An expected finding, written by hand: its id, and its verdicts for wire and types. */
export type ExpectedFinding = readonly [id: string, wire: Verdict, types: Verdict];

/**
 * What happens when the old client calls the new service: the `same` as with the old one; the code of the error that it
 * throws; or no error, but a value on one side that differs from that with the old service.
 */
export type Meets = "same" | "the client reads other" | "the service reads other" | (string & {});

/** A call of the old client that is not in the script. */
export interface OtherCall {
  /** The call of the script that it is based on. */
  readonly call: CallName;
  /** Arguments that differ from the script's. The old service, with which it is compared, gets them too. */
  readonly send?: object;
  /** Elements of the new service's response that differ from the script's; undefined for one that it omits. */
  readonly answer?: object;
  /** A parameter (by its path) that the new service requires: without it, or at its default, it replies with a fault. */
  readonly insistsOn?: string;
  /** A parameter that the new service ignores. */
  readonly noUseFor?: string;
  /** Made to the old address, where there is no service any longer. */
  readonly atOldAddress?: true;
  readonly soap?: "1.2";
}

/** One change of the base WSDL, the expected findings, and their proof. */
export interface Change {
  readonly what: string;
  readonly edit: Edit;
  readonly finds: readonly ExpectedFinding[];
  /** The consumers that no longer compile; none by default. */
  readonly stops?: readonly ConsumerName[];
  /** What the new service returns in addition in every getSession of the script. */
  readonly now?: object;
  /** What the old service returns in addition in every getSession of the script. */
  readonly before?: object;
  /**
   * The calls that the change affects, and their results. Every other call of the script must have the same result, which
   * is checked as well.
   */
  readonly meets?: readonly (readonly [CallName | OtherCall, Meets])[];
}
