import { didYouMean } from "../errors/nearest-name.js";
import { type Contract, type ContractOperation, lookUp } from "../soap/contract/contract.js";
import { answeringElement } from "./wire/response-message.js";

/** The calls that an emulator may get: the operations of its contract, and those that only its forms have. */
export class KnownCalls {
  readonly #contracts: readonly Contract[];

  constructor(contracts: readonly Contract[]) {
    this.#contracts = contracts;
  }

  /** The names of the operations. */
  get operations(): readonly string[] {
    return this.#contracts.flatMap(({ operations }) => Object.keys(operations));
  }

  /** What is wrong with the name of an operation, and the nearest that exists; undefined where it exists. */
  problemWith(operation: string): string | undefined {
    const { operations } = this;
    if (operations.includes(operation)) return undefined;
    const nearest =
      didYouMean(String(operation), operations) || `; expected a name such as ${operations[0] ?? "closeSession"}`;
    return `the service has no operation ${JSON.stringify(String(operation).slice(0, 80))}${nearest}`;
  }

  /** The names of an operation's parameters; of all operations for `*`. */
  parametersOf(operation: string): readonly string[] {
    return this.#find(operation).flatMap(({ one }) => one.request.fields.map(({ name }) => name));
  }

  /** The result literals of an operation, or of all for `*`; none where it has no enumeration of them. */
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
