import { unjudgeable } from "../../src/client/operations/answer.js";
import { CLIENT_FUNCTIONS } from "../../src/client/operations/client-functions.js";
import { type Contract, isRequired, leftOutText, lookUp } from "../../src/soap/contract/contract.js";
import type { Finding } from "../../src/wsdl/compare/finding.js";
import { headline } from "../../src/wsdl/compare/report.js";
import { hurts } from "../../src/wsdl/compare/verdict.js";

/** Where the handwritten facade does not fit a contract: one line for each function and reason. */
export function facadeMisfits(contract: Contract): readonly string[] {
  return CLIENT_FUNCTIONS.flatMap(({ function: name, operation: newest, instead = newest, parameters, without }) => {
    const called = lookUp(contract.operations, newest) ? newest : instead;
    const operation = lookUp(contract.operations, called);
    if (!operation) {
      const left = leftOutText(contract, newest);
      const what = left ? `calls ${newest}: ${left}` : `the operation ${newest} that it calls was removed`;
      return [`${name}: ${what}${without === undefined ? "" : `; ${without}`}`];
    }
    const { fields } = operation.request;
    const known = new Set(fields.map((field) => field.name));
    const gone = parameters.filter((parameter) => !known.has(parameter));
    const wanted = fields.filter(
      (field) => isRequired(field) && field.name !== "sAuthCode" && !parameters.includes(field.name),
    );
    const reason = unjudgeable(contract, called, operation);
    return [
      ...(reason === undefined ? [] : [`${name}: ${called}: ${reason}`]),
      ...gone.map((parameter) => `${name}: ${called} no longer takes ${parameter}, which it sends`),
      ...wanted.map((field) => `${name}: ${called} now requires ${JSON.stringify(field.name)}, which it does not send`),
    ];
  });
}

/** What else may affect the facade: one line for each function and each risky or breaking finding on its operation. */
export function facadeConcerns(findings: readonly Finding[]): readonly string[] {
  return CLIENT_FUNCTIONS.flatMap(({ function: name, operation }) =>
    findings
      .filter((finding) => hurts(finding.verdict) && finding.operations.includes(operation))
      .map((finding) => `${name}: ${headline(finding)} (${finding.id})`),
  );
}
