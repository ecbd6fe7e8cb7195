import { escapeXml } from "../text/xml-text.js";

/** A way in which a text may show a secret. */
export interface SecretForm {
  readonly text: string;
  /** How many characters from the beginning of `text` show the secret: all but the form of its last two characters. */
  readonly least: number;
}

/** From this length on a secret is also recognised without its first or last two characters. */
const SHORTENED_FROM = 7;
/** From this length on a secret is also recognised as base64 and as hexadecimal digits. */
const ENCODED_FROM = 5;

const unchanged = (text: string) => text;

/** Unchanged, and as XML, a URL and JSON write it. */
const WRITERS: readonly ((secret: string) => string)[] = [
  unchanged,
  escapeXml,
  // A lone surrogate has no form in a URL, and encodeURIComponent throws.
  (secret) => encodeURIComponent(secret.replace(/\p{Surrogate}/gu, "\ufffd")),
  (secret) => JSON.stringify(secret).slice(1, -1),
];

/**
 * The forms of a secret that are recognised in a text, whatever the case of the letters: unchanged, escaped, in base64
 * (alone or within something longer, such as `user:password`) and in hexadecimal digits, each also without the last two
 * characters. A quoted cookie is also recognised without its quotes.
 */
export function formsOf(secret: string): readonly SecretForm[] {
  const bare = /^"(.+)"$/s.exec(secret)?.[1] ?? "";
  const least = new Map<string, number>();
  for (const form of [...writtenForms(secret), ...writtenForms(bare)]) {
    least.set(form.text, Math.min(form.least, least.get(form.text) ?? form.least));
  }
  return [...least].map(([text, length]) => ({ text, least: length }));
}

/** A secret without its first character or first two, and without at most two characters in all. */
export function tailsOf(secret: string): readonly SecretForm[] {
  if (secret.length < SHORTENED_FROM) return [];
  return [1, 2].map((from) => ({ text: secret.slice(from), least: secret.length - 2 }));
}

function writtenForms(secret: string): SecretForm[] {
  if (secret === "") return [];
  const shortened = secret.length < SHORTENED_FROM ? secret : secret.slice(0, -2);
  // Most secrets are the same in all of them.
  const written = new Map(WRITERS.map((write) => [write(secret), write(shortened)]));
  const forms = [...written].map(([whole, part]) => formOf(whole, part));
  if (secret.length < ENCODED_FROM) return forms;
  for (const [whole, part] of written) {
    const bytes = /^[\0-\x7f]*$|[^\0-\xff]/.test(whole) ? [utf8] : [utf8, latin1];
    for (const toBytes of bytes) {
      const [of, ofPart] = [toBytes(whole), toBytes(part)];
      for (const encode of ENCODERS) forms.push(formOf(encode(of), encode(ofPart)));
    }
  }
  return forms;
}

function formOf(text: string, shortened: string): SecretForm {
  let least = 0;
  while (least < shortened.length && text[least] === shortened[least]) least += 1;
  return { text, least };
}

const utf8 = (text: string) => Buffer.from(text, "utf8");
const latin1 = (text: string) => Buffer.from(text, "latin1");

/**
 * Bytes as text: base64 at each place within three bytes, also as URLs have it, and hexadecimal digits, also as .NET's
 * BitConverter writes them.
 */
const ENCODERS: readonly ((bytes: Buffer) => string)[] = [
  ...[0, 1, 2].flatMap((before) => [
    (bytes: Buffer) => base64Within(bytes, before),
    (bytes: Buffer) => base64Within(bytes, before).replaceAll("+", "-").replaceAll("/", "_"),
  ]),
  (bytes) => bytes.toString("hex"),
  (bytes) => bytes.toString("hex").replace(/..\B/g, "$&-"),
];

/** The base64 digits that encode only these bytes when `before` other bytes precede them. */
function base64Within(bytes: Buffer, before: number): string {
  const digits = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
  return digits.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
}
