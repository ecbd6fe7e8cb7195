import { X509Certificate } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { UsageError } from "./usage-error.js";

/**
 * Writes the emulator's certificate (PEM) to a file, in place of one of an earlier run.
 *
 * @throws {UsageError} when it cannot be written, or the file holds anything else: a key and a certificate of the
 *   user's own, say, that `--tls-cert` was taken to read.
 */
export async function writeCertificate(file: string, certificate: string): Promise<void> {
  try {
    if (await holdsAnythingElse(file, certificate)) {
      throw new UsageError(`--tls-cert: ${file} holds something else than an emulator's certificate; name a new file`);
    }
    await writeFile(file, certificate);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new UsageError(`--tls-cert: cannot write ${file} (${String(error.code)})`);
  }
}

async function holdsAnythingElse(file: string, certificate: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  // Nothing is lost in a pipe or a device.
  if (!found?.isFile() || found.size === 0) return false;
  if (found.size > 2 * certificate.length) return true;
  const text = await readFile(file, "latin1");
  try {
    const { subject } = new X509Certificate(certificate);
    const old = new X509Certificate(text);
    return old.subject !== subject || old.toString().trim() !== text.trim();
  } catch {
    return true;
  }
}
