import type { BadReply } from "../corpus.js";
import { faults, HTML, literals, long, refused, times } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused(
    { reason: "media", type: HTML, larger: 10 },
    {
      "40,000 < as a page | node-soap's own client blocks for seconds on it": long`${times(40000, "<")}`,
      "40,000 <a> as a page | node-soap's own client blocks for 20 s on it": long`${times(40000, "<a>")}`,
    },
  ),
  ...refused(
    { reason: "malformed", larger: 10 },
    {
      "40,000 < as SOAP | refused at the second": long`${times(40000, "<")}`,
      "40,000 < in the answer | refused at the second": long`{{open}}{{start}}${times(40000, "<")}{{rest}}{{end}}{{close}}`,
      "100,000 & | references that never end": long`{{open}}{{start}}${times(100000, "&")}{{rest}}{{end}}{{close}}`,
      "a reference of 100,000 letters | a name that never ends": long`{{open}}{{start}}<{{result}}>&${times(100000, "a")};</{{result}}>{{rest}}{{end}}{{close}}`,
      "a reference of 100,000 digits | a number that never ends": long`{{open}}{{start}}<{{result}}>&#${times(100000, "1")};</{{result}}>{{rest}}{{end}}{{close}}`,
      "an open comment of 100,000 dashes | a comment that never ends": long`{{open}}<!--${times(33000, " - ")}`,
      "an open CDATA section of brackets | a section that never ends": long`{{open}}{{start}}<{{result}}><![CDATA[${times(50000, "]]")}`,
      "an open tag of 100,000 blanks | a tag that never ends": long`{{open}}<a${times(100000, " ")}`,
      "an open attribute of 100,000 letters | a value that never ends": long`{{open}}<a b="${times(100000, "x")}`,
      "a declaration of 100,000 blanks | a pattern for its encoding": long`<?xml version="1.0"${times(100000, " ")}x?>`,
      "a declaration of 100,000 encodings | a pattern for its encoding": long`<?xml version="1.0"${times(10000, " encoding=")}?>`,
      "100,000 marks of UTF-8 | one is a mark, the others are not": long`${times(100000, "\ufeff")}`,
      "blanks, 200,000 after the end | and then a word": long`{{good}}${times(200000, " ")}x`,
    },
  ),
  ...refused(
    { reason: "response", larger: 10 },
    {
      "a name of 100,000 letters | in place of the response": long`{{open}}<${times(100000, "n")}/>{{close}}`,
      "a namespace of 100,000 letters | another service's": long`{{open}}<{{response}} xmlns="${times(100000, "x")}"/>{{close}}`,
    },
  ),
  ...refused(
    { reason: "prefix", larger: 10 },
    {
      "a name of 100,000 colons | a name with many prefixes": long`{{open}}<a${times(50000, ":a")}/>{{close}}`,
    },
  ),
  ...literals(
    { code: "UNKNOWN_RESULT", larger: 10 },
    {
      "10,000 references in the result | each one is a character": {
        ...long`{{open}}{{start}}<{{result}}>${times(10000, "&lt;")}</{{result}}>{{rest}}{{end}}{{close}}`,
        has: { literal: "<".repeat(200) },
      },
      "10,000 CDATA sections in the result | each one is a piece of it": {
        ...long`{{open}}{{start}}<{{result}}>${times(10000, "<![CDATA[x]]>")}</{{result}}>{{rest}}{{end}}{{close}}`,
        has: { literal: "x".repeat(200) },
      },
      "10,000 comments in the result | between the pieces of it": {
        ...long`{{open}}{{start}}<{{result}}>${times(10000, "y<!-- -->")}</{{result}}>{{rest}}{{end}}{{close}}`,
        has: { literal: "y".repeat(200) },
      },
    },
  ),
  ...refused(
    { reason: "text", larger: 10 },
    {
      "100,000 blanks and then a word | a pattern for the blanks at the end starts anew at each": long`{{open}}{{start}}{{okResult}}${times(100000, " ")}x{{rest}}{{end}}{{close}}`,
      "100,000 lines and then a word | a pattern for the blanks at the end starts anew at each": long`{{open}}{{start}}{{okResult}}${times(100000, "\n")}x{{rest}}{{end}}{{close}}`,
    },
  ),
  ...refused(
    { reason: "missing", larger: 10 },
    {
      "3,000 unknown elements and no result | only a few are reported as drift": long`{{open}}{{start}}${times(3000, "<n{{i}}/>")}{{rest}}{{end}}{{close}}`,
      "10,000 unknown names of 100 letters | only a few are reported as drift": long`{{open}}{{start}}${times(1000, `<${"n".repeat(100)}{{i}}/>`)}{{rest}}{{end}}{{close}}`,
      "3,000 namespaces, one after the other | each one is a scope": long`{{open}}{{start}}${times(3000, '<p{{i}}:a xmlns:p{{i}}="urn:{{i}}"/>')}{{rest}}{{end}}{{close}}`,
    },
  ),
  ...refused(
    { reason: "emptyBody", larger: 10 },
    {
      "3,000 headers | each one is looked at": long`<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header>${times(3000, '<h xmlns="urn:{{i}}" soap:mustUnderstand="0"/>')}</soap:Header><soap:Body/></soap:Envelope>`,
    },
  ),
  ...refused(
    { reason: "nil", larger: 10 },
    {
      "an attribute of 100,000 letters | xsi:nil with a value that never ends": long`{{open}}{{start}}<{{result}} xsi:nil="${times(100000, "x")}"/>{{rest}}{{end}}{{close}}`,
      "an attribute of 100,000 blanks | xsi:nil with blanks that never end": long`{{open}}{{start}}<{{result}} xsi:nil="${times(100000, " ")}x"/>{{rest}}{{end}}{{close}}`,
    },
  ),
  ...refused(
    { reason: "value", roles: ["read"], larger: 10 },
    {
      "a number of 100,000 digits | no number of xs:int's": long`{{open}}{{start}}{{okResult}}<aSessions><SESSION_V3><iID>${times(100000, "1")}</iID></SESSION_V3></aSessions>{{end}}{{close}}`,
      "a number of 100,000 blanks | a pattern for the blanks at the end starts anew at each": long`{{open}}{{start}}{{okResult}}<aSessions><SESSION_V3><iID>${times(100000, " ")}x</iID></SESSION_V3></aSessions>{{end}}{{close}}`,
      "a boolean of 100,000 blanks inside | no boolean of the schema's": long`{{open}}{{start}}{{okResult}}<aSessions><SESSION_V3><bIsLead>true${times(100000, " ")}true</bIsLead></SESSION_V3></aSessions>{{end}}{{close}}`,
    },
  ),
  ...refused(
    { reason: "missing", roles: ["read"], larger: 10 },
    {
      "2,000 good sessions and a bad one | the whole list is refused": long`{{open}}{{start}}{{okResult}}<aSessions>${times(500, "{{row}}")}<SESSION_V3/></aSessions>{{end}}{{close}}`,
    },
  ),
  ...faults(
    { larger: 10 },
    {
      "a fault of 3,000 details | cut, and read to its end": {
        ...long`{{open}}<soap:Fault><soap:faultcode>soap:Server</soap:faultcode>${times(3000, "<detail><a>x</a></detail>")}</soap:Fault>{{close}}`,
        has: { faultCode: "soap:Server" },
      },
    },
  ),
];
