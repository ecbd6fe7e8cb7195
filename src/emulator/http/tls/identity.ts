import { createSecureContext } from "node:tls";
import { InvalidArgumentError } from "../../../errors/invalid-argument-error.js";
import { makeSelfSigned } from "./self-signed.js";

/** A certificate of one's own and its private key, in PEM. The certificate may be followed by its chain. */
export interface TlsIdentity {
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}

/**
 * What the emulator shows itself with.
 *
 * @param tls `true` for a certificate made now, signed by itself.
 * @param hosts what the certificate made names besides this machine's own: the host listened on and those allowed.
 * @throws {InvalidArgumentError} for a certificate and key that TLS cannot use; the message shows neither.
 */
export async function identityOf(tls: true | TlsIdentity, hosts: readonly string[]): Promise<TlsIdentity> {
  if (tls === true) return makeSelfSigned(...hosts);
  if (typeof tls !== "object" || tls === null || !isPem(tls.cert) || !isPem(tls.key)) {
    throw new InvalidArgumentError("tls", "tls: expected true, or a certificate and its key as { cert, key } in PEM");
  }
  try {
    createSecureContext({ cert: tls.cert, key: tls.key });
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new InvalidArgumentError("tls", `tls: this certificate and key cannot be used together (${reason})`);
  }
  return { cert: tls.cert, key: tls.key };
}

function isPem(value: unknown): boolean {
  return (typeof value === "string" || Buffer.isBuffer(value)) && value.length > 0;
}
