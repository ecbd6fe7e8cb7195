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
    if (bytes > OUTPUT_LIMIT) child.kill();
    else pieces.push(piece);
  });
  const [code, signal] = await once(child, "close").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--credential-command: the command cannot be run (${error.code})`);
  });
  if (bytes > OUTPUT_LIMIT) throw new UsageError(`--credential-command: printed more than ${OUTPUT_LIMIT} bytes`);
  if (code !== 0) throw new UsageError(`--credential-command: ended with ${signal ?? `exit code ${code}`}`);
  return Buffer.concat(pieces)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
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
    const isText = (typeof part === "string" && part !== "") || typeof part === "number";
    return NAMES.includes(name) && isText ? [[name, String(part)]] : [];
  });
  return Object.fromEntries(found);
}

function partsOfLines(text: string, known: CredentialParts): CredentialParts {
  const lines = text.split(/\r?\n/).filter((line) => line !== "");
  const named = lines.flatMap((line) => {
    const [, name = "", value = ""] = /^([A-Za-z]+)(?:=|:[ \t]*)(.+)$/.exec(line) ?? [];
    return NAMES.includes(name) ? [[name, value] as const] : [];
  });
  const parts: CredentialParts = Object.fromEntries(named);
  const [first] = lines;
  if (first === undefined || named.some(([name]) => first.startsWith(name))) return parts;
  const { email, ssoId } = { ...known, ...parts };
  const secret = email === undefined ? (ssoId === undefined ? "authCode" : "ssoPassword") : "password";
  return { [secret]: first, ...parts };
}
