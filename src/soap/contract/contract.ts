/**
 * What must be known of a WSDL at run time, and nothing else. The generator writes one as data
 * (`generated/contract.ts`); the request encoder, the reply decoder and the emulator read the same one.
 *
 * Only document/literal with one wrapper element per message is described, which is what ASP.NET ASMX speaks.
 */
export interface Contract {
  /** The target namespace of the WSDL: of every element that names no other. */
  readonly namespace: string;
  /** `wsdl:service/@name`. */
  readonly service: string;
  /** `wsdl:port/@name` of the SOAP 1.1 port. */
  readonly port: string;
  /** The `soap:address` that the WSDL names. Informative: a client always passes its endpoint. */
  readonly address: string;
  /** The operations in WSDL order, by name. */
  readonly operations: Readonly<Record<string, ContractOperation>>;
  /** The operations of the WSDL that are not in `operations`, in WSDL order, by name; absent where there is none. */
  readonly leftOut?: Readonly<Record<string, LeftOutOperation>>;
  /** The named complex types, inherited fields first. */
  readonly types: Readonly<Record<string, readonly ContractField[]>>;
  /** The enumerations: literals in schema order, by type name. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

/** An operation that needs something which no contract can hold, such as a `soap:header`. It cannot be called. */
export interface LeftOutOperation {
  /** What it needs that is not supported, and what is. */
  readonly reason: string;
  /** Where that is in the WSDL: `API.wsdl:12:34`. */
  readonly place: string;
}

/** An operation: its request, its response, its SOAPAction. */
export interface ContractOperation {
  readonly soapAction: string;
  readonly request: ContractMessage;
  readonly response: ContractMessage;
  /** `wsdl:documentation`, blanks collapsed. */
  readonly documentation?: string;
}

/** One message: its wrapper element and what it holds, in order. */
export interface ContractMessage {
  readonly element: string;
  /** The namespace of `element`, where it is another than the contract's. */
  readonly namespace?: string;
  readonly fields: readonly ContractField[];
}

/** A field of a type or message. */
export interface ContractField {
  readonly name: string;
  /** `xs:int` for a type of XML Schema, `SESSION_V3` (a key of `types` or `enums`) for one of this WSDL. */
  readonly type: string;
  /** `minOccurs`; 1 when absent. */
  readonly min?: number;
  /** `maxOccurs`; 1 when absent. A field that may occur more than once is an array, also when one came. */
  readonly max?: number | "unbounded";
  readonly nillable?: true;
  /** The namespace of the element, where it is another than the contract's; `""` for an unqualified one. */
  readonly namespace?: string;
}

/** The namespace of a message's wrapper or of a field's element; `""` is none. */
export function namespaceOf(contract: Contract, element: ContractMessage | ContractField): string {
  return element.namespace ?? contract.namespace;
}

/** True where the field is an array in TypeScript: it may occur more than once. */
export function isRepeated(field: ContractField): boolean {
  return field.max !== undefined && field.max !== 1;
}

/** True where the field is required. A repeated field never is: its absence is an empty array. */
export function isRequired(field: ContractField): boolean {
  return (field.min ?? 1) > 0 && !isRepeated(field);
}

/** The operations that the contract leaves out, by name. */
export function leftOutOf(contract: Contract): Readonly<Record<string, LeftOutOperation>> {
  return contract.leftOut ?? {};
}

/** Says why an operation is not in the contract; undefined for one that the contract does not leave out. */
export function leftOutText(contract: Contract, name: string): string | undefined {
  const left = lookUp(leftOutOf(contract), name);
  return left && `it was left out of the contract, as ${left.place} cannot be carried: ${left.reason}`;
}

/** Own-property lookup, so that an operation or type called `constructor` finds nothing on `Object.prototype`. */
export function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
