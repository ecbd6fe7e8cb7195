import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The path of the WSDL that comes with the package; undefined where it is not shipped with the code, as in a bundle.
 * Searched for upwards from here, as the compiled code is nested deeper than the source.
 */
export function packagedWsdlFile(): string | undefined {
  for (let up = "../"; up.length <= 18; up += "../") {
    const file = new URL(`${up}wsdl/API.wsdl`, import.meta.url);
    if (existsSync(file)) return fileURLToPath(file);
  }
  return undefined;
}

/** The text of the WSDL that comes with the package; undefined where it is missing. */
export function packagedWsdl(): string | undefined {
  const file = packagedWsdlFile();
  return file === undefined ? undefined : readFileSync(file, "utf8");
}
