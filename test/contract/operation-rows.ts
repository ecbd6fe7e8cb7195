import { type CallLimit, classedOperations, LIMITS, traitsOf } from "../../src/client/operations/operation-table.js";
import { type Contract, type ContractOperation, lookUp } from "../../src/soap/contract/contract.js";

/** A result of an operation that only the operations with a certain row have. */
const RESULTS: readonly { readonly ending: string; readonly row: string; readonly holds: (name: string) => boolean }[] =
  [
    {
      ending: "_NotLoggedInAsAdmin",
      row: "caller administrator",
      holds: (name) => traitsOf(name).caller === "administrator",
    },
    { ending: "_NotTechnician", row: "caller technician", holds: (name) => traitsOf(name).caller === "technician" },
    { ending: "_LimitReached", row: "limit login", holds: (name) => traitsOf(name).limit === "login" },
    { ending: "_PollRateExceeded", row: "a limit", holds: (name) => traitsOf(name).limit !== undefined },
  ];

/**
 * Where the rows of the operations that a contract has disagree with it: what a row says of callers and limits against
 * the operation's parameters and results, and whether the operations that a row names are there.
 */
export function disagreements(contract: Contract): readonly string[] {
  return classedOperations().flatMap((name) => {
    const operation = lookUp(contract.operations, name);
    return operation ? [...ofOperation(contract, name, operation)] : [];
  });
}

function* ofOperation(contract: Contract, name: string, operation: ContractOperation): Iterable<string> {
  const { caller, limit, supersededBy, settleWith } = traitsOf(name);
  const takesCode = operation.request.fields.some((field) => field.name === "sAuthCode");
  if (takesCode !== (caller !== "anybody")) yield `${name}: caller ${caller}, and sAuthCode: ${takesCode}`;
  const literals = operation.response.fields.flatMap(({ type }) => lookUp(contract.enums, type) ?? []);
  for (const { ending, row, holds } of RESULTS) {
    if (literals.some((literal) => literal.endsWith(ending)) && !holds(name)) yield `${name}: ${ending}, not ${row}`;
  }
  const known: Readonly<Record<string, CallLimit>> = LIMITS;
  if (limit !== undefined && !known[limit]) yield `${name}: no limit ${limit}`;
  for (const other of [supersededBy, settleWith]) {
    if (other !== undefined && !lookUp(contract.operations, other)) yield `${name}: ${other} is not there`;
  }
  if (supersededBy === undefined) return;
  const newer = traitsOf(supersededBy);
  if (newer.class !== traitsOf(name).class || newer.caller !== caller) yield `${name}: unlike ${supersededBy}`;
  if (newer.supersededBy !== undefined) yield `${name}: ${supersededBy} is superseded itself`;
}
