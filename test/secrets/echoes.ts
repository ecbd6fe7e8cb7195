import type { IncomingMessage, ServerResponse } from "node:http";
import { deflateSync, gzipSync } from "node:zlib";
import type { SoapVersion } from "../../src/index.js";
import { escapeXml } from "../../src/soap/text/xml-text.js";
import { envelope, NAMESPACE } from "../emulator/wire.js";
import { AUTH_CODE, COOKIE, EMAIL, PASSWORD } from "./planted.js";

/** An answer that shows the caller's secrets. */
export interface Echo {
  readonly status?: number;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Buffer;
  /** Instead of an HTTP answer: what is written to the connection before it is cut. */
  readonly raw?: string;
}

const SECRETS = [PASSWORD, AUTH_CODE, COOKIE];

/** The secrets, escaped in every form. */
const FORMS: Readonly<Record<string, string>> = {
  raw: SECRETS.join(" ~ "),
  XML: SECRETS.map(escapeXml).join(" ~ "),
  "XML by numbers": SECRETS.map((secret) => secret.replace(/[^\w ]/gu, (c) => `&#${c.codePointAt(0)};`)).join(" ~ "),
  "XML in XML": SECRETS.map((secret) => escapeXml(escapeXml(secret))).join(" ~ "),
  URL: SECRETS.map(encodeURIComponent).join("&"),
  "URL in small letters": SECRETS.map((secret) =>
    encodeURIComponent(secret).replace(/%../g, (c) => c.toLowerCase()),
  ).join("&"),
  form: new URLSearchParams(SECRETS.map((secret, index): [string, string] => [`s${index}`, secret])).toString(),
  JSON: JSON.stringify(SECRETS),
  "JSON in ASCII": JSON.stringify(SECRETS).replace(
    /[^ -~]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  ),
  "JSON in JSON": JSON.stringify(JSON.stringify(SECRETS)),
};

const TEXT = FORMS.raw as string;
/** The same as the content of an element. */
const CONTENT = FORMS.XML as string;
/** The part that a header can carry: Latin-1 only. */
const HEADER = `${COOKIE} ~ ${PASSWORD.replace("€", "")} ~ ${AUTH_CODE}`;

