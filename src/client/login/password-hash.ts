import { randomBytes, scrypt } from "node:crypto";

// 32 MiB and some tenths of a second for each guess (OWASP, Password Storage Cheat Sheet).
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const LENGTH = 32;

export function newSalt(): string {
  return randomBytes(16).toString("base64");
}

/** A hash that others may read, slow enough that passwords cannot be guessed with it. */
export function slowHash(secret: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, LENGTH, COST, (error, hash) => (error ? reject(error) : resolve(hash.toString("base64"))));
  });
}
