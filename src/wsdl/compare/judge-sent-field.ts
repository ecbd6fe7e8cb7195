import { type Contract, type ContractField, isRepeated, isRequired, lookUp } from "../../soap/contract/contract.js";
import type { ShapeChange } from "./field-changes.js";
import { type FieldPair, type FieldPlace, judgement, STILL_AN_ARRAY } from "./field-place.js";
import type { Judgement } from "./finding.js";

/**
 * Judges a change of what the client sends, its type aside.
 *
 * On the wire: ASMX takes parameters in any order, passes over unknown ones and fills absent ones with the default of
 * their type (measured: captures of an ASMX service; for fields inside complex types inferred). In types: callers write
 * requests as object literals, under `strict`.
 *
 * @param contract the new one.
 */
export function judgeSentField(contract: Contract, change: ShapeChange, place: FieldPlace): Judgement {
  switch (change.what) {
    case "added":
      return added(change.field, place);
    case "removed":
      return REMOVED;
    case "renamed":
      return RENAMED;
    case "min-occurs-changed":
      return minOccurs(change, place);
    case "max-occurs-changed":
      return maxOccurs(change);
    case "nillable-changed":
      return nillable(contract, change.after);
    case "namespace-changed":
      return NAMESPACE;
  }
}

const REMOVED = judgement(
  "risky",
  "breaking",
  "Code that sets it no longer compiles, and ASMX silently ignores what the old client still sends.",
);

const RENAMED = judgement(
  "breaking",
  "breaking",
  "A guess from its type and name: code that sets the old name no longer compiles, and what the old client sends under it is ignored.",
);

const NAMESPACE = judgement(
  "breaking",
  "cosmetic",
  "What the old client sends in the old namespace is not recognised, and ignored.",
);

/** True where an object literal may leave the field out (see `fieldSource` of the generator). */
function isOmittable(field: ContractField, { within }: FieldPlace): boolean {
  return isRepeated(field) ? within === "message" : field.min === 0;
}

function added(field: ContractField, place: FieldPlace): Judgement {
  if (isOmittable(field, place)) {
    return judgement("cosmetic", "additive", "It is optional: old code leaves it out, and the service accepts that.");
  }
  if (!isRequired(field)) {
    return judgement(
      "cosmetic",
      "breaking",
      "The service accepts its absence, but the array is a required member of the type.",
    );
  }
  return judgement(
    "risky",
    "breaking",
    "Code that leaves it out no longer compiles; for the old client, which does not send it, ASMX fills in a default, such as 0, false or null.",
  );
}

function minOccurs({ before, after }: FieldPair, place: FieldPlace): Judgement {
  if (isRepeated(before)) return STILL_AN_ARRAY;
  return isOmittable(after, place)
    ? judgement("cosmetic", "additive", "It may be left out now; code that sets it is as right as before.")
    : judgement(
        "risky",
        "breaking",
        "Code that leaves it out no longer compiles; where the old client leaves it out, ASMX fills in a default, such as 0, false or null.",
      );
}

function maxOccurs({ before, after }: FieldPair): Judgement {
  if (isRepeated(before) && isRepeated(after)) return STILL_AN_ARRAY;
  return isRepeated(after)
    ? judgement(
        "cosmetic",
        "breaking",
        "It is an array now; the one value that the old client sends is one element of it.",
      )
    : judgement(
        "risky",
        "breaking",
        "It is no array any more; of several values that the old client sends, ASMX takes the first.",
      );
}

function nillable(contract: Contract, after: ContractField): Judgement {
  if (after.nillable)
    return judgement("cosmetic", "additive", "Now null is accepted too; old values are as right as before.");
  const isReference = after.type === "xs:string" || lookUp(contract.types, after.type) !== undefined;
  return isReference
    ? judgement(
        "cosmetic",
        "breaking",
        "Code that passes null no longer compiles; ASMX still reads xsi:nil as null here.",
      )
    : judgement(
        "risky",
        "breaking",
        "Code that passes null no longer compiles, and ASMX answers xsi:nil with a fault.",
      );
}
