import type { LeftOutOperation } from "../../soap/contract/contract.js";

/**
 * How much a change matters, from the least to the most:
 *
 * - `cosmetic`: nothing that runs or compiles can tell;
 * - `additive`: the new one offers or allows more, and old code need not know;
 * - `risky`: old code may stop compiling, or the old client may misunderstand, depending on what is written or sent;
 * - `breaking`: old code that uses the part does not compile, or the old client fails with it.
 */
export type Verdict = "cosmetic" | "additive" | "risky" | "breaking";

/** The step of the version that a release with such a change asks for (semver 2.0.0; `risky` is announced in a minor). */
export type SemverStep = "none" | "patch" | "minor" | "major";

/** What the client sends, what it receives, or both. */
export type Side = "request" | "response" | "both";

/** What a finding is about: `parameter-…` is an element of a message, `member-…` one of a complex type. */
export type FindingKind =
  | "operation-added"
  | "operation-removed"
  | "operation-renamed"
  | "operations-reordered"
  | "operation-became-unreadable"
  | "operation-became-readable"
  | `unreadable-operation-${"added" | "removed" | "changed"}`
  | `${"parameter" | "member"}-${FieldFindingKind}`
  | "parameters-moved"
  | "members-moved"
  | "enum-member-added"
  | "enum-member-removed"
  | "enum-members-reordered"
  | "type-added"
  | "type-removed"
  | "type-renamed"
  | "type-kind-changed"
  | "namespace-changed"
  | "soap-action-changed"
  | "element-changed"
  | "style-changed"
  | "use-changed"
  | "headers-changed"
  | "address-changed"
  | "binding-added"
  | "binding-removed"
  | "binding-operation-added"
  | "binding-operation-removed"
  | "service-renamed"
  | "port-renamed"
  | `${"fault" | "unshown-type"}-${"added" | "removed" | "changed"}`
  | "unshown-members-moved"
  | "constraint-changed"
  | "operation-documentation-changed"
  | "service-documentation-changed"
  | "type-documentation-changed"
  | "element-documentation-changed";

/** What may become of one parameter or member. */
export type FieldFindingKind =
  | "added"
  | "removed"
  | "renamed"
  | "type-changed"
  | "min-occurs-changed"
  | "max-occurs-changed"
  | "nillable-changed"
  | "namespace-changed";

/** The verdict for each of the two that a WSDL is a promise to. */
export interface Impact {
  /** The old client against the new service. */
  readonly wire: Verdict;
  /** Code written for the old generated types, compiled against the new ones. */
  readonly types: Verdict;
}

/** An impact and the reason for it: one sentence, without any text of either WSDL. */
export interface Judgement extends Impact {
  readonly reason: string;
}

/** One difference between two WSDLs. All but `reason` is foreign text: escape it for where it is shown. */
export interface Finding {
  /**
   * Stable over runs and over the order of either document: side (of parameters), kind and subject, such as
   * `request-parameter-added:closeSession.sReason`. Printable ASCII: what is no letter, digit, `_` or `-` is
   * percent-encoded.
   */
  readonly id: string;
  readonly kind: FindingKind;
  /** The path of names: operation or type, then parameter, member or literal. Old names where there are two. */
  readonly subject: readonly string[];
  readonly side: Side;
  /** The operations of the old WSDL that the change reaches, sorted; empty for what concerns the service as a whole. */
  readonly operations: readonly string[];
  readonly verdict: Verdict;
  /** Whom it may hurt: true where the impact is risky or breaking. */
  readonly touches: { readonly wire: boolean; readonly types: boolean };
  readonly impact: Impact;
  readonly reason: string;
  /** True where it is an inference (a rename), which the reason says as well. */
  readonly guess?: true;
  /** What was there; absent where nothing was. */
  readonly before?: string;
  /** What is there now; absent where nothing is. */
  readonly after?: string;
}

/** Two WSDLs compared. */
export interface ContractDiff {
  /** The worst verdict of all findings; `same` where there is none. */
  readonly verdict: "same" | Verdict;
  readonly semver: SemverStep;
  /** The worst first, then by id. */
  readonly findings: readonly Finding[];
  /**
   * The operations that the new contract leaves out, whether the old one had them or not; absent where there is none.
   * Foreign text, like that of findings.
   */
  readonly leftOut?: Readonly<Record<string, LeftOutOperation>>;
}
