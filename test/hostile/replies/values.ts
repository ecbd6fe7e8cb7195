import type { BadReply } from "../corpus.js";
import { refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused(
    { reason: "value", roles: ["read", "mutating"] },
    {
      "2147483648 | one more than xs:int holds": "{{int:2147483648}}",
      "an empty number | nothing is not 0": "{{int:}}",
      "a number of blanks | nothing is not 0": "{{int:   }}",
      "12abc | parseInt takes 12 of it": "{{int:12abc}}",
      "abc | no number": "{{int:abc}}",
      "NaN | no number": "{{int:NaN}}",
      "Infinity | no number": "{{int:Infinity}}",
      "INF | a number of xs:double's": "{{int:INF}}",
      "1e3 | Number takes it for 1000": "{{int:1e3}}",
      "0x10 | Number takes it for 16": "{{int:0x10}}",
      "0b11 | Number takes it for 3": "{{int:0b11}}",
      "0o17 | Number takes it for 15": "{{int:0o17}}",
      "1.0 | no integer's form": "{{int:1.0}}",
      "1.5 | no integer": "{{int:1.5}}",
      "1,000 | a thousand, or one": "{{int:1,000}}",
      "1_000 | JavaScript's form": "{{int:1_000}}",
      "1 000 | a blank inside": "{{int:1 000}}",
      "a number with a no-break space | no blank of XML's": "{{int:12\u00a0}}",
      "-2147483649 | one less than xs:int holds": "{{int:-2147483649}}",
      "9007199254740993 | more than a double holds": "{{int:9007199254740993}}",
      "400 digits | Number makes Infinity of it": `{{int:${"9".repeat(400)}}}`,
      "--1 | no number": "{{int:--1}}",
      "+-1 | no number": "{{int:+-1}}",
      "only a sign | no number": "{{int:-}}",
      "a sign after | no number": "{{int:1-}}",
      "true as a number | no number": "{{int:true}}",
      "null as a number | no number": "{{int:null}}",
      "undefined as a number | no number": "{{int:undefined}}",
      "Arabic digits | no digits of xs:int's": "{{int:١٢}}",
      "full-width digits | no digits of xs:int's": "{{int:１２}}",
      "a bigint of JavaScript | no number": "{{int:12n}}",
      "a minus of typography | no sign of xs:int's": "{{int:−1}}",
      "two numbers | no list": "{{int:1 2}}",
      "an expression | no number": "{{int:1+1}}",
      "two numbers around a comment | a comment joins nothing": "{{int:1<!-- --> 2}}",
    },
  ),
  ...refused(
    { reason: "value", roles: ["read"] },
    {
      'the boolean "yes" | no boolean of the schema\'s':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=yes}}</aSessions>{{end}}{{close}}",
      'the boolean "no" | no boolean of the schema\'s':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=no}}</aSessions>{{end}}{{close}}",
      'the boolean "True" | XML minds the case':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=True}}</aSessions>{{end}}{{close}}",
      'the boolean "TRUE" | XML minds the case':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=TRUE}}</aSessions>{{end}}{{close}}",
      'the boolean "False" | the text False is true in JavaScript':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=False}}</aSessions>{{end}}{{close}}",
      'the boolean "2" | no boolean':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=2}}</aSessions>{{end}}{{close}}",
      'the boolean "-1" | VARIANT_TRUE is no boolean of the schema\'s':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=-1}}</aSessions>{{end}}{{close}}",
      'the boolean "00" | no boolean':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=00}}</aSessions>{{end}}{{close}}",
      'the boolean "" | nothing is not false':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=}}</aSessions>{{end}}{{close}}",
      'the boolean " " | nothing is not false':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead= }}</aSessions>{{end}}{{close}}",
      'the boolean "on" | no boolean':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=on}}</aSessions>{{end}}{{close}}",
      'the boolean "t" | no boolean':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=t}}</aSessions>{{end}}{{close}}",
      'the boolean "null" | no boolean':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=null}}</aSessions>{{end}}{{close}}",
      'the status "SESSION_UNHEARD_OF" | a status that nobody knows':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=SESSION_UNHEARD_OF}}</aSessions>{{end}}{{close}}",
      'the status "" | nothing is no status':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=}}</aSessions>{{end}}{{close}}",
      'the status "session_waiting" | XML minds the case':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=session_waiting}}</aSessions>{{end}}{{close}}",
      'the status " SESSION_WAITING" | an enumeration of strings keeps its blanks':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus= SESSION_WAITING}}</aSessions>{{end}}{{close}}",
      'the status "SESSION_WAITING " | an enumeration of strings keeps its blanks':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=SESSION_WAITING }}</aSessions>{{end}}{{close}}",
      'the status "2" | a number is no literal':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=2}}</aSessions>{{end}}{{close}}",
      'the status "Waiting" | the text is not the status':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=Waiting}}</aSessions>{{end}}{{close}}",
      'the status "SESSION_WAITING,SESSION_OFFLINE" | no list':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=SESSION_WAITING,SESSION_OFFLINE}}</aSessions>{{end}}{{close}}",
      'the status "__proto__" | a name of JavaScript\'s':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=__proto__}}</aSessions>{{end}}{{close}}",
      'the status "constructor" | a name of JavaScript\'s':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=constructor}}</aSessions>{{end}}{{close}}",
      'the status "toString" | a name of JavaScript\'s':
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=toString}}</aSessions>{{end}}{{close}}",
      "one bad number in a good session | no unit in xs:int":
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:iWaitingTimeInSec=15s}}</aSessions>{{end}}{{close}}",
      "a date as a number | no number":
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:iEntry=2026-11-01}}</aSessions>{{end}}{{close}}",
    },
  ),
];
