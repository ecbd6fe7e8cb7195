import type { LeftOutOperation } from "../../soap/contract/contract.js";

/**
 * How much a change matters, from the least to the most:
 *
 * - `cosmetic`: makes no difference to anything that runs or compiles;
 * - `additive`: the new one offers or allows more; old code is not affected;
 * - `risky`: old code may stop compiling, or the old client may misread, depending on what is written or sent;
 * - `breaking`: old code that uses the part does not compile, or the old client fails on it.
 */
export type Verdict = "cosmetic" | "additive" | "risky" | "breaking";

/** The version step that a release with such a change calls for (semver 2.0.0; `risky` is announced in a minor). */
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

/** What may happen to one parameter or member. */
export type FieldFindingKind =
  | "added"
  | "removed"
  | "renamed"
  | "type-changed"
  | "min-occurs-changed"
  | "max-occurs-changed"
  | "nillable-changed"
  | "namespace-changed";

/** The verdicts for the two sides that depend on a WSDL. */
export interface Impact {
  /** The old client against the new service. */
  readonly wire: Verdict;
  /** Code written for the old generated types, compiled against the new ones. */
  readonly types: Verdict;
}

/** An impact and its reason: one sentence, without any text from either WSDL. */
export interface Judgement extends Impact {
  readonly reason: string;
}

/** One difference between two WSDLs. Everything except `reason` is untrusted text: escape it for where it is shown. */
export interface Finding {
  /**
   * Stable between runs and independent of the order of either document: side (of parameters), kind and subject.
   * Printable ASCII: everything except letters, digits, `_` and `-` is percent-encoded.
   *
   * @example "request-parameter-added:closeSession.sReason"
   */
  readonly id: string;
  readonly kind: FindingKind;
  /** The path of names: operation or type, then parameter, member or literal. Old names where there are two. */
  readonly subject: readonly string[];
  readonly side: Side;
  /** The operations of the old WSDL that the change affects, sorted; empty for the service as a whole. */
  readonly operations: readonly string[];
  readonly verdict: Verdict;
  /** What it may break: true where the impact is risky or breaking. */
  readonly touches: { readonly wire: boolean; readonly types: boolean };
  readonly impact: Impact;
  readonly reason: string;
  /** True for an inference (a rename), as the reason says too. */
  readonly guess?: true;
  /** The old value; absent for an addition. */
  readonly before?: string;
  /** The new value; absent for a removal. */
  readonly after?: string;
}

/** The result of a comparison of two WSDLs. */
export interface ContractDiff {
  /** The worst verdict of all findings; `same` when there is none. */
  readonly verdict: "same" | Verdict;
  readonly semver: SemverStep;
  /** The worst first, then by id. */
  readonly findings: readonly Finding[];
  /**
   * The operations that the new contract leaves out, whether the old one had them or not; absent when there is none.
   * Untrusted text, like that of findings.
   */
  readonly leftOut?: Readonly<Record<string, LeftOutOperation>>;
}
