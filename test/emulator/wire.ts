import { once } from "node:events";
import { type Agent, type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";

/** Plain HTTP and hand-written envelopes: tests of the emulator must not use its own code. */
export const NAMESPACE = "https://secure.logmeinrescue.com/API/API.asmx";
const ENVELOPE = {
  "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
  "1.2": "http://www.w3.org/2003/05/soap-envelope",
} as const;
export type Version = keyof typeof ENVELOPE;
export const VERSIONS: readonly Version[] = ["1.1", "1.2"];

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface RequestOptions {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Buffer;
  readonly agent?: Agent;
}

export async function exchange(endpoint: string, options: RequestOptions = {}): Promise<Reply> {
  const { body = "", headers = {}, method = "POST" } = options;
  const outgoing = request(options.path === undefined ? endpoint : new URL(options.path, endpoint), {
    method,
    agent: options.agent ?? false,
    headers: { ...(method === "POST" ? { "Content-Length": Buffer.byteLength(body) } : {}), ...headers },
  });
  if (headers.Expect) {
    outgoing.flushHeaders();
    outgoing.once("continue", () => outgoing.end(body));
  } else {
    outgoing.end(body);
  }
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks).toString() };
}

/** The envelope ASMX writes around a reply, and .NET around a request. */
export function envelope(version: Version, content: string, header = ""): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE[version]}" ` +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">${header}` +
    `<soap:Body>${content}</soap:Body></soap:Envelope>`
  );
}

export function headersOf(version: Version, operation: string): Record<string, string> {
  const action = `${NAMESPACE}/${operation}`;
  return version === "1.1"
    ? { "Content-Type": "text/xml; charset=utf-8", SOAPAction: `"${action}"` }
    : { "Content-Type": `application/soap+xml; charset=utf-8; action="${action}"` };
}

export interface CallOptions {
  readonly version?: Version;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
}

/** Calls an operation with its parameters as XML. */
export function call(endpoint: string, operation: string, inner: string, options: CallOptions = {}): Promise<Reply> {
  const { version = "1.1", cookie, headers = {} } = options;
  return exchange(endpoint, {
    headers: { ...headersOf(version, operation), ...(cookie === undefined ? {} : { Cookie: cookie }), ...headers },
    body: envelope(version, `<${operation} xmlns="${NAMESPACE}">${inner}</${operation}>`),
  });
}

/** The result literal in a reply. */
export function resultOf(reply: Reply): string | undefined {
  return /<\w+Result>([^<]*)<\/\w+Result>/.exec(reply.body)?.[1];
}

export const credentials = (email: string, password: string) =>
  `<sEmail>${email}</sEmail><sPassword>${password}</sPassword>`;
export const ADMINISTRATOR = credentials("some@email.com", "secretPassword");
export const AUTH_CODE = "4ahx...80u0";
export const closing = (session: number | string, authCode = "") =>
  `<iSession>${session}</iSession><sAuthCode>${authCode}</sAuthCode>`;

/** The `name=value` pair of the cookie that a reply sets, undefined when it sets none. */
export function cookieOf(reply: Reply): string | undefined {
  return reply.headers["set-cookie"]?.[0]?.split(";")[0];
}

/** Logs in and gives the `Cookie` header for later calls. */
export async function logIn(endpoint: string, inner = ADMINISTRATOR, options: CallOptions = {}): Promise<string> {
  const cookie = cookieOf(await call(endpoint, "login", inner, options));
  if (cookie === undefined) throw new Error("the login set no cookie");
  return cookie;
}

/** The text of a fault of either version. */
export function faultOf(reply: Reply): { code: string | undefined; text: string | undefined } {
  return {
    code: /<faultcode>(.*?)<\/faultcode>|<soap:Value>(.*?)<\/soap:Value>/.exec(reply.body)?.slice(1).find(Boolean),
    text: /<faultstring>(.*?)<\/faultstring>|<soap:Text xml:lang="en">(.*?)<\/soap:Text>/s
      .exec(reply.body)
      ?.slice(1)
      .find(Boolean),
  };
}
