import { type ContractField, isRepeated, isRequired } from "../../soap/contract/contract.js";
import type { ShapeChange } from "./field-changes.js";
import { type FieldPair, judgement, STILL_AN_ARRAY } from "./field-place.js";
import type { Judgement } from "./finding.js";

/**
 * Judges a change, other than of its type, to a field that the client receives.
 *
 * On the wire: this client ignores unknown response elements, in any order, and rejects a reply that lacks a required
 * one, repeats a single one or has xsi:nil where it is not allowed (`src/soap/message/decode-reply.ts`). In types:
 * callers read members of responses, under `strict`.
 */
export function judgeReceivedField(change: ShapeChange): Judgement {
  switch (change.what) {
    case "added":
      return ADDED;
    case "removed":
      return removed(change.field);
    case "renamed":
      return renamed(change.before);
    case "min-occurs-changed":
      return minOccurs(change);
    case "max-occurs-changed":
      return maxOccurs(change);
    case "nillable-changed":
      return nillable(change.after);
    case "namespace-changed":
      return namespaceChanged(change.before);
  }
}

const ADDED = judgement(
  "cosmetic",
  "additive",
  "The old client ignores unknown elements, and old code does not read it.",
);

function removed(field: ContractField): Judgement {
  return isRequired(field)
    ? judgement(
        "breaking",
        "breaking",
        "Code that reads it no longer compiles, and the old client rejects a reply without it.",
      )
    : judgement(
        "risky",
        "breaking",
        "Code that reads it no longer compiles; the old client accepts the reply but never finds a value there.",
      );
}

function renamed(field: ContractField): Judgement {
  return isRequired(field)
    ? judgement(
        "breaking",
        "breaking",
        "Guessed from type and name: code that reads the old name no longer compiles, and the old client rejects a reply without it.",
      )
    : judgement(
        "risky",
        "breaking",
        "Guessed from type and name: code that reads the old name no longer compiles, and the old client no longer sees the value.",
      );
}

function minOccurs({ before, after }: FieldPair): Judgement {
  if (isRepeated(before)) return STILL_AN_ARRAY;
  return after.min === 0
    ? judgement("risky", "breaking", "Code must now expect undefined, and the old client rejects a reply without it.")
    : judgement("cosmetic", "additive", "It is always present now; code that expects undefined still compiles.");
}

function maxOccurs({ before, after }: FieldPair): Judgement {
  if (isRepeated(before) && isRepeated(after)) return STILL_AN_ARRAY;
  return isRepeated(after)
    ? judgement(
        "risky",
        "breaking",
        "It is an array now, and the old client rejects a reply with more than one, or with none where it requires one.",
      )
    : judgement(
        "cosmetic",
        "breaking",
        "It is no longer an array; the old client reads the single value as an array of one.",
      );
}

function nillable(after: ContractField): Judgement {
  return after.nillable
    ? judgement("risky", "breaking", "Code must now expect null, and the old client rejects a reply with xsi:nil here.")
    : judgement("cosmetic", "additive", "It is never null now; code that expects null still compiles.");
}

function namespaceChanged(field: ContractField): Judgement {
  return isRequired(field)
    ? judgement(
        "breaking",
        "cosmetic",
        "The old client does not recognise the element and rejects the reply, as it requires one.",
      )
    : judgement("risky", "cosmetic", "The old client does not recognise the element and no longer sees the value.");
}
