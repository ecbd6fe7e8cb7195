import { type Contract, type ContractField, isRepeated, isRequired, lookUp } from "../../soap/contract/contract.js";
import type { ShapeChange } from "./field-changes.js";
import { type FieldPair, type FieldPlace, judgement, STILL_AN_ARRAY } from "./field-place.js";
import type { Judgement } from "./finding.js";

/**
 * Judges a change, other than of its type, to a field that the client sends.
 *
 * On the wire: ASMX accepts parameters in any order, ignores unknown ones and fills in absent ones with the default of
 * their type (measured: captures of an ASMX service; inferred for fields inside complex types). In types: callers write
 * requests as object literals, under `strict`.
 *
 * @param contract the new contract.
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
  "Guessed from type and name: code that sets the old name no longer compiles, and the service ignores what the old client sends under it.",
);

const NAMESPACE = judgement(
  "breaking",
  "cosmetic",
  "The service does not recognise what the old client sends in the old namespace, and ignores it.",
);

/** True where an object literal may omit the field (see `fieldSource` in the generator). */
function isOmittable(field: ContractField, { within }: FieldPlace): boolean {
  return isRepeated(field) ? within === "message" : field.min === 0;
}

function added(field: ContractField, place: FieldPlace): Judgement {
  if (isOmittable(field, place)) {
    return judgement("cosmetic", "additive", "It is optional: old code omits it, and the service accepts that.");
  }
  if (!isRequired(field)) {
    return judgement(
      "cosmetic",
      "breaking",
      "The service accepts a request without it, but the array is a required member of the type.",
    );
  }
  return judgement(
    "risky",
    "breaking",
    "Code that omits it no longer compiles; for the old client, which does not send it, ASMX uses a default such as 0, false or null.",
  );
}

function minOccurs({ before, after }: FieldPair, place: FieldPlace): Judgement {
  if (isRepeated(before)) return STILL_AN_ARRAY;
  return isOmittable(after, place)
    ? judgement("cosmetic", "additive", "It can be omitted now; code that sets it remains correct.")
    : judgement(
        "risky",
        "breaking",
        "Code that omits it no longer compiles; where the old client omits it, ASMX uses a default such as 0, false or null.",
      );
}

function maxOccurs({ before, after }: FieldPair): Judgement {
  if (isRepeated(before) && isRepeated(after)) return STILL_AN_ARRAY;
  return isRepeated(after)
    ? judgement(
        "cosmetic",
        "breaking",
        "It is an array now; the single value that the old client sends is read as one element.",
      )
    : judgement(
        "risky",
        "breaking",
        "It is no longer an array; of several values that the old client sends, ASMX uses the first.",
      );
}

function nillable(contract: Contract, after: ContractField): Judgement {
  if (after.nillable) return judgement("cosmetic", "additive", "Null is accepted too now; old values remain correct.");
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
        "Code that passes null no longer compiles, and ASMX replies to xsi:nil with a fault.",
      );
}
