import type { BadReply } from "../corpus.js";
import { inAnswer, long, refused, times } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("xmlPrefix", {
    "the prefix xml bound to something else | section 3: xml is bound to its own namespace":
      '<soap:Envelope xmlns:soap="{{envelope}}" xmlns:xml="urn:x"><soap:Body>{{answer}}{{close}}',
    "the prefix xml bound to the service | section 3: xml is bound to its own namespace":
      '{{open}}<xml:{{response}} xmlns:xml="{{service}}">{{content}}</xml:{{response}}>{{close}}',
    "the prefix xml bound to nothing | section 3: xml is bound to its own namespace":
      '{{open}}{{start}}{{okResult}}<x xmlns:xml=""/>{{rest}}{{end}}{{close}}',
    "the namespace of xml bound to another prefix | section 3: no other prefix may be bound to it":
      '{{open}}{{start}}{{okResult}}<x xmlns:p="http://www.w3.org/XML/1998/namespace"/>{{rest}}{{end}}{{close}}',
    "the namespace of xml as the default namespace | section 3: it must not be declared as the default":
      '{{open}}{{start}}{{okResult}}<x xmlns="http://www.w3.org/XML/1998/namespace"/>{{rest}}{{end}}{{close}}',
  }),
  ...refused("xmlnsPrefix", {
    "the prefix xmlns declared | section 3: xmlns must not be declared":
      '{{open}}{{start}}{{okResult}}<x xmlns:xmlns="urn:x"/>{{rest}}{{end}}{{close}}',
    "the prefix xmlns declared as its own namespace | section 3: xmlns must not be declared":
      '{{open}}{{start}}{{okResult}}<x xmlns:xmlns="http://www.w3.org/2000/xmlns/"/>{{rest}}{{end}}{{close}}',
    "the namespace of xmlns bound to a prefix | section 3: no prefix may be bound to it":
      '{{open}}{{start}}{{okResult}}<x xmlns:p="http://www.w3.org/2000/xmlns/"/>{{rest}}{{end}}{{close}}',
    "the namespace of xmlns as the default namespace | section 3: it must not be declared as the default":
      '{{open}}{{start}}{{okResult}}<x xmlns="http://www.w3.org/2000/xmlns/"/>{{rest}}{{end}}{{close}}',
  }),
  ...refused("undeclared", {
    "a prefix undeclared | section 2.2: only Namespaces in XML 1.1 allow it":
      '{{open}}{{start}}{{okResult}}<x xmlns:p=""/>{{rest}}{{end}}{{close}}',
    "a prefix undeclared on the envelope | section 2.2: only Namespaces in XML 1.1 allow it":
      '<soap:Envelope xmlns:soap="{{envelope}}" xmlns:p=""><soap:Body>{{answer}}{{close}}',
    "the prefix of the envelope undeclared on the answer | section 2.2: only Namespaces in XML 1.1 allow it":
      '{{open}}<{{response}} xmlns="{{service}}" xmlns:soap="">{{content}}{{end}}{{close}}',
    "a prefix undeclared under a declaration of XML 1.1 | a reply is XML 1.0 whatever it declares":
      '<?xml version="1.1"?><soap:Envelope xmlns:soap="{{envelope}}" xmlns:p=""><soap:Body>{{answer}}{{close}}',
  }),
  ...refused("duplicate", {
    "one attribute by two prefixes | section 6.3: expanded names are unique":
      '{{open}}{{start}}{{okResult}}<x xmlns:p="urn:x" xmlns:q="urn:x" p:a="1" q:a="2"/>{{rest}}{{end}}{{close}}',
    "one attribute by two prefixes of two elements | section 6.3: expanded names are unique":
      '{{open}}{{start}}{{okResult}}<x xmlns:p="urn:x"><y xmlns:q="urn:x" p:a="1" q:a="2"/></x>{{rest}}{{end}}{{close}}',
    "xsi:nil by two prefixes | which of them would hold":
      '{{open}}{{start}}<{{result}} xmlns:n="{{xsi}}" xsi:nil="0" n:nil="1">{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "mustUnderstand by two prefixes | which of them would hold":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header><h xmlns:e="{{envelope}}" soap:mustUnderstand="0" e:mustUnderstand="0"/></soap:Header><soap:Body>{{answer}}{{close}}',
  }),
  ...refused("prefix", {
    "an undeclared prefix of an attribute of the result | section 5: a prefix has to be declared":
      '{{open}}{{start}}<{{result}} q:nil="1">{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "an undeclared prefix of an attribute of the envelope | section 5: a prefix has to be declared":
      '<soap:Envelope xmlns:soap="{{envelope}}" q:a="1"><soap:Body>{{answer}}{{close}}',
    "an undeclared prefix of an attribute of the body | section 5: a prefix has to be declared":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Body q:a="1">{{answer}}{{close}}',
    "an undeclared prefix of an attribute of a header | section 5: a prefix has to be declared":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header><h q:mustUnderstand="1"/></soap:Header><soap:Body>{{answer}}{{close}}',
    "an undeclared prefix of an attribute of what is skipped | section 5: a prefix has to be declared":
      '{{open}}{{start}}{{okResult}}<x><y q:a="1"/></x>{{rest}}{{end}}{{close}}',
    "an undeclared prefix of an attribute in a fault's detail | section 5: a prefix has to be declared": {
      status: 500,
      body: '{{open}}<soap:Fault><faultcode>a</faultcode><detail q:a="1"/></soap:Fault>{{close}}',
    },
    "an attribute with a prefix that is declared further in | a declaration holds from its own element on":
      '{{open}}{{start}}{{okResult}}<x q:a="1"><y xmlns:q="urn:x"/></x>{{rest}}{{end}}{{close}}',
    "the prefix xmlns on an element | section 3: elements must not have the prefix xmlns":
      "{{open}}{{start}}{{okResult}}<xmlns:x/>{{rest}}{{end}}{{close}}",
    "an element with nothing before its colon | section 4: no QName": inAnswer("{{okResult}}<:x/>{{rest}}"),
  }),
  ...refused("qname", {
    "an element with nothing behind its colon | section 4: no QName": inAnswer("{{okResult}}<soap:/>{{rest}}"),
    "an element with two colons | section 4: no QName": inAnswer("{{okResult}}<soap:a:b/>{{rest}}"),
    "the answer with two colons | section 4: no QName":
      '{{open}}<s:{{response}}:x xmlns:s="{{service}}">{{content}}</s:{{response}}:x>{{close}}',
    "an attribute with two colons | section 4: no QName": inAnswer('{{okResult}}<x soap:a:b="1"/>{{rest}}'),
    "an attribute with nothing behind its colon | section 4: no QName": inAnswer('{{okResult}}<x soap:="1"/>{{rest}}'),
    "a declaration with two colons | section 4: no QName": inAnswer('{{okResult}}<x xmlns:a:b="urn:x"/>{{rest}}'),
    "a declaration of nothing | section 4: no QName": inAnswer('{{okResult}}<x xmlns:="urn:x"/>{{rest}}'),
    "a local part that begins with a digit | section 4: it is an NCName": inAnswer("{{okResult}}<soap:1/>{{rest}}"),
    "a declared prefix that begins with a dash | section 4: it is an NCName":
      '{{open}}{{start}}{{okResult}}<x xmlns:-p="urn:x"/>{{rest}}{{end}}{{close}}',
  }),
  ...refused(
    { reason: "namespaceName", larger: 10 },
    {
      "a namespace of 100,000 letters for a prefix | each use of the prefix would cost as much": long`{{open}}{{start}}{{okResult}}<x xmlns:p="${times(100000, "u")}">${times(3000, '<y p:a=""/>')}</x>{{rest}}{{end}}{{close}}`,
    },
  ),
];
