import type { BadReply } from "../corpus.js";
import { refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("child", {
    "an element in the result | no literal":
      "{{open}}{{start}}<{{result}}><b>{{ok}}</b></{{result}}>{{rest}}{{end}}{{close}}",
    "an element in the middle of the result | the text around it must not be joined":
      "{{open}}{{start}}<{{result}}>log<b/>in_OK</{{result}}>{{rest}}{{end}}{{close}}",
    "an element after the literal | the literal is not all there is":
      "{{open}}{{start}}<{{result}}>{{ok}}<b/></{{result}}>{{rest}}{{end}}{{close}}",
    "an unknown namespace in the result | drift is told beside, not inside a value":
      '{{open}}{{start}}<{{result}}><x xmlns="urn:x"/>{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "the result inside the result | no literal":
      "{{open}}{{start}}<{{result}}>{{okResult}}</{{result}}>{{rest}}{{end}}{{close}}",
    "the result as the code and its text | no literal":
      "{{open}}{{start}}<{{result}}><code>0</code><text>OK</text></{{result}}>{{rest}}{{end}}{{close}}",
    "the envelope inside the result | no literal":
      "{{open}}{{start}}<{{result}}><soap:Envelope><soap:Body></soap:Body></soap:Envelope></{{result}}>{{rest}}{{end}}{{close}}",
  }),
  ...refused("text", {
    "words beside the result | no place for text": "{{open}}{{start}}{{okResult}}and more{{rest}}{{end}}{{close}}",
    "words before the result | no place for text": "{{open}}{{start}}OK{{okResult}}{{rest}}{{end}}{{close}}",
    "CDATA beside the result | no place for text": "{{open}}{{start}}{{okResult}}<![CDATA[x]]>{{rest}}{{end}}{{close}}",
    "a reference beside the result | no place for text": "{{open}}{{start}}{{okResult}}&#65;{{rest}}{{end}}{{close}}",
    "the literal without its element | no place for text": "{{open}}{{start}}{{ok}}{{end}}{{close}}",
    "a zero-width space beside the result | no blank of XML's":
      "{{open}}{{start}}\u200b{{okResult}}{{rest}}{{end}}{{close}}",
  }),
  ...refused(
    { reason: "text", roles: ["read"] },
    {
      "words in the list | no place for text":
        "{{open}}{{start}}{{okResult}}<aSessions>none</aSessions>{{end}}{{close}}",
      "words in a session | no place for text":
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:iID=1</iID>words<iID>2}}</aSessions>{{end}}{{close}}",
      "words between sessions | no place for text":
        "{{open}}{{start}}{{okResult}}<aSessions>{{row}},{{row}}</aSessions>{{end}}{{close}}",
      "a list as JSON | no place for text":
        '{{open}}{{start}}{{okResult}}<aSessions>[{"iID":1}]</aSessions>{{end}}{{close}}',
    },
  ),
  ...refused(
    { reason: "child", roles: ["read"] },
    {
      "an element in a text | a note with markup nobody has escaped":
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:sEntry=a <b>bold</b> word}}</aSessions>{{end}}{{close}}",
      "an element in a number | no number":
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:iID=<v>1</v>}}</aSessions>{{end}}{{close}}",
      "an element in a status | no literal":
        "{{open}}{{start}}{{okResult}}<aSessions>{{row:bStatus=<v/>SESSION_WAITING}}</aSessions>{{end}}{{close}}",
    },
  ),
];
