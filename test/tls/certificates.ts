import { existsSync, readFileSync } from "node:fs";

/** A file of `test/fixtures/tls`: certificates and keys for tests only, made by `make.sh` there. */
export function certificate(name: string): Buffer {
  // Compiled tests lie in a folder of their own; the fixtures stay where they are.
  for (let up = "../"; ; up += "../") {
    const file = new URL(`${up}test/fixtures/tls/${name}`, import.meta.url);
    if (existsSync(file)) return readFileSync(file);
    if (up.length > 24) throw new Error(`no certificate ${name}`);
  }
}

/** The authority that signed all the others. */
export const CA = certificate("ca.pem");

/** The certificate of a server on this machine, signed by `CA`. */
export const IDENTITY = { cert: certificate("server.pem"), key: certificate("server-key.pem") };

/** The passphrase of `client-key-locked.pem` and `client.p12`. */
export const PASSPHRASE = "TEST ONLY: Passphr4se & <more>";

/** A name in the server's certificate that cannot be resolved: only a test's proxy can reach it. */
export const UNRESOLVED_HOST = "rescue.test";
