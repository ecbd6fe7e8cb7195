import { CUT, cutText } from "../text/cut-text.js";
import { DECODERS, UNKNOWN } from "../text/escapes.js";
import { SecretFinder } from "./secret-finder.js";
import { formsOf, tailsOf } from "./secret-forms.js";

/** Replaces a secret wherever text is shown. */
export const REDACTED = "[redacted]";

/**
 * Names of elements whose content is never shown: passwords, auth codes, PIN codes and links with one, single sign-on
 * ids.
 */
const SENSITIVE_NAME = /passw|pwd|secret|authcode|pincode|ssoid|token|cookie|^s(?:Invitation)?Link$/i;

// Secrets that were in force may still be shown. The newest are kept, as each costs memory and time.
const ROTATING_LIMIT = { count: 200, length: 64 * 1024 } as const;

export function isSensitiveName(name: string): boolean {
  return SENSITIVE_NAME.test(name);
}

/**
 * Removes the secrets it knows from text that is going to be shown. A secret in force is never forgotten, however many
 * others follow; past ones are, the oldest first.
 */
export class Redactor {
  readonly #lasting = new Set<string>();
  readonly #held = new Map<object, readonly string[]>();
  readonly #rotating = new Set<string>();
  #finders: readonly SecretFinder[] | undefined;

  /** Remembers a secret permanently: a password, an auth code. */
  add(secret: string): void {
    if (secret === "") return;
    this.#learn(secret);
    this.#lasting.add(secret);
  }

