import { expect } from "chai";
import fc from "fast-check";
import { indentXml } from "../../../src/emulator/page/indent-xml.js";
import { always } from "../../soap/seed.js";

describe("indentXml", () => {
  it("puts each tag that follows another on its own line", () => {
    expect(indentXml(`<?xml version="1.0"?><a><b>t</b><c /><d><e>u v</e></d></a>`)).to.equal(
      `<?xml version="1.0"?>\n<a>\n  <b>t</b>\n  <c />\n  <d>\n    <e>u v</e>\n  </d>\n</a>`,
    );
  });

  it("only changes blanks between tags", () => {
    always(fc.string({ unit: fc.constantFrom("<", ">", "/", "a", " ", "\n") }), (text) => {
      const bare = (xml: string) => xml.replace(/\s+/g, "");
      expect(bare(indentXml(text))).to.equal(bare(text));
    });
  });
});
