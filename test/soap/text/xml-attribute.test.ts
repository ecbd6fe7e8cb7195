import { expect } from "chai";
import { attribute } from "../../../src/soap/text/xml-attribute.js";

describe("attribute: a quoted value of an attribute", () => {
  it("keeps tabs and line feeds, and holds no markup", () => {
    expect(attribute("a\tb\nc\r\"<&'>")).to.equal('"a&#x9;b&#xA;c&#xD;&quot;&lt;&amp;&apos;&gt;"');
    expect(attribute("")).to.equal('""');
  });
});
