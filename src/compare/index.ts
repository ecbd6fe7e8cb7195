export { WsdlError, type WsdlPlace } from "../wsdl/wsdl-error.js";
export { type ComparedDescriptions, compareContracts } from "./compare-contracts.js";
export { compareWsdls, type WsdlText } from "./compare-wsdls.js";
export type { ContractDiff, Finding, FindingKind, Impact, SemverStep, Side, Verdict } from "./finding.js";
export { renderJson } from "./render-json.js";
export { renderMarkdown } from "./render-markdown.js";
export { renderText, type TextReportOptions } from "./render-text.js";
export type { ReportTitles } from "./report.js";
