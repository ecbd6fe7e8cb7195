import { stripVTControlCharacters } from "node:util";
import { expect } from "chai";
import type { Contract } from "../../../src/soap/contract/contract.js";
import { compareContracts, renderJson, renderMarkdown, renderText } from "../../../src/wsdl/index.js";
import { before, edited, literalsOf, parametersOf } from "./sample.js";
import { UNPRINTABLE } from "./unprintable.js";

const TITLES = { old: "old.wsdl", new: "new.wsdl" };

const several = compareContracts(
  before,
  edited((draft) => {
    delete draft.operations.stop;
    parametersOf(draft, "find", "request").push({ name: "sReason", type: "xs:string", min: 0 });
    literalsOf(draft, "findRet").push("find_Late");
  }),
);

const HOSTILE = [
  "\u001b[2J\u001b]0;owned\u0007",
  "\u009b31m",
  "\u202egnp.exe",
  "a\nVerdict: same",
  "``` `` `",
  "<script>alert(1)</script>",
  "<!-- -->",
  "](https://evil.example)",
  "| a | b |",
  "@someone #1",
  "*bold* _em_ ~~x~~ $x$",
  "\u{e0041}\u200b",
  "x".repeat(70_000),
];

const hostile = compareContracts(
  before,
  edited((draft) => {
    literalsOf(draft, "findRet").push(...HOSTILE);
    for (const name of HOSTILE) {
      Object.assign(draft.operations, { [name]: { ...draft.operations.stop, documentation: name } });
    }
  }) as Contract,
);

describe("renderText", () => {
  it("groups by verdict and operation, with the reason, what it touches and the id", () => {
    expect(renderText(several, TITLES, { colour: false }).split("\n")).to.deep.equal([
      "old: old.wsdl",
      "new: new.wsdl",
      "",
      "BREAKING (1)",
      "  stop",
      "    operation removed [wire and types]",
      "      Code that calls it no longer compiles, and the service replies to its SOAPAction with a fault.",
      "      operation-removed:stop",
      "",
      "RISKY (1)",
      "  findRet",
      "    enum member added: find_Late [wire and types]",
      "      Code that handles every member exhaustively no longer compiles, and the old client does not know the literal when it receives it.",
      "      enum-member-added:findRet.find_Late",
      "",
      "ADDITIVE (1)",
      "  find",
      "    request parameter added: sReason",
      "      + xs:string, minOccurs 0",
      "      It is optional: old code omits it, and the service accepts that.",
      "      request-parameter-added:find.sReason",
      "",
      "Verdict: breaking (1 breaking, 1 risky, 1 additive). Version step: major.",
      "",
    ]);
  });

  it("uses colours on request, for the same text", () => {
    const coloured = renderText(several, TITLES, { colour: true });
    expect(coloured).to.contain("\u001b[31mBREAKING (1)");
    expect(stripVTControlCharacters(coloured)).to.equal(renderText(several, TITLES, { colour: false }));
  });

  it("shows hostile names on one line, with every character visible, and truncated", () => {
    const text = renderText(hostile, { old: "a\u001b[2J", new: "b\nc" }, { colour: false });
    expect(text).not.to.match(UNPRINTABLE);
    expect(text.split("\n").filter((line) => line.startsWith("Verdict: "))).to.have.length(1);
    expect(text).to.contain("\\u{1b}[2J\\u{1b}]0;owned\\u{7}");
    expect(Math.max(...text.split("\n").map((line) => line.length))).to.be.lessThan(250);
  });
});

describe("renderMarkdown", () => {
  it("is a list under a heading for each verdict", () => {
    expect(renderMarkdown(several, TITLES).split("\n")).to.deep.equal([
      "**breaking (1 breaking, 1 risky, 1 additive). Version step: major.**",
      "",
      "From `old.wsdl` to `new.wsdl`.",
      "",
      "#### Breaking",
      "",
      "- `stop`",
      "  - operation removed *[wire and types]*: Code that calls it no longer compiles, and the service replies to its SOAPAction with a fault.",
      "",
      "#### Risky",
      "",
      "- `findRet`",
      "  - enum member added `find_Late` *[wire and types]*: Code that handles every member exhaustively no longer compiles, and the old client does not know the literal when it receives it.",
      "",
      "#### Additive",
      "",
      "- `find`",
      "  - request parameter added `sReason` (is `xs:string, minOccurs 0`): It is optional: old code omits it, and the service accepts that.",
      "",
    ]);
  });

  it("puts all untrusted text in code spans that it cannot end", () => {
    const markdown = renderMarkdown(hostile, { old: "`", new: "<b>" });
    // The text without code spans, as CommonMark finds them: from a run of backticks to the next of the same length.
    const rest = markdown.replace(/(?<!`)(`+)(?!`)(?:[\s\S]*?[^`])\1(?!`)/g, "");
    expect(rest).not.to.match(/[`<>@|$~\\]|https|script|bold/);
    expect(markdown).to.contain("```` ``` `` ` ````").and.to.contain("`<script>alert(1)</script>`");
  });
});

describe("renderJson", () => {
  it("is the comparison, in printable characters", () => {
    for (const diff of [several, hostile]) {
      const json = renderJson(diff, TITLES);
      expect(json).not.to.match(UNPRINTABLE);
      expect(JSON.parse(json)).to.deep.equal({ format: 1, ...TITLES, ...diff });
    }
  });

  it("keeps the members of its format", () => {
    const { findings } = JSON.parse(renderJson(several, TITLES));
    expect(findings[2]).to.deep.equal({
      id: "request-parameter-added:find.sReason",
      kind: "parameter-added",
      subject: ["find", "sReason"],
      side: "request",
      operations: ["find"],
      verdict: "additive",
      touches: { wire: false, types: false },
      impact: { wire: "cosmetic", types: "additive" },
      reason: "It is optional: old code omits it, and the service accepts that.",
      after: "xs:string, minOccurs 0",
    });
  });
});
