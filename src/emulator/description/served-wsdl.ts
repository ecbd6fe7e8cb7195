import { escapeXml } from "../../soap/text/xml-text.js";

/** `wsdl` with `address` as the location of every port, as ASMX answers `?wsdl` with the address it was asked at. */
export function describedAt(wsdl: string, address: string): string {
  return wsdl.replace(
    /(<(?:[\w.-]+:)?address\b[^>]*?\blocation\s*=\s*)("[^"]*"|'[^']*')/g,
    (_, before: string) => `${before}"${escapeXml(address)}"`,
  );
}
