import { escapeXml } from "./xml-text.js";

/** What stands in place of a secret wherever text is shown. */
export const REDACTED = "[redacted]";

/** Names of elements whose content is never shown: passwords, auth codes, PIN codes, single sign-on ids. */
const SENSITIVE_NAME = /passw|pwd|secret|authcode|pincode|ssoid|token|cookie/i;

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
    for (const oldest of this.#rotating) {
      if (this.#rotating.size <= ROTATING_LIMIT) break;
      this.#rotating.delete(oldest);
    }
    this.#pattern = undefined;
  }

  /** `text` without the secrets, also where they stand escaped for XML, a URL or JSON. */
  text(text: string): string {
    this.#pattern ??= patternOf([...this.#lasting, ...this.#rotating]);
    return text.replace(this.#pattern, REDACTED);
  }

  /**
   * A message body for a log: the content of sensitive elements and every known secret taken out, malformed XML or not.
   * In doubt (a sensitive element that does not end, references that could spell a secret) the whole body is dropped.
   */
  body(xml: string): string {
    const masked = xml.replace(
      /<((?:[\w.-]+:)?([\w.-]+))((?:\s[^<>]*)?)>([^<]*)(?=(<\/\1\s*>)?)/g,
      (whole, tag: string, local: string, attributes: string, content: string, end: string | undefined) => {
        if (!isSensitiveName(local) || attributes.endsWith("/")) return whole;
        return end === undefined ? `<${tag}>${DOUBT}` : `<${tag}>${content === "" ? "" : REDACTED}`;
      },
    );
    if (masked.includes(DOUBT) || /<!/.test(masked) || hasOpenSensitiveTag(masked)) return DROPPED;
    const redacted = this.text(masked);
    return this.#spells(redacted) ? DROPPED : redacted;
  }

  // A secret may hide in character references, or in a sensitive element that the pattern above could not see.
  #spells(text: string): boolean {
    if (!text.includes("&")) return false;
    const decoded = text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (_, hex, decimal, name: string) => {
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
      if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : "";
      return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[name] ?? "";
    });
    return this.text(decoded) !== decoded;
  }
}

// Also what UTF-16 read as UTF-8 is full of: no secret would be found in that.
const DOUBT = "\u0000";

/** A sensitive element whose start tag is cut off: what follows it may be its content. */
function hasOpenSensitiveTag(xml: string): boolean {
  for (const [, name] of xml.matchAll(/<(?:[\w.-]+:)?([\w.-]+)[^<>]*(?=<|$)/g)) {
    if (isSensitiveName(name as string)) return true;
  }
  return false;
}

const DROPPED = "[body dropped: it could not be redacted with certainty]";

function patternOf(secrets: readonly string[]): RegExp {
  const forms = new Set<string>();
  for (const secret of secrets) {
    // A lone surrogate has no form in a URL, and encodeURIComponent throws.
    const inUrl = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, "\ufffd"));
    for (const form of [secret, escapeXml(secret), inUrl, JSON.stringify(secret).slice(1, -1)]) {
      forms.add(form);
    }
  }
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
