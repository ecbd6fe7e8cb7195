import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";

/**
 * Checks the address of the service: https, or plain http to this machine only, because a login's password and cookie
 * go there; without user and password, query and fragment.
 *
 * @throws {InvalidArgumentError}
 */
export function endpointAddress(address: string | URL): URL {
  const refuse = (problem: string): never => {
    throw new InvalidArgumentError("endpoint", `endpoint: ${problem}`);
  };
  const text = String(address);
  if (!URL.canParse(text)) return refuse("is not an absolute URL; expected a URL such as https://host/API/API.asmx");
  const url = new URL(text);
  if (url.username !== "" || url.password !== "")
    refuse("must not contain a user and password; pass them as credentials");
  if (url.search !== "" || url.hash !== "") refuse("must end with the path of the service, without ?wsdl or #fragment");
  if (url.protocol === "http:") {
    if (!isLoopback(url.hostname))
      refuse(`plain http is only accepted to this machine, not to ${url.hostname}; use https`);
  } else if (url.protocol !== "https:") {
    refuse(`expected https, got ${url.protocol.slice(0, -1)}`);
  }
  return url;
}

/** True for `localhost`, 127.0.0.0/8 and ::1, as `URL#hostname` writes them. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
