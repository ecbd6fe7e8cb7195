import { didYouMean } from "../../../errors/nearest-name.js";
import type { Contract } from "../../../soap/contract/contract.js";
import type { Behaviour } from "../call/call.js";
import { NotedRefusal } from "../call/noted-refusal.js";
import { behaviourOf, type Handler } from "./handler.js";

/**
 * Removes a handler, unless another one has replaced it; may be called again. `using` removes it at the end of a block.
 */
export type HandlerRemoval = (() => void) & Disposable;

/** The behaviours of one emulator: its own, some of them replaced by handlers. */
export class Handlers {
  readonly #contract: Contract;
  readonly #cards: ReadonlyMap<string, { readonly answer: Behaviour }>;
  readonly #handlers = new Map<string, Behaviour>();

  /** @param cards the emulator's own operations, by name. */
  constructor(contract: Contract, cards: ReadonlyMap<string, { readonly answer: Behaviour }>) {
    this.#contract = contract;
    this.#cards = cards;
  }

  /**
   * The behaviour of an operation: the latest handler, or else the emulator's own; one that throws if there is neither.
   */
  behaviour(operation: string): Behaviour {
    return this.#handlers.get(operation) ?? this.#ownBehaviour(operation);
  }

  /** @throws {InvalidArgumentError} for an operation that the contract does not have. */
  add(operation: string, handler: Handler<never, object>): HandlerRemoval {
    const behaviour = behaviourOf(this.#contract, operation, handler, this.#ownBehaviour(operation));
    this.#handlers.set(operation, behaviour);
    const remove = () => {
      if (this.#handlers.get(operation) === behaviour) this.#handlers.delete(operation);
    };
    return Object.assign(remove, { [Symbol.dispose]: remove });
  }

  clear(): void {
    this.#handlers.clear();
  }

  #ownBehaviour(operation: string): Behaviour {
    return (
      this.#cards.get(operation)?.answer ??
      (() => {
        const nearest = didYouMean(operation, this.#cards.keys());
        const note = `the emulator has no behaviour for ${operation}: give it one with emulator.on${nearest}`;
        throw new NotedRefusal(`The emulator has no behaviour for operation ${operation}.`, note);
      })
    );
  }
}
