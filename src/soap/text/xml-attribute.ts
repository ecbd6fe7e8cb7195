import { escapeXml } from "./xml-text.js";

/** A quoted attribute value. A parser turns a raw tab or line feed in one into a blank (XML 1.0 section 3.3.3). */
export function attribute(value: string): string {
  return `"${escapeXml(value).replace(/[\t\n]/g, (blank) => (blank === "\t" ? "&#x9;" : "&#xA;"))}"`;
}
