import type { ContractMessage, ContractOperation } from "../../soap/contract/contract.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { quoteForeign } from "../load/wsdl-error.js";
import type { BoundOperation, WrapperReference } from "./read-operations.js";
import type { TypeReader } from "./read-types.js";
import { attempt, WsdlFault } from "./wsdl-fault.js";
import { keyOf, type WsdlSource } from "./wsdl-source.js";

/** Reads the messages of a contract by their wrapper elements, each once. */
export class Wrappers {
  readonly #source: WsdlSource;
  readonly #types: TypeReader;
  readonly #namespace: string;
  readonly #read = new Map<string, ContractMessage | WsdlFault>();
  /** The part that first named a message, by element name: the contract identifies messages by it. */
  readonly #owners = new Map<string, { readonly part: XmlElement; readonly message: ContractMessage }>();

  constructor(source: WsdlSource, types: TypeReader, namespace: string) {
    this.#source = source;
    this.#types = types;
    this.#namespace = namespace;
  }

  /** The operation with its messages, or the fault of one of them. */
  operation({ soapAction, input, output, documentation }: BoundOperation): ContractOperation | WsdlFault {
    return attempt(() => ({
      soapAction,
      request: this.#message(input),
      response: this.#message(output),
      ...(documentation === undefined ? {} : { documentation }),
    }));
  }

  /** The part of a message that names this wrapper element. */
  partOf(element: string): XmlElement | undefined {
    return this.#owners.get(element)?.part;
  }

  #message({ part, element }: WrapperReference): ContractMessage {
    const key = keyOf(element);
    const message = this.#read.get(key) ?? attempt(() => this.#types.message(part, element));
    this.#read.set(key, message);
    if (message instanceof WsdlFault) throw message;
    const owner = this.#owners.get(element.local);
    if (owner && (owner.message.namespace ?? this.#namespace) !== element.namespace) {
      const what = `a second element ${quoteForeign(element.local)} in another namespace`;
      this.#source.unsupported(part, what, "messages of different names");
    }
    this.#owners.set(element.local, { part, message });
    return message;
  }
}
