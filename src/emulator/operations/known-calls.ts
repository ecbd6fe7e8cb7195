import { didYouMean } from "../../errors/nearest-name.js";
import { type Contract, type ContractOperation, lookUp } from "../../soap/contract/contract.js";
import type { KnownNames } from "../faults/known-names.js";
import { answeringElement } from "./results/response-values.js";

/** The operations that an emulator knows: those of its contract, and those that only its forms have. */
export class KnownCalls implements KnownNames {
  readonly #contracts: readonly Contract[];

  constructor(contracts: readonly Contract[]) {
    this.#contracts = contracts;
  }

  /** The names of the operations. */
  get operations(): readonly string[] {
    return this.#contracts.flatMap(({ operations }) => Object.keys(operations));
  }

  problemWith(operation: string): string | undefined {
    const { operations } = this;
    if (operations.includes(operation)) return undefined;
    const nearest =
      didYouMean(String(operation), operations) || `; expected a name such as ${operations[0] ?? "closeSession"}`;
    return `the service has no operation ${JSON.stringify(String(operation).slice(0, 80))}${nearest}`;
  }

  parametersOf(operation: string): readonly string[] {
    return this.#find(operation).flatMap(({ one }) => one.request.fields.map(({ name }) => name));
  }

  literalsOf(operation: string): readonly string[] {
    return this.#find(operation).flatMap(({ contract, name, one }) => {
      const field = answeringElement(contract, name, one);
      return (field && lookUp(contract.enums, field.type)) ?? [];
    });
  }

  #find(operation: string): { contract: Contract; name: string; one: ContractOperation }[] {
    return this.#contracts.flatMap((contract) => {
      const names = operation === "*" ? Object.keys(contract.operations) : [operation];
      return names.flatMap((name) => {
        const one = lookUp(contract.operations, name);
        return one ? [{ contract, name, one }] : [];
      });
    });
  }
}
