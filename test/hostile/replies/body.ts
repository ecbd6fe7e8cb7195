import type { BadReply } from "../corpus.js";
import { inBody, refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("emptyBody", {
    "an empty body | there is no answer": "{{open}}{{close}}",
    "a body of blanks | there is no answer": "{{open}} \n\t{{close}}",
    "a body of a comment | there is no answer": "{{open}}<!-- {{answer}} -->{{close}}",
  }),
  ...refused("response", {
    "the answer to logout | two answers mixed up on one connection":
      '{{open}}<logoutResponse xmlns="{{service}}"><logoutResult>logout_OK</logoutResult></logoutResponse>{{close}}',
    "the answer to an older version of the operation | getSession is not getSession_V3":
      '{{open}}<getSessionResponse xmlns="{{service}}"><getSessionResult>getSession_OK</getSessionResult></getSessionResponse>{{close}}',
    "an unknown operation | not this call's answer":
      '{{open}}<hackedResponse xmlns="{{service}}"><hackedResult>{{ok}}</hackedResult></hackedResponse>{{close}}',
    "the request sent back | an echo":
      '{{open}}<{{operation}} xmlns="{{service}}"><iSession>1</iSession></{{operation}}>{{close}}',
    "the result without its response element | a level is missing":
      '{{open}}<{{result}} xmlns="{{service}}">{{ok}}</{{result}}>{{close}}',
    "the response in another case | XML minds the case":
      '{{open}}<{{operation}}response xmlns="{{service}}">{{content}}</{{operation}}response>{{close}}',
    "the response without a namespace | the name needs its namespace": inBody(
      '<{{response}} xmlns="">{{content}}</{{response}}>',
    ),
    "the response in another namespace | another service's":
      '{{open}}<{{response}} xmlns="http://evil.example/">{{content}}</{{response}}>{{close}}',
    "the response in ASMX's default namespace | a service that was never configured":
      '{{open}}<{{response}} xmlns="http://tempuri.org/">{{content}}</{{response}}>{{close}}',
    "the response in the namespace in small letters | names are compared by the letter":
      '{{open}}<{{response}} xmlns="https://secure.logmeinrescue.com/api/api.asmx">{{content}}</{{response}}>{{close}}',
    "the response in the namespace over http | names are compared by the letter":
      '{{open}}<{{response}} xmlns="http://secure.logmeinrescue.com/API/API.asmx">{{content}}</{{response}}>{{close}}',
    "the response in the namespace with a slash more | names are compared by the letter":
      '{{open}}<{{response}} xmlns="{{service}}/">{{content}}</{{response}}>{{close}}',
    "the response in the envelope's namespace | a prefix too many":
      "{{open}}<soap:{{response}}>{{content}}</soap:{{response}}>{{close}}",
    "the response with a letter like another one | е is not e":
      '{{open}}<{{response}}е xmlns="{{service}}">{{content}}</{{response}}е>{{close}}',
    "the response wrapped once more | a level too many": '{{open}}<w xmlns="{{service}}">{{answer}}</w>{{close}}',
    "an unknown element and an answer | document/literal has one part": '{{open}}<x xmlns="urn:x"/>{{answer}}{{close}}',
    "an encrypted body | nothing was agreed on":
      '{{open}}<xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"/>{{close}}',
    "a SOAP message inside | an envelope too many":
      "{{open}}<soap:Envelope><soap:Body>{{answer}}</soap:Body></soap:Envelope>{{close}}",
  }),
  ...refused("text", {
    "the response in CDATA | text is no element": "{{open}}<![CDATA[{{answer}}]]>{{close}}",
    "the response as text | a document escaped twice": "{{open}}&lt;{{response}}&gt;&lt;/{{response}}&gt;{{close}}",
  }),
  ...refused("second", {
    "an answer twice | which one would count?": "{{open}}{{answer}}{{answer}}{{close}}",
    "a good answer and a bad one | which one would count?":
      '{{open}}{{answer}}<{{response}} xmlns="{{service}}"><{{result}}>x</{{result}}></{{response}}>{{close}}',
    "an answer and an unknown element | document/literal has one part": '{{open}}{{answer}}<x xmlns="urn:x"/>{{close}}',
    "an answer and a fault | it cannot be both": "{{open}}{{answer}}{{fault}}{{close}}",
    "a fault and an answer | it cannot be both": "{{open}}{{fault}}{{answer}}{{close}}",
    "two faults | which one would count?": "{{open}}{{fault}}{{fault}}{{close}}",
    "a multiref of RPC/encoded | the answer is not where it is read":
      '{{open}}<{{response}} xmlns="{{service}}"><{{result}} href="#id0"/></{{response}}><multiRef id="id0">{{ok}}</multiRef>{{close}}',
  }),
];
