import { gzipSync } from "node:zlib";
import { judge, resultRule } from "../../../src/client/operations/answer.js";
import { resultCode } from "../../../src/client/operations/result-code.js";
import { Events } from "../../../src/client/watch/events.js";
import { BodyBytes } from "../../../src/soap/http/body-bytes.js";
import { decodeContent } from "../../../src/soap/http/content-encoding.js";
import { replyText } from "../../../src/soap/http/reply-text.js";
import { scalarOf, scalarTypes } from "../../../src/soap/message/scalar.js";
import { Redactor } from "../../../src/soap/watch/redactor.js";
import { sample } from "../../soap/sample-contract.js";
import { hostileRedactor } from "./hostile-redactor.js";
import { attempt, fill, type LongInput } from "./repeat.js";

const http = (contentType: string, body: string) => ({
  status: 200,
  headers: { "content-type": contentType },
  body: Buffer.from(body),
});

export const TEXTS: Readonly<Record<string, LongInput>> = {
  "a declaration of blanks": (size) =>
    attempt(() => replyText("login", "1.1", http("text/xml", `<?xml ${fill(size, " ")}?><a/>`))),
  "a declaration of encodings": (size) =>
    attempt(() => replyText("login", "1.1", http("text/xml", `<?xml${fill(size, " encoding")}=`))),
  "a declaration of blanks before the equals sign": (size) =>
    attempt(() => replyText("login", "1.1", http("text/xml", `<?xml encoding${fill(size, " ")}x`))),
  "a content type of character sets": (size) =>
    attempt(() => replyText("login", "1.1", http(`text/xml${fill(size, "; charset ")}`, "<a/>"))),
  "a content type of blanks": (size) =>
    attempt(() => replyText("login", "1.1", http(`text/xml;${fill(size, " ")}`, "<a/>"))),
  "a Retry-After": (size) =>
    attempt(() =>
      replyText("login", "1.1", {
        ...http("text/xml", ""),
        status: 503,
        headers: { "retry-after": `Sun, ${fill(size, "1 ")}GMT` },
      }),
    ),
  "members of gzip": (size) =>
    decodeContent(Buffer.concat(Array(Math.floor(size / 20)).fill(gzipSync(""))), "gzip", size),
  encodings: (size) => decodeContent(Buffer.alloc(1), fill(size, "gzip,"), size),
  "pieces of a body": (size) => {
    const body = new BodyBytes();
    const piece = Buffer.from("x");
    for (let index = 0; index < size; index += 1) body.add(piece);
    return body.bytes.length;
  },
  "a literal that nobody knows": (size) => {
    const literal = fill(16 * size, "%25&amp;#38;");
    const call = { name: "login", result: resultRule(sample, "login", sample.operations.login) };
    return attempt(() => judge(call, { loginResult: literal }, hostileRedactor()));
  },
  "a literal of version numbers": (size) => resultCode(`login_v1${fill(size, "_1")}_OK`),
  "a literal of words": (size) => resultCode(`${fill(size, "not_")}OK`),
  "a literal of letters": (size) => resultCode(`${fill(size, "a")}_Error`),
  ...Object.fromEntries(
    scalarTypes().map((type) => [
      `a value of ${type}`,
      (size: number) =>
        ["1", " ", "0", "1 ", "-1", "9999-", "AAAA", "1.", "\n1"].map((unit) =>
          scalarOf(type)?.parse(`${fill(size, unit)}x`),
        ),
    ]),
  ),
  "names that drift": (size) => {
    const events = new Events();
    for (let index = 0; index < size / 20; index += 1) events.drift("login", `x${index}`.padEnd(200, "y"));
  },
};

const shown = (text: string) => {
  const redactor = hostileRedactor();
  return [redactor.text(text), redactor.body(text)];
};

export const SHOWN: Readonly<Record<string, LongInput>> = {
  "the letters of secrets": (size) => shown(fill(size, "a")),
  "the beginnings of secrets": (size) => shown(fill(size, `${"a".repeat(23)}b`)),
  "the beginnings of escaped secrets": (size) => shown(fill(size, "%C3%A9%E2%82%AC&amp;&lt;%")),
  "escapes of all kinds": (size) => shown(fill(size, "%2525&amp;amp;\\\\u0041+&#38;#97;")),
  "percent signs": (size) => shown(`%${fill(size, "25")}`),
  ampersands: (size) => shown(`&${fill(size, "amp;")}`),
  backslashes: (size) => shown(fill(size, "\\")),
  "cuts in escapes": (size) => shown(fill(size, "%2…&#x…")),
  "sensitive elements": (size) => shown(fill(size, "<sPassword>")),
  "sensitive attributes": (size) => shown(fill(size, ' password="')),
  "names without an end": (size) => shown(fill(size, "<a:")),
  "blanks of an end tag": (size) => shown(`<a>x</a${fill(size, " ")}`),
  "secrets, one after the other": (size) => {
    const redactor = new Redactor();
    for (let index = 0; index < size / 20; index += 1) {
      redactor.addRotating(`cookie-${index}`);
      redactor.hold(redactor, [`cookie-${index}`]);
    }
    return redactor.text("cookie-1");
  },
};
