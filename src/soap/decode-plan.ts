import { type Contract, type ContractField, type ContractMessage, isRepeated, isRequired, lookUp } from "./contract.js";
import { scalarOf } from "./scalar.js";

export type DecodedValue = string | number | bigint | boolean | null | DecodedFields | DecodedValue[];
export interface DecodedFields {
  [element: string]: DecodedValue;
}

/** How one element is decoded, worked out once per contract. */
export interface FieldPlan {
  readonly name: string;
  readonly repeated: boolean;
  readonly nillable: boolean;
  /** For a complex type: its fields. Made on first use, as types may be cyclic. */
  readonly fields: (() => FieldsPlan) | undefined;
  /** For a simple type: the value of a text, undefined when the text is not in the type. */
  readonly parse: (text: string) => DecodedValue | undefined;
  readonly type: string;
}

export interface FieldsPlan {
  readonly byName: ReadonlyMap<string, FieldPlan>;
  readonly required: readonly string[];
  readonly repeated: readonly string[];
}

interface ContractPlans {
  readonly types: Map<string, FieldsPlan>;
  readonly messages: Map<ContractMessage, FieldsPlan>;
}

const plans = new WeakMap<Contract, ContractPlans>();

/** The plan for a message of `contract`. */
export function planOf(contract: Contract, message: ContractMessage): FieldsPlan {
  const known = plansOf(contract);
  let plan = known.messages.get(message);
  if (!plan) {
    plan = planFields(contract, known, message.fields);
    known.messages.set(message, plan);
  }
  return plan;
}

function plansOf(contract: Contract): ContractPlans {
  let known = plans.get(contract);
  if (!known) {
    known = { types: new Map(), messages: new Map() };
    plans.set(contract, known);
  }
  return known;
}

function planFields(contract: Contract, known: ContractPlans, fields: readonly ContractField[]): FieldsPlan {
  return {
    byName: new Map(fields.map((field) => [field.name, planField(contract, known, field)])),
    required: fields.filter(isRequired).map((field) => field.name),
    repeated: fields.filter(isRepeated).map((field) => field.name),
  };
}

function planField(contract: Contract, known: ContractPlans, field: ContractField): FieldPlan {
  const complex = lookUp(contract.types, field.type);
  return {
    name: field.name,
    type: field.type,
    repeated: isRepeated(field),
    nillable: field.nillable === true,
    fields: complex && (() => planType(contract, known, field.type, complex)),
    parse: parserOf(contract, field.type),
  };
}

function planType(
  contract: Contract,
  known: ContractPlans,
  type: string,
  fields: readonly ContractField[],
): FieldsPlan {
  let plan = known.types.get(type);
  if (!plan) {
    plan = planFields(contract, known, fields);
    known.types.set(type, plan);
  }
  return plan;
}

function parserOf(contract: Contract, type: string): FieldPlan["parse"] {
  const literals = lookUp(contract.enums, type);
  if (literals) {
    const members = new Set(literals);
    return (text) => (members.has(text) ? text : undefined);
  }
  const scalar = scalarOf(type);
  return scalar ? (text) => scalar.parse(text) : () => undefined;
}
