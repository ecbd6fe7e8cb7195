import type { DescribedOperation, DescribedPort, Protocol, WsdlDescription } from "../read/read-description.js";
import { compareUnshown } from "./compare-unshown.js";
import {
  DOCUMENTATION,
  OPERATION_BOUND,
  OPERATION_UNBOUND,
  OTHER_SOAP_REMOVED,
  PRIMARY_REMOVED,
  SOAP_ADDED,
  STYLE,
  UNUSED_ACTION,
  UNUSED_ADDRESS,
  UNUSED_BINDING,
  UNUSED_NAME,
} from "./description-judgements.js";
import type { Finding, FindingKind, Judgement } from "./finding.js";
import { makeFinding } from "./make-finding.js";

/** What is known of the contracts that the descriptions belong to. */
export interface DescribedContracts {
  /** The name of the port that the old contract was read from. */
  readonly port: string;
  /** The old and new SOAPActions of the operations that are in both contracts. */
  readonly actions: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  /** The types of which only the name changed: new name by old name. */
  readonly renamedTypes: ReadonlyMap<string, string>;
}

/** Findings on what a WSDL says besides its contract: ports and bindings, documentation, what types do not show. */
export function compareDescriptions(
  old: WsdlDescription,
  now: WsdlDescription,
  contracts: DescribedContracts,
): readonly Finding[] {
  const primary = old.ports.find(({ name }) => name === contracts.port)?.protocol;
  const findings: Finding[] = [];
  const pairs = pairPorts(old.ports, now.ports);
  const paired = new Set(pairs.values());
  for (const port of old.ports) {
    const other = pairs.get(port);
    if (other) findings.push(...comparePort(port, other, contracts));
    else findings.push(bindingFinding("binding-removed", port, removed(port.protocol, primary)));
  }
  for (const port of now.ports)
    if (!paired.has(port)) findings.push(bindingFinding("binding-added", port, added(port)));
  if (old.documentation !== now.documentation) {
    findings.push(documentationFinding("service-documentation-changed", [], old.documentation, now.documentation));
  }
  findings.push(...compareDocumentation("type-documentation-changed", old.types, now.types));
  findings.push(...compareDocumentation("element-documentation-changed", old.elements, now.elements));
  if (old.unshown && now.unshown) findings.push(...compareUnshown(old.unshown, now.unshown, contracts.renamedTypes));
  return findings;
}

/** Pairs ports of the same protocol by name; or, where each side has only one, regardless of its name. */
function pairPorts(
  old: readonly DescribedPort[],
  now: readonly DescribedPort[],
): ReadonlyMap<DescribedPort, DescribedPort> {
  const pairs = new Map<DescribedPort, DescribedPort>();
  const taken = new Set<DescribedPort>();
  for (const protocol of new Set(old.map((port) => port.protocol))) {
    const hasProtocol = (port: DescribedPort) => port.protocol === protocol;
    const [before, after] = [old.filter(hasProtocol), now.filter(hasProtocol)];
    const only = before.length === 1 && after.length === 1 ? after[0] : undefined;
    const byName = new Map(after.toReversed().map((port) => [port.name, port]));
    for (const port of before) {
      const other = byName.get(port.name) ?? only;
      if (!other || taken.has(other)) continue;
      pairs.set(port, other);
      taken.add(other);
    }
  }
  return pairs;
}

