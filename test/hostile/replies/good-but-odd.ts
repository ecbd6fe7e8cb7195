import type { OddReply } from "../corpus.js";
import { ROLES } from "../roles.js";
import { inAnswer, inResult, inSessions, long, odd, times } from "./table.js";

export const replies: readonly OddReply[] = [
  ...odd(ROLES, {
    "the usual answer | what the others are compared with": "{{good}}",
    "without a declaration | XML does not ask for one":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    "an unknown element beside the result | a service grows by addition": {
      body: "{{open}}{{start}}{{okResult}}<sNew>1</sNew>{{rest}}{{end}}{{close}}",
      drift: ["sNew"],
    },
    "an unknown element with children | skipped whole": {
      body: "{{open}}{{start}}{{okResult}}<oNew><a><b>1</b></a>text</oNew>{{rest}}{{end}}{{close}}",
      drift: ["oNew"],
    },
    "an unknown element twice | reported once": {
      body: inAnswer("{{okResult}}<sNew/><sNew/>{{rest}}"),
      drift: ["sNew"],
    },
    "an element of another namespace | skipped, and reported": {
      body: '{{open}}{{start}}{{okResult}}<e:x xmlns:e="urn:x"/>{{rest}}{{end}}{{close}}',
      drift: ["x"],
    },
    "an unknown attribute on the result | skipped, and reported": {
      body: '{{open}}{{start}}<{{result}} version="2">{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
      drift: ["{{result}}/@version"],
    },
    "elements called __proto__, constructor and toString | unknown names": {
      body: "{{open}}{{start}}<__proto__><polluted>1</polluted></__proto__>{{okResult}}<constructor/><toString/>{{rest}}{{end}}{{close}}",
      drift: ["__proto__", "constructor", "toString"],
    },
    "attributes called __proto__ and constructor | unknown names": {
      body: '{{open}}{{start}}<{{result}} __proto__="1" constructor="2">{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
      drift: ["{{result}}/@__proto__", "{{result}}/@constructor"],
    },
    "the prefix __proto__ for the envelope | a prefix is only a prefix":
      '<__proto__:Envelope xmlns:__proto__="{{envelope}}"><__proto__:Body>{{answer}}</__proto__:Body></__proto__:Envelope>',
    "the prefix constructor for the answer | a prefix is only a prefix":
      '{{open}}<constructor:{{response}} xmlns:constructor="{{service}}" xmlns="{{service}}">{{content}}</constructor:{{response}}>{{close}}',
    "other prefixes | a prefix is only a prefix":
      '<S:Envelope xmlns:S="{{envelope}}"><S:Body>{{answer}}</S:Body></S:Envelope>',
    "the envelope as the default namespace | a prefix is only a prefix":
      '<Envelope xmlns="{{envelope}}"><Body>{{answer}}</Body></Envelope>',
    "a prefix on every element of the answer | as PHP writes it": {
      body: '{{open}}<n:{{response}} xmlns:n="{{service}}"><n:{{result}}>{{ok}}</n:{{result}}></n:{{response}}>{{close}}',
      values: { read: {} },
    },
    "a header that need not be understood | skipped":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header><h xmlns="urn:x" soap:mustUnderstand="0"><soap:Body/></h></soap:Header><soap:Body>{{answer}}{{close}}',
    "a header with another mustUnderstand | an attribute of no namespace is not SOAP's":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header><h xmlns="urn:x" mustUnderstand="1"/></soap:Header><soap:Body>{{answer}}{{close}}',
    "comments everywhere | skipped":
      '<!-- a --><soap:Envelope xmlns:soap="{{envelope}}"><!-- b --><soap:Body><!-- c -->{{start}}<!-- d --><{{result}}><!-- e -->{{ok}}<!-- f --></{{result}}>{{rest}}{{end}}</soap:Body></soap:Envelope><!-- g -->',
    "a comment inside the literal | the text goes on behind it": inResult("x_O<!-- -->K"),
    "the literal in CDATA | text all the same": inResult("<![CDATA[{{ok}}]]>"),
    "the literal in two CDATA sections | text all the same": inResult("x_<![CDATA[O]]><![CDATA[K]]>"),
    "the literal by references | text all the same": inResult("x_&#79;&#x4B;"),
    "another prefix of the literal | a literal is judged by its code": inResult("getSessionRet_OK"),
    "the literal without a prefix | setUserStatus_v7_1 answers so": inResult("OK"),
    "indented | blanks between elements mean nothing":
      '<?xml version="1.0" encoding="utf-8"?>\r\n<soap:Envelope xmlns:soap="{{envelope}}">\r\n\t<soap:Body>\r\n  {{start}}\r\n    {{okResult}}\r\n  {{rest}}{{end}}\r\n</soap:Body>\r\n</soap:Envelope>\r\n\r\n',
    "blanks after the end | XML allows them": "{{good}} \n\n",
    "xsi:type on the result | as gSOAP writes it":
      '{{open}}{{start}}<{{result}} xsi:type="xsd:string">{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    'xsi:nil="false" | so it is not nil': inAnswer('<{{result}} xsi:nil=" false ">{{ok}}</{{result}}>{{rest}}'),
    "encodingStyle on the envelope | means nothing in document/literal":
      '<soap:Envelope xmlns:soap="{{envelope}}" soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><soap:Body>{{answer}}{{close}}',
    "a mark of UTF-8 | a mark is not text": { prepend: "77u/" },
    "UTF-16, little end first | read by its mark": {
      type: "{{media}}; charset=utf-16",
      charset: "utf-16le",
      prepend: "//4=",
      body: '<?xml version="1.0" encoding="utf-16"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    },
    "UTF-16, big end first | read by its mark": {
      type: "{{media}}; charset=utf-16",
      charset: "utf-16be",
      prepend: "/v8=",
      body: '<?xml version="1.0" encoding="utf-16"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    },
    "UTF-16 without a charset | read by its mark": {
      type: "{{media}}",
      charset: "utf-16le",
      prepend: "//4=",
      body: '<?xml version="1.0" encoding="utf-16"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    },
    "without a charset | XML's own default is UTF-8": { type: "{{media}}" },
    "the charset in quotes and capitals | RFC 9110 section 8.3": { type: '{{media}} ; Charset="UTF-8"' },
    "the type in capitals | a media type minds no case": { type: "TEXT/XML; charset=utf-8", only: "1.1" },
    "an action parameter | SOAP 1.2's": { type: 'application/soap+xml; charset=utf-8; action="x;y"', only: "1.2" },
    "Content-Encoding: gzip (gzip) | asked for": { type: "{{media}}", packed: "gzip" },
    "Content-Encoding: x-gzip (gzip) | asked for": { type: "{{media}}", encoding: "x-gzip", packed: "gzip" },
    "Content-Encoding: deflate (deflate) | asked for": { type: "{{media}}", packed: "deflate" },
    "Content-Encoding: deflate (deflate-raw) | asked for": { type: "{{media}}", packed: "deflate-raw" },
    "Content-Encoding: br (br) | asked for": { type: "{{media}}", packed: "br" },
    "Content-Encoding: GZip (gzip) | asked for": { type: "{{media}}", encoding: "GZip", packed: "gzip" },
    "Content-Encoding: identity | no encoding": { type: "{{media}}", encoding: "identity" },
    "gzip without its length | chunked": { type: "{{media}}", packed: "gzip", chunked: true },
    "nested as deep as the limit | the limit is exact": {
      ...long`{{open}}{{start}}{{content}}${times(61, "<a>")}${times(61, "</a>")}{{end}}{{close}}`,
      drift: ["a"],
    },
    "as many attributes as the limit | the limit is exact": {
      ...long`{{open}}{{start}}{{content}}<a${times(64, ' a{{i}}=""')}/>{{end}}{{close}}`,
      drift: ["a"],
    },
    "a name of 20,000 letters | reported by its length: events carry no data, and a truncated name could show the beginning of a secret":
      {
        ...long`{{open}}{{start}}{{content}}<${times(20000, "n")}/>{{end}}{{close}}`,
        drift: ["(a name of 20000 characters)"],
      },
    "an attribute's name of 20,000 letters | reported by its length: events carry no data, and a truncated name could show the beginning of a secret":
      {
        ...long`{{open}}{{start}}<{{result}} ${times(20000, "n")}="1">{{ok}}</{{result}}>{{rest}}{{end}}{{close}}`,
        drift: {
          auth: ["(a name of 20013 characters)"],
          read: ["(a name of 20021 characters)"],
          mutating: ["(a name of 20020 characters)"],
        },
      },
    "the prefix xml bound to its own namespace | section 3 allows it":
      '<soap:Envelope xmlns:soap="{{envelope}}" xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:lang="en"><soap:Body>{{answer}}{{close}}',
    "one local name by two prefixes of two namespaces | their expanded names differ":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Body xmlns:p="urn:x" xmlns:q="urn:y" p:a="1" q:a="2" a="3">{{answer}}{{close}}',
    "a prefix bound again | an inner declaration replaces the outer one":
      '<soap:Envelope xmlns:soap="{{envelope}}" xmlns:p="urn:x"><soap:Body xmlns:p="urn:y" p:a="1">{{answer}}{{close}}',
    "names that begin with xmlns | only xmlns itself and the prefix declare":
      '<soap:Envelope xmlns:soap="{{envelope}}" xmlnsx=""><soap:Body xmlns2="http://www.w3.org/2000/xmlns/">{{answer}}{{close}}',
  }),
  ...odd(["read"], {
    "an unknown element in a session | skipped, and reported with its path": {
      body: "{{open}}{{start}}{{okResult}}<aSessions>{{row:sNew=<iID>x</iID>}}</aSessions>{{end}}{{close}}",
      drift: ["aSessions/SESSION_V3/sNew"],
    },
    "a list without sessions | an empty array": {
      body: "{{open}}{{start}}{{okResult}}<aSessions/>{{end}}{{close}}",
      values: { read: { aSessions: { SESSION_V3: [] } } },
    },
    "without the list | it is optional": { body: inAnswer("{{okResult}}"), values: { read: {} } },
    "a nil session | nillable, so null": {
      body: '{{open}}{{start}}{{okResult}}<aSessions><SESSION_V3 xsi:nil="true"/></aSessions>{{end}}{{close}}',
      values: { read: { aSessions: { SESSION_V3: [null] } } },
    },
    "the elements in another order | names count, not places": "{{open}}{{start}}{{rest}}{{okResult}}{{end}}{{close}}",
    "blanks around a number | the schema collapses them": {
      body: "{{open}}{{start}}{{okResult}}<aSessions>{{row:iID= \n 7\t}}</aSessions>{{end}}{{close}}",
      session: { iID: 7 },
    },
    "a number with a sign and zeros | the schema's forms": {
      body: "{{open}}{{start}}{{okResult}}<aSessions>{{row:iID=+007}}</aSessions>{{end}}{{close}}",
      session: { iID: 7 },
    },
    "the number -0 | is 0": { body: inSessions("{{row:iID=-0}}"), session: { iID: 0 } },
    "the largest number | in range": { body: inSessions("{{row:iID=2147483647}}"), session: { iID: 2147483647 } },
    "the smallest number | in range": { body: inSessions("{{row:iID=-2147483648}}"), session: { iID: -2147483648 } },
    "a number around a comment | the text goes on behind it": {
      body: "{{open}}{{start}}{{okResult}}<aSessions>{{row:iID=1<!-- -->2}}</aSessions>{{end}}{{close}}",
      session: { iID: 12 },
    },
    "the boolean 1 | the schema's word": { body: inSessions("{{row:bIsLead=1}}"), session: { bIsLead: true } },
    "the boolean 0 with blanks | the schema's word": {
      body: "{{open}}{{start}}{{okResult}}<aSessions>{{row:bHandingOff= 0 }}</aSessions>{{end}}{{close}}",
      session: { bHandingOff: false },
    },
    "a text of blanks | kept as it is": { body: inSessions("{{row:sEntry=  }}"), session: { sEntry: "  " } },
    "a text that is empty | kept as it is": { body: inSessions("{{row:sEntry=}}"), session: { sEntry: "" } },
    "a text with markup, escaped | text stays text": {
      body: "{{open}}{{start}}{{okResult}}<aSessions>{{row:sEntry=&lt;b&gt; &amp;amp; ]]&gt;}}</aSessions>{{end}}{{close}}",
      session: { sEntry: "<b> &amp; ]]>" },
    },
    "a text with line ends | CRLF is LF in XML, a reference stays": {
      body: "{{open}}{{start}}{{okResult}}<aSessions>{{row:sEntry=a\r\nb&#13;c}}</aSessions>{{end}}{{close}}",
      session: { sEntry: "a\nb\rc" },
    },
    "a text of emoji and CJK | Unicode is kept": {
      body: "{{open}}{{start}}{{okResult}}<aSessions>{{row:sEntry=😀 你好 שלום}}</aSessions>{{end}}{{close}}",
      session: { sEntry: "😀 你好 שלום" },
    },
    "the text __proto__ | a value is a value": {
      body: "{{open}}{{start}}{{okResult}}<aSessions>{{row:sEntry=__proto__}}</aSessions>{{end}}{{close}}",
      session: { sEntry: "__proto__" },
    },
    "a local time without a zone | never shifted": {
      body: "{{open}}{{start}}{{okResult}}<aSessions>{{row:sStartTime=2026-11-01T01:30:00}}</aSessions>{{end}}{{close}}",
      session: { sStartTime: "2026-11-01T01:30:00" },
    },
  }),
];
