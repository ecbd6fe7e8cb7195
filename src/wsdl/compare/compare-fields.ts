import type { ContractField } from "../../soap/contract/contract.js";
import { type FieldChange, fieldText } from "./field-changes.js";
import type { Finding, FindingKind, Judgement, Side } from "./finding.js";
import { makeFinding } from "./make-finding.js";

/** The owner of a changed field. */
export interface FieldOwner {
  readonly noun: "parameter" | "member";
  /** The operation or the type. */
  readonly name: string;
  readonly side: Side;
  readonly operations: Iterable<string>;
}

/** The finding for a field change and its judgement. */
export function fieldFinding(owner: FieldOwner, change: FieldChange, judgement: Judgement): Finding {
  const { noun, side, operations } = owner;
  const parts = { side, operations, judgement };
  switch (change.what) {
    case "moved": {
      const kind: FindingKind = `${noun}s-moved`;
      const [before, after] = [change.before.join(", "), change.after.join(", ")];
      return makeFinding({ ...parts, kind, subject: [owner.name], before, after });
    }
    case "added":
    case "removed": {
      const shown = { [change.what === "added" ? "after" : "before"]: fieldText(change.field) };
      return makeFinding({
        ...parts,
        kind: `${noun}-${change.what}`,
        subject: [owner.name, change.field.name],
        ...shown,
      });
    }
    default: {
      const { what, before, after } = change;
      const subject = [owner.name, before.name];
      const text = ATTRIBUTE_TEXT[what];
      const guess = what === "renamed" ? { guess: true as const } : {};
      return makeFinding({
        ...parts,
        kind: `${noun}-${what}`,
        subject,
        before: text(before),
        after: text(after),
        ...guess,
      });
    }
  }
}

type PairChange = Extract<FieldChange, { readonly before: ContractField }>["what"];

const ATTRIBUTE_TEXT: Readonly<Record<PairChange, (field: ContractField) => string>> = {
  renamed: ({ name }) => name,
  "type-changed": ({ type }) => type,
  "min-occurs-changed": ({ min }) => `minOccurs ${min ?? 1}`,
  "max-occurs-changed": ({ max }) => `maxOccurs ${max ?? 1}`,
  "nillable-changed": ({ nillable }) => (nillable ? "nillable" : "not nillable"),
  "namespace-changed": ({ namespace }) => (namespace === "" ? "no namespace" : (namespace ?? "the WSDL's namespace")),
};
