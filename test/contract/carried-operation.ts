import { expect } from "chai";
import fc from "fast-check";
import type { Emulator } from "../../src/emulator/index.js";
import { defaultOf } from "../../src/emulator/wire/parameters.js";
import { literalOf } from "../../src/emulator/wire/response-message.js";
import { RescueClient } from "../../src/index.js";
import { type Contract, type ContractField, isRepeated, isRequired, lookUp } from "../../src/soap/contract/contract.js";
import { resultElement } from "../../src/soap/contract/result-element.js";
import type { SoapVersion } from "../../src/soap/contract/soap-version.js";
import type { DecodedFields, DecodedValue } from "../../src/soap/message/message-plan.js";
import { asRead, messageValues } from "../hostile/contract-values.js";

/** An operation to be called on an emulator of its contract. */
export interface Carried {
  readonly contract: Contract;
  readonly emulator: Pick<Emulator, "endpoint" | "on">;
  readonly soap: SoapVersion;
  readonly name: string;
}

const AUTH_CODE = "contract-test";

/**
 * Calls an operation with values of its types: the service reads what was sent, and the client decodes what was returned,
 * without the result literal. A handler that returns nothing uses the smallest response that the contract allows.
 */
export async function expectCarried({ contract, emulator, soap, name }: Carried, seed: number, samples: number) {
  const operation = lookUp(contract.operations, name);
  if (!operation) throw new Error(`no operation ${name}`);
  const { request, response } = operation;
  const result = resultElement(contract, name, operation);
  const literal = result && literalOf(lookUp(contract.enums, result.type) ?? [], "OK");
  const rest = response.fields.filter((field) => field !== result);
  const { endpoint } = emulator;
  await using rescue = new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint, contract, soap });
  const call = async (sent: DecodedFields): Promise<unknown> => {
    const operations = rescue.operations as Readonly<Record<string, (args: object) => Promise<object>>>;
    return await operations[name]?.(sent);
  };
  const values = fc.tuple(messageValues(request.fields, contract), messageValues(rest, contract));
  for (const [sent, answered] of fc.sample(values, { seed, numRuns: samples })) {
    let seen: unknown;
    emulator.on(name, (received: object) => {
      seen = received;
      return { ...answered, ...(result ? { [result.name]: literal } : {}) };
    });
    expect(await call(sent), `${name}: what was answered`).to.deep.equal(asRead(rest, answered, contract));
    const takesCode = request.fields.some((field) => field.name === "sAuthCode");
    const arrived = takesCode && !Object.hasOwn(sent, "sAuthCode") ? { ...sent, sAuthCode: AUTH_CODE } : sent;
    expect(seen, `${name}: what was sent`).to.deep.equal(told(request.fields, arrived, contract));
  }
  emulator.on(name, () => ({}));
  const [sent = {}] = fc.sample(messageValues(request.fields, contract), { seed, numRuns: 1 });
  const least = rest.filter((field) => isRequired(field) || isRepeated(field)).map((field) => field.name);
  expect(Object.keys((await call(sent)) as object), `${name}: the least answer`).to.have.members(least);
}

/** The values that a handler receives: .NET's default for those that were not sent, and for null. */
function told(fields: readonly ContractField[], values: DecodedFields, contract: Contract): Record<string, unknown> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    const inner = lookUp(contract.types, field.type);
    const one = (item: DecodedValue) => (inner && item !== null ? told(inner, item as DecodedFields, contract) : item);
    if (isRepeated(field)) return [[field.name, ((value ?? []) as DecodedValue[]).map(one)]];
    const arrived = value === undefined ? defaultOf(contract, field) : one(value);
    return arrived === null ? [] : [[field.name, arrived]];
  });
  return Object.fromEntries(entries);
}
