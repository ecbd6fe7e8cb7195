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

/** What a server of this machine shows itself with; signed by `CA`. */
export const IDENTITY = { cert: certificate("server.pem"), key: certificate("server-key.pem") };

/** What `client-key-locked.pem` and `client.p12` are locked with. */
export const PASSPHRASE = "TEST ONLY: Passphr4se & <more>";

/** The name that the server's certificate holds and no resolver knows: only the proxy of a test can reach it. */
export const UNRESOLVED_HOST = "rescue.test";
