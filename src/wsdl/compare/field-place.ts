import type { ContractField } from "../../soap/contract/contract.js";
import type { Judgement, Verdict } from "./finding.js";

/** Where a field is used: on which side, and whether in a message or in a complex type. */
export interface FieldPlace {
  readonly side: "request" | "response";
  readonly within: "message" | "type";
}

/** A field before and after a change. */
export interface FieldPair {
  readonly before: ContractField;
  readonly after: ContractField;
}

/** A judgement, for the tables of rules. */
export function judgement(wire: Verdict, types: Verdict, reason: string): Judgement {
  return { wire, types, reason };
}

/** For a change of occurrence that leaves the field an array. */
export const STILL_AN_ARRAY = judgement(
  "cosmetic",
  "cosmetic",
  "It is an array before and after, and neither the client nor ASMX counts its elements.",
);
