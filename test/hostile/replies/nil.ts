import type { BadReply } from "../corpus.js";
import { inAnswer, inSessions, refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("nil", {
    "a nil result (true) | it is not nillable": '{{open}}{{start}}<{{result}} xsi:nil="true"/>{{rest}}{{end}}{{close}}',
    "a nil result (1) | it is not nillable": '{{open}}{{start}}<{{result}} xsi:nil="1"/>{{rest}}{{end}}{{close}}',
    "a nil result ( true ) | it is not nillable": inAnswer('<{{result}} xsi:nil=" true "/>{{rest}}'),
    "a nil result (&#116;rue) | it is not nillable": inAnswer('<{{result}} xsi:nil="&#116;rue"/>{{rest}}'),
    "a nil result with a literal | nil or not?": inAnswer('<{{result}} xsi:nil="true">{{ok}}</{{result}}>{{rest}}'),
    'xsi:nil="yes" | no boolean of the schema\'s': inAnswer('<{{result}} xsi:nil="yes">{{ok}}</{{result}}>{{rest}}'),
    'xsi:nil="" | no boolean of the schema\'s': inAnswer('<{{result}} xsi:nil="">{{ok}}</{{result}}>{{rest}}'),
    'xsi:nil="TRUE" | no boolean of the schema\'s': inAnswer('<{{result}} xsi:nil="TRUE">{{ok}}</{{result}}>{{rest}}'),
    'xsi:nil="2" | no boolean of the schema\'s': inAnswer('<{{result}} xsi:nil="2">{{ok}}</{{result}}>{{rest}}'),
    'xsi:nil="nil" | no boolean of the schema\'s': inAnswer('<{{result}} xsi:nil="nil">{{ok}}</{{result}}>{{rest}}'),
    'xsi:nil="true true" | no boolean of the schema\'s':
      '{{open}}{{start}}<{{result}} xsi:nil="true true">{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    'xsi:nil="__proto__" | no boolean of the schema\'s':
      '{{open}}{{start}}<{{result}} xsi:nil="__proto__">{{ok}}</{{result}}>{{rest}}{{end}}{{close}}',
    "a nil result by another prefix | a prefix is only a prefix":
      '{{open}}{{start}}<{{result}} xmlns:p="{{xsi}}" p:nil="1"/>{{rest}}{{end}}{{close}}',
    "a nil result with a comment | still not nillable":
      '{{open}}{{start}}<{{result}} xsi:nil="true"><!-- x --></{{result}}>{{rest}}{{end}}{{close}}',
  }),
  ...refused("missing", {
    "nil on the response itself | and so without a result":
      '{{open}}<{{response}} xmlns="{{service}}" xsi:nil="true"/>{{close}}',
  }),
  ...refused(
    { reason: "nil", roles: ["read"] },
    {
      "a nil list | it is not nillable": '{{open}}{{start}}{{okResult}}<aSessions xsi:nil="true"/>{{end}}{{close}}',
      "a nil session with content | nil or not?": inSessions('<SESSION_V3 xsi:nil="true">text</SESSION_V3>'),
      'a session that says xsi:nil="no" | no boolean of the schema\'s': inSessions('<SESSION_V3 xsi:nil="no"/>'),
      "a nil iID | it is not nillable": inSessions('<SESSION_V3><iID xsi:nil="true"/></SESSION_V3>'),
      "a nil sEntry | it is not nillable": inSessions('<SESSION_V3><sEntry xsi:nil="true"/></SESSION_V3>'),
      "a nil bIsLead | it is not nillable": inSessions('<SESSION_V3><bIsLead xsi:nil="true"/></SESSION_V3>'),
      "a nil bStatus | it is not nillable": inSessions('<SESSION_V3><bStatus xsi:nil="true"/></SESSION_V3>'),
    },
  ),
  ...refused(
    { reason: "child", roles: ["read"] },
    {
      "a nil session with elements | nil or not?": inSessions('<SESSION_V3 xsi:nil="true"><iID>1</iID></SESSION_V3>'),
    },
  ),
  ...refused(
    { reason: "missing", roles: ["read"] },
    {
      "a session nil in another namespace | so it is not nil, and lacks everything":
        '{{open}}{{start}}{{okResult}}<aSessions><SESSION_V3 xmlns:n="urn:x" n:nil="true"/></aSessions>{{end}}{{close}}',
      "a session nil without a prefix | so it is not nil, and lacks everything": inSessions('<SESSION_V3 nil="true"/>'),
    },
  ),
];
