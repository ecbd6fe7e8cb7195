import { createRequire } from "node:module";
import { WsdlError } from "../wsdl/load/wsdl-error.js";
import type { WsdlDocuments } from "../wsdl/read/read-wsdl.js";

/** The beginning of every file that this generator writes. */
export const GENERATED_START = "// Do not edit: run ";

/** Whether a text is that of a generated file. */
export function isGenerated(text: string): boolean {
  return text.startsWith(GENERATED_START);
}

/**
 * Renders the comment at the top of every generated file: its sources and tools. Contains neither a time nor a path, so
 * that the same input gives the same bytes on any machine.
 *
 * @param command the command that generates the file again.
 */
export function header(documents: WsdlDocuments, command: string): string {
  const sources = documents.map(({ name, sha256 }) => `${name.replace(/[^\w./-]/g, "_")}, sha256 ${sha256}`);
  const tools = ["wsdl-tsclient", "soap"].map((name) => `${name} ${versionOf(name)}`);
  return [
    `${GENERATED_START}\`${command}\`.`,
    ...sources.map((source, index) => (index === 0 ? `// From ${source}` : `// and ${source}`)),
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
  throw new WsdlError(`the package ${packageName} has no version`);
}
