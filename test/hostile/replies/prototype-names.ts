import type { BadReply } from "../corpus.js";
import { inBody, inSessions, literals, refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("missing", {
    "<__proto__> in place of the result | data of no name that is known, and nothing of the prototype is taken for the result":
      "{{open}}{{start}}<__proto__>{{ok}}</__proto__>{{rest}}{{end}}{{close}}",
    "<constructor> in place of the result | data of no name that is known, and nothing of the prototype is taken for the result":
      "{{open}}{{start}}<constructor>{{ok}}</constructor>{{rest}}{{end}}{{close}}",
    "<prototype> in place of the result | data of no name that is known, and nothing of the prototype is taken for the result":
      "{{open}}{{start}}<prototype>{{ok}}</prototype>{{rest}}{{end}}{{close}}",
    "<toString> in place of the result | data of no name that is known, and nothing of the prototype is taken for the result":
      "{{open}}{{start}}<toString>{{ok}}</toString>{{rest}}{{end}}{{close}}",
    "<valueOf> in place of the result | data of no name that is known, and nothing of the prototype is taken for the result":
      "{{open}}{{start}}<valueOf>{{ok}}</valueOf>{{rest}}{{end}}{{close}}",
    "<hasOwnProperty> in place of the result | data of no name that is known, and nothing of the prototype is taken for the result":
      "{{open}}{{start}}<hasOwnProperty>{{ok}}</hasOwnProperty>{{rest}}{{end}}{{close}}",
    "<__defineGetter__> in place of the result | data of no name that is known, and nothing of the prototype is taken for the result":
      "{{open}}{{start}}<__defineGetter__>{{ok}}</__defineGetter__>{{rest}}{{end}}{{close}}",
    "<isPrototypeOf> in place of the result | data of no name that is known, and nothing of the prototype is taken for the result":
      "{{open}}{{start}}<isPrototypeOf>{{ok}}</isPrototypeOf>{{rest}}{{end}}{{close}}",
    "<then> in place of the result | data of no name that is known, and nothing of the prototype is taken for the result":
      "{{open}}{{start}}<then>{{ok}}</then>{{rest}}{{end}}{{close}}",
    "<toJSON> in place of the result | data of no name that is known, and nothing of the prototype is taken for the result":
      "{{open}}{{start}}<toJSON>{{ok}}</toJSON>{{rest}}{{end}}{{close}}",
    "<length> in place of the result | data of no name that is known, and nothing of the prototype is taken for the result":
      "{{open}}{{start}}<length>{{ok}}</length>{{rest}}{{end}}{{close}}",
    "<__proto__> with the result inside | a prototype that answers":
      "{{open}}{{start}}<__proto__>{{okResult}}</__proto__>{{rest}}{{end}}{{close}}",
    "<constructor><prototype> with a member | the long way to Object.prototype":
      "{{open}}{{start}}<constructor><prototype><polluted>1</polluted></prototype></constructor>{{rest}}{{end}}{{close}}",
    "__proto__ as an attribute | an attribute is no element":
      '{{open}}{{start}}<x __proto__="{{ok}}" constructor="1"/>{{rest}}{{end}}{{close}}',
    "the prefix __proto__ for the result | declared, and another namespace":
      '{{open}}{{start}}<__proto__:{{result}} xmlns:__proto__="urn:x">{{ok}}</__proto__:{{result}}>{{rest}}{{end}}{{close}}',
  }),
  ...refused("response", {
    "<__proto__> in place of the response | not this call's answer":
      '{{open}}<__proto__ xmlns="{{service}}">{{content}}</__proto__>{{close}}',
    "<constructor> in place of the response | not this call's answer":
      '{{open}}<constructor xmlns="{{service}}">{{content}}</constructor>{{close}}',
    "<prototype> in place of the response | not this call's answer":
      '{{open}}<prototype xmlns="{{service}}">{{content}}</prototype>{{close}}',
    "<toString> in place of the response | not this call's answer":
      '{{open}}<toString xmlns="{{service}}">{{content}}</toString>{{close}}',
    "<valueOf> in place of the response | not this call's answer":
      '{{open}}<valueOf xmlns="{{service}}">{{content}}</valueOf>{{close}}',
    "<hasOwnProperty> in place of the response | not this call's answer":
      '{{open}}<hasOwnProperty xmlns="{{service}}">{{content}}</hasOwnProperty>{{close}}',
    "<__defineGetter__> in place of the response | not this call's answer":
      '{{open}}<__defineGetter__ xmlns="{{service}}">{{content}}</__defineGetter__>{{close}}',
    "<isPrototypeOf> in place of the response | not this call's answer":
      '{{open}}<isPrototypeOf xmlns="{{service}}">{{content}}</isPrototypeOf>{{close}}',
    "<then> in place of the response | not this call's answer": inBody('<then xmlns="{{service}}">{{content}}</then>'),
    "<toJSON> in place of the response | not this call's answer":
      '{{open}}<toJSON xmlns="{{service}}">{{content}}</toJSON>{{close}}',
    "<length> in place of the response | not this call's answer":
      '{{open}}<length xmlns="{{service}}">{{content}}</length>{{close}}',
    "the namespace __proto__ | another service's": inBody('<{{response}} xmlns="__proto__">{{content}}</{{response}}>'),
  }),
  ...literals("UNKNOWN_RESULT", {
    "href to __proto__ | a reference of RPC/encoded is not followed": {
      body: '{{open}}{{start}}<x id="__proto__">{{ok}}</x><{{result}} href="#__proto__"/>{{rest}}{{end}}{{close}}',
      has: { literal: "" },
    },
    "ref to constructor | a reference of SOAP 1.2 encoding is not followed": {
      body: '{{open}}{{start}}<x xmlns:e="http://www.w3.org/2003/05/soap-encoding" e:id="constructor"/><{{result}} xmlns:e="http://www.w3.org/2003/05/soap-encoding" e:ref="constructor"/>{{rest}}{{end}}{{close}}',
      has: { literal: "" },
    },
    "an id called __proto__ on the result | and a literal that nobody knows": {
      body: '{{open}}{{start}}<{{result}} id="__proto__">polluted</{{result}}>{{rest}}{{end}}{{close}}',
      has: { literal: "polluted" },
    },
    "xsi:type called __proto__ | and a literal that nobody knows": {
      body: '{{open}}{{start}}<{{result}} xsi:type="__proto__">polluted</{{result}}>{{rest}}{{end}}{{close}}',
      has: { literal: "polluted" },
    },
  }),
  ...refused("envelope", {
    "the envelope called constructor | not SOAP": '<constructor xmlns="{{envelope}}"><prototype/></constructor>',
  }),
  ...refused("parts", {
    "__proto__ in the envelope | SOAP knows two parts":
      '<soap:Envelope xmlns:soap="{{envelope}}"><soap:__proto__/><soap:Body>{{answer}}{{close}}',
  }),
  ...refused(
    { reason: "media", type: "text/html" },
    {
      "a header field __proto__ | a header is data": { headers: { __proto__x: "1", constructor: "1" } },
      "a cookie called __proto__ | a jar is a map": {
        headers: { "Set-Cookie": ["__proto__=c00kie-a; path=/", "constructor=c00kie-b; path=/", "=; path=__proto__"] },
      },
    },
  ),
  ...refused(
    { reason: "missing", roles: ["read"] },
    {
      "__proto__ in a session | a row without what is required":
        "{{open}}{{start}}{{okResult}}<aSessions><SESSION_V3><__proto__><iID>1</iID></__proto__></SESSION_V3></aSessions>{{end}}{{close}}",
      "sessions called __proto__ | and then a bad one": inSessions("<__proto__/><constructor/><SESSION_V3/>"),
    },
  ),
];
