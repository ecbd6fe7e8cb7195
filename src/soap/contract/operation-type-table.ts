/** What the generated `OperationTypes` of any WSDL says of each operation: a shape for type parameters. */
export type OperationTypeTable<Types> = {
  readonly [Name in keyof Types]: { readonly request: object; readonly response: object; readonly result: string };
};
