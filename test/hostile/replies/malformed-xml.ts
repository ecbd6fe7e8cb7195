import type { BadReply } from "../corpus.js";
import { inAnswer, inBody, refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("malformed", {
    "cut by one byte | the last > is missing": { cut: 1 },
    "cut inside the last tag | </soap:En": { cut: 9 },
    "cut before the envelope ends | a well-formed body is not a document": { cut: 16 },
    "cut before the body ends | the answer is whole, the document is not": { cut: 28 },
    "cut before the response ends | a connection lost near the end": { cut: 40 },
    "cut after the declaration | nothing but a head": '<?xml version="1.0" encoding="utf-8"?>',
    "cut inside the declaration | nothing but half a head": '<?xml version="1.0" enc',
    "cut inside an attribute | an open quote": '<soap:Envelope xmlns:soap="{{envelope}}',
    "cut inside the result | half a literal must not be taken for one": "{{open}}{{start}}<{{result}}>{{ok}}",
    "cut inside the result's end tag | a whole literal is not enough": "{{open}}{{start}}<{{result}}>{{ok}}</{{res",
    "cut inside a comment | an open comment": "{{open}}{{answer}}<!-- and then",
    "cut inside a CDATA section | an open section": "{{open}}{{start}}<{{result}}><![CDATA[{{ok}}",
    "cut inside a reference | an open reference": "{{open}}{{start}}<{{result}}>{{ok}}&am",
    "one space | no document": " ",
    "plain words | no document": "Service Unavailable",
    "JSON | no document": '{"loginResult":"login_OK"}',
    "only a comment | no element": "<!-- nothing -->",
    "mismatched tags | the end tag is another one's": inAnswer("<{{result}}>{{ok}}</loginResul>"),
    "crossed tags | elements overlap": "{{open}}{{start}}{{okResult}}<a><b></a></b>{{end}}{{close}}",
    "an end tag in another case | XML minds the case":
      "{{open}}{{start}}<{{result}}>{{ok}}</{{result}}>{{end}}</soap:body></soap:Envelope>",
    "an end tag with another prefix | names match as they are written":
      '<s:Envelope xmlns:s="{{envelope}}" xmlns:soap="{{envelope}}"><s:Body>{{answer}}</soap:Body></s:Envelope>',
    "an end tag too many | nothing is open": "{{good}}</soap:Envelope>",
    "an end tag first | nothing is open": "</soap:Envelope>{{good}}",
    "two roots | a document has one": "{{good}}<a/>",
    "two good envelopes | which one would count?":
      '{{open}}{{answer}}{{close}}<soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    "words after the end | a warning of PHP's, say": "{{good}}Warning: session expired",
    "words before the beginning | a warning of PHP's, say": "Notice: undefined index {{good}}",
    "HTML after the end | an injected script": "{{good}}<script>alert(1)</script>",
    "a CDATA section after the end | character data outside the root": "{{good}}<![CDATA[x]]>",
    "a NUL after the end | a buffer sent whole": "{{good}}\u0000",
    "a NUL inside the result | no character of XML": inAnswer("<{{result}}>{{ok}}\u0000</{{result}}>"),
    "a bell inside the result | no character of XML 1.0": inAnswer("<{{result}}>\u0007{{ok}}</{{result}}>"),
    "U+FFFE in a value | no character of XML": "{{open}}{{start}}{{okResult}}<n>￾</n>{{end}}{{close}}",
    "U+FFFF in an attribute | no character of XML": '{{open}}{{start}}{{okResult}}<n a="￿"/>{{end}}{{close}}',
    "an escape character in a comment | no character of XML 1.0": "{{open}}<!-- \u001b[2J -->{{answer}}{{close}}",
    "a control character as XML 1.1 allows | a reply is XML 1.0, whatever it claims":
      '<?xml version="1.1"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}{{okResult}}<n>&#1;</n>{{end}}{{close}}',
    "an attribute twice | XML forbids it": '{{open}}{{start}}{{okResult}}<n a="1" a="2"/>{{end}}{{close}}',
    "an attribute without quotes | HTML's way": "{{open}}{{start}}{{okResult}}<n a=1/>{{end}}{{close}}",
    "an attribute without a value | HTML's way": "{{open}}{{start}}{{okResult}}<n checked/>{{end}}{{close}}",
    "< in an attribute | XML forbids it": '{{open}}{{start}}{{okResult}}<n a="<"/>{{end}}{{close}}',
    "attributes without a blank between | XML asks for one": inAnswer('{{okResult}}<n a="1"b="2"/>'),
    "a bare ampersand | a text nobody has escaped": "{{open}}{{start}}{{okResult}}<n>Fish & Chips</n>{{end}}{{close}}",
    "]]> in a text | XML forbids it": "{{open}}{{start}}{{okResult}}<n>]]></n>{{end}}{{close}}",
    "-- in a comment | XML forbids it": "{{open}}<!-- a -- b -->{{answer}}{{close}}",
    "a name that begins with a digit | no name": "{{open}}{{start}}{{okResult}}<1n/>{{end}}{{close}}",
    "a blank before a name | no tag": "{{open}}{{start}}{{okResult}}< n/>{{end}}{{close}}",
    "an empty tag | no name": "{{open}}{{start}}{{okResult}}<></>{{end}}{{close}}",
    "an attribute in an end tag | XML forbids it": '{{open}}{{start}}{{okResult}}<n></n a="1">{{end}}{{close}}',
    "a blank before the declaration | a declaration stands first or not at all": " {{good}}",
    "the declaration twice | a declaration stands first or not at all": '<?xml version="1.0"?>{{good}}',
    "a declaration inside | a declaration stands first or not at all": inBody('<?xml version="1.0"?>{{answer}}'),
    "a declaration without a version | XML asks for it":
      '<?xml encoding="utf-8"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    "a declaration of version 9 | no version of XML":
      '<?xml version="9.9"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    "a chunk's size inside | a proxy that cannot unchunk": "1f4\r\n{{good}}\r\n0\r\n\r\n",
    "a whole HTTP answer inside | one answer smuggled in another":
      "HTTP/1.1 200 OK\r\nContent-Type: {{media}}\r\n\r\n{{good}}",
    "an unknown section | no CDATA": "{{open}}<![IGNORE[x]]>{{answer}}{{close}}",
  }),
  ...refused("envelope", {
    "HTML5 that is no XML | tags left open; its root is enough to refuse it":
      "<html><head><meta charset=utf-8></head><body><br></body></html>",
  }),
];
