import type { Reply } from "./wire.js";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#xD": "\r" };

/** The text of an element of an answer, decoded once as any XML reader does; undefined where it is not there. */
export function outOf(reply: Reply, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>|<${name} ?/>`).exec(reply.body);
  return text ? decodeXml(text[1] ?? "") : undefined;
}

export function decodeXml(text: string): string {
  return text.replace(/&(#xD|\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
