import { expect } from "chai";
import fc from "fast-check";
import { foreign, html } from "../../../src/emulator/http/html.js";
import { always } from "../../soap/seed.js";

describe("html", () => {
  it("escapes values and leaves markup as it is", () => {
    const inner = html`<b>${"<&>"}</b>`;
    expect(html`<p title="${`"'`}">${inner}${[inner, 1, ["x"]]}${undefined}${false}</p>`.toString()).to.equal(
      `<p title="&quot;&apos;"><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b>1x</p>`,
    );
  });

  it("never turns text into markup", () => {
    const texts = fc.string({
      unit: fc.oneof(fc.constantFrom("<", ">", '"', "'", "&", "\r"), fc.string({ unit: "binary" })),
    });
    always(texts, (text) => !/[<>"']/.test(html`${text}`.toString()));
    always(texts, (text) => /^<bdi>[^<>"']*<\/bdi>$/.test(foreign(text).toString()));
  });

  it("replaces characters that no document may contain", () => {
    expect(html`${"a\u0000b\ud800c"}`.toString()).to.equal("a\ufffdb\ufffdc");
  });

  it("cuts long foreign texts", () => {
    expect(foreign("x".repeat(500), 10).toString()).to.equal(`<bdi>${"x".repeat(10)}…</bdi>`);
  });
});
