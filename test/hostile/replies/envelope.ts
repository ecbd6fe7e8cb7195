import type { BadReply } from "../corpus.js";
import { inAnswer, inEnvelope, refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("envelope", {
    "the other version's envelope | an answer to a question that was not asked":
      '<soap:Envelope xmlns:soap="{{otherEnvelope}}"><soap:Body>{{answer}}{{close}}',
    "an unknown envelope namespace | SOAP 1.1 section 4.4: a version mismatch":
      '<soap:Envelope xmlns:soap="http://evil.example/soap/"><soap:Body>{{answer}}{{close}}',
    "the namespace without its slash | names are compared by the letter":
      '<soap:Envelope xmlns:soap="{{envelope}}x"><soap:Body>{{answer}}{{close}}',
    "the namespace in capitals | names are compared by the letter":
      '<soap:Envelope xmlns:soap="HTTP://SCHEMAS.XMLSOAP.ORG/SOAP/ENVELOPE/"><soap:Body>{{answer}}{{close}}',
    "the namespace with blanks around | names are compared by the letter":
      '<soap:Envelope xmlns:soap=" {{envelope}} "><soap:Body>{{answer}}{{close}}',
    "the draft namespace of SOAP 1.2 | no version that is spoken":
      '<soap:Envelope xmlns:soap="http://www.w3.org/2001/12/soap-envelope"><soap:Body>{{answer}}{{close}}',
    "an envelope without a namespace | the name needs its namespace": "<Envelope><Body>{{answer}}</Body></Envelope>",
    "envelope in small letters | XML minds the case":
      '<soap:envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}</soap:Body></soap:envelope>',
    "another root | not SOAP": "<html><body/></html>",
    "the answer without an envelope | what ASMX answers to a plain POST": "{{answer}}",
    "the result of HTTP GET | what ASMX answers to a GET": '<loginRet xmlns="{{service}}">{{ok}}</loginRet>',
    "a body as the root | an envelope lost": '<soap:Body xmlns:soap="{{envelope}}">{{answer}}</soap:Body>',
    "a fault as the root | an envelope lost":
      '<soap:Fault xmlns:soap="{{envelope}}"><faultcode>a</faultcode></soap:Fault>',
    "a WSDL | the wrong address": '<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"/>',
  }),
  ...refused("prefix", {
    "an undeclared prefix on the envelope | a prefix without a meaning":
      "<soap:Envelope><soap:Body>{{answer}}{{close}}",
    "an undeclared prefix inside | a prefix without a meaning": inAnswer("{{okResult}}<evil:a/>{{rest}}"),
    "the prefix __proto__, undeclared | looked up in a table of JavaScript's":
      "{{open}}{{start}}{{okResult}}<__proto__:a/>{{rest}}{{end}}{{close}}",
    "the prefix constructor, undeclared | looked up in a table of JavaScript's":
      "{{open}}{{start}}{{okResult}}<constructor:a/>{{rest}}{{end}}{{close}}",
    "a prefix declared too late | a scope does not reach its sibling":
      '{{open}}{{start}}{{okResult}}<a xmlns:late="urn:x"/><late:b/>{{rest}}{{end}}{{close}}',
  }),
  ...refused("parts", {
    "the prefix taken over by another namespace | soap means something else inside":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Body xmlns:soap="urn:evil">{{answer}}</soap:Body></soap:Envelope>',
    "a body of the other version | both envelopes in one":
      '<soap:Envelope xmlns:soap="{{envelope}}"><o:Body xmlns:o="{{otherEnvelope}}">{{answer}}</o:Body></soap:Envelope>',
    "a body without a namespace | the name needs its namespace": inEnvelope("<Body>{{answer}}</Body>"),
    "two bodies | which one would count?":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}</soap:Body><soap:Body>{{answer}}</soap:Body></soap:Envelope>',
    "an empty body and another one | which one would count?":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Body/><soap:Body>{{answer}}</soap:Body></soap:Envelope>',
    "a header after the body | out of order": inEnvelope("<soap:Body>{{answer}}</soap:Body><soap:Header/>"),
    "two headers | SOAP 1.1 section 4: one at most":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header/><soap:Header/><soap:Body>{{answer}}</soap:Body></soap:Envelope>',
    "a second header that must be understood | hidden behind an empty one":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header/><soap:Header><h xmlns="urn:x" soap:mustUnderstand="1"/></soap:Header><soap:Body>{{answer}}</soap:Body></soap:Envelope>',
    "an unknown part of the envelope | SOAP knows two": inEnvelope("<soap:Trailer/><soap:Body>{{answer}}</soap:Body>"),
    "an element of another namespace in the envelope | SOAP knows two":
      '<soap:Envelope xmlns:soap="{{envelope}}"><x xmlns="urn:x"/><soap:Body>{{answer}}</soap:Body></soap:Envelope>',
    "the answer beside the body | out of place": inEnvelope("{{answer}}<soap:Body/>"),
  }),
  ...refused("header", {
    "a header that must be understood | SOAP 1.1 section 4.2.3":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header><h xmlns="urn:x" soap:mustUnderstand="1"/></soap:Header><soap:Body>{{answer}}</soap:Body></soap:Envelope>',
    "a header that must be understood, true | SOAP 1.2 part 1 section 5.2.3":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header><h xmlns="urn:x" soap:mustUnderstand="true"/></soap:Header><soap:Body>{{answer}}</soap:Body></soap:Envelope>',
    "a header that must be understood, with blanks | blanks around a boolean mean nothing":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header><h xmlns="urn:x" soap:mustUnderstand=" 1 "/></soap:Header><soap:Body>{{answer}}</soap:Body></soap:Envelope>',
    "a header that must be understood, by another prefix | a prefix is only a prefix":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header><h xmlns="urn:x" xmlns:e="{{envelope}}" e:mustUnderstand="1"/></soap:Header><soap:Body>{{answer}}</soap:Body></soap:Envelope>',
    "a security header that must be understood | WS-Security was not agreed on":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header><w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" soap:mustUnderstand="1"/></soap:Header><soap:Body>{{answer}}</soap:Body></soap:Envelope>',
  }),
  ...refused("text", {
    "words in the envelope | no place for text": inEnvelope("Warning<soap:Body>{{answer}}</soap:Body>"),
    "words after the body | no place for text": inEnvelope("<soap:Body>{{answer}}</soap:Body>Warning"),
    "words in the body | no place for text": inEnvelope("<soap:Body>Warning{{answer}}</soap:Body>"),
    "CDATA in the body | no place for text": inEnvelope("<soap:Body><![CDATA[x]]>{{answer}}</soap:Body>"),
    "a no-break space in the body | no blank of XML's": inEnvelope("<soap:Body>\u00a0{{answer}}</soap:Body>"),
  }),
  ...refused("noBody", {
    "an envelope with nothing in it | no body": '<soap:Envelope xmlns:soap="{{envelope}}"/>',
    "an envelope with a header only | no body": inEnvelope("<soap:Header/>"),
    "the body inside the header | no body": inEnvelope("<soap:Header><soap:Body>{{answer}}</soap:Body></soap:Header>"),
    "the body in a comment | no body": inEnvelope("<!-- <soap:Body>{{answer}}</soap:Body> -->"),
  }),
];
