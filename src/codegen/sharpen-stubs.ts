import type { Contract, ContractOperation } from "../soap/contract/contract.js";
import { nodeSoapNames } from "../soap/node-soap/node-soap-contract.js";
import { comment, literal, propertyName, typeImport } from "./source-text.js";
import type { StubSources } from "./stub-files.js";
import { StubText } from "./stub-text.js";
import type { TypescriptNames } from "./typescript-names.js";

/**
 * Sharpens what wsdl-tsclient wrote: types imported from `types.ts`, no `any`, the operations documented and under the
 * names they are called by. Source by path.
 *
 * @param clientModule the module whose `createClientAsync` the stubs call: node-soap, or one that stands in for it.
 */
export function sharpenStubs(
  stubs: StubSources,
  contract: Contract,
  names: TypescriptNames,
  clientModule: string,
): ReadonlyMap<string, string> {
  return new Map([
    ["client.ts", client(stubs.client, contract, names, clientModule)],
    [`ports/${names.port}.ts`, port(stubs.port, contract, names)],
    [`services/${names.service}.ts`, service(stubs.service, contract, names)],
  ]);
}

/** The interface of node-soap's client, and the function that makes one. */
function client(text: string, contract: Contract, names: TypescriptNames, clientModule: string): string {
  const soapNames = nodeSoapNames(contract);
  const operations = Object.values(contract.operations);
  const methods = [...soapNames.operations.values()].map((name) => `  ${name}Async(`);
  return new StubText(text)
    .replace(["import { Client as SoapClient, createClientAsync as soapCreateClientAsync, IExOptions"], (rest) => [
      `import type { Client as SoapClient, IExOptions${rest}`,
      `import { createClientAsync as soapCreateClientAsync } from ${literal(clientModule)};`,
    ])
    .replaceAll(DEFINITION_IMPORT, typeImport(names.messages.values(), "../types.js"))
    .replace([`import { ${names.service} }`], (rest) => [`import type { ${names.service} }${rest}`])
    .replace(["export interface ApiClient "], (rest) => [
      "/** The client that node-soap makes. Its values are what this package's decoder returns, not node-soap's own. */",
      `export interface ApiClient ${rest}`,
    ])
    .replace([`  ${names.service}: `], (rest) => [`  ${soapNames.service}: ${rest}`])
    .replace(methods, (rest, index) => documented(operations[index], `${methods[index]}${withoutAny(rest)}`))
    .replace(["/** Create ApiClient */"], () => [
      "/** Creates a client as node-soap does, with the types of this WSDL. */",
    ])
    .replace(["  return soapCreateClientAsync(args[0], args[1], args[2]) as any;"], () => [
      "  return soapCreateClientAsync(args[0], args[1], args[2]) as Promise<ApiClient>;",
    ])
    .toString();
}

/** The interface of the port, in callback style, as node-soap has it. */
function port(text: string, contract: Contract, names: TypescriptNames): string {
  const operations = Object.entries(contract.operations);
  const methods = [...nodeSoapNames(contract).operations.values()].map((name) => `  ${name}(`);
  return new StubText(text)
    .replaceAll(DEFINITION_IMPORT, typeImport(names.messages.values(), "../../types.js"))
    .replace(methods, (rest, index) => {
      const [name = "", operation] = operations[index] ?? [];
      return documented(operation, `  ${propertyName(name)}(${withoutAny(rest)}`);
    })
    .toString();
}

/** The interface of the service, which holds its port under the WSDL's name. */
function service(text: string, contract: Contract, names: TypescriptNames): string {
  return new StubText(text)
    .replace([`import { ${names.port} }`], (rest) => [`import type { ${names.port} }${rest}`])
    .replace([`  readonly ${names.port}: `], (rest) => [`  readonly ${propertyName(contract.port)}: ${rest}`])
    .toString();
}

const DEFINITION_IMPORT = /^import \{ \S+ \} from "\.\.?\/definitions\//;

function documented(operation: ContractOperation | undefined, line: string): readonly string[] {
  const documentation = operation?.documentation;
  return [...(documentation === undefined ? [] : [`  /** ${comment(documentation)} */`]), line];
}

// All the rest of a line is names of types and parameters.
function withoutAny(rest: string): string {
  return rest.replaceAll(": any", ": unknown");
}
