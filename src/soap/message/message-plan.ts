import {
  type Contract,
  type ContractField,
  type ContractMessage,
  isRepeated,
  isRequired,
  lookUp,
  namespaceOf,
} from "../contract/contract.js";
import { escapeXml } from "../text/xml-text.js";
import { type Scalar, scalarOf } from "./scalar.js";

export type DecodedValue = string | number | bigint | boolean | null | DecodedFields | DecodedValue[];
export interface DecodedFields {
  [element: string]: DecodedValue;
}

/** How one element is written and read, worked out once per contract. */
export interface FieldPlan {
  readonly name: string;
  readonly namespace: string;
  /** Its place among the fields of its type. */
  readonly index: number;
  readonly required: boolean;
  readonly repeated: boolean;
  readonly nillable: boolean;
  readonly type: string;
  /** For a complex type: its fields. Made on first use, as types may be cyclic. */
  readonly fields: (() => FieldsPlan) | undefined;
  /** For an enumeration: its literals, in schema order. */
  readonly literals: readonly string[] | undefined;
  /** For a simple type of XML Schema. */
  readonly scalar: Scalar | undefined;
  /** For a simple type or an enumeration: the value of a text, undefined when the text is not in the type. */
  readonly parse: (text: string) => DecodedValue | undefined;
}

export interface FieldsPlan {
  /** In the contract's order. */
  readonly inOrder: readonly FieldPlan[];
  readonly byName: ReadonlyMap<string, FieldPlan>;
  readonly required: readonly FieldPlan[];
  readonly repeated: readonly FieldPlan[];
}

export interface MessagePlan extends FieldsPlan {
  /** The wrapper element. */
  readonly element: string;
  readonly namespace: string;
  /** The start tag of the wrapper without its end, with its namespace as the default one. */
  readonly startTag: string;
  /** True where no element of the contract has a namespace of its own: the usual case, which is faster to write. */
  readonly hasOneNamespace: boolean;
}

interface ContractPlans {
  readonly hasOneNamespace: boolean;
  readonly types: Map<string, FieldsPlan>;
  readonly messages: WeakMap<ContractMessage, MessagePlan>;
}

const plans = new WeakMap<Contract, ContractPlans>();

/** The plan for a message of `contract`. */
export function planOf(contract: Contract, message: ContractMessage): MessagePlan {
  let known = plans.get(contract);
  if (!known) {
    known = { hasOneNamespace: hasOneNamespace(contract), types: new Map(), messages: new WeakMap() };
    plans.set(contract, known);
  }
  let plan = known.messages.get(message);
  if (!plan) {
    plan = planMessage(contract, known, message);
    known.messages.set(message, plan);
  }
  return plan;
}

function hasOneNamespace(contract: Contract): boolean {
  const messages = Object.values(contract.operations).flatMap(({ request, response }) => [request, response]);
  const fields = [...messages.map((message) => message.fields), ...Object.values(contract.types)].flat();
  return [...messages, ...fields].every(({ namespace }) => namespace === undefined);
}

function planMessage(contract: Contract, known: ContractPlans, message: ContractMessage): MessagePlan {
  const { element } = message;
  const namespace = namespaceOf(contract, message);
  return {
    ...planFields(contract, known, message.fields),
    element,
    namespace,
    startTag: `<${element} xmlns="${escapeXml(namespace)}"`,
    hasOneNamespace: known.hasOneNamespace,
  };
}

function planFields(contract: Contract, known: ContractPlans, fields: readonly ContractField[]): FieldsPlan {
  const inOrder = fields.map((field, index) => planField(contract, known, field, index));
  return {
    inOrder,
    byName: new Map(inOrder.map((plan) => [plan.name, plan])),
    required: inOrder.filter((plan) => plan.required),
    repeated: inOrder.filter((plan) => plan.repeated),
  };
}

function planField(contract: Contract, known: ContractPlans, field: ContractField, index: number): FieldPlan {
  const complex = lookUp(contract.types, field.type);
  const literals = lookUp(contract.enums, field.type);
  const scalar = scalarOf(field.type);
  return {
    name: field.name,
    namespace: namespaceOf(contract, field),
    index,
    required: isRequired(field),
    repeated: isRepeated(field),
    nillable: field.nillable === true,
    type: field.type,
    fields: complex && (() => planType(contract, known, field.type, complex)),
    literals,
    scalar,
    parse: literals ? memberOf(literals) : (scalar?.parse ?? (() => undefined)),
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

function memberOf(literals: readonly string[]): FieldPlan["parse"] {
  // The contract's own string: a piece of the reply would keep all of the reply in memory.
  const members = new Map(literals.map((literal) => [literal, literal]));
  return (text) => members.get(text);
}
