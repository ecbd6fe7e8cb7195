import { spawn } from "node:child_process";
import { once } from "node:events";
import { type CredentialParts, PARTS } from "./credential-parts.js";
import { UsageError } from "./usage-error.js";

/** The most that a command may print, in bytes. */
const OUTPUT_LIMIT = 64 * 1024;

/**
 * Runs `--credential-command` in the shell, which may ask on the terminal, and returns what it prints. No error shows
 * it.
 *
 * @throws {UsageError} when the command cannot be run, fails, or prints too much.
 */
export async function outputOf(command: string): Promise<string> {
  // What it reports on stderr is for the person at the terminal, as a password manager's own prompt is.
  const child = spawn(command, { shell: true, stdio: ["inherit", "pipe", "inherit"] });
  const pieces: Buffer[] = [];
  let bytes = 0;
  child.stdout.on("data", (piece: Buffer) => {
    bytes += piece.length;
    if (bytes <= OUTPUT_LIMIT) return void pieces.push(piece);
    // The shell alone is killed: what it has started learns from the closed pipe that nobody reads on.
    child.stdout.destroy();
    child.kill();
  });
  const [code, signal] = await once(child, "close").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--credential-command: the command cannot be run (${error.code})`);
  });
  if (bytes > OUTPUT_LIMIT) throw new UsageError(`--credential-command: printed more than ${OUTPUT_LIMIT} bytes`);
  if (code !== 0) throw new UsageError(`--credential-command: ended with ${signal ?? `exit code ${code}`}`);
  return decoded(Buffer.concat(pieces));
}

// With a character replaced, a wrong password would be sent. A byte order mark is no part of the text.
function decoded(printed: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(printed);
  } catch {
    throw new UsageError("--credential-command: printed something that is not UTF-8");
  }
}

/**
 * Reads what a password manager prints: a JSON object with the members of {@link PARTS}, or lines `password=…` or
 * `password: …`. A first line without such a name is the secret that is missing: the password where there is an e-mail
 * address, in the lines after it or in the environment; the single sign-on's where there is its id; an auth code
 * otherwise. Other members and lines are ignored.
 *
 * @param known what the environment holds.
 * @throws {UsageError} when no part is found. The message never quotes the text.
 */
export function parseCredentials(text: string, known: CredentialParts): CredentialParts {
  const parts = text.trimStart().startsWith("{") ? partsOfJson(text) : partsOfLines(text, known);
  if (Object.keys(parts).length > 0) return parts;
  throw new UsageError(
    `--credential-command: printed no credentials; expected JSON with ${NAMES.join(", ")}, or lines such as password=…`,
  );
}

const NAMES = Object.keys(PARTS);

function partsOfJson(text: string): CredentialParts {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message would quote the text.
    throw new UsageError("--credential-command: printed something that begins as JSON and is none");
  }
  const found = Object.entries(value as object).flatMap(([name, part]) => {
    if (!NAMES.includes(name)) return [];
    // Digits of a number may be lost already: 1.50 is read as 1.5, and a wrong password would be sent.
    if (typeof part === "number" && !Number.isSafeInteger(part)) {
      throw new UsageError(`--credential-command: ${name}: expected a string`);
    }
    const isText = (typeof part === "string" && part !== "") || typeof part === "number";
    return isText ? [[name, String(part)]] : [];
  });
  return Object.fromEntries(found);
}

function partsOfLines(text: string, known: CredentialParts): CredentialParts {
  const lines = text.split(/\r?\n/).filter((line) => line !== "");
  const named = lines.flatMap((line) => partOfLine(line) ?? []);
  const parts: CredentialParts = Object.fromEntries(
    named.flatMap(({ name, value }) => (value === "" ? [] : [[name, value]])),
  );
  const [first] = lines;
  if (first === undefined || partOfLine(first)) return parts;
  const { email, ssoId } = { ...known, ...parts };
  const secret = email === undefined ? (ssoId === undefined ? "authCode" : "ssoPassword") : "password";
  return { [secret]: first, ...parts };
}

/** The part that a line names, in whatever case, and its value; undefined for a line without such a name. */
function partOfLine(line: string): { readonly name: string; readonly value: string } | undefined {
  const [, word = "", value = ""] = /^([A-Za-z]+)(?:=|:[ \t]*)(.*)$/.exec(line) ?? [];
  const name = NAMES.find((one) => one.toLowerCase() === word.toLowerCase());
  return name === undefined ? undefined : { name, value };
}
