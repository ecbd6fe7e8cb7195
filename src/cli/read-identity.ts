import type { TlsIdentity } from "../emulator/index.js";
import { readPem } from "./read-pem.js";
import { UsageError } from "./usage-error.js";

/** The files that `--tls-cert` and `--tls-key` name. */
export interface IdentityFlags {
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

/**
 * The certificate and key that an emulator is to be served with; undefined where neither is named. Whether they can be
 * used is not checked yet.
 *
 * @throws {UsageError} when only one of them is named, or a file cannot be read.
 */
export async function readIdentity({ tlsCert, tlsKey }: IdentityFlags): Promise<TlsIdentity | undefined> {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsKey === undefined)
    throw new UsageError("--tls-cert: the certificate's key is missing; name it with --tls-key");
  if (tlsCert === undefined) throw new UsageError("--tls-key: the certificate is missing; name it with --tls-cert");
  return { cert: await readPem("--tls-cert", tlsCert), key: await readPem("--tls-key", tlsKey) };
}
