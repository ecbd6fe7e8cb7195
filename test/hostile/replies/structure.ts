import type { BadReply } from "../corpus.js";
import { inAnswer, inResult, inSessions, refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("child", {
    "an element in the result | no literal": inResult("<b>{{ok}}</b>"),
    "an element in the middle of the result | the text around it must not be joined": inResult("log<b/>in_OK"),
    "an element after the literal | the literal is not all there is": inResult("{{ok}}<b/>"),
    "an unknown namespace in the result | drift is told beside, not inside a value":
      '{{open}}{{start}}<{{result}}><x xmlns="urn:x"/>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "the result inside the result | no literal": inResult("{{okResult}}"),
    "the result as the code and its text | no literal": inResult("<code>0</code><text>OK</text>"),
    "the envelope inside the result | no literal": inResult("<soap:Envelope><soap:Body></soap:Body></soap:Envelope>"),
  }),
  ...refused("text", {
    "words beside the result | no place for text": "{{open}}{{start}}{{okResult}}and more{{rest}}{{end}}{{close}}",
    "words before the result | no place for text": "{{open}}{{start}}OK{{okResult}}{{rest}}{{end}}{{close}}",
    "CDATA beside the result | no place for text": "{{open}}{{start}}{{okResult}}<![CDATA[x]]>{{rest}}{{end}}{{close}}",
    "a reference beside the result | no place for text": "{{open}}{{start}}{{okResult}}&#65;{{rest}}{{end}}{{close}}",
    "the literal without its element | no place for text": "{{open}}{{start}}{{ok}}{{end}}{{close}}",
    "a zero-width space beside the result | no blank of XML's": inAnswer("\u200b{{okResult}}{{rest}}"),
  }),
  ...refused(
    { reason: "text", roles: ["read"] },
    {
      "words in the list | no place for text": inSessions("none"),
      "words in a session | no place for text": inSessions("{{row:iID=1</iID>words<iID>2}}"),
      "words between sessions | no place for text": inSessions("{{row}},{{row}}"),
      "a list as JSON | no place for text": inSessions('[{"iID":1}]'),
    },
  ),
  ...refused(
    { reason: "child", roles: ["read"] },
    {
      "an element in a text | a note with markup nobody has escaped": inSessions("{{row:sEntry=a <b>bold</b> word}}"),
      "an element in a number | no number": inSessions("{{row:iID=<v>1</v>}}"),
      "an element in a status | no literal": inSessions("{{row:bStatus=<v/>SESSION_WAITING}}"),
    },
  ),
];
