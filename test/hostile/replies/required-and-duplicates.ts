import type { BadReply } from "../corpus.js";
import { inAnswer, inSessions, refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("missing", {
    "no result | node-soap gives undefined": "{{open}}{{start}}{{rest}}{{end}}{{close}}",
    "an empty response element | node-soap gives undefined": '{{open}}<{{response}} xmlns="{{service}}"/>{{close}}',
    "the result in a comment | nothing is there": "{{open}}{{start}}<!-- {{okResult}} -->{{rest}}{{end}}{{close}}",
    "the result in no namespace | the name needs its namespace": inAnswer(
      '<{{result}} xmlns="">{{ok}}</{{result}}>{{rest}}',
    ),
    "the result in another namespace | the name needs its namespace":
      '{{open}}{{start}}<{{result}} xmlns="urn:evil">{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "the result in the envelope's namespace | the name needs its namespace":
      "{{open}}{{start}}<soap:{{result}}>{{ok}}</soap:{{result}}>{{rest}}{{end}}{{close}}",
    "the result in another case | XML minds the case":
      "{{open}}{{start}}<{{operation}}result>{{ok}}</{{operation}}result>{{rest}}{{end}}{{close}}",
    "the result as an attribute | an attribute is no element": inAnswer('<x {{result}}="{{ok}}"/>{{rest}}'),
    "the result inside an unknown element | a level too many": inAnswer("<x>{{okResult}}</x>{{rest}}"),
    "another operation's result | not this call's": inAnswer("<logoutResult>logout_OK</logoutResult>{{rest}}"),
    "the result called return | what JAX-WS writes": "{{open}}{{start}}<return>{{ok}}</return>{{rest}}{{end}}{{close}}",
    "the result's name with a prefix of its own | declared, and another namespace":
      '{{open}}{{start}}<x:{{result}} xmlns:x="urn:x">{{ok}}</x:{{result}}>{{rest}}{{end}}{{close}}',
  }),
  ...refused("twice", {
    "the result twice, the same | which one would count?": inAnswer("{{okResult}}{{okResult}}{{rest}}"),
    "the result twice, OK first | the last one might count":
      "{{open}}{{start}}{{okResult}}<{{result}}>x_Error</{{result}}>{{rest}}{{end}}{{close}}",
    "the result twice, OK last | the first one might count":
      "{{open}}{{start}}<{{result}}>x_Error</{{result}}>{{okResult}}{{rest}}{{end}}{{close}}",
    "the result twice, far apart | with unknown elements between": inAnswer("{{okResult}}<x/><y/>{{rest}}{{okResult}}"),
    "an empty result and a good one | emptiness counts too": inAnswer("<{{result}}/>{{okResult}}{{rest}}"),
  }),
  ...refused(
    { reason: "twice", roles: ["read"] },
    {
      "the list twice | which one would count?": "{{open}}{{start}}{{okResult}}{{rest}}{{rest}}{{end}}{{close}}",
      "the list twice, one empty | which one would count?": inAnswer("{{okResult}}{{rest}}<aSessions/>"),
      "a session with iID twice | which one would count?": inSessions("{{row:iID=1</iID><iID>2}}"),
      "a session with sEntry twice | which one would count?": inSessions("{{row:sEntry=a</sEntry><sEntry>a}}"),
      "a session with bStatus twice | which one would count?":
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=SESSION_WAITING</bStatus><bStatus>SESSION_OFFLINE}}</aSessions>{{end}}{{close}}",
      "a session with bIsLead twice | which one would count?":
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bIsLead=true</bIsLead><bIsLead>false}}</aSessions>{{end}}{{close}}",
    },
  ),
  ...refused(
    { reason: "missing", roles: ["read"] },
    {
      "an empty session | all that is required is missing": inSessions("<SESSION_V3/>"),
      "one empty session among good ones | one bad row spoils the list":
        "{{open}}{{start}}{{okResult}}<aSessions>{{row}}<SESSION_V3></SESSION_V3>{{row}}</aSessions>{{end}}{{close}}",
      "a session without iID | it is required, and no value is made up": inSessions("{{row:-iID}}"),
      "a session without bStatus | it is required, and no value is made up": inSessions("{{row:-bStatus}}"),
      "a session without iEntry | it is required, and no value is made up": inSessions("{{row:-iEntry}}"),
      "a session without iTechnician | it is required, and no value is made up": inSessions("{{row:-iTechnician}}"),
      "a session without iWaitingTimeInSec | it is required, and no value is made up":
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:-iWaitingTimeInSec}}</aSessions>{{end}}{{close}}",
      "a session without bIsLead | it is required, and no value is made up": inSessions("{{row:-bIsLead}}"),
      "a session without bHandingOff | it is required, and no value is made up": inSessions("{{row:-bHandingOff}}"),
    },
  ),
];
