import { type Contract, lookUp } from "../contract/contract.js";

// The members of node-soap's client (1.13.0) and of what it is derived from. It hangs services and operations onto the
// client by their names: one of these would put itself in the member's place.
const CLIENT_MEMBERS: ReadonlySet<string> = new Set(
  (
    "addBodyAttribute addHttpHeader addListener addSoapHeader bodyAttributes changeSoapHeader clearBodyAttributes " +
    "clearHttpHeaders clearSoapHeaders constructor describe domain emit endpoint eventNames getBodyAttributes " +
    "getHttpHeaders getMaxListeners getSoapHeaders hasOwnProperty httpClient httpHeaders isPrototypeOf lastElapsedTime " +
    "lastEndpoint lastMessage lastRequest lastRequestHeaders lastResponse lastResponseAttachments lastResponseHeaders " +
    "listenerCount listeners normalizeNames off on once overridePromiseSuffix prependListener prependOnceListener " +
    "propertyIsEnumerable rawListeners removeAllListeners removeListener returnSaxStream security setEndpoint " +
    "setMaxListeners setSOAPAction setSecurity soapHeaders SOAPAction streamAllowed then toLocaleString toString valueOf " +
    "wsdl"
  ).split(" "),
);

/** What node-soap's client calls the service and the operations of a contract. */
export interface NodeSoapNames {
  readonly service: string;
  readonly operations: ReadonlyMap<string, string>;
}

/**
 * Names for node-soap: those of the contract, but `_1`, `_2`, … where one would replace a member of its client, or the
 * promise method (`loginAsync`) of another, or where its client would make no promise method. Inferred from its source
 * (node-soap).
 */
export function nodeSoapNames(contract: Contract): NodeSoapNames {
  const operations = Object.keys(contract.operations);
  const own = new Set(operations.flatMap((name) => [name, `${name}Async`]));
  return {
    service: isFree(contract.service) && !own.has(contract.service) ? contract.service : "_0",
    operations: new Map(operations.map((name, index) => [name, isFree(name) ? name : `_${index + 1}`])),
  };
}

function isFree(name: string): boolean {
  return /^[a-z][a-z0-9_]*$/i.test(name) && !name.endsWith("Async") && !CLIENT_MEMBERS.has(name);
}

/**
 * The contract for node-soap and wsdl-tsclient: its operations under names that are safe there, without their messages,
 * as this package writes and reads those itself.
 */
export function nodeSoapContract(contract: Contract): Contract {
  const names = nodeSoapNames(contract);
  const request = { element: "request", fields: [] };
  const response = { element: "response", fields: [] };
  const { leftOut: _, ...carried } = contract;
  return {
    ...carried,
    service: names.service,
    operations: Object.fromEntries(
      Object.entries(contract.operations).map(([name, { soapAction }]) => [
        names.operations.get(name) ?? name,
        { soapAction, request, response },
      ]),
    ),
    types: {},
    enums: {},
  };
}

/**
 * A contract for node-soap that has one operation only, and node-soap's name for it.
 *
 * @throws {TypeError} when there is no such operation.
 */
export function oneOperation(contract: Contract, operation: string): { name: string; contract: Contract } {
  const found = lookUp(contract.operations, operation);
  if (!found) throw new TypeError(`the contract has no operation ${operation}`);
  const only = nodeSoapContract({ ...contract, operations: { [operation]: found } });
  const [name = operation] = Object.keys(only.operations);
  return { name, contract: only };
}
