import { expect } from "chai";
import { readXmlTree, XmlTreeError, type XmlTreeLimits } from "../../../src/soap/message/xml-tree.js";

function refusal(text: string, limits?: XmlTreeLimits): XmlTreeError {
  try {
    readXmlTree(text, limits);
  } catch (error) {
    if (error instanceof XmlTreeError) return error;
    throw error;
  }
  throw new Error("it was read");
}

const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
const attributes = (count: number) => `<a ${Array.from({ length: count }, (_, index) => `b${index}=""`).join(" ")}/>`;

describe("readXmlTree: a whole document as a tree", () => {
  it("returns local names, namespaces and children in order", () => {
    const root = readXmlTree('<p:a xmlns:p="urn:p" xmlns="urn:d"><b/><p:c/><d xmlns=""/></p:a>');
    expect([root.name, root.namespace]).to.deep.equal(["a", "urn:p"]);
    expect(root.children.map(({ name, namespace }) => [name, namespace])).to.deep.equal([
      ["b", "urn:d"],
      ["c", "urn:p"],
      ["d", ""],
    ]);
  });

  it("keys attributes by name, prefixed ones with their namespace, and leaves xmlns out", () => {
    const root = readXmlTree('<a xmlns="urn:d" xmlns:p="urn:p" b="1" p:b="2" xml:lang="en"/>');
    expect([...root.attributes]).to.deep.equal([
      ["b", "1"],
      ["{urn:p}b", "2"],
      ["{http://www.w3.org/XML/1998/namespace}lang", "en"],
    ]);
  });

  it("resolves prefixes as they stand at the element", () => {
    const root = readXmlTree('<a xmlns="urn:1" xmlns:p="urn:p"><b xmlns="urn:2" xmlns:p="urn:q"/><c/></a>');
    const [b, c] = root.children;
    expect(b?.resolvePrefix("")).to.equal("urn:2");
    expect(b?.resolvePrefix("p")).to.equal("urn:q");
    expect(c?.resolvePrefix("")).to.equal("urn:1");
    expect(c?.resolvePrefix("p")).to.equal("urn:p");
    expect(c?.resolvePrefix("nobody")).to.equal(undefined);
    expect(c?.resolvePrefix("constructor")).to.equal(undefined);
    expect(readXmlTree("<a/>").resolvePrefix("")).to.equal("");
  });

  it("joins character data, CDATA and references, blanks kept, comments left out", () => {
    const root = readXmlTree("<a> 1 <b>inside</b><![CDATA[<&]]>&lt;&#65;<!-- no -->\n</a>");
    expect(root.text).to.equal(" 1 <&<A\n");
    expect(root.children[0]?.text).to.equal("inside");
  });

  it("says where each start tag ended, lines and columns from 1", () => {
    const root = readXmlTree('<a>\n  <b\n x="1"/><c/></a>');
    expect(root.children.map(({ line, column }) => [line, column])).to.deep.equal([
      [3, 9],
      [3, 13],
    ]);
  });

  it("keeps names of Object.prototype apart from it", () => {
    const root = readXmlTree('<a __proto__="1" constructor="2"><__proto__>x</__proto__><toString/></a>');
    expect(root.attributes.get("__proto__")).to.equal("1");
    expect(root.attributes.get("constructor")).to.equal("2");
    expect(root.attributes.get("toString")).to.equal(undefined);
    expect(root.children.map(({ name }) => name)).to.deep.equal(["__proto__", "toString"]);
    expect(({} as { x?: unknown }).x).to.equal(undefined);
  });

  const refused: readonly (readonly [what: string, text: string, reason: RegExp])[] = [
    ["a DOCTYPE", "<!DOCTYPE a><a/>", /DOCTYPE/],
    ["entities of its own", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', /DOCTYPE/],
    ["an external entity", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', /DOCTYPE/],
    ["an undefined entity", "<a>&nbsp;</a>", /entity/],
    ["a processing instruction", "<a><?php x?></a>", /processing instruction/],
    ["a stylesheet", '<?xml-stylesheet href="x"?><a/>', /processing instruction/],
    ["nothing", "", /./],
    ["blanks", " \n", /./],
    ["text", "login_OK", /./],
    ["a cut document", "<a><b></b>", /unclosed/],
    ["crossed tags", "<a><b></a></b>", /./],
    ["two roots", "<a/><b/>", /./],
    ["an attribute twice", '<a b="1" b="2"/>', /duplicate/],
    ["one attribute by two prefixes", '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>', /duplicate/],
    ["an undeclared prefix", "<p:a/>", /prefix/],
    ["an undeclared prefix of an attribute", '<a p:b=""/>', /prefix/],
    ["the prefix xml bound to something else", '<a xmlns:xml="urn:x"/>', /prefix xml/],
    ["the namespace of xml under another prefix", '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>', /prefix xml/],
    ["a declaration of xmlns", '<a xmlns:xmlns="urn:x"/>', /prefix xmlns/],
    ["the namespace of xmlns", '<a xmlns="http://www.w3.org/2000/xmlns/"/>', /prefix xmlns/],
    ["a prefix undeclared", '<a xmlns:p="urn:p"><b xmlns:p=""/></a>', /undeclares a prefix/],
    ["a prefix undeclared as in XML 1.1", '<?xml version="1.1"?><a xmlns:p=""/>', /undeclares a prefix/],
    ["an element with two colons", '<p:a:b xmlns:p="urn:p"/>', /QName/],
    ["an attribute with two colons", '<a xmlns:p="urn:p" p:a:b=""/>', /QName/],
    ["a local part that begins with a digit", '<p:1 xmlns:p="urn:p"/>', /QName/],
    ["a namespace name too long", `<a xmlns:p="${"u".repeat(501)}"/>`, /namespace name of more than 500/],
    ["a forbidden character", "<a>\u0001</a>", /./],
    ["a reference to one", "<a>&#1;</a>", /./],
    ["a lone surrogate", "<a>\ud800</a>", /./],
  ];
  for (const [what, text, reason] of refused) {
    it(`refuses ${what}`, () => {
      expect(refusal(text).message).to.match(reason);
    });
  }

  it("says where it stopped", () => {
    const { line, column, name } = refusal("<a>\n<b></c></a>");
    expect({ line, column, name }).to.deep.equal({ line: 2, column: 8, name: "XmlTreeError" });
  });

  it("accepts 64 levels and no more, or as many as its options say", () => {
    expect(readXmlTree(nested(64)).name).to.equal("a");
    expect(refusal(nested(65)).message).to.match(/deeper than 64/);
    expect(readXmlTree(nested(2), { depth: 2 }).name).to.equal("a");
    expect(refusal(nested(3), { depth: 2 }).message).to.match(/deeper than 2/);
  });

  it("accepts 64 attributes on an element and no more, or as many as its options say", () => {
    expect(readXmlTree(attributes(64)).attributes.size).to.equal(64);
    expect(refusal(attributes(65)).message).to.match(/more than 64 attributes/);
    expect(refusal(attributes(2), { attributes: 1 }).message).to.match(/more than 1 attributes/);
    expect(refusal(`<a ${"b='' ".repeat(100)}`).message, "before the tag ends").to.match(/more than 64 attributes/);
    const two = `<r>${attributes(40)}${attributes(40)}</r>`;
    expect(readXmlTree(two).children, "counted for each element").to.have.length(2);
  });

  it("accepts four times as many attributes as elements, where elements are bounded", () => {
    expect(readXmlTree(attributes(40), { elements: 10 }).attributes.size).to.equal(40);
    expect(refusal(attributes(41), { elements: 10 }).message).to.match(/more than 40 attributes/);
  });
});
