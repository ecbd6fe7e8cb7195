export { type ComparedDescriptions, compareContracts } from "./compare/compare-contracts.js";
export { compareWsdls, type WsdlText } from "./compare/compare-wsdls.js";
export type {
  ContractDiff,
  FieldFindingKind,
  Finding,
  FindingKind,
  Impact,
  SemverStep,
  Side,
  Verdict,
} from "./compare/finding.js";
export { renderJson } from "./compare/render-json.js";
export { renderMarkdown } from "./compare/render-markdown.js";
export { renderText, type TextReportOptions } from "./compare/render-text.js";
export type { ReportTitles } from "./compare/report.js";
export { WsdlError, type WsdlErrorCode, type WsdlPlace } from "./load/wsdl-error.js";
