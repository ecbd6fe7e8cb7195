import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";

/** A token nobody guesses: 256 random bits. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** @throws {InvalidArgumentError} for a token that is too easily guessed or that no header can carry; never shown. */
export function checkToken(token: unknown): asserts token is string {
  if (typeof token !== "string" || !/^[\x21-\x7e]{16,1000}$/.test(token)) {
    throw new InvalidArgumentError(
      "admin.token",
      "admin.token: expected 16 to 1,000 letters, digits and signs, no blanks",
    );
  }
}

/**
 * Tells whether an `Authorization` header holds the token, in a time that tells nothing of how much of it was right.
 */
export function isAuthorized(header: string | undefined, token: string): boolean {
  const given = /^Bearer +(\S+) *$/i.exec(header ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(token));
}

// Of one length for any text, which timingSafeEqual needs.
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
