import type { BadReply } from "../corpus.js";
import { refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("charset", {
    "iso-8859-1 | node-soap garbles it without a word": { type: "{{media}}; charset=iso-8859-1", charset: "latin1" },
    "windows-1252 | not supported, and not guessed": { type: "{{media}}; charset=windows-1252" },
    "utf-7 | the old way past filters": { type: "{{media}}; charset=utf-7" },
    "utf-32 | not read": { type: "{{media}}; charset=utf-32" },
    "gb18030 | not read": { type: "{{media}}; charset=gb18030" },
    "shift_jis | not read": { type: "{{media}}; charset=shift_jis" },
    "ebcdic | not read": { type: "{{media}}; charset=ibm037" },
    "an unknown name | not read": { type: "{{media}}; charset=x-nobody-knows" },
    "__proto__ as a charset | a name of JavaScript's": { type: "{{media}}; charset=__proto__" },
    "utf-16 without a mark | the byte order is unknown": {
      type: "{{media}}; charset=utf-16",
      charset: "utf-16le",
    },
    "utf-16le without a mark | a mark is required": { type: "{{media}}; charset=utf-16le", charset: "utf-16le" },
    "utf-16 said of UTF-8 | the header is wrong": { type: "{{media}}; charset=utf-16" },
    "a quoted unknown name | quotes change nothing": { type: '{{media}}; charset="latin1"' },
    "a name in capitals | capitals change nothing": { type: "{{media}}; charset=ISO-8859-15" },
    "iso-8859-1 said of UTF-16 | the header is wrong": {
      type: "{{media}}; charset=iso-8859-1",
      charset: "utf-16le",
      prepend: "//4=",
    },
    "utf-8 said of UTF-16 with a mark | the header is wrong": {
      type: "{{media}}; charset=utf-8",
      charset: "utf-16le",
      prepend: "//4=",
    },
    "UTF-16 of odd length | the last character is cut in two": {
      type: "{{media}}",
      charset: "utf-16le",
      cut: 1,
      prepend: "//4=",
    },
    "UTF-16 with a lone surrogate | half a character": {
      type: "{{media}}",
      charset: "utf-16be",
      prepend: "/v8=",
      append: "2AAAIA==",
    },
    "one byte | not even a mark": { type: "{{media}}", bodyBase64: "/w==" },
    "a byte that UTF-8 never has | not UTF-8": { append: "/w==" },
    "a lone continuation byte | not UTF-8": { append: "gA==" },
    "a sequence cut short | not UTF-8, and the reply may go on": { append: "4oI=" },
    "an overlong < | a < that filters do not see": { append: "wLw=" },
    "an overlong NUL | modified UTF-8 of Java": { append: "wIA=" },
    "a surrogate in UTF-8 | CESU-8": { append: "7aCA" },
    "a code point beyond Unicode | not UTF-8": { append: "9JCAgA==" },
    "a sequence of five bytes | UTF-8 of long ago": { append: "+IiAgIA=" },
    "latin1 bytes said to be UTF-8 | é as one byte": {
      charset: "latin1",
      body: "{{open}}{{start}}{{okResult}}<note>café</note>{{end}}{{close}}",
    },
    "declared as iso-8859-1 in the document | the header says UTF-8, the document does not":
      '<?xml version="1.0" encoding="iso-8859-1"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    "declared as utf-16 in the document | a document of bytes cannot be":
      '<?xml version="1.0" encoding="utf-16"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    "declared as windows-1251 in the document | not read":
      '<?xml version="1.0" encoding="windows-1251"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    "declared as UTF-7 in the document | the old way past filters":
      '<?xml version="1.0" encoding="UTF-7"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    "declared as x in the document | unknown":
      '<?xml version="1.0" encoding="x"?><soap:Envelope xmlns:soap="{{envelope}}"><soap:Body>{{answer}}{{close}}',
    "declared with single quotes | both quotes are read":
      "<?xml version='1.0' encoding = 'latin1' ?><soap:Envelope xmlns:soap=\"{{envelope}}\"><soap:Body>{{answer}}{{close}}",
  }),
  ...refused(
    { reason: "malformed", type: "{{media}}" },
    {
      "UTF-16 with its mark the wrong way round | every character is another one": {
        charset: "utf-16be",
        prepend: "//4=",
      },
      "UTF-16 without a mark and without a charset | a reply of NULs as UTF-8": { charset: "utf-16le" },
      "only a mark of UTF-16 | no document": { bodyBase64: "//4=" },
      "only a mark of UTF-8 | no document": { bodyBase64: "77u/" },
      "UTF-32 with a mark | its mark begins as that of UTF-16 does": { bodyBase64: "//4AADwAAABhAAAALwAAAD4AAAA=" },
      "a mark of UTF-7 | text that is not XML": { prepend: "Ky92OC0=" },
    },
  ),
];
