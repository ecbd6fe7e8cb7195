import { createPrivateKey, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { InvalidArgumentError } from "../../../errors/invalid-argument-error.js";

/** A certificate and its private key, in PEM. The certificate may be followed by its chain. */
export interface TlsIdentity {
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}

/**
 * The certificate and key that the emulator is served with.
 *
 * @throws {InvalidArgumentError} when one of them is missing, cannot be read or does not belong to the other, and when
 *   TLS cannot use them; the path names the one at fault, and the message shows neither.
 */
export function checkIdentity(tls: TlsIdentity): TlsIdentity {
  if (typeof tls !== "object" || tls === null) {
    throw new InvalidArgumentError("tls", "tls: expected a certificate and its key as { cert, key } in PEM");
  }
  const { cert, key } = tls;
  for (const [name, value] of [["cert", cert] as const, ["key", key] as const]) {
    if (!isText(value)) throw new InvalidArgumentError(`tls.${name}`, `tls.${name} is missing: expected PEM`);
  }
  if (!certificateOf(cert).checkPrivateKey(privateKeyOf(key))) {
    throw new InvalidArgumentError("tls.key", "tls.key is not the key of the certificate in tls.cert");
  }
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    throw new InvalidArgumentError("tls", `tls: this certificate and key cannot be used (${codeOf(error)})`);
  }
  return { cert, key };
}

function isText(value: unknown): boolean {
  return (typeof value === "string" || Buffer.isBuffer(value)) && value.length > 0;
}

function certificateOf(cert: string | Buffer): X509Certificate {
  try {
    return new X509Certificate(cert);
  } catch (error) {
    throw new InvalidArgumentError("tls.cert", `tls.cert is not a certificate in PEM (${codeOf(error)})`);
  }
}

function privateKeyOf(key: string | Buffer): ReturnType<typeof createPrivateKey> {
  try {
    return createPrivateKey(key);
  } catch (error) {
    const reason = `(${codeOf(error)})`;
    throw new InvalidArgumentError("tls.key", `tls.key is not a private key in PEM without a passphrase ${reason}`);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unreadable";
}
