import { printableJson } from "../../soap/text/printable.js";

/**
 * True where `DEBUG` names this package: `rescue`, `rescue*`, `rescue-soap-client`, `*`, in a list separated by commas
 * or blanks. `-rescue*` in the list excludes it.
 */
export function debugWanted(): boolean {
  const patterns = (process.env.DEBUG ?? "").split(/[\s,]+/).filter((pattern) => pattern !== "");
  const [out, wanted] = [patterns.filter((p) => p.startsWith("-")), patterns.filter((p) => !p.startsWith("-"))];
  return wanted.some(names) && !out.some((pattern) => names(pattern.slice(1)));
}

function names(pattern: string): boolean {
  const star = pattern.indexOf("*");
  return star < 0
    ? pattern === "rescue" || pattern === "rescue-soap-client"
    : "rescue".startsWith(pattern.slice(0, star)) || pattern.startsWith("rescue");
}

/**
 * Writes an event as one line to stderr. What cannot be written is dropped: a program must not end in the middle of a
 * call, uncaught, only because its diagnostics are not read.
 */
export function debugLine(name: string, event: object): void {
  if (!process.stderr.listeners("error").includes(ignore)) process.stderr.on("error", ignore);
  process.stderr.write(`rescue:${name} ${printableJson(event)}\n`);
}

function ignore(): void {}
