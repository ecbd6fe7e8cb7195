import { type Contract, leftOutText, lookUp } from "../soap/contract/contract.js";
import { endpointAddress } from "../soap/http/endpoint-address.js";
import { printableJson } from "../soap/text/printable.js";
import { Reach } from "../wsdl/compare/reach.js";
import { WsdlError } from "../wsdl/load/wsdl-error.js";
import { contractText, operationText } from "./contract-text.js";
import type { NetworkFlags } from "./network-settings.js";
import { output } from "./output.js";
import type { ReportFlags } from "./report-options.js";
import { asAskedAt } from "./served-address.js";
import type { StrictFlag } from "./strict-option.js";
import { UsageError } from "./usage-error.js";
import { namedWsdl, PACKAGED } from "./wsdl-argument.js";
import { report } from "./wsdl-report.js";

export interface ComparisonFlags extends StrictFlag, ReportFlags, NetworkFlags {}

export interface ShowFlags extends StrictFlag, NetworkFlags {
  readonly json?: true;
}

/** `rescue wsdl diff` @throws {WsdlError} for a WSDL that cannot be loaded or read. */
export async function diffWsdls(old: string, now: string, flags: ComparisonFlags): Promise<void> {
  const before = await namedWsdl(old, "the old WSDL", flags);
  const after = await namedWsdl(now, "the new WSDL", flags);
  await report(before, after, { old: before.title, new: after.title }, flags);
}

/**
 * `rescue wsdl check`: the requested address counts as the packaged one, because ASMX writes it into the WSDL that it
 * serves.
 *
 * @throws {WsdlError} when the service serves no readable WSDL.
 * @throws {InvalidArgumentError} for an invalid endpoint.
 */
export async function checkWsdl(endpoint: string | undefined, flags: ComparisonFlags): Promise<void> {
  const packaged = await namedWsdl(PACKAGED, "the packaged WSDL", flags);
  const address = endpointAddress(endpoint ?? packaged.contract.address);
  const served = await namedWsdl(`${address.href}?wsdl`, "the served WSDL", flags);
  await report(packaged, asAskedAt(served, address, packaged), { old: packaged.title, new: served.title }, flags);
}

/** `rescue wsdl show` @throws {UsageError} for an unknown operation. @throws {WsdlError} for one that is left out. */
export async function showWsdl(operation: string | undefined, source: string, flags: ShowFlags): Promise<void> {
  const { contract, title } = await namedWsdl(source, "the WSDL", flags);
  const { json: asJson = false } = flags;
  if (operation === undefined) {
    await output.document(asJson ? `${printableJson(contract, 2)}\n` : contractText(contract, title));
    return;
  }
  const found = lookUp(contract.operations, operation);
  if (!found) {
    const left = leftOutText(contract, operation);
    if (left) throw new WsdlError(`${operation}: ${left}`);
    throw new UsageError(
      `there is no operation ${JSON.stringify(operation)} in ${title}; "rescue wsdl show" lists all of them`,
    );
  }
  const reached = [...new Reach(contract, [operation]).types()].sort();
  const caller = await callerOf(contract, operation);
  if (!asJson) {
    await output.document(operationText(contract, operation, found, reached, caller));
    return;
  }
  const pick = <T>(table: Readonly<Record<string, T>>) =>
    Object.fromEntries(reached.flatMap((name) => (Object.hasOwn(table, name) ? [[name, lookUp(table, name)]] : [])));
  const { types, enums } = contract;
  const known = caller === undefined ? {} : { caller };
  const shown = { name: operation, ...known, ...found, types: pick(types), enums: pick(enums) };
  await output.document(`${printableJson(shown, 2)}\n`);
}

/** Who may call an operation of this service; undefined for other services, and for what the emulator does not have. */
async function callerOf({ namespace }: Contract, operation: string): Promise<string | undefined> {
  // Loaded only here: other commands, and the list of operations, do without both.
  const { contract } = await import("../../generated/contract.js");
  if (namespace !== contract.namespace) return undefined;
  const { whoMayCall } = await import("../emulator/operations/who-may-call.js");
  return whoMayCall(operation);
}
