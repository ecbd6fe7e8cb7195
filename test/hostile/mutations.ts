import fc from "fast-check";
import { SOAP_11_ENVELOPE, SOAP_12_ENVELOPE } from "../../src/soap/contract/namespaces.js";
import { contract } from "../reference/generated/contract.js";

/** What an attacker would put into a reply. */
export const HOSTILE_SNIPPETS: readonly string[] = [
  "<!DOCTYPE x>",
  '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
  "<?php x ?>",
  "&a;",
  "&#0;",
  "&lt;",
  "&#x41;",
  "\u0000",
  "\ufeff",
  "\ud83d\ude00",
  "]]>",
  "<![CDATA[",
  "<![CDATA[x]]>",
  "<!--",
  "-->",
  "<!-- x -->",
  "<__proto__>1</__proto__>",
  "<constructor><prototype><polluted>1</polluted></prototype></constructor>",
  "<toString/>",
  ' __proto__="1"',
  ' xsi:nil="true"',
  ' xsi:nil="false"',
  ' xsi:type="xsd:int"',
  ' xmlns="urn:evil"',
  ` xmlns:soap="${SOAP_11_ENVELOPE}"`,
  ` xmlns:soap="${SOAP_12_ENVELOPE}"`,
  ' soap:mustUnderstand="1"',
  "<soap:Fault><faultcode>a</faultcode></soap:Fault>",
  "<soap:Fault><soap:Code><soap:Value>a</soap:Value></soap:Code></soap:Fault>",
  "<soap:Header/>",
  "<soap:Body>",
  "</soap:Body>",
  "</soap:Envelope>",
  `<loginResponse xmlns="${contract.namespace}">`,
  "<iID>1</iID>",
  "<iID>12abc</iID>",
  "<aSessions/>",
  "<a>",
  "</a>",
  "<a/>",
  "<",
  ">",
  '"',
  "&",
  " ",
  "\n",
  "1",
  "-",
  "true",
  "9".repeat(40),
];

/** One change to a text. Places are parts of the whole, from 0 to 1. */
export type Mutation = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const snippet = fc.oneof(fc.constantFrom(...HOSTILE_SNIPPETS), fc.string({ unit: "binary", maxLength: 6 }));

const splice = fc.tuple(place, fc.constantFrom(0, 0, 0, 1, 5, 40), snippet).map(
  ([at, length, piece]): Mutation =>
    (text) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + piece + text.slice(start + length);
    },
);
const remove = fc.tuple(place, fc.nat(60)).map(
  ([at, length]): Mutation =>
    (text) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + text.slice(start + length);
    },
);
const duplicate = fc.tuple(place, fc.nat(200)).map(
  ([at, length]): Mutation =>
    (text) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start + length) + text.slice(start);
    },
);
const truncate = place.map(
  (at): Mutation =>
    (text) =>
      text.slice(0, Math.floor(at * text.length)),
);

// Tags and the texts between them: changes of these often leave a well-formed document, which goes further in.
const tokensOf = (text: string) => text.split(/(<[^>]*>)/).filter((token) => token !== "");
const onTokens =
  (change: (tokens: string[]) => void): Mutation =>
  (text) => {
    const tokens = tokensOf(text);
    change(tokens);
    return tokens.join("");
  };
const index = (at: number, tokens: readonly string[]) => Math.min(tokens.length - 1, Math.floor(at * tokens.length));

const swapTokens = fc.tuple(place, place).map(([a, b]) =>
  onTokens((tokens) => {
    const [i, j] = [index(a, tokens), index(b, tokens)];
    [tokens[i], tokens[j]] = [tokens[j] ?? "", tokens[i] ?? ""];
  }),
);
const removeTokens = fc.tuple(place, fc.integer({ min: 1, max: 3 })).map(([at, count]) =>
  onTokens((tokens) => {
    tokens.splice(index(at, tokens), count);
  }),
);
const repeatTokens = fc.tuple(place, fc.integer({ min: 1, max: 6 })).map(([at, count]) =>
  onTokens((tokens) => {
    const start = index(at, tokens);
    tokens.splice(start, 0, ...tokens.slice(start, start + count));
  }),
);
const insertToken = fc.tuple(place, snippet).map(([at, piece]) =>
  onTokens((tokens) => {
    tokens.splice(index(at, tokens), 0, piece);
  }),
);
const changeText = fc.tuple(place, snippet).map(([at, piece]) =>
  onTokens((tokens) => {
    const texts = tokens.flatMap((token, i) => (token.startsWith("<") ? [] : [i]));
    const target = texts[index(at, texts as unknown as string[])];
    if (target !== undefined) tokens[target] = piece;
  }),
);
const addAttribute = fc.tuple(place, snippet).map(([at, piece]) =>
  onTokens((tokens) => {
    const i = index(at, tokens);
    tokens[i] = (tokens[i] ?? "").replace(/^<([^/!?][^\s/>]*)/, (start) => `${start} ${piece.trim()}`);
  }),
);

/** One to four changes, one after the other. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.oneof(
    splice,
    remove,
    duplicate,
    truncate,
    swapTokens,
    removeTokens,
    repeatTokens,
    insertToken,
    changeText,
    addAttribute,
  ),
  { minLength: 1, maxLength: 4 },
);

/** Changes of single bytes, which also break the encoding. */
export const byteFlips: fc.Arbitrary<readonly (readonly [at: number, mask: number])[]> = fc.array(
  fc.tuple(place, fc.integer({ min: 1, max: 255 })),
  { minLength: 1, maxLength: 4 },
);

export function flipBytes(body: Buffer, flips: readonly (readonly [at: number, mask: number])[]): Buffer {
  const flipped = Buffer.from(body);
  for (const [at, mask] of flips) {
    const i = Math.min(flipped.length - 1, Math.floor(at * flipped.length));
    if (i >= 0) flipped[i] = (flipped[i] as number) ^ mask;
  }
  return flipped;
}
