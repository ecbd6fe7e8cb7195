import { inspect } from "node:util";
import { expect } from "chai";

/**
 * What must never be shown. Each secret is made of words of its own, with everything between them that XML, a URL, JSON
 * or a pattern writes differently: a word that shows is a find, in whatever form the rest of it stands.
 */
export const PASSWORD = "PwOne1 &PwTwo2 <PwThree3> \"PwFour4\" 'PwFive5' 100%41+PwSix6\\ PwSevené€7 $&{PwEight8}";
/** Also valid as an element's name and as a header's value. */
export const AUTH_CODE = "AcOne1-AcTwo2.AcThree3_éAcFour4";
/** Chosen by the server; contains every kind of character that a cookie may contain. */
export const COOKIE = "CkOne1&<CkTwo2>%3D=CkThree3+/CkFour4'";
export const PROXY_PASSWORD = "PxOne1:@/PxTwo2 &<PxThree3>%PxFouré4";
export const PASSPHRASE = "KpOne1 &KpTwo2 <KpThree3>é";

export const EMAIL = "some@email.com";
export const LOGIN = { email: EMAIL, password: PASSWORD } as const;
export const BOTH = { ...LOGIN, authCode: AUTH_CODE } as const;

const WORDS = [PASSWORD, AUTH_CODE, COOKIE, PROXY_PASSWORD, PASSPHRASE].flatMap(
  (secret) => secret.match(/[A-Z][a-z][A-Z][a-z]+/g) as string[],
);
const SHOWN = new RegExp(
  [
    ...WORDS,
    "Passphr4se",
    // As HTTP's basic authentication writes it.
    Buffer.from(`user:${PROXY_PASSWORD}`).toString("base64").slice(8, 30),
  ].join("|"),
  "i",
);

/** Fails where one of `texts` shows a secret, or a word of one. */
export function expectHidden(what: string, ...texts: readonly string[]): void {
  for (const text of texts) {
    const found = SHOWN.exec(text);
    if (found)
      expect.fail(`${what}: ${found[0]} is shown in ${text.slice(Math.max(0, found.index - 200), found.index + 200)}`);
  }
}

/** Inspects a value and its causes in every way: none of them may show a secret. */
export function expectShowsNone(what: string, value: unknown): void {
  const seen = new Set<unknown>();
  const look = (part: unknown): void => {
    if (typeof part === "string") expectHidden(what, part);
    if ((typeof part !== "object" && typeof part !== "function") || part === null || seen.has(part)) return;
    seen.add(part);
    expectHidden(what, ...viewsOf(part));
    for (const key of Reflect.ownKeys(part)) {
      expectHidden(what, String(key));
      look((part as Record<PropertyKey, unknown>)[key]);
    }
  };
  look(value);
}

function viewsOf(value: object): string[] {
  const deep = { depth: Number.POSITIVE_INFINITY, maxArrayLength: null, maxStringLength: null } as const;
  return [
    String(value),
    `${value instanceof Error ? `${value.message} ${value.stack} ${value.name}` : ""}`,
    JSON.stringify(value) ?? "",
    inspect(value),
    inspect(value, { ...deep }),
    inspect(value, { ...deep, showHidden: true }),
    inspect(value, { ...deep, showHidden: true, getters: true, showProxy: true, customInspect: false }),
  ];
}