  /**
   * Remembers the secrets in force for `owner`, until it is called again: the cookies of a jar, what one call sends.
   * Those no longer in force become rotating ones.
   */
  hold(owner: object, secrets: readonly string[]): void {
    const before = this.#held.get(owner) ?? [];
    // Most calls send the auth code of the credentials, which is never forgotten: nothing has to be held for them.
    const own = secrets.filter((secret) => !this.#lasting.has(secret));
    for (const secret of own) this.#learn(secret);
    if (own.length > 0) this.#held.set(owner, own);
    else this.#held.delete(owner);
    for (const secret of before) if (!own.includes(secret)) this.addRotating(secret);
  }

  /** Remembers a secret that is not in force until newer ones displace it: a cookie that was refused or replaced. */
  addRotating(secret: string): void {
    if (secret === "" || this.#lasting.has(secret)) return;
    this.#learn(secret);
    // It becomes the newest.
    this.#rotating.delete(secret);
    this.#rotating.add(secret);
    let length = 0;
    for (const one of this.#rotating) length += one.length;
    for (const oldest of this.#rotating) {
      if (this.#rotating.size <= ROTATING_LIMIT.count && length <= ROTATING_LIMIT.length) break;
      this.#rotating.delete(oldest);
      length -= oldest.length;
    }
  }

  /**
   * Returns `text` without the secrets, also where they are escaped for XML, a URL or JSON, in another case, in base64
   * or hexadecimal digits, or lack two characters. Where they are spelt in another way (numeric references, escapes of
   * escapes) the whole text is replaced. A text that is too long to be shown is cut first.
   */
  text(text: string): string {
    return this.#redact(cutText(text)) ?? REDACTED;
  }

  /**
   * Returns a message body for a log, without the content of sensitive elements and without known secrets, whether it
   * is well-formed or not. In doubt (an unclosed sensitive element, references that could spell a secret) the body is
   * dropped.
   */
  body(xml: string): string {
    const masked = maskAttributes(xml.replace(ELEMENT, maskElement));
    if (masked.includes(DOUBT) || masked.includes("<!") || hasOpenSensitiveTag(masked)) return DROPPED;
    return this.#redact(masked) ?? DROPPED;
  }

  /** Returns undefined where a secret is spelt in a way that cannot be removed. */
  #redact(text: string): string | undefined {
    let shown = text;
    // Whole secrets first, escaped ones included: part of one must not be taken out before the rest is recognised.
    for (const finder of this.#inOrder) {
      const next = replace(finder, shown);
      if (next === undefined || this.#spells(next, finder)) return undefined;
      shown = next;
    }
    return shown;
  }

  get #inOrder(): readonly SecretFinder[] {
    if (!this.#finders) {
      const secrets = this.#secrets();
      const forms = secrets.flatMap(formsOf);
      const whole = forms.map(({ text }) => ({ text, least: text.length }));
      this.#finders = [new SecretFinder(whole), new SecretFinder([...forms, ...secrets.flatMap(tailsOf)])];
    }
    return this.#finders;
  }

  /** Finders that also know past secrets remain correct: only a new secret requires new finders. */
  #learn(secret: string): void {
    if (!this.#secrets().includes(secret)) this.#finders = undefined;
  }

  #secrets(): string[] {
    return [...this.#lasting, ...[...this.#held.values()].flat(), ...this.#rotating];
  }

  #spells(text: string, finder: SecretFinder): boolean {
    const exotic = this.#secrets().some((secret) => /[^\p{ASCII}]/u.test(secret));
    const seen = new Set([text]);
    let layer = [text];
    // Escapes of escapes: a page that quotes a URL in JSON, say.
    for (let depth = 0; depth < 3; depth += 1) {
      const below: string[] = [];
      for (const escaped of layer) {
        for (const decode of DECODERS) {
          const decoded = decode(escaped);
          if (seen.has(decoded)) continue;
          if (replace(finder, decoded) !== withoutBrokenEscapes(decoded) || (exotic && decoded.includes(UNKNOWN)))
            return true;
          if (seen.size === LAYER_LIMIT) return true;
          seen.add(decoded);
          below.push(decoded);
        }
      }
      layer = below;
    }
    return false;
  }
}

// Each layer costs as much as the text itself. Only an attack escapes a text in so many ways.
const LAYER_LIMIT = 32;

function replace(finder: SecretFinder, text: string): string | undefined {
  const shown = finder.replace(text, REDACTED);
  return shown?.includes(CUT) ? finder.replace(withoutBrokenEscapes(shown), REDACTED) : shown;
}

// The characters before an escape that was cut may be the beginning of a secret.
function withoutBrokenEscapes(text: string): string {
  return text.includes(CUT) ? text.replace(BROKEN_ESCAPE, CUT) : text;
}

const BROKEN_ESCAPE = new RegExp(`(?:%[\\da-f]?|&#?\\w{0,12}|\\\\(?:u[\\da-f]{0,3})?)${CUT}`, "gi");

// UTF-16 read as UTF-8 is full of these, and no secret would be found in it.
const DOUBT = "\u0000";

// A name as loose as malformed XML may contain it. None of the patterns below may scan a text twice: replies are
// hostile.
const NAME = "[^\\s<>/:!?=\"']+";
const WRAPPER = /^request|Response$/;
const ELEMENT = new RegExp(`<((?:${NAME}:)?(${NAME}))((?:\\s[^<>]*)?)>([^<]*)(?=(</\\1\\s*>)?)`, "g");
const OPEN_TAG = new RegExp(`<(?:${NAME}:)?(${NAME})(?![^\\s<>/:!?="'])[^<>]*(?=<|$)`, "g");
const ATTRIBUTE = new RegExp(`(?<=\\s)((?:${NAME}:)?(${NAME})\\s*=\\s*)("[^"<]*"|'[^'<]*'|)`, "g");

// What an operation such as requestPINCode answers, in an element that is named after it: requestPINCode_OK. Codes are
// made of letters and digits only.
const LITERAL = /^request[A-Za-z]{1,60}_[A-Za-z_]{1,80}$/;

function maskElement(whole: string, tag: string, local: string, attributes: string, content: string, end?: string) {
  if (!isSensitiveName(local) || attributes.endsWith("/")) return whole;
  if (end !== undefined && local.endsWith("Result") && attributes === "" && LITERAL.test(content)) return whole;
  // The element of a call such as requestAuthCode: its secrets are in elements inside it.
  if (end === undefined && WRAPPER.test(local) && content.trim() === "") return whole;
  return end === undefined ? `<${tag}>${DOUBT}` : `<${tag}>${content === "" ? "" : REDACTED}`;
}

function maskAttributes(xml: string): string {
  return xml.replace(ATTRIBUTE, (whole, start: string, local: string, value: string) => {
    if (!isSensitiveName(local)) return whole;
    return value === "" ? DOUBT : `${start}"${REDACTED}"`;
  });
}

/** A sensitive element whose start tag is cut off: what follows it may be its content. */
function hasOpenSensitiveTag(xml: string): boolean {
  for (const [, name] of xml.matchAll(OPEN_TAG)) {
    if (isSensitiveName(name as string)) return true;
  }
  return false;
}

const DROPPED = "[body dropped: it could not be redacted with certainty]";
