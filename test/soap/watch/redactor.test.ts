import { readFileSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import { SHOWN_LIMIT } from "../../../src/soap/text/cut-text.js";
import { escapeXml } from "../../../src/soap/text/xml-text.js";
import { isSensitiveName, REDACTED, Redactor } from "../../../src/soap/watch/redactor.js";
import { xmlTexts } from "../sample-values.js";
import { always } from "../seed.js";

function redactor(...secrets: string[]): Redactor {
  const made = new Redactor();
  for (const secret of secrets) made.add(secret);
  return made;
}

describe("Redactor: text that is going to be shown", () => {
  it("removes the known secrets, unchanged and as XML, URL and JSON write them", () => {
    const secret = 'h&"2 é';
    for (const form of [secret, escapeXml(secret), encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
      expect(redactor(secret).text(`a${form}b${form}`), form).to.equal(`a${REDACTED}b${REDACTED}`);
    }
  });

  it("is left alone without secrets", () => {
    expect(redactor().text("login_OK")).to.equal("login_OK");
    expect(redactor("").text("login_OK")).to.equal("login_OK");
  });

  it("leaves nothing of a secret that holds another", () => {
    expect(redactor("abc", "abcdef").text("abcdef abc")).to.equal(`${REDACTED} ${REDACTED}`);
  });

  it("treats a pattern's special characters as ordinary ones", () => {
    expect(redactor("a.c(").text("abc( a.c(")).to.equal(`abc( ${REDACTED}`);
  });

  it("can be given any secret, also one that is not text", () => {
    expect(redactor("p\ud800q").text("<p\ud800q>")).to.equal(`<${REDACTED}>`);
  });

  it("never shows a longer secret, whatever it is made of", () => {
    always(xmlTexts, (text) => {
      const secret = `s3${text}`;
      return !redactor(secret, "other")
        .text(`x ${escapeXml(secret)} ${secret} y`)
        .includes(secret);
    });
  });

  describe("is not shown at all where it spells a secret in another way", () => {
    const secret = 'h&"2 é%+\\';
    const numeric = (radix: 10 | 16) => (character: string) =>
      `&#${radix === 16 ? "x000" : ""}${character.codePointAt(0)?.toString(radix)};`;
    const bytes = (text: string, encoding: BufferEncoding) =>
      [...Buffer.from(text, encoding)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
    const spellings: Readonly<Record<string, string>> = {
      "XML, the quotes left alone": secret.replace("&", "&amp;"),
      "HTML, as .NET does it": escapeXml(secret).replace("é", "&#233;"),
      "HTML, by names": escapeXml(secret).replace("é", "&eacute;"),
      "decimal references": [...secret].map(numeric(10)).join(""),
      "hexadecimal references": [...secret].map(numeric(16)).join(""),
      "XML in XML": escapeXml(escapeXml(secret)),
      "XML in XML in XML": escapeXml(escapeXml(escapeXml(secret))),
      "a URL in small letters": encodeURIComponent(secret).toLowerCase(),
      "a URL, each byte": bytes(secret, "utf8"),
      "a URL of Latin-1": bytes(secret, "latin1"),
      "a form": new URLSearchParams([["p", secret]]).toString().slice(2),
      "a URL in a URL": encodeURIComponent(encodeURIComponent(secret)),
      "a URL in XML": escapeXml(encodeURIComponent(secret)),
      "JSON by code units": [...secret].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
      "JSON in JSON": JSON.stringify(JSON.stringify(secret)),
      "JSON in XML": escapeXml(JSON.stringify(secret)),
    };
    for (const [what, spelling] of Object.entries(spellings)) {
      it(what, () => {
        const shown = redactor(secret).text(`a ${spelling} b`);
        expect(shown).to.be.oneOf([REDACTED, `a ${REDACTED} b`, `a "${REDACTED}" b`, `a &quot;${REDACTED}&quot; b`]);
        expect(redactor(secret).body(`<a>${spelling}</a>`)).to.match(/^\[body dropped|^<a>[^é2]*<\/a>$/);
      });
    }

    it("and is shown where its escapes spell no secret", () => {
      const text = "50 %25 of &lt;b&gt; &#233; \\u00e9 &nbsp; a+b";
      expect(redactor("hunter2", "a&b").text(text)).to.equal(text);
    });
  });

  describe("is cut before anything else is done to it", () => {
    const secret = "hunter2<&>é";
    const forms = [secret, escapeXml(secret), encodeURIComponent(secret), Buffer.from(secret).toString("base64")];
    const cutAfter = (form: string, length: number) =>
      redactor(secret).text("-".repeat(SHOWN_LIMIT - 1 - length) + form.padEnd(length + 9, "-"));

    it("at the same length, whatever it holds", () => {
      expect(redactor(secret).text("-".repeat(SHOWN_LIMIT))).to.equal("-".repeat(SHOWN_LIMIT));
      expect(redactor(secret).text("-".repeat(SHOWN_LIMIT + 1))).to.equal(`${"-".repeat(SHOWN_LIMIT - 1)}…`);
      expect(redactor().text("\u{1F600}".repeat(SHOWN_LIMIT))).to.equal(`${"\u{1F600}".repeat(SHOWN_LIMIT / 2 - 1)}…`);
    });

    it("and loses the beginning of a secret that the cut left", () => {
      for (const form of forms) {
        for (let length = 4; length < form.length; length += 1) {
          const shown = cutAfter(form, length);
          expect(shown, form.slice(0, length)).to.match(/^-+\[redacted\](?:[%&][\w#]*)?…$/);
        }
      }
    });

    it("also where the cut went through an escape of another kind, or the text was cut before", () => {
      for (const beginning of [
        "hunter2%3",
        "hunter2&#x3",
        "hunter2\\u00",
        "hunter2&l",
        "&#104;unter2&#6",
        "%68unter",
      ]) {
        expect(redactor(secret).text(`a ${beginning}…`), beginning).to.be.oneOf([REDACTED, `a ${REDACTED}…`]);
        expect(redactor(secret).text(`a ${beginning}…/x`), beginning).to.be.oneOf([REDACTED, `a ${REDACTED}…/x`]);
      }
      expect(redactor(secret).text("a hun…")).to.equal("a hun…");
    });
  });

  describe("loses a secret", () => {
    const secret = "Tr0ub4dor&Ünï";
    const basic = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding).toString("base64");
    const hex = Buffer.from(secret).toString("hex");
    const spellings: Readonly<Record<string, string>> = {
      "in capitals": secret.toUpperCase(),
      "in small letters": secret.toLowerCase(),
      "in capitals, escaped for XML": escapeXml(secret).toUpperCase(),
      "in capitals, escaped for a URL": encodeURIComponent(secret).toUpperCase(),
      "in base64": basic(secret),
      "in base64 of Latin-1": basic(secret, "latin1"),
      "in base64 for URLs": Buffer.from(secret).toString("base64url"),
      "in base64, its case lost": basic(secret).toLowerCase(),
      "in HTTP's basic authentication": `Basic ${basic(`some@email.com:${secret}`)}`,
      "in base64 at the second place of three": basic(`a${secret}b`),
      "in base64 at the third place of three": basic(`ab${secret}c`),
      "in base64 of an XML request": basic(`<sPassword>${escapeXml(secret)}</sPassword>`),
      "in base64 of a form": basic(`password=${encodeURIComponent(secret)}&x=1`),
      "in base64 of JSON": basic(JSON.stringify({ password: secret })),
      "in base64 in a URL": encodeURIComponent(basic(`??${secret}`)),
      "in hexadecimal digits": hex,
      "in hexadecimal digits in capitals": hex.toUpperCase(),
      "in hexadecimal digits of something longer": Buffer.from(`user:${secret}!`).toString("hex"),
      "in hexadecimal digits of Latin-1": Buffer.from(secret, "latin1").toString("hex"),
      "in hexadecimal digits, as .NET writes them": hex.toUpperCase().replace(/..\B/g, "$&-"),
      "without its last character": secret.slice(0, -1),
      "without its last two characters": secret.slice(0, -2),
      "without its last two characters, escaped for XML": escapeXml(secret.slice(0, -2)),
      "without its last two characters, in base64": basic(`u:${secret.slice(0, -2)}`),
      "without its first character": secret.slice(1),
      "without its first two characters": secret.slice(2),
      "without its first character and its last": secret.slice(1, -1).toUpperCase(),
    };
    for (const [what, spelling] of Object.entries(spellings)) {
      it(what, () => {
        const shown = redactor(secret, "other secret").text(`a ${spelling} b`);
        expect(shown).to.contain(REDACTED);
        // Up to two digits of base64 belong to what stands around the secret as well.
        const left = shown.replaceAll(REDACTED, "").replace(/^a | b$/g, "");
        for (let from = 0; from + 5 <= spelling.length; from += 1) {
          const around = /Basic|password|3C73|PHNQ|eyJw|cGFzc|dXNlci|757365723a|c29tZUBl/i;
          const piece = spelling.slice(from, from + 5);
          if (!around.test(spelling)) expect(left).not.to.contain(piece);
        }
        expect(redactor(secret).body(`<a>${spelling}</a>`)).to.match(/^\[body dropped|^<a>.*\[redacted\].*<\/a>$/);
      });
    }

    it("whatever it is made of, in every one of these ways", () => {
      const secrets = fc
        .string({ unit: "grapheme", minLength: 7, maxLength: 40 })
        .filter((text) => /^\S.{5,}\S$/su.test(text));
      always(secrets, (text) => {
        const made = redactor(text);
        const bytes = Buffer.from(text);
        for (const shown of [text, text.slice(0, -2), bytes.toString("base64"), bytes.toString("hex")]) {
          expect(made.text(`(${shown})`)).not.to.contain(shown);
        }
      });
    });
  });

  it("is unchanged except for those words where a secret resembles everyday words", () => {
    const made = redactor("Rescue-2026", "hunter2", "a1b2c3d4e5f6a7b8", "qwertz");
    const words = readFileSync("test/reference/API.wsdl", "utf8")
      .replace(/<!--.*?-->/gs, "")
      .slice(0, 16_000);
    expect(made.text(words)).to.equal(words);
    for (const text of ["closeSessionRet_OK", "hunting hunts", "Server was unable to process request.", "a1b2c3"]) {
      expect(made.text(text)).to.equal(text);
    }
  });

  it("loses a short secret only where it is a whole word", () => {
    expect(redactor("a").text("a banana, a. (a)")).to.equal(`${REDACTED} banana, ${REDACTED}. (${REDACTED})`);
    expect(redactor("12").text("12 123 (12)")).to.equal(`${REDACTED} 123 (${REDACTED})`);
    expect(redactor("abc").text("xabcx")).to.equal(`x${REDACTED}x`);
  });

  it("loses secrets that overlap", () => {
    for (const shown of [redactor("abcd", "cdef").text("abcdef"), redactor("cdef", "abcd").text("abcdef")]) {
      expect(shown).to.match(/^\[redacted\](?:ef)?$|^ab\[redacted\]$/);
    }
    expect(redactor("aa", "aaaa").text("(aaaa)")).to.equal(`(${REDACTED})`);
  });

  it("treats every special character of a pattern as an ordinary one", () => {
    for (const secret of [
      ".*",
      "^$^$",
      "(a+)+$",
      "[a-z]{3,}",
      "a|b|c",
      "\\d\\w\\",
      "$&$1$`",
      "?:(?=",
      "-]-]",
      "/x/g",
    ]) {
      expect(redactor(secret).text(`<${secret}> abc 123`), secret).to.equal(`<${REDACTED}> abc 123`);
    }
  });

  it("loses the value of a quoted cookie without its quotes as well", () => {
    const made = new Redactor();
    made.addRotating('"hunter2 3"');
    expect(made.text('a "hunter2 3" b hunter2 3')).to.equal(`a ${REDACTED} b ${REDACTED}`);
  });

  it("forgets no password for the cookies that follow it", () => {
    const made = redactor("hunter2");
    for (let index = 0; index < 1000; index += 1) made.addRotating(`cookie-${index}.`);
    expect(made.text("hunter2 cookie-999.")).to.equal(`${REDACTED} ${REDACTED}`);
  });

  it("forgets nothing that is in force, and keeps the newest 200 of the rest", () => {
    const [made, jar, call] = [redactor(), {}, {}];
    made.hold(jar, ["login-cookie", "another-one"]);
    made.hold(call, ["new-password"]);
    for (let index = 0; index < 1000; index += 1) made.addRotating(`<${index}>`);
    expect(made.text("login-cookie another-one new-password")).to.equal(`${REDACTED} ${REDACTED} ${REDACTED}`);
    expect(made.text("<799>")).to.equal("<799>");
    expect(made.text("<800>")).to.equal(REDACTED);
  });

  it("still knows secrets that were in force a while ago", () => {
    const [made, jar] = [redactor(), {}];
    made.hold(jar, ["first-cookie"]);
    made.hold(jar, ["second-cookie"]);
    expect(made.text("first-cookie second-cookie")).to.equal(`${REDACTED} ${REDACTED}`);
    made.hold(jar, []);
    expect(made.text("second-cookie")).to.equal(REDACTED);
  });

  it("keeps no more than 64 Ki of secrets that are not in force", () => {
    const made = redactor();
    for (let index = 0; index < 100; index += 1) made.addRotating(`${index}`.padStart(4000, `<${index}>`));
    expect(made.text("<83>".repeat(20))).to.equal("<83>".repeat(20));
    expect(made.text("<84>".repeat(20))).to.equal(REDACTED);
  });
});

describe("Redactor: a message body", () => {
  it("loses the content of sensitive elements, known or not, and keeps the others'", () => {
    const body =
      '<l:login xmlns:l="u"><sEmail>e</sEmail><l:sPassword a="1">hunter2</l:sPassword><sAuthCode /></l:login>';
    const shown = redactor().body(body);
    expect(shown).not.to.contain("hunter2");
    expect(shown).to.contain("<sEmail>e</sEmail>").and.to.contain(`${REDACTED}</l:sPassword>`);
  });

  describe("has masked", () => {
    for (const [what, body, shown] of [
      ["a prefix", "<é-1:sPassword>x7</é-1:sPassword>", `<é-1:sPassword>${REDACTED}</é-1:sPassword>`],
      ["another case", "<SPASSWORD>x7</SPASSWORD>", `<SPASSWORD>${REDACTED}</SPASSWORD>`],
      ["attributes", "<sPassword a=\"1\" b='2'>x7</sPassword>", `<sPassword>${REDACTED}</sPassword>`],
      ["an attribute with >", '<sPassword a=">x7">x7</sPassword>', `<sPassword>${REDACTED}</sPassword>`],
      ["line breaks", "<sPassword\n>\nx7\n</sPassword\n>", `<sPassword>${REDACTED}</sPassword\n>`],
      ["nothing in it", "<sPassword></sPassword><sPassword/><a/>", "<sPassword></sPassword><sPassword/><a/>"],
      [
        "itself twice",
        "<sPINCode>1</sPINCode>2<sPINCode>3</sPINCode>",
        `<sPINCode>${REDACTED}</sPINCode>2<sPINCode>${REDACTED}</sPINCode>`,
      ],
      [
        "an attribute that is sensitive",
        '<a password="x7" b="2" u:token = \'x7\'/>',
        `<a password="${REDACTED}" b="2" u:token = "${REDACTED}"/>`,
      ],
      ["references", "<sPassword>x&#55;&lt;</sPassword>", `<sPassword>${REDACTED}</sPassword>`],
      [
        "no other mistake than text around",
        "x <a> y </b> <sPassword>x7</sPassword> < ",
        `x <a> y </b> <sPassword>${REDACTED}</sPassword> < `,
      ],
    ] as const) {
      it(`a sensitive element with ${what}`, () => expect(redactor("hunter2").body(body)).to.equal(shown));
    }

    it("a known secret, wherever it occurs", () => {
      for (const body of [
        "hunter2",
        "<hunter2/>",
        "<a b='hunter2'/>",
        '<a hunter2="1">',
        "<a><b>hunter2",
        "</hunter2",
        '{"x":"hunter2"}',
        "<html><p>hunter2<p>&copy; <br>",
        "<?pi hunter2?><a/>",
      ]) {
        expect(redactor("hunter2").body(body), body).to.contain(REDACTED).and.not.to.contain("hunter2");
      }
    });
  });

  for (const [what, body] of [
    ["that ends in a secret", "<sPassword>hun"],
    ["that ends in the end tag of a secret", "<sPassword>x7</sPassw"],
    ["that closes a secret by another name", "<a:sPassword>x7</b:sPassword>"],
    ["with elements in one", "<sPassword><b>hunter2</b></sPassword>"],
    ["with an empty element in one", "<sPassword>x<br/>7</sPassword>"],
    ["with a comment in one", "<sPassword>x<!-- -->7</sPassword>"],
    ["with a comment anywhere", "<a>hun<!-- -->ter2</a>"],
    ["with a CDATA section", "<a><![CDATA[<sPassword>hunter2]]></a>"],
    ["with a CDATA section that cuts a secret", "<a>hun<![CDATA[ter2]]></a>"],
    ["with a DOCTYPE and entities", '<!DOCTYPE a [<!ENTITY p "hunter2">]><a>&p;</a>'],
    ["with a cut tag", '<sPassword a="hunter2'],
    ["with a cut tag, and another after it", "<sPassword <a>hunter2</a>"],
    ["with a sensitive attribute without quotes", "<a password=x7>"],
    ["with a sensitive attribute that does not end", "<a password='x7>"],
    ["that spells a secret by references", "<a>&#104;unter2</a>"],
    ["that spells a secret in a URL", "<a href='?p=%68unter2'>"],
    ["of UTF-16, read as if it were UTF-8", Buffer.from("<a>hunter2</a>", "utf16le").toString("utf8")],
  ] as const) {
    it(`is dropped ${what}`, () => {
      expect(redactor("hunter2").body(body)).to.match(/^\[body dropped/);
    });
  }

  // No time is measured: a pattern that tried a text twice at each place would take hours for these.
  describe("is done with, however it is made", () => {
    const n = 256 * 1024;
    const long: Readonly<Record<string, string>> = {
      "a long name": `<${"a".repeat(n)}`,
      "a long name that ends": `<${"a".repeat(n)}>`,
      "a long name with a prefix": `<${"a".repeat(n / 2)}:${"a".repeat(n / 2)} x`,
      "many starts": "<".repeat(n),
      "many starts of tags": "<a ".repeat(n / 4),
      "many colons": "<a:a:".repeat(n / 4),
      "many references": "&#".repeat(n / 2),
      "one long reference": `&${"a".repeat(n)}`,
      "one long number": `&#x${"0".repeat(n)}`,
      "many percent signs": "%".repeat(n),
      "many escapes of percent signs": `%${"25".repeat(n / 2)}`,
      "many backslashes": "\\".repeat(n),
      "a long blank": `<a${" ".repeat(n)}`,
      "a long blank in an end tag": `<a>x</a${" ".repeat(n)}`,
      "many attributes": ` a=`.repeat(n / 4),
      "many quotes": ` a="`.repeat(n / 4),
      "two kinds of quotes": ` a="'`.repeat(n / 4),
      "a long attribute name": ` ${"a".repeat(n)}`,
      "blanks before an equals sign": ` a${" ".repeat(n)}`,
      "the beginnings of secrets": "aaaaaaaab".repeat(n / 9),
      "sensitive elements, open": "<sPassword>".repeat(n / 11),
      "sensitive elements, closed": "<sPassword>x</sPassword>".repeat(n / 24),
    };
    for (const [what, body] of Object.entries(long)) {
      it(what, () => {
        const made = redactor(`${"a".repeat(100)}c`, "(a+)+$", "hunter2");
        for (let index = 0; index < 300; index += 1) made.addRotating(`aaaa-cookie-${index}`);
        expect(made.body(`${body}hunter2`)).not.to.contain("hunter2");
        expect(made.text(`${body} hunter2`)).not.to.contain("hunter2");
      });
    }
  });

  it("keeps the element of a call whose name resembles a secret's, without the secrets in it", () => {
    const call = "<requestAuthCode xmlns='urn:x'>\n<sEmail>a@b.c</sEmail><sPassword>p</sPassword></requestAuthCode>";
    expect(redactor().body(call)).to.equal(call.replace(">p<", ">[redacted]<"));
    const answer = "<requestAuthCodeResponse><sAuthCode>new</sAuthCode></requestAuthCodeResponse>";
    expect(redactor().body(answer)).to.equal(answer.replace(">new<", ">[redacted]<"));
    expect(redactor().body("<requestPassword>bare<a/></requestPassword>")).to.match(/^\[body dropped/);
    expect(redactor().body("<sPassword><a>within</a></sPassword>")).to.match(/^\[body dropped/);
  });

  it("keeps what an operation answers that is named after a secret, and nothing else of that name", () => {
    const answer = (content: string) => `<requestPINCodeV3Result>${content}</requestPINCodeV3Result>`;
    expect(redactor().body(answer("requestPINCode_PollRateExceeded"))).to.equal(
      answer("requestPINCode_PollRateExceeded"),
    );
    for (const content of ["000042", "requestPINCode_000042", "4ahx80u0", "requestPINCode", "_OK", "request_OK "]) {
      expect(redactor().body(answer(content)), content).to.equal(answer(REDACTED));
    }
    expect(redactor().body("<requestPINCodeResult>requestPINCode_OK<")).to.match(/^\[body dropped/);
    expect(redactor("requestPINCode_OK").body(answer("requestPINCode_OK"))).to.equal(answer(REDACTED));
    expect(redactor().body("<sPINCode>requestPINCode_OK</sPINCode>")).to.equal(`<sPINCode>${REDACTED}</sPINCode>`);
  });

  it("knows the names of secrets", () => {
    expect(
      ["sPassword", "sAuthCode", "sPINCode", "sNewPwd", "sSSOID", "sInvitationLink", "sLink"].every(isSensitiveName),
    ).to.equal(true);
    expect(["sEmail", "iSession", "loginResult"].some(isSensitiveName)).to.equal(false);
  });
});
