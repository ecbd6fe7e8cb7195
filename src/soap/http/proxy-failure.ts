/** The connection to a proxy failed, or the proxy refused. `code` is the system's, or `PROXY_<status>`. */
export class ProxyFailure extends Error {
  readonly code: string;
  /** Host and port of the proxy. */
  readonly address: string;

  constructor(proxy: URL, code: string) {
    super(code);
    this.code = code;
    this.address = hostAndPort(proxy);
  }
}

/** Host and port of a URL, the scheme's own port included. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}
