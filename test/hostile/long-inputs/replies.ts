import { resultRule } from "../../../src/client/operations/answer.js";
import type { SoapVersion } from "../../../src/soap/contract/soap-version.js";
import { decodeReply } from "../../../src/soap/message/decode-reply.js";
import type { Reply } from "../../../src/soap/message/reply.js";
import { envelope, ofService } from "../../soap/envelope.js";
import { sample } from "../../soap/sample-contract.js";
import { hostileRedactor } from "./hostile-redactor.js";
import { attempt, fill, type LongInput, nested, repeated } from "./repeat.js";

const { login, everyType, getUsers } = sample.operations;

const decode = (
  text: string,
  version: SoapVersion = "1.1",
  operation: typeof login | typeof everyType = login,
): Reply =>
  attempt(() =>
    decodeReply(text, {
      contract: sample,
      operation,
      version,
      openElement: resultRule(sample, "login", login).element,
    }),
  ) as Reply;

const OK = "<loginResult>login_OK</loginResult>";
const reply = (content: string) => decode(envelope(ofService("loginResponse", content)));
const fault = (content: string, version: SoapVersion = "1.1") => {
  const { fault: read } = decode(envelope(`<soap:Fault>${content}</soap:Fault>`, version), version);
  const redactor = hostileRedactor();
  return read && [redactor.text(read.faultCode), redactor.text(read.faultString), redactor.body(read.detail ?? "")];
};
const person = (inside: string) =>
  decode(envelope(ofService("everyTypeResponse", `<oOwner>${inside}`)), "1.1", everyType);

export const REPLIES: Readonly<Record<string, LongInput>> = {
  "elements nobody knows": (size) => reply(OK + fill(size, "<x/>")),
  "elements nobody knows, of many names": (size) => reply(OK + fill(size, "<x{i}/>")),
  "elements nobody knows, deep in a type that holds itself": (size) =>
    person(nested(55, () => "aoChild", `<sName/>${fill(size, "<x/>")}`)),
  "attributes nobody knows": (size) => person(`<sName/>${fill(size, '<aoChild a="" b=""><sName x=""/></aoChild>')}`),
  "attributes of one element": (size) => reply(`${OK}<x ${fill(size, 'a{i}="" ')}/>`),
  "one attribute again and again": (size) => reply(`${OK}<x ${fill(size, 'a="" ')}/>`),
  "attributes with names of 16,400 letters": (size) =>
    reply(OK + repeated((24 * size) / 16_400, (i) => `<x ${"a".repeat(16_400)}${1e6 + i}=""/>`)),
  "a name without an end": (size) => reply(`${OK}<${fill(size, "n")}`),
  "a name of colons": (size) => reply(`${OK}<soap${fill(size, ":a")}/>`),
  "an attribute's name of colons": (size) => reply(`${OK}<x soap${fill(size, ":a")}=""/>`),
  "elements in elements with long names": (size) =>
    reply(OK + nested(50, (level) => `n${level}`.padEnd(20_000, "n"), fill(size, "<x/>"))),
  "prefixes declared far up": (size) =>
    reply(OK + nested(55, (level) => `d xmlns:p${level}="urn:${level}"`, fill(size, "<p0:x/>"))),
  "attributes whose prefixes are declared far up": (size) =>
    reply(OK + nested(55, (level) => `d xmlns:p${level}="urn:${level}"`, fill(size, '<x p0:a="" p1:a="" p2:a=""/>'))),
  "prefixes declared again and again": (size) => reply(OK + fill(size, '<p:x xmlns:p="urn:{i}"/>')),
  "a long namespace for the default": (size) =>
    reply(`${OK}<d xmlns="${fill(size / 2, "u")}">${fill(size / 2, "<x/>")}</d>`),
  "long prefixes": (size) =>
    reply(
      OK +
        nested(
          40,
          (level) => `${"p".repeat(20_000)}${level}:d xmlns:${"p".repeat(20_000)}${level}="u"`,
          fill(size, "<x/>"),
        ),
    ),
  headers: (size) =>
    decode(
      envelope(
        ofService("loginResponse", OK),
        "1.1",
        `<soap:Header>${fill(size, '<h soap:mustUnderstand="0"/>')}</soap:Header>`,
      ),
    ),
  "sessions of a list": (size) =>
    decode(
      envelope(
        ofService(
          "getUsersResponse",
          `<getUsersResult>getUsers_OK</getUsersResult><aUsers>${fill(size, "<USER><iNodeID>1</iNodeID></USER>")}</aUsers>`,
        ),
      ),
      "1.1",
      getUsers as never,
    ),
  "references in the result": (size) => reply(`<loginResult>${fill(size, "&amp;")}</loginResult>`),
  "CDATA sections in the result": (size) => reply(`<loginResult>${fill(size, "<![CDATA[x]]>")}</loginResult>`),
  "comments in the result": (size) => reply(`<loginResult>${fill(size, "x<!---->")}</loginResult>`),
  "a reference without an end": (size) => reply(`<loginResult>&#${fill(size, "0")}`),
  "text between elements": (size) => reply(fill(size, " \n<!---->")),
};

export const FAULTS: Readonly<Record<string, LongInput>> = {
  "elements in elements with long names": (size) =>
    fault(`<faultcode>c</faultcode>${nested(50, (level) => `n${level}`.padEnd(20_000, "n"), fill(size, "<x/>"))}`),
  "elements in elements with long names, in the detail": (size) =>
    fault(
      `<faultcode>c</faultcode><detail>${nested(50, (level) => `n${level}`.padEnd(20_000, "n"), fill(size, "<x/>"))}</detail>`,
    ),
  codes: (size) => fault(fill(size, "<faultcode>c</faultcode>")),
  "empty codes": (size) => fault(`<faultcode>c</faultcode>${fill(size, "<faultcode/>")}`),
  "codes in codes": (size) =>
    fault(
      `<soap:Code>${nested(50, () => "soap:Subcode", fill(size, "<soap:Value>c</soap:Value>"))}</soap:Code>`,
      "1.2",
    ),
  reasons: (size) => fault(`<faultcode>c</faultcode>${fill(size, "<faultstring>x</faultstring>")}`),
  "one long reason": (size) =>
    fault(`<faultcode>c</faultcode><faultstring>${fill(size, "%25&amp;#38;")}</faultstring>`),
  "a reason in pieces": (size) => fault(`<faultcode>c</faultcode><faultstring>${fill(size, "x<!---->")}</faultstring>`),
  "one long detail": (size) => fault(`<faultcode>c</faultcode><detail>${fill(size, "%25&amp;#38;")}</detail>`),
  "a detail in pieces": (size) => fault(`<faultcode>c</faultcode><detail>${fill(size, "x<![CDATA[y]]>")}</detail>`),
  "a detail of elements": (size) => fault(`<faultcode>c</faultcode><detail>${fill(size, "<x/>")}</detail>`),
  "a detail of attributes": (size) =>
    fault(`<faultcode>c</faultcode><detail>${fill(size, `<x ${repeated(60, (i) => `a${i}="&lt;" `)}/>`)}</detail>`),
  "a detail that is one name": (size) => fault(`<faultcode>c</faultcode><detail><${fill(size, "n")}/></detail>`),
};
