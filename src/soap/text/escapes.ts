import { isUtf8 } from "node:buffer";

/** A reference with a name that is not known here is decoded to this. */
export const UNKNOWN = "\u0000";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** Each undoes one layer of the escapes of XML, a URL, a form or JSON. */
export const DECODERS: readonly ((text: string) => string)[] = [
  decodeXml,
  decodeUrl,
  // A form encodes a blank as a plus sign.
  (text) => decodeUrl(text.replaceAll("+", " ")),
  (text) =>
    text.replace(/\\(?:u([0-9a-f]{4})|(["'/\\]))/gi, (_, hex: string | undefined, character: string) =>
      hex === undefined ? character : String.fromCharCode(Number.parseInt(hex, 16)),
    ),
];

function decodeXml(text: string): string {
  return text.replace(/&(?:#x0*([0-9a-f]{1,6})|#0*(\d{1,7})|(\w+));/gi, (_, hex, decimal, name?: string) => {
    // HTML has a name for each letter with an accent.
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? UNKNOWN;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });
}

function decodeUrl(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    const bytes = Buffer.from(escaped.replaceAll("%", ""), "hex");
    return bytes.toString(isUtf8(bytes) ? "utf8" : "latin1");
  });
}
