import type { Contract } from "../../soap/contract/contract.js";
import type { Finding, FindingKind, Judgement } from "./finding.js";
import { makeFinding } from "./make-finding.js";

/** Findings on the service as a whole: namespace, address, names of service and port. */
export function compareService(old: Contract, now: Contract): readonly Finding[] {
  const findings: Finding[] = [];
  const compare = (
    kind: FindingKind,
    subject: readonly string[],
    before: string,
    after: string,
    judgement: Judgement,
  ) => {
    if (before !== after) findings.push(makeFinding({ kind, subject, judgement, before, after }));
  };
  compare("namespace-changed", [], old.namespace, now.namespace, NAMESPACE);
  const isSameAddress = addressOf(old) === addressOf(now);
  compare("address-changed", [old.port], old.address, now.address, isSameAddress ? SPELLING : ADDRESS);
  compare("service-renamed", [old.service], old.service, now.service, NAME);
  compare("port-renamed", [old.port], old.port, now.port, NAME);
  return findings;
}

function addressOf({ address }: Contract): string {
  return URL.canParse(address) ? new URL(address).href : address;
}

const NAMESPACE: Judgement = {
  wire: "breaking",
  types: "cosmetic",
  reason:
    "Every element of every message is in it: the service recognises nothing in the old client's requests, and the old client nothing in the replies.",
};

const ADDRESS: Judgement = {
  wire: "risky",
  types: "cosmetic",
  reason:
    "The old client keeps calling the old address unless it is given another; a WSDL does not say whether the old one still works.",
};

const SPELLING: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "The same address, written differently.",
};

const NAME: Judgement = {
  wire: "cosmetic",
  types: "risky",
  reason: "Only code that uses the generated stubs directly contains this name; operations and types do not.",
};
