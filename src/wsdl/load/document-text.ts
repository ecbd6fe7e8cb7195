/**
 * The text of an XML document: by its byte order mark (UTF-8 or UTF-16), else by the encoding that its declaration
 * names, else UTF-8 (XML 1.0, appendix F). Undefined when the bytes are not valid in it, or the encoding is unknown.
 */
export function decodeDocument(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(markedEncoding(bytes) ?? declaredEncoding(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function declaredEncoding(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 256)).toString("latin1");
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1]?.toLowerCase() ?? "utf-8";
  // A declaration that is readable byte by byte is not UTF-16: .NET string writers declare that and are then saved as UTF-8.
  return declared.startsWith("utf-16") ? "utf-8" : declared;
}
