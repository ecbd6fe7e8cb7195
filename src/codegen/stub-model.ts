import type { Definition, ParsedWsdl } from "wsdl-tsclient/dist/src/models/parsed-wsdl.js";
import type { Contract, ContractMessage } from "../soap/contract/contract.js";
import { nodeSoapNames } from "../soap/node-soap/node-soap-contract.js";
import { WsdlError } from "../wsdl/load/wsdl-error.js";
import { nameOf, type TypescriptNames } from "./typescript-names.js";

/**
 * Gives the model that wsdl-tsclient has parsed the names of `types.ts`. Left alone, wsdl-tsclient calls a type after
 * the first field that uses it, so that one more operation makes a public type mean something else.
 *
 * Services, ports and methods stay as parsed. A definition is a name only: what it holds is in `types.ts`.
 *
 * @throws {WsdlError} when wsdl-tsclient has read other operations than the contract has.
 */
export function adoptNames(model: ParsedWsdl, contract: Contract, names: TypescriptNames): void {
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
  const definitions = new Map<string, Definition>();
  const define = ({ element }: ContractMessage): Definition => {
    const name = nameOf(names.messages, element);
    const definition = definitions.get(name) ?? { name, sourceName: name, docs: [], properties: [] };
    definitions.set(name, definition);
    return definition;
  };
  expected.forEach(([name, operation], index) => {
    const method = port.methods[index];
    if (!method || method.name !== soapNames.get(name))
      throw new WsdlError(`wsdl-tsclient does not read the operation ${name} in its place`);
    method.paramName = "request";
    method.paramDefinition = define(operation.request);
    method.returnDefinition = define(operation.response);
  });
  service.name = names.service;
  port.name = names.port;
  model.ports = [port];
  model.definitions = [...definitions.values()];
}
