import type { Definition, DefinitionProperty, ParsedWsdl } from "wsdl-tsclient/dist/src/models/parsed-wsdl.js";
import type { Contract, ContractField, ContractMessage } from "../soap/contract/contract.js";
import { scalarOf } from "../soap/message/scalar.js";
import { nodeSoapNames } from "../soap/node-soap/node-soap-contract.js";
import { WsdlError } from "../wsdl/load/wsdl-error.js";
import { toIdentifier } from "./source-text.js";
import { nameOf, type TypeNames } from "./type-names.js";

/**
 * Gives the model that wsdl-tsclient has parsed the names of the schema. Left alone it calls a type after the first
 * field that uses it, so that one more operation makes a public type mean something else; it drops enumerations; and
 * it puts text of the WSDL into comments, where a `*` and a `/` become code.
 *
 * Services, ports and methods stay as parsed; definitions are made anew, one for each message, complex type and
 * enumeration of the contract.
 *
 * @throws {WsdlError} when wsdl-tsclient has read other operations than the contract has.
 */
export function adoptSchemaNames(model: ParsedWsdl, contract: Contract, names: TypeNames): void {
  const definitions = new Definitions(contract, names);
  const [service, ...otherServices] = model.services;
  const [port, ...otherPorts] = service?.ports ?? [];
  const expected = Object.entries(contract.operations);
  const soapNames = nodeSoapNames(contract).operations;
  if (
    !service ||
    !port ||
    otherServices.length > 0 ||
    otherPorts.length > 0 ||
    port.methods.length !== expected.length
  ) {
    throw new WsdlError("wsdl-tsclient does not read one service, one port and the operations of the contract");
  }
  expected.forEach(([name, operation], index) => {
    const method = port.methods[index];
    if (!method || method.name !== soapNames.get(name))
      throw new WsdlError(`wsdl-tsclient does not read the operation ${name} in its place`);
    method.name = toIdentifier(name);
    method.paramName = "request";
    method.paramDefinition = definitions.message(operation.request);
    method.returnDefinition = definitions.message(operation.response);
  });
  service.name = names.service;
  port.name = names.port;
  model.ports = [port];
  model.definitions = definitions.all();
}

class Definitions {
  readonly #names: TypeNames;
  readonly #byName = new Map<string, Definition>();

  constructor(contract: Contract, names: TypeNames) {
    this.#names = names;
    // All before any field: types may refer to each other in a circle.
    for (const type of names.types.keys()) this.#define(nameOf(names.types, type));
    for (const [type, fields] of Object.entries(contract.types)) this.#fill(nameOf(names.types, type), fields);
  }

  all(): Definition[] {
    return [...this.#byName.values()];
  }

  message(message: ContractMessage): Definition {
    const name = nameOf(this.#names.messages, message.element);
    return this.#byName.get(name) ?? this.#fill(name, message.fields);
  }

  #define(name: string): Definition {
    const definition: Definition = { name, sourceName: name, docs: [name], properties: [] };
    this.#byName.set(name, definition);
    return definition;
  }

  #fill(name: string, fields: readonly ContractField[]): Definition {
    const definition = this.#byName.get(name) ?? this.#define(name);
    definition.properties = fields.map((field) => this.#property(field));
    return definition;
  }

  #property(field: ContractField): DefinitionProperty {
    const name = toIdentifier(field.name);
    const ref = this.#byName.get(this.#names.types.get(field.type) ?? "");
    const type = scalarOf(field.type)?.typescript ?? "unknown";
    return ref
      ? { kind: "REFERENCE", name, sourceName: name, ref }
      : { kind: "PRIMITIVE", name, sourceName: name, type, description: "" };
  }
}
