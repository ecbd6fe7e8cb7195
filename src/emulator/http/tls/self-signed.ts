import { generateKeyPair, randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { hostname } from "node:os";
import { promisify } from "node:util";
import { isAnyAddress } from "../listening-address.js";

const DAY = 24 * 60 * 60 * 1000;
const DNS_NAME = 2;
const IP_ADDRESS = 7;

/**
 * A certificate for this machine, signed by its own key: `localhost`, 127.0.0.1, ::1 and `hosts`, for one year. It is
 * no authority: whoever trusts it trusts this one key, which never leaves the process.
 */
export async function makeSelfSigned(...hosts: readonly string[]): Promise<{ cert: string; key: string }> {
  // Loaded only here: most emulators speak plain HTTP, and the library is large.
  const [{ default: forge }, { privateKey: key }] = await Promise.all([import("node-forge"), makeKey()]);
  const privateKey = forge.pki.privateKeyFromPem(key);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(privateKey.n, privateKey.e);
  certificate.serialNumber = serialNumber();
  // A day back: the machine that checks it may have a clock that is late.
  certificate.validity.notBefore = new Date(Date.now() - DAY);
  certificate.validity.notAfter = new Date(Date.now() + 365 * DAY);
  const name = [
    { name: "commonName", value: "localhost" },
    { name: "organizationName", value: "rescue-soap-client emulator" },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: "basicConstraints", cA: false, critical: true },
    { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectKeyIdentifier" },
    { name: "subjectAltName", altNames: namesOf(hosts).map(altName) },
  ]);
  certificate.sign(privateKey, forge.md.sha256.create());
  return { cert: forge.pki.certificateToPem(certificate).replaceAll("\r\n", "\n"), key };
}

// OpenSSL makes a key many times faster than JavaScript would; PKCS #1 is what the library reads.
function makeKey(): Promise<{ privateKey: string }> {
  return promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
}

// Positive and of one length, whatever the random bytes (RFC 5280 section 4.1.2.2).
function serialNumber(): string {
  return `4${randomBytes(16).toString("hex").slice(1)}`;
}

function namesOf(hosts: readonly string[]): string[] {
  // An address that means all of the machine's is nobody's name.
  const own = hosts.map((host) => (isAnyAddress(host) ? hostname() : host));
  return [...new Set(["localhost", "127.0.0.1", "::1", ...own])];
}

function altName(name: string): { type: number; ip: string } | { type: number; value: string } {
  return isIP(name) ? { type: IP_ADDRESS, ip: name } : { type: DNS_NAME, value: name };
}
