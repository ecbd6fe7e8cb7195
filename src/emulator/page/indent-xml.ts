/**
 * XML with each tag that follows another on a new line, for reading. Text is unchanged, and so is anything that is not
 * XML.
 */
export function indentXml(xml: string): string {
  if (!xml.startsWith("<")) return xml;
  let depth = 0;
  return xml
    .split(/(?<=>)\s*(?=<)/)
    .map((line) => {
      if (line.startsWith("</")) depth -= 1;
      const indented = "  ".repeat(Math.min(Math.max(depth, 0), 20)) + line;
      const opens = !/^<[/?!]/.test(line) && !line.endsWith("/>") && !/<\/[^<>]*>$/.test(line);
      if (opens) depth += 1;
      return indented;
    })
    .join("\n");
}
