import {
  type Contract,
  type ContractField,
  type ContractMessage,
  isRepeated,
  isRequired,
  lookUp,
  namespaceOf,
} from "../contract/contract.js";
import { scalarOf } from "./scalar.js";

export type DecodedValue = string | number | bigint | boolean | null | DecodedFields | DecodedValue[];
export interface DecodedFields {
  [element: string]: DecodedValue;
}

/** How one element is decoded, worked out once per contract. */
export interface FieldPlan {
  readonly name: string;
  readonly namespace: string;
  /** Its place among the fields of its type. */
  readonly index: number;
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
  readonly required: readonly FieldPlan[];
  readonly repeated: readonly FieldPlan[];
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
  const plans = fields.map((field, index) => planField(contract, known, field, index));
  return {
    byName: new Map(plans.map((plan) => [plan.name, plan])),
    required: plans.filter((_, index) => isRequired(fields[index] as ContractField)),
    repeated: plans.filter((plan) => plan.repeated),
  };
}

function planField(contract: Contract, known: ContractPlans, field: ContractField, index: number): FieldPlan {
  const complex = lookUp(contract.types, field.type);
  return {
    name: field.name,
    namespace: namespaceOf(contract, field),
    index,
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
