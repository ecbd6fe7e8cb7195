import { DECODERS, UNKNOWN } from "./escapes.js";
import { escapeXml } from "./xml-text.js";

/** What stands in place of a secret wherever text is shown. */
export const REDACTED = "[redacted]";

/** Names of elements whose content is never shown: passwords, auth codes, PIN codes and links that hold one, single sign-on ids. */
const SENSITIVE_NAME = /passw|pwd|secret|authcode|pincode|ssoid|token|cookie|^s(?:Invitation)?Link$/i;

// Cookies may change with each call: the newest are kept.
const ROTATING_LIMIT = 200;

export function isSensitiveName(name: string): boolean {
  return SENSITIVE_NAME.test(name);
}

/** Takes the secrets it knows out of text that is going to be shown. */
export class Redactor {
  readonly #lasting = new Set<string>();
  readonly #rotating = new Set<string>();
  #pattern: RegExp | undefined;

  /** Remembers a secret for good: a password, an auth code. */
  add(secret: string): void {
    if (secret === "" || this.#lasting.has(secret)) return;
    this.#lasting.add(secret);
    this.#pattern = undefined;
  }

  /** Remembers a secret that is followed by others: a cookie's value. */
  addRotating(secret: string): void {
    if (secret === "" || this.#rotating.has(secret)) return;
    this.#rotating.add(secret);
    // A server may show a quoted value without its quotes.
    const bare = /^"(.+)"$/s.exec(secret)?.[1];
    if (bare !== undefined) this.#rotating.add(bare);
    for (const oldest of this.#rotating) {
      if (this.#rotating.size <= ROTATING_LIMIT) break;
      this.#rotating.delete(oldest);
    }
    this.#pattern = undefined;
  }

  /**
   * `text` without the secrets, also where they stand escaped for XML, a URL or JSON. Where they are spelt in some
   * other way (numeric references, escapes of escapes) nothing of it is shown.
   */
  text(text: string): string {
    const shown = this.#replace(text);
    return this.#spells(shown) ? REDACTED : shown;
  }

  /**
   * A message body for a log: the content of sensitive elements and every known secret taken out, malformed XML or not.
   * In doubt (a sensitive element that does not end, references that could spell a secret) the whole body is dropped.
   */
  body(xml: string): string {
    const masked = maskAttributes(xml.replace(ELEMENT, maskElement));
    if (masked.includes(DOUBT) || masked.includes("<!") || hasOpenSensitiveTag(masked)) return DROPPED;
    const redacted = this.#replace(masked);
    return this.#spells(redacted) ? DROPPED : redacted;
  }

  #replace(text: string): string {
    this.#pattern ??= patternOf(this.#forms());
    const shown = text.replace(this.#pattern, REDACTED);
    return text.length < CUT_FROM ? shown : this.#withoutCutSecret(shown);
  }

  #forms(): Set<string> {
    return new Set([...this.#lasting, ...this.#rotating].flatMap(formsOf));
  }

  // What was cut may end with the beginning of a secret. Three characters of one tell nothing.
  #withoutCutSecret(text: string): string {
    for (const form of this.#forms()) {
      for (let length = form.length - 1; length > 3; length -= 1) {
        if (text.endsWith(form.slice(0, length))) return text.slice(0, -length) + REDACTED;
      }
    }
    return text;
  }

  #spells(text: string): boolean {
    const exotic = [...this.#lasting, ...this.#rotating].some((secret) => /[^\p{ASCII}]/u.test(secret));
    let layer = new Set([text]);
    // Escapes of escapes: a page that quotes a URL in JSON, say.
    for (let depth = 0; depth < 3 && layer.size > 0; depth += 1) {
      const below = new Set<string>();
      for (const escaped of layer) {
        for (const decode of DECODERS) {
          const decoded = decode(escaped);
          if (decoded === escaped || below.has(decoded)) continue;
          if (this.#replace(decoded) !== decoded || (exotic && decoded.includes(UNKNOWN))) return true;
          below.add(decoded);
        }
      }
      layer = below;
    }
    return false;
  }
}

// Texts that a reader has cut are longer.
const CUT_FROM = 8 * 1024;

// Also what UTF-16 read as UTF-8 is full of: no secret would be found in that.
const DOUBT = "\u0000";

// A name as lax as malformed XML may have it. None of the patterns below may try a text twice: replies are hostile.
const NAME = "[^\\s<>/:!?=\"']+";
const WRAPPER = /^request|Response$/;
const ELEMENT = new RegExp(`<((?:${NAME}:)?(${NAME}))((?:\\s[^<>]*)?)>([^<]*)(?=(</\\1\\s*>)?)`, "g");
const OPEN_TAG = new RegExp(`<(?:${NAME}:)?(${NAME})(?![^\\s<>/:!?="'])[^<>]*(?=<|$)`, "g");
const ATTRIBUTE = new RegExp(`(?<=\\s)((?:${NAME}:)?(${NAME})\\s*=\\s*)("[^"<]*"|'[^'<]*'|)`, "g");

function maskElement(whole: string, tag: string, local: string, attributes: string, content: string, end?: string) {
  if (!isSensitiveName(local) || attributes.endsWith("/")) return whole;
  // The element of a call such as requestAuthCode: what is secret in it are elements of their own.
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

/** A secret as it is, and as XML, a URL and JSON write it. */
function formsOf(secret: string): string[] {
  // A lone surrogate has no form in a URL, and encodeURIComponent throws.
  const inUrl = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, "\ufffd"));
  return [secret, escapeXml(secret), inUrl, JSON.stringify(secret).slice(1, -1)];
}

function patternOf(forms: ReadonlySet<string>): RegExp {
  // The longest first, so that no part of one is left behind by another that it holds.
  const alternatives = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => {
      const literal = form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
      // One or two characters stand in half of all words: they are only taken out where they stand alone.
      return form.length < 3 ? `(?<![\\w])${literal}(?![\\w])` : literal;
    });
  return new RegExp(alternatives.length === 0 ? "(?!)" : alternatives.join("|"), "g");
}