function comparePort(before: DescribedPort, after: DescribedPort, contracts: DescribedContracts): readonly Finding[] {
  const findings: Finding[] = [];
  const isPrimary = before.name === contracts.port;
  const isSoap = before.protocol.startsWith("SOAP");
  // The names and the address of the contract's own port are part of the contract, and compared there.
  if (!isPrimary && before.name !== after.name) {
    const shown = { before: before.name, after: after.name };
    findings.push(makeFinding({ kind: "port-renamed", subject: [before.name], judgement: UNUSED_NAME, ...shown }));
  }
  if (!isPrimary && before.address !== after.address) {
    const shown = { before: before.address, after: after.address };
    findings.push(
      makeFinding({ kind: "address-changed", subject: [before.name], judgement: UNUSED_ADDRESS, ...shown }),
    );
  }
  for (const name of contracts.actions.keys()) {
    const [one, other] = [before.operations.get(name), after.operations.get(name)];
    const about = { subject: [before.name, name], operations: [name] };
    if (one && other) {
      if (isSoap)
        findings.push(...compareBound(about, one, other, isPrimary ? undefined : contracts.actions.get(name)));
    } else if (one) {
      const judgement = isSoap ? OPERATION_UNBOUND : UNUSED_BINDING;
      findings.push(makeFinding({ ...about, kind: "binding-operation-removed", judgement, before: name }));
    } else if (other) {
      const judgement = isSoap ? OPERATION_BOUND : UNUSED_BINDING;
      findings.push(makeFinding({ ...about, kind: "binding-operation-added", judgement, after: name }));
    }
  }
  return findings;
}

function compareBound(
  about: { readonly subject: readonly string[]; readonly operations: readonly string[] },
  before: DescribedOperation,
  after: DescribedOperation,
  known: { readonly before: string; readonly after: string } | undefined,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (before.style !== after.style) {
    const shown = { before: before.style, after: after.style };
    findings.push(makeFinding({ ...about, kind: "style-changed", judgement: STYLE, ...shown }));
  }
  for (const [kind, part] of [
    ["use-changed", "use"],
    ["headers-changed", "headers"],
  ] as const) {
    const [was, is] = [before, after].map(({ [part]: of }) => bothWays(of));
    if (was !== is) findings.push(makeFinding({ ...about, kind, judgement: STYLE, before: was, after: is }));
  }
  const isReportedForContract = known?.before === before.soapAction && known.after === after.soapAction;
  if (known && before.soapAction !== after.soapAction && !isReportedForContract) {
    const shown = { before: before.soapAction, after: after.soapAction };
    findings.push(
      makeFinding({ ...about, kind: "soap-action-changed", side: "request", judgement: UNUSED_ACTION, ...shown }),
    );
  }
  return findings;
}

function bothWays({ request, response }: DescribedOperation["use"]): string {
  return `request ${request || "none"}, response ${response || "none"}`;
}

function bindingFinding(
  kind: "binding-added" | "binding-removed",
  { name, protocol, address }: DescribedPort,
  judgement: Judgement,
): Finding {
  const text = `${protocol} at ${address}`;
  return makeFinding({ kind, subject: [name], judgement, [kind === "binding-added" ? "after" : "before"]: text });
}

function removed(protocol: Protocol, primary: Protocol | undefined): Judgement {
  if (!protocol.startsWith("SOAP")) return UNUSED_BINDING;
  return protocol === primary ? PRIMARY_REMOVED : OTHER_SOAP_REMOVED;
}

function added({ protocol }: DescribedPort): Judgement {
  return protocol.startsWith("SOAP") ? SOAP_ADDED : UNUSED_BINDING;
}

function compareDocumentation(
  kind: "type-documentation-changed" | "element-documentation-changed",
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly Finding[] {
  const paths = [...old.keys(), ...[...now.keys()].filter((path) => !old.has(path))];
  return paths
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => documentationFinding(kind, subjectOf(path), old.get(path), now.get(path)));
}

function subjectOf(path: string): readonly string[] {
  const dot = path.indexOf(".");
  return dot < 0 ? [path] : [path.slice(0, dot), path.slice(dot + 1)];
}

function documentationFinding(
  kind: FindingKind,
  subject: readonly string[],
  before: string | undefined,
  after: string | undefined,
): Finding {
  return makeFinding({
    kind,
    subject,
    judgement: DOCUMENTATION,
    before: before || undefined,
    after: after || undefined,
  });
}
