import { expect } from "chai";
import { isSensitiveName, REDACTED, Redactor } from "../../src/soap/redactor.js";
import { escapeXml } from "../../src/soap/xml-text.js";
import { xmlTexts } from "./sample-values.js";
import { always } from "./seed.js";

function redactor(...secrets: string[]): Redactor {
  const made = new Redactor();
  for (const secret of secrets) made.add(secret);
  return made;
}

describe("Redactor: text that is going to be shown", () => {
  it("loses the secrets it knows, as they are and as XML, URL and JSON write them", () => {
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

  it("takes patterns' own characters as they are", () => {
    expect(redactor("a.c(").text("abc( a.c(")).to.equal(`abc( ${REDACTED}`);
  });

  it("can be given any secret, also one that is no text", () => {
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

  it("forgets no password for the cookies that follow it", () => {
    const made = redactor("hunter2");
    for (let index = 0; index < 1000; index += 1) made.addRotating(`cookie-${index}.`);
    expect(made.text("hunter2 cookie-999.")).to.equal(`${REDACTED} ${REDACTED}`);
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

  for (const [what, body] of [
    ["that ends in a secret", "<sPassword>hun"],
    ["with elements in one", "<sPassword><b>hunter2</b></sPassword>"],
    ["with a CDATA section", "<a><![CDATA[<sPassword>hunter2]]></a>"],
    ["with a cut tag", '<sPassword a="hunter2'],
    ["that spells a secret by references", "<a>&#104;unter2</a>"],
  ] as const) {
    it(`is dropped ${what}`, () => {
      expect(redactor("hunter2").body(body)).to.match(/^\[body dropped/);
    });
  }

  it("knows the names of what is secret", () => {
    expect(["sPassword", "sAuthCode", "sPINCode", "sNewPwd", "sSSOID"].every(isSensitiveName)).to.equal(true);
    expect(["sEmail", "iSession", "loginResult"].some(isSensitiveName)).to.equal(false);
  });
});
