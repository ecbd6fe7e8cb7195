import type { BadReply } from "../corpus.js";
import { faults, inBody, inEnvelope, inFault, long, refused, times } from "./table.js";

export const replies: readonly BadReply[] = [
  ...faults(
    { status: 500 },
    {
      "a fault with 500 | as ASMX reports an exception": { body: inBody("{{fault}}"), has: { faultString: "Boom" } },
      "a fault with 200 | some servers do": { status: 200, body: inBody("{{fault}}"), has: { faultString: "Boom" } },
      "a fault with 400 | SOAP 1.2 part 2 table 20": {
        status: 400,
        body: "{{open}}{{fault}}{{close}}",
        has: { faultString: "Boom" },
      },
      "a fault after a header | a header does not hide it": {
        body: '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header/><soap:Body>{{fault}}{{close}}',
        has: { faultString: "Boom" },
      },
      "parts in the envelope's namespace | some services qualify them": {
        body: "{{open}}<soap:Fault><soap:faultcode>soap:Server</soap:faultcode><soap:faultstring>Boom</soap:faultstring></soap:Fault>{{close}}",
        has: { faultCode: "soap:Server", faultString: "Boom" },
      },
      "a reason of 1 MB | cut: an error is no carrier of data": {
        ...long`{{open}}<soap:Fault><soap:faultcode>soap:Server</soap:faultcode><soap:faultstring>${times(1000000, "x")}</soap:faultstring></soap:Fault>{{close}}`,
        has: { faultCode: "soap:Server", faultString: `${"x".repeat(16383)}…` },
      },
      "a code of 1 MB | cut: an error is no carrier of data": {
        ...long`{{open}}<soap:Fault><soap:faultcode>${times(1000000, "x")}</soap:faultcode></soap:Fault>{{close}}`,
        has: { faultString: "" },
      },
      "a detail of 1 MB | cut: an error is no carrier of data": {
        ...long`{{open}}<soap:Fault><soap:faultcode>soap:Server</soap:faultcode><detail>${times(100000, "<a>xy</a>")}</detail></soap:Fault>{{close}}`,
        has: { faultCode: "soap:Server" },
      },
      "10,000 codes | a fault has one": {
        ...long`{{open}}<soap:Fault>${times(10000, "<soap:faultcode>soap:Server</soap:faultcode>")}</soap:Fault>{{close}}`,
        has: { faultString: "" },
      },
    },
  ),
  ...refused(
    { reason: "response", status: 500 },
    {
      "a fault of the other version's namespace | not this version's fault":
        '{{open}}<o:Fault xmlns:o="{{otherEnvelope}}"><faultcode>a</faultcode></o:Fault>{{close}}',
      "a fault without a namespace | the name needs its namespace": inBody(
        "<Fault><faultcode>soap:Server</faultcode></Fault>",
      ),
      "a fault in small letters | XML minds the case":
        "{{open}}<soap:fault><faultcode>soap:Server</faultcode></soap:fault>{{close}}",
      "a fault in the service's namespace | not SOAP's fault":
        '{{open}}<Fault xmlns="{{service}}"><faultcode>soap:Server</faultcode></Fault>{{close}}',
    },
  ),
  ...refused("missing", {
    "a fault inside the response | out of place: an unknown element there, and no result": {
      status: 500,
      body: "{{open}}{{start}}{{fault}}{{end}}{{close}}",
    },
  }),
  ...refused("emptyBody", {
    "a fault in the header | out of place": {
      status: 500,
      body: '<soap:Envelope xmlns:soap="{{envelope}}"><soap:Header>{{fault}}</soap:Header><soap:Body/></soap:Envelope>',
    },
  }),
  ...refused("parts", {
    "a fault beside the body | out of place": { status: 500, body: inEnvelope("{{fault}}") },
  }),
  ...refused(
    { reason: "malformed", status: 500 },
    {
      "a fault cut off | it may have gone on": { cut: 30, body: "{{open}}{{fault}}{{close}}" },
      "a fault with mismatched tags | no document": inFault("<faultcode>a</faultstring>"),
    },
  ),
  ...refused("doctype", {
    "a fault with a DOCTYPE | a fault is no way around": {
      status: 500,
      body: '<!DOCTYPE x><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{fault}}{{close}}',
    },
  }),
  ...refused("prefix", {
    "a fault with an undeclared prefix | a prefix without a meaning": {
      status: 500,
      body: "{{open}}<soap:Fault><e:faultcode>a</e:faultcode></soap:Fault>{{close}}",
    },
  }),
  ...refused(
    { reason: "faultCode", status: 500 },
    {
      "an empty fault | it says nothing": "{{open}}<soap:Fault></soap:Fault>{{close}}",
      "a fault of words | nothing that has a name": "{{open}}<soap:Fault>Server Error</soap:Fault>{{close}}",
      "a fault of unknown elements | nothing that has a meaning": inFault('<x xmlns="urn:x">soap:Server</x>'),
      "a fault with a reason only | SOAP asks for a code":
        "{{open}}<soap:Fault><faultstring>Boom</faultstring><soap:Reason><soap:Text>Boom</soap:Text></soap:Reason></soap:Fault>{{close}}",
      "a fault with a detail only | SOAP asks for a code":
        "{{open}}<soap:Fault><detail><faultcode>soap:Server</faultcode></detail></soap:Fault>{{close}}",
      "a code in another namespace | the name needs its namespace":
        '{{open}}<soap:Fault><x:faultcode xmlns:x="urn:x">soap:Server</x:faultcode></soap:Fault>{{close}}',
      "a code inside an unknown element | out of place":
        '{{open}}<soap:Fault><x xmlns="urn:x"><faultcode xmlns="">soap:Server</faultcode></x></soap:Fault>{{close}}',
      "a code called __proto__ | a name of JavaScript's": inFault("<__proto__>soap:Server</__proto__>"),
    },
  ),
  ...refused(
    { reason: "faultCode", status: 500, only: "1.2" },
    {
      "a 1.2 code without its value | a level is missing": inFault("<soap:Code>soap:Receiver</soap:Code>"),
      "a 1.2 value without its code | a level is missing": inFault("<soap:Value>soap:Receiver</soap:Value>"),
      "a 1.1 fault in 1.2 | parts without a namespace are not this version's":
        "{{open}}<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Boom</faultstring></soap:Fault>{{close}}",
    },
  ),
  ...faults(
    { status: 500, only: "1.1" },
    {
      "a 1.2 fault in 1.1 | reported with its content, as both are SOAP": {
        body: "{{open}}<soap:Fault><soap:Code><soap:Value>soap:Receiver</soap:Value></soap:Code><soap:Reason><soap:Text>Boom</soap:Text></soap:Reason></soap:Fault>{{close}}",
        has: { faultCode: "soap:Receiver", faultString: "Boom" },
      },
      "a code without a reason | reported nevertheless": {
        body: "{{open}}<soap:Fault><faultcode>soap:Server</faultcode></soap:Fault>{{close}}",
        has: { faultCode: "soap:Server", faultString: "" },
      },
      "a reason in CDATA | ASMX messages hold markup": {
        body: "{{open}}<soap:Fault><faultcode>soap:Server</faultcode><faultstring><![CDATA[a < b]]></faultstring></soap:Fault>{{close}}",
        has: { faultString: "a < b" },
      },
      "a reason that is markup, escaped | text stays text": {
        body: "{{open}}<soap:Fault><faultcode>soap:Server</faultcode><faultstring>&lt;script&gt;</faultstring></soap:Fault>{{close}}",
        has: { faultString: "<script>" },
      },
      "a detail with elements | given as XML": {
        body: '{{open}}<soap:Fault><faultcode>soap:Server</faultcode><detail><e a="1&lt;2">x &amp; y</e></detail></soap:Fault>{{close}}',
        has: { detail: '<e a="1&lt;2">x &amp; y</e>' },
      },
      "a detail called __proto__ | text, never a property": {
        body: "{{open}}<soap:Fault><faultcode>soap:Server</faultcode><detail><__proto__><polluted>1</polluted></__proto__></detail></soap:Fault>{{close}}",
        has: { detail: "<__proto__><polluted>1</polluted></__proto__>" },
      },
      "a code called constructor | text, never a property": {
        body: "{{open}}<soap:Fault><faultcode>constructor</faultcode><faultstring>__proto__</faultstring></soap:Fault>{{close}}",
        has: { faultCode: "constructor", faultString: "__proto__" },
      },
      "a mustUnderstand fault | as ASMX refuses a header": {
        body: "{{open}}<soap:Fault><faultcode>soap:MustUnderstand</faultcode><faultstring>SOAP header Security was not understood.</faultstring></soap:Fault>{{close}}",
        has: { faultCode: "soap:MustUnderstand" },
      },
      "unknown elements beside the code | a service grows by addition": {
        body: "{{open}}<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Boom</faultstring><hint>retry</hint></soap:Fault>{{close}}",
        has: { faultString: "Boom" },
      },
      "xsi:nil on the code | its text counts": {
        body: '{{open}}<soap:Fault><faultcode xsi:nil="true">soap:Server</faultcode></soap:Fault>{{close}}',
        has: { faultCode: "soap:Server" },
      },
      "with status 200 and an unknown code | codes are reported unchanged": {
        status: 200,
        body: "{{open}}<soap:Fault><faultcode>Whatever.It.Is</faultcode><faultstring/></soap:Fault>{{close}}",
        has: { faultCode: "Whatever.It.Is", faultString: "" },
      },
    },
  ),
  ...faults(
    { status: 500, only: "1.2" },
    {
      "a code without a reason in 1.2 | reported nevertheless": {
        body: "{{open}}<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code></soap:Fault>{{close}}",
        has: { faultCode: "soap:Sender", faultString: "" },
      },
      "subcodes | joined, the general one first": {
        body: "{{open}}<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value><soap:Subcode><soap:Value>m:A</soap:Value><soap:Subcode><soap:Value>m:B</soap:Value></soap:Subcode></soap:Subcode></soap:Code></soap:Fault>{{close}}",
        has: { faultCode: "soap:Sender/m:A/m:B" },
      },
      "reasons in two languages | the first one is reported": {
        body: '{{open}}<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="hu">Baj van</soap:Text><soap:Text xml:lang="en">Boom</soap:Text></soap:Reason></soap:Fault>{{close}}',
        has: { faultString: "Baj van" },
      },
      "a version mismatch | the service speaks the other one": {
        body: "{{open}}<soap:Fault><soap:Code><soap:Value>soap:VersionMismatch</soap:Value></soap:Code><soap:Reason><soap:Text>x</soap:Text></soap:Reason></soap:Fault>{{close}}",
        has: { faultCode: "soap:VersionMismatch" },
      },
      "50 long subcodes | cut: an error is no carrier of data": {
        ...long`{{open}}<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value>${times(50, `<soap:Subcode><soap:Value>${"y".repeat(10000)}</soap:Value>`)}${times(50, "</soap:Subcode>")}</soap:Code></soap:Fault>{{close}}`,
        has: { faultString: "" },
      },
    },
  ),
];