/** Answers of all kinds that show the caller's secrets, for a call of `operation`. */
export function echoes(version: SoapVersion, operation: string): Readonly<Record<string, Echo>> {
  const type = `${version === "1.1" ? "text/xml" : "application/soap+xml"}; charset=utf-8`;
  const soap = (body: string | Buffer, more: Omit<Echo, "body"> = {}): Echo => ({
    ...more,
    headers: { "Content-Type": type, ...more.headers },
    body,
  });
  const page = (status: number, body: string | Buffer, headers: Echo["headers"] = {}): Echo => ({
    status,
    headers: { "Content-Type": "text/html", ...headers },
    body,
  });
  const response = (content: string) =>
    envelope(version, `<${operation}Response xmlns="${NAMESPACE}">${content}</${operation}Response>`);
  const result = (literal: string) => `<${operation}Result>${literal}</${operation}Result>`;
  const fault = (code: string, text: string, detail: string, version_: SoapVersion = version) =>
    envelope(
      version_,
      version_ === "1.1"
        ? `<soap:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring><detail>${detail}</detail></soap:Fault>`
        : `<soap:Fault><soap:Code><soap:Value>soap:Receiver</soap:Value><soap:Subcode><soap:Value>${code}</soap:Value>` +
            `</soap:Subcode></soap:Code><soap:Reason><soap:Text xml:lang="en">${text}</soap:Text></soap:Reason>` +
            `<soap:Detail>${detail}</soap:Detail></soap:Fault>`,
    );
  const failed = { status: version === "1.1" ? 500 : 400 } as const;
  const good = response(result(`${operation}_OK`));
  const html = (text: string) => `<html><h1>Error</h1><p>Your request: ${text}</p></html>`;
  const cut = good.slice(0, good.indexOf("</")) + CONTENT;

  const list: Record<string, Echo> = {
    "a result nobody knows": soap(response(result(CONTENT))),
    "a result nobody knows, with a known ending": soap(response(result(`${CONTENT}_Error`))),
    "a result that is refused": soap(response(result(`${escapeXml(AUTH_CODE)}_Error`))),
    "a CDATA section in the result": soap(response(result(`<![CDATA[${TEXT}]]>`))),
    "an unknown element": soap(
      response(`${result(`${operation}_Error`)}<${AUTH_CODE} a="${CONTENT}">${CONTENT}</${AUTH_CODE}>`),
    ),
    "an unknown attribute": soap(
      response(result(`${operation}_Error`).replace(">", () => ` ${AUTH_CODE}="${CONTENT}">`)),
    ),
    "a response of another name": soap(
      envelope(version, `<${AUTH_CODE} xmlns="${NAMESPACE}">${CONTENT}</${AUTH_CODE}>`),
    ),
    "another namespace": soap(
      envelope(version, `<${operation}Response xmlns="${CONTENT}">${CONTENT}</${operation}Response>`),
    ),
    "text between elements": soap(response(`${CONTENT}${result(`${operation}_OK`)}`)),
    "elements inside the result": soap(response(result(`<${AUTH_CODE}>${CONTENT}</${AUTH_CODE}>`))),
    "the result twice": soap(response(result(CONTENT) + result(CONTENT))),
    "no envelope": soap(`<${AUTH_CODE}>${CONTENT}</${AUTH_CODE}>`),
    "a cut document": soap(cut),
    "a tag that does not fit": soap(good.replace("</soap:Body>", () => `</${AUTH_CODE}>`)),
    "an undeclared prefix": soap(good.replaceAll("soap:Body", () => `${AUTH_CODE}:Body`)),
    "an undefined entity": soap(good.replace("_OK", () => `_OK&${AUTH_CODE};`)),
    "a DOCTYPE": soap(`<!DOCTYPE a [<!ENTITY b "${CONTENT}">]>${good.replace(/^<\?.*?\?>/, "")}`),
    "a processing instruction": soap(
      good.replace("<soap:Body>", () => `<soap:Body><?${AUTH_CODE} ${TEXT.replaceAll("?>", "")}?>`),
    ),
    "a comment": soap(good.replace("<soap:Body>", () => `<soap:Body><!-- ${TEXT} -->${CONTENT}`)),
    "bad attributes": soap(good.replace("<soap:Body>", () => `<soap:Body ${AUTH_CODE}="1" ${AUTH_CODE}="${CONTENT}">`)),
    "a header that must be understood": soap(
      good.replace(
        "<soap:Body>",
        () =>
          `<soap:Header><h:${AUTH_CODE} xmlns:h="u" soap:mustUnderstand="1">${CONTENT}</h:${AUTH_CODE}></soap:Header><soap:Body>`,
      ),
    ),
    "the other SOAP version": soap(fault("soap:Server", CONTENT, CONTENT, version === "1.1" ? "1.2" : "1.1"), failed),
    "a fault without a code": soap(fault("", CONTENT, CONTENT), failed),
    "a fault, everywhere": soap(
      fault(CONTENT, CONTENT, `<${AUTH_CODE} a="${CONTENT}"><b>${CONTENT}</b></${AUTH_CODE}>`),
      failed,
    ),
    "a fault with a CDATA section": soap(fault("soap:Server", `<![CDATA[${TEXT}]]>`, `<![CDATA[${TEXT}]]>`), failed),
    "a fault with a comment": soap(
      fault("soap:Server", `${escapeXml(PASSWORD.slice(0, 9))}<!-- -->${escapeXml(PASSWORD.slice(9))}`, "<a/>"),
      failed,
    ),
    "a fault with the request in it": soap(
      fault(
        "soap:Server",
        "x",
        escapeXml(`<login><sEmail>${EMAIL}</sEmail><sPassword>${escapeXml(PASSWORD)}</sPassword></login>`),
      ),
      failed,
    ),
    "a fault of Latin letters by name": soap(
      fault("soap:Server", escapeXml(CONTENT.replaceAll("é", "&eacute;").replaceAll("€", "&euro;")), ""),
      failed,
    ),
    "a fault that is cut in a secret": soap(
      fault("soap:Server", "x".repeat(16 * 1024 - 20) + CONTENT, `<a>${"x".repeat(16 * 1024 - 20)}${CONTENT}</a>`),
      failed,
    ),
    "a fault of UTF-16": soap(
      Buffer.from(`\ufeff${fault(CONTENT, CONTENT, CONTENT).replace("utf-8", "utf-16")}`, "utf16le"),
      {
        ...failed,
        headers: { "Content-Type": type.replace("utf-8", "utf-16") },
      },
    ),
    "a fault of UTF-16, the other way around": soap(
      Buffer.from(`\ufeff${fault(CONTENT, CONTENT, CONTENT).replace("utf-8", "utf-16")}`, "utf16le").swap16(),
      { ...failed, headers: { "Content-Type": type.replace("utf-8", "utf-16") } },
    ),
    "a fault under gzip": soap(gzipSync(fault(CONTENT, CONTENT, CONTENT)), {
      ...failed,
      headers: { "Content-Encoding": "gzip" },
    }),
    "a fault under deflate": soap(deflateSync(fault(CONTENT, CONTENT, CONTENT)), {
      ...failed,
      headers: { "Content-Encoding": "deflate" },
    }),
    "gzip that is none": soap(TEXT, { headers: { "Content-Encoding": "gzip" } }),
    "an unknown encoding": soap(good, { headers: { "Content-Encoding": AUTH_CODE } }),
    "a character set that is not read": soap(Buffer.from(fault(CONTENT, CONTENT, CONTENT), "latin1"), {
      ...failed,
      headers: { "Content-Type": type.replace("utf-8", "iso-8859-1") },
    }),
    "a character set that is not kept": soap(Buffer.from(fault(CONTENT, CONTENT, CONTENT), "latin1"), failed),
    "a character set that is a secret": soap(good, { headers: { "Content-Type": type.replace("utf-8", AUTH_CODE) } }),
    "a content type that is a secret": { headers: { "Content-Type": `text/${AUTH_CODE}` }, body: TEXT },
    "a page": page(200, html(TEXT)),
    "a page of Latin-1": page(500, Buffer.from(html(TEXT), "latin1"), {
      "Content-Type": "text/html; charset=iso-8859-1",
    }),
    "a page of UTF-16": page(500, Buffer.from(html(TEXT), "utf16le"), { "Content-Type": "text/html; charset=utf-16" }),
    "plain text": page(502, TEXT, { "Content-Type": "text/plain" }),
    "a JSON problem": page(400, JSON.stringify({ title: TEXT }), { "Content-Type": "application/problem+json" }),
    headers: page(403, "", {
      "X-Echo": HEADER,
      "WWW-Authenticate": `Basic realm="${HEADER}"`,
      "Retry-After": HEADER,
      Warning: HEADER,
    }),
    "cookies that are refused": page(403, "", {
      "Set-Cookie": [`other=${AUTH_CODE}; Domain=elsewhere.example`, AUTH_CODE],
    }),
    "a status line": { raw: `HTTP/1.1 500 ${AUTH_CODE}\r\nContent-Length: 0\r\n\r\n` },
    "no HTTP": { raw: `${AUTH_CODE} ${TEXT}\r\n\r\n` },
    "a bad header": { raw: `HTTP/1.1 200 OK\r\n${AUTH_CODE} ${TEXT}\u0000: x\r\n\r\n` },
    "a cut body": { raw: `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: 100000\r\n\r\n${cut}` },
    "a cut chunk": { raw: `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${AUTH_CODE}\r\n` },
    "an upgrade": { raw: `HTTP/1.1 101 ${AUTH_CODE}\r\nUpgrade: ${AUTH_CODE}\r\nConnection: Upgrade\r\n\r\n${TEXT}` },
    nothing: { raw: "" },
    "a reply that is too large": soap(CONTENT.repeat(8_000)),
  };
  for (const status of [301, 302, 303, 307, 308]) {
    list[`a redirect, ${status}`] = page(status, html(TEXT), { Location: `/moved?${FORMS.URL}` });
  }
  for (const status of [401, 403, 404, 407, 408, 413, 429, 500, 502, 503, 504]) {
    list[`a page with ${status}`] = page(status, html(CONTENT));
  }
  for (const [form, text] of Object.entries(FORMS)) {
    list[`a fault, ${form}`] = soap(fault("soap:Server", escapeXml(text), `<a>${escapeXml(text)}</a>`), failed);
    list[`a page, ${form}`] = page(500, html(text));
    list[`a result, ${form}`] = soap(response(result(escapeXml(text))));
  }
  return list;
}

/** Writes an echo as the answer to a request. */
export function sendEcho(echo: Echo, request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  request.on("end", () => {
    if (echo.raw !== undefined) {
      request.socket.end(Buffer.from(echo.raw, "utf8"));
      return;
    }
    for (const [name, value] of Object.entries(echo.headers ?? {})) response.setHeader(name, latin1(value));
    response.statusCode = echo.status ?? 200;
    response.end(echo.body);
  });
}

// Node sends headers as Latin-1; what lies beyond it could not be sent.
function latin1(value: string | string[]): string | string[] {
  return Array.isArray(value) ? value : value.replace(/[^\x20-\xff]/g, "");
}
