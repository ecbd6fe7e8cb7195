/** What a function of the facade calls, in the vendor's names. */
export interface FacadeCall {
  /** As a user writes it. */
  readonly function: string;
  readonly operation: string;
  /** The parameters it sends, besides `sAuthCode`, which goes to every operation that takes one. */
  readonly parameters: readonly string[];
  /** Where a service without the operation can be used all the same. */
  readonly optional?: true;
}

/** The facade's calls: what a changed WSDL is held against, to say which function no longer fits. */
export const FACADE: readonly FacadeCall[] = [
  { function: "RescueClient#login", operation: "login", parameters: ["sEmail", "sPassword"] },
  { function: "RescueClient#logout", operation: "logout", parameters: [], optional: true },
  { function: "RescueClient#closeSession", operation: "closeSession", parameters: ["iSession"] },
];
