/** What a function of the client calls, in the vendor's names. */
export interface ClientFunction {
  /** As a user writes it. */
  readonly function: string;
  readonly operation: string;
  /** The parameters it sends, besides `sAuthCode`, which goes to every operation that takes one. */
  readonly parameters: readonly string[];
  /** True where a service without the operation can be used all the same. */
  readonly optional?: true;
}

/** The client's own functions. A changed WSDL is checked against them, to report which function no longer fits. */
export const CLIENT_FUNCTIONS: readonly ClientFunction[] = [
  { function: "RescueClient#login", operation: "login", parameters: ["sEmail", "sPassword"] },
  { function: "RescueClient#logout", operation: "logout", parameters: [], optional: true },
  { function: "RescueClient#closeSession", operation: "closeSession", parameters: ["iSession"] },
];
