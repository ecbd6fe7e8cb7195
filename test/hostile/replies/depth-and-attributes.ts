import type { BadReply } from "../corpus.js";
import { long, refused, times } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("depth", {
    "nested one deeper than the limit | the limit is exact": long`{{open}}{{start}}{{content}}${times(62, "<a>")}${times(62, "</a>")}{{end}}{{close}}`,
    "nested 1,000 deep in the answer | unknown elements count as well": long`{{open}}{{start}}{{content}}${times(1000, "<a>")}${times(1000, "</a>")}{{end}}{{close}}`,
    "nested 100,000 deep in the answer | no stack may overflow": long`{{open}}{{start}}{{content}}${times(100000, "<a>")}${times(100000, "</a>")}{{end}}{{close}}`,
    "nested 100,000 deep in the header | what is skipped is counted too": long`<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header>${times(100000, "<a>")}${times(100000, "</a>")}</soap:Header><soap:Body>{{answer}}{{close}}`,
    "nested 1,000 deep in a fault's detail | a fault is no way around": long`{{open}}<soap:Fault><faultcode>soap:Server</faultcode><faultstring>x</faultstring><detail>${times(1000, "<a>")}${times(1000, "</a>")}</detail></soap:Fault>{{close}}`,
    "nested deep and never closed | cut off as well": long`{{open}}{{start}}{{content}}${times(5000, "<a>")}`,
    "scopes 1,000 deep | each element declares a namespace": long`{{open}}{{start}}{{content}}${times(1000, '<a xmlns:n{{i}}="urn:{{i}}">')}${times(1000, "</a>")}{{end}}{{close}}`,
  }),
  ...refused("envelope", {
    "nested 100,000 deep | no stack of the parser's or ours may overflow": long`${times(100000, "<a>")}${times(100000, "</a>")}`,
  }),
  ...refused("response", {
    "envelopes in envelopes | a document that holds itself": long`${times(1, "{{open}}")}${times(100, '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>')}{{answer}}${times(101, "</soap:Body></soap:Envelope>")}`,
  }),
  ...refused("attributes", {
    "65 attributes | the limit is exact": long`{{open}}{{start}}{{content}}<a${times(65, ' a{{i}}=""')}/>{{end}}{{close}}`,
    "65 attributes on the result | also on what is known": long`{{open}}{{start}}<{{result}}${times(65, ' a{{i}}=""')}>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}`,
    "65 namespaces on the envelope | declarations are attributes": long`<soap:Envelope xmlns:soap="{{envelope}}"${times(65, ' xmlns:n{{i}}="urn:{{i}}"')}><soap:Body>{{answer}}{{close}}`,
    "20,000 attributes | a flood": long`{{open}}{{start}}{{content}}<a${times(20000, ' a{{i}}="{{i}}"')}/>{{end}}{{close}}`,
    "65 attributes in a header | what is skipped is counted too": long`<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header><h${times(65, ' a{{i}}=""')}/></soap:Header><soap:Body>{{answer}}{{close}}`,
    "65 attributes in a fault | a fault is no way around": long`{{open}}<soap:Fault><detail><a${times(65, ' a{{i}}=""')}/></detail></soap:Fault>{{close}}`,
  }),
];
