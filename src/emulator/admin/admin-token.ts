import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";

/** A token that cannot be guessed: 256 random bits. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * @throws {InvalidArgumentError} for a token that is too short or not allowed in a header; the message does not contain
 *   it.
 */
export function checkToken(token: unknown): asserts token is string {
  if (typeof token !== "string" || !/^[\x21-\x7e]{16,1000}$/.test(token)) {
    throw new InvalidArgumentError(
      "admin.token",
      "admin.token: expected 16 to 1,000 letters, digits and signs, no blanks",
    );
  }
}

/**
 * Whether an `Authorization` header contains the token, in a time that does not depend on how much of it was right.
 */
export function isAuthorized(header: string | undefined, token: string): boolean {
  const given = /^Bearer +(\S+) *$/i.exec(header ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(token));
}

// Always of the same length, which timingSafeEqual requires.
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
