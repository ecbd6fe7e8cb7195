import { createRequire } from "node:module";
import { sha256 } from "../wsdl/origin.js";
import { WsdlError } from "../wsdl/wsdl-error.js";

/**
 * The comment at the top of every generated file: what it was made from and with. No time and no path, so that the
 * same input gives the same bytes on any machine.
 */
export function header(wsdlText: string, fileName: string): string {
  const printableName = fileName.replace(/[^\w.-]/g, "_");
  const tools = ["wsdl-tsclient", "soap", "ts-morph"].map((name) => `${name} ${versionOf(name)}`);
  return [
    "// Do not edit: run `npm run generate`.",
    `// From ${printableName}, sha256 ${sha256(wsdlText)}`,
    `// With ${tools.join(", ")}`,
    "",
    "",
  ].join("\n");
}

function versionOf(packageName: string): string {
  const manifest: unknown = createRequire(import.meta.url)(`${packageName}/package.json`);
  if (
    typeof manifest === "object" &&
    manifest !== null &&
    "version" in manifest &&
    typeof manifest.version === "string"
  ) {
    return manifest.version;
  }
  throw new WsdlError(`the package ${packageName} names no version`);
}
