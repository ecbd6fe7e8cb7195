import { existsSync, readFileSync } from "node:fs";
import type { Contract } from "../../soap/contract.js";
import { escapeXml } from "../../soap/xml-text.js";

/** `wsdl` with `address` as the location of every port, as ASMX answers `?wsdl` with the address it was asked at. */
export function describedAt(wsdl: string, address: string): string {
  return wsdl.replace(
    /(<(?:[\w.-]+:)?address\b[^>]*?\blocation\s*=\s*)("[^"]*"|'[^']*')/g,
    (_, before: string) => `${before}"${escapeXml(address)}"`,
  );
}

/**
 * The WSDL that comes with the package; undefined where it does not lie beside the code, as in a bundle. Looked for
 * upwards from here, as the compiled code lies deeper than the source.
 */
export function packagedWsdl(): string | undefined {
  for (let up = "../"; up.length <= 18; up += "../") {
    const file = new URL(`${up}wsdl/API.wsdl`, import.meta.url);
    if (existsSync(file)) return readFileSync(file, "utf8");
  }
  return undefined;
}

/** The page for a plain GET: what the service is and which operations it has. */
export function operationList(contract: Contract): string {
  const items = Object.entries(contract.operations).map(([name, { documentation }]) => {
    const text = documentation === undefined ? "" : `<br>${escapeXml(documentation)}`;
    return `<li>${escapeXml(name)}${text}</li>`;
  });
  const title = `${escapeXml(contract.service)} Web Service (emulator)`;
  return (
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>` +
    `<p>The following operations are supported. For a formal definition see the <a href="?wsdl">Service Description</a>.</p>` +
    `<ul>${items.join("")}</ul></body></html>`
  );
}
