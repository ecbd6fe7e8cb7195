import { type Contract, type ContractField, lookUp } from "../../soap/contract/contract.js";
import type { Side } from "./finding.js";

/** Where the types and enumerations of a contract are reached from: on which side, and by which operations. */
export class Reach {
  readonly #contract: Contract;
  readonly #sent: ReadonlySet<string>;
  readonly #received: ReadonlySet<string>;
  /** The operations whose messages name a type themselves. */
  readonly #named = new Map<string, string[]>();
  #holders: ReadonlyMap<string, readonly string[]> | undefined;

  /** @param operations where to start; names that are not in the contract are ignored. */
  constructor(contract: Contract, operations: Iterable<string>) {
    this.#contract = contract;
    const fields: Record<"request" | "response", ContractField[]> = { request: [], response: [] };
    for (const name of operations) {
      const operation = lookUp(contract.operations, name);
      if (!operation) continue;
      for (const side of ["request", "response"] as const) {
        for (const field of operation[side].fields) {
          fields[side].push(field);
          append(this.#named, field.type, name);
        }
      }
    }
    this.#sent = reachedFrom(contract, fields.request);
    this.#received = reachedFrom(contract, fields.response);
  }

  has(type: string): boolean {
    return this.#sent.has(type) || this.#received.has(type);
  }

  /** Also `both` for a type that nothing reaches, as in a handwritten contract: the worse verdict counts then. */
  sideOf(type: string): Side {
    if (this.#sent.has(type) === this.#received.has(type)) return "both";
    return this.#sent.has(type) ? "request" : "response";
  }

  /** The types reached, in no order. */
  types(): ReadonlySet<string> {
    return new Set([...this.#sent, ...this.#received]);
  }

  /** The operations that reach a type. Computed on demand: most types have not changed. */
  operationsOf(type: string): ReadonlySet<string> {
    this.#holders ??= holders(this.#contract);
    const operations = new Set<string>();
    const within = new Set([type]);
    for (const one of within) {
      for (const operation of this.#named.get(one) ?? []) operations.add(operation);
      for (const holder of this.#holders.get(one) ?? []) within.add(holder);
    }
    return operations;
  }
}

// Types may be cyclic: a set that grows while it is walked, not recursion.
function reachedFrom(contract: Contract, fields: readonly ContractField[]): ReadonlySet<string> {
  const isOwn = (type: string) => lookUp(contract.types, type) ?? lookUp(contract.enums, type);
  const reached = new Set(fields.map(({ type }) => type).filter(isOwn));
  for (const type of reached) {
    for (const field of lookUp(contract.types, type) ?? []) if (isOwn(field.type)) reached.add(field.type);
  }
  return reached;
}

/** The complex types that hold a type, by its name. */
function holders(contract: Contract): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, fields] of Object.entries(contract.types)) {
    for (const { type } of fields) append(found, type, name);
  }
  return found;
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
