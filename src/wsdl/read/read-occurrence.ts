import type { XmlElement } from "../../soap/message/xml-tree.js";
import { quoteForeign } from "../load/wsdl-error.js";
import type { WsdlSource } from "./wsdl-source.js";

/** How often an element may occur. */
export interface Occurrence {
  readonly min: number;
  readonly max: number | "unbounded";
}

/** Reads `minOccurs` and `maxOccurs`, 1 when absent. @throws {WsdlError} when they are not counts or allow nothing. */
export function readOccurrence(source: WsdlSource, element: XmlElement): Occurrence {
  const min = count(source, element, "minOccurs");
  const max = element.attributes.get("maxOccurs") === "unbounded" ? "unbounded" : count(source, element, "maxOccurs");
  if (max === 0) source.unsupported(element, 'maxOccurs="0"', "elements that may occur");
  if (max !== "unbounded" && max < min) source.fail(element, "maxOccurs is less than minOccurs");
  return { min, max };
}

function count(source: WsdlSource, element: XmlElement, attribute: string): number {
  const text = element.attributes.get(attribute) ?? "1";
  if (!/^\d{1,9}$/.test(text)) source.fail(element, `${attribute}=${quoteForeign(text)} is not a count`);
  return Number(text);
}
