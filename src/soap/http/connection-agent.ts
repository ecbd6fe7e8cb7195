import http from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { isLoopback } from "./endpoint-address.js";

/** TLS settings for the connection to the service, as `node:tls` takes them. */
export interface TlsOptions {
  /** Certificate authorities to trust instead of Node's own. @example readFileSync("company-ca.pem") */
  readonly ca?: string | Buffer | readonly (string | Buffer)[] | undefined;
  /** The client's certificate and key, for services that ask for one. */
  readonly cert?: string | Buffer | undefined;
  readonly key?: string | Buffer | undefined;
  readonly pfx?: string | Buffer | undefined;
  readonly passphrase?: string | undefined;
}

/** How a server is reached, by calls and by downloads alike. */
export interface ConnectionSettings {
  /** A proxy's address, or `false` for none. @default what `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` say */
  readonly proxy?: string | URL | false | undefined;
  readonly tls?: TlsOptions | undefined;
}

// Idle connections are closed before a server is likely to close them: a request sent on a connection that is just
// being closed cannot be distinguished from one that was acted on. IIS keeps idle connections for two minutes, proxies
// for as little as five seconds.
const IDLE_MILLISECONDS = 4_000;

const KEEP_ALIVE = { keepAlive: true, timeout: IDLE_MILLISECONDS } as const;

// Set explicitly, or NODE_TLS_REJECT_UNAUTHORIZED=0 would switch verification off.
const VERIFIED = { ...KEEP_ALIVE, rejectUnauthorized: true } as const;

/**
 * The proxy to use for `endpoint`: the one given, or that of `HTTPS_PROXY` or else `ALL_PROXY`, unless `NO_PROXY` excludes
 * the endpoint. A variable may name host and port alone: its proxy is then called over http, as other tools do.
 */
export async function proxyFor(endpoint: URL, proxy: string | URL | false | undefined): Promise<URL | undefined> {
  if (proxy === false || isLoopback(endpoint.hostname)) return undefined;
  if (proxy !== undefined) return proxyAddress(proxy, "proxy");
  const { getProxyForUrl } = await import("proxy-from-env");
  const fromEnvironment = getProxyForUrl(endpoint.href);
  if (fromEnvironment === "") return undefined;
  const variable = variableOf(fromEnvironment);
  const isBare = process.env[variable]?.includes("://") === false;
  return proxyAddress(isBare ? `http://${process.env[variable]}` : fromEnvironment, variable);
}

// getProxyForUrl does not say which variable it used. It may have put a scheme before the variable's value.
function variableOf(address: string): string {
  const names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
  return names.find((name) => process.env[name] && address.endsWith(process.env[name])) ?? "HTTPS_PROXY";
}

/** @throws {InvalidArgumentError} without the address: it may hold a password. */
export function proxyAddress(address: string | URL, source: string): URL {
  const text = String(address);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new InvalidArgumentError(source, `${source}: expected the http or https URL of a proxy`);
  }
  return url;
}

/** A keep-alive agent for `endpoint`, through the proxy's CONNECT tunnel where there is a proxy. */
export async function makeAgent(endpoint: URL, proxy: URL | undefined): Promise<http.Agent> {
  if (endpoint.protocol === "http:") return new http.Agent(KEEP_ALIVE);
  return proxy ? tunnelAgent(proxy) : new DirectAgent(VERIFIED);
}

/** Reports a certificate or key that OpenSSL cannot read like every other error of the connection. */
class DirectAgent extends https.Agent {
  override createConnection(...[options, callback]: Parameters<https.Agent["createConnection"]>) {
    try {
      return super.createConnection(options, callback);
    } catch (error) {
      process.nextTick(() => (callback as ((error: unknown) => void) | undefined)?.(error));
      return undefined;
    }
  }
}

// agent-base pools connections that are made asynchronously. The tunnel itself is ours: that of https-proxy-agent
// continues after its request was abandoned, returns a connection before its handshake, checks the certificate of an
// endpoint that is an IP address against the proxy's name, and prints the proxy's password with DEBUG.
async function tunnelAgent(proxy: URL): Promise<http.Agent> {
  const [{ Agent }, { openTunnel }] = await Promise.all([import("agent-base"), import("./proxy-tunnel.js")]);
  class TunnelAgent extends Agent {
    connect(request: http.ClientRequest, options: object): Promise<Socket> {
      return openTunnel(proxy, request, options);
    }
  }
  return new TunnelAgent(VERIFIED);
}
