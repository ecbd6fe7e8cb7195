import type { InterfaceDeclaration, MethodSignature, SourceFile } from "ts-morph";
import type { Contract, ContractOperation } from "../soap/contract/contract.js";
import { nodeSoapNames } from "../soap/node-soap/node-soap-contract.js";
import { WsdlError } from "../wsdl/load/wsdl-error.js";
import { replaceInterface } from "./replace-interface.js";
import { sortTypeImports } from "./sharpen-imports.js";
import { comment, propertyName } from "./source-text.js";
import { nameOf, type TypeNames } from "./type-names.js";

/** Sharpens the interface of node-soap's client and the function that makes one: no `any`, no `as any`. */
export function sharpenClient(file: SourceFile, contract: Contract, names: TypeNames): void {
  const client = file.getInterfaceOrThrow("ApiClient");
  const soapNames = nodeSoapNames(contract);
  replaceInterface(client, {
    docs: ["The client that node-soap makes. Its values are what this package's decoder gives, not node-soap's own."],
    properties: [{ name: soapNames.service, type: names.service }],
    methods: methodsOf(client, contract, (operation, name, stub) => {
      const result = nameOf(names.messages, operation.response.element);
      return {
        ...stub,
        name: `${soapNames.operations.get(name)}Async`,
        returnType: `Promise<[result: ${result}, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown]>`,
      };
    }),
  });
  file
    .getFunctionOrThrow("createClientAsync")
    .setBodyText("return soapCreateClientAsync(args[0], args[1], args[2]) as Promise<ApiClient>;");
  for (const named of file.getImportDeclarationOrThrow("soap").getNamedImports()) {
    if (named.getName() !== "createClientAsync") named.setIsTypeOnly(true);
  }
  sortTypeImports(file);
}

/** Sharpens the interface of the port: callback style, as node-soap has it. */
export function sharpenPort(file: SourceFile, contract: Contract, names: TypeNames): void {
  const port = file.getInterfaceOrThrow(names.port);
  replaceInterface(port, {
    methods: methodsOf(port, contract, (operation, name, stub) => {
      const result = nameOf(names.messages, operation.response.element);
      const callback = `(err: unknown, result: ${result}, rawResponse: unknown, soapHeader: unknown, rawRequest: unknown) => void`;
      const parameters = stub.parameters?.map((one) => (one.name === "callback" ? { ...one, type: callback } : one));
      return { ...stub, name: propertyName(name), ...(parameters ? { parameters } : {}) };
    }),
  });
  sortTypeImports(file);
}

/** Sharpens the interface of the service, which holds its port under the WSDL's name. */
export function sharpenService(file: SourceFile, contract: Contract, names: TypeNames): void {
  replaceInterface(file.getInterfaceOrThrow(names.service), {
    properties: [{ name: propertyName(contract.port), isReadonly: true, type: names.port }],
  });
  sortTypeImports(file);
}

type MethodStub = ReturnType<MethodSignature["getStructure"]>;

/** The methods that wsdl-tsclient wrote, in the order of the contract's operations, each changed and documented. */
function methodsOf(
  stubs: InterfaceDeclaration,
  contract: Contract,
  change: (operation: ContractOperation, name: string, stub: MethodStub) => MethodStub,
): MethodStub[] {
  const methods = stubs.getMethods();
  return Object.entries(contract.operations).map(([name, operation], index) => {
    const method = methods[index];
    if (!method) throw new WsdlError(`wsdl-tsclient wrote no method for ${name}`);
    const { documentation } = operation;
    return {
      ...change(operation, name, method.getStructure()),
      docs: documentation === undefined ? [] : [comment(documentation)],
    };
  });
}
