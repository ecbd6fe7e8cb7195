/**
 * Returns one key for one user at one endpoint, however the two are written: case, default port, the dot at the end of
 * a host name, the names of this machine, case and slashes of the path (IIS ignores both), blanks around the e-mail
 * address.
 */
export function accountKey(endpoint: URL, email: string): string {
  // URL writes the host in lower case, and omits the protocol's default port.
  const host = endpoint.hostname.replace(/\.$/, "");
  const port = endpoint.port || (endpoint.protocol === "https:" ? "443" : "80");
  const path = decoded(endpoint.pathname)
    .toLowerCase()
    .split("/")
    .filter((part) => part !== "")
    .join("/");
  return JSON.stringify([THIS_MACHINE.has(host) ? "localhost" : host, port, path, email.trim().toLowerCase()]);
}

const THIS_MACHINE: ReadonlySet<string> = new Set(["127.0.0.1", "[::1]"]);

// A percent sign that encodes nothing is itself.
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
