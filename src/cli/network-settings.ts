import type { ConnectionSettings, TlsOptions } from "../soap/http/connection-agent.js";
import { readPem } from "./read-pem.js";
import { UsageError } from "./usage-error.js";

/** How servers are reached, as the command line says it. An empty value counts as none. */
export interface NetworkFlags {
  readonly proxy?: string | undefined;
  readonly ca?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

type NetworkOption = { readonly value: string; readonly text: string; readonly variable: string };

/** The options of `NetworkFlags`, and the environment variables that count where they are not given. */
export const NETWORK_OPTIONS: Readonly<Record<keyof NetworkFlags, NetworkOption>> = {
  proxy: {
    value: "url|none",
    text: "proxy for calls and downloads (default: what HTTPS_PROXY, ALL_PROXY and NO_PROXY say)",
    variable: "RESCUE_PROXY",
  },
  ca: {
    value: "file",
    text: "certificate authorities to trust instead of Node's own, a PEM file",
    variable: "RESCUE_CA",
  },
  cert: { value: "file", text: "the client's certificate, a PEM file; needs --key", variable: "RESCUE_CERT" },
  key: { value: "file", text: "its private key, a PEM file", variable: "RESCUE_KEY" },
};

/** Where a locked `--key` gets its passphrase from: arguments show in process lists. */
const PASSPHRASE_VARIABLE = "RESCUE_KEY_PASSPHRASE";

/** The flags, with the environment's values for those that are missing. */
export function networkFlags(given: NetworkFlags = {}): NetworkFlags {
  const { proxy, ca, cert, key } = NETWORK_OPTIONS;
  return {
    proxy: given.proxy ?? process.env[proxy.variable],
    ca: given.ca ?? process.env[ca.variable],
    cert: given.cert ?? process.env[cert.variable],
    key: given.key ?? process.env[key.variable],
  };
}

/**
 * The settings for calls and downloads.
 *
 * @throws {UsageError} for a file that cannot be used, a certificate without its key or the reverse.
 * @throws {InvalidArgumentError} for a proxy that is not an http or https URL, without showing it.
 */
export async function networkSettings(flags: NetworkFlags): Promise<ConnectionSettings> {
  return { tls: await tlsOptions(flags), proxy: await proxyOf(flags.proxy) };
}

/**
 * Refuses user and password in a proxy's address that was given as an argument.
 * @throws {UsageError} without the address.
 */
export function refuseProxyPassword(address: string): void {
  // An address that is not a URL is refused later, unseen as well.
  const { username, password } = URL.canParse(address) ? new URL(address) : { username: "", password: "" };
  if (username === "" && password === "") return;
  throw new UsageError(
    "--proxy: user and password are not taken as arguments, which process lists show; " +
      `set ${NETWORK_OPTIONS.proxy.variable} or HTTPS_PROXY`,
  );
}

async function proxyOf(address: string | undefined): Promise<URL | false | undefined> {
  if (address === undefined || address === "") return undefined;
  if (address === "none") return false;
  const { proxyAddress } = await import("../soap/http/connection-agent.js");
  return proxyAddress(address, "--proxy");
}

async function tlsOptions({ ca, cert, key }: NetworkFlags): Promise<TlsOptions | undefined> {
  if (!ca && !cert && !key) return undefined;
  if (cert && !key) throw new UsageError("--cert: the certificate's key is missing; name it with --key");
  if (key && !cert) throw new UsageError("--key: the certificate is missing; name it with --cert");
  const passphrase = process.env[PASSPHRASE_VARIABLE];
  return {
    ...(ca ? { ca: await authorities(ca) } : {}),
    ...(cert && key ? { cert: await readPem("--cert", cert), key: await readPem("--key", key) } : {}),
    ...(key && passphrase ? { passphrase } : {}),
  };
}

// Node takes any text, and then trusts nobody.
async function authorities(file: string): Promise<string> {
  const text = await readPem("--ca", file);
  if (!text.includes("-----BEGIN CERTIFICATE-----")) throw new UsageError(`--ca: ${file} has no certificate in PEM`);
  return text;
}
