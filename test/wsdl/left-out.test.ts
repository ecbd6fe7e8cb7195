import { expect } from "chai";
import { leftOutOf, leftOutText } from "../../src/soap/contract/contract.js";
import type { XmlElement } from "../../src/soap/message/xml-tree.js";
import { documentOfText } from "../../src/wsdl/load/wsdl-document.js";
import { WsdlError } from "../../src/wsdl/load/wsdl-error.js";
import { readDocuments, readWsdl } from "../../src/wsdl/read/read-wsdl.js";
import { deskWsdl } from "./desk-wsdl.js";
import { badDesk, UNCARRIED, withBad } from "./uncarried.js";

const file = "desk.wsdl";
const strictly = (text: string) => readDocuments([documentOfText(text, file)], { strict: true }).contract;

function refusal(work: () => unknown): WsdlError {
  try {
    work();
  } catch (error) {
    if (error instanceof WsdlError) return error;
    throw error;
  }
  throw new Error("the WSDL was accepted");
}

describe("an unsupported operation", () => {
  for (const { what, text, reason } of UNCARRIED) {
    it(`is left out with its place, and the others are read: ${what}`, () => {
      const contract = readWsdl(text, file);
      const { leftOut, ...rest } = contract;
      expect(Object.keys(leftOut ?? {})).to.deep.equal(["bad"]);
      expect(leftOut?.bad?.reason).to.match(reason);
      expect(leftOut?.bad?.place).to.match(/^desk\.wsdl:\d+:\d+$/);
      // Everything else is the same as without the operation, including the types.
      expect(rest).to.deep.equal(readWsdl(deskWsdl(), file));
    });

    it(`is refused when reading is strict: ${what}`, () => {
      const error = refusal(() => strictly(text));
      expect(error.message).to.match(reason);
      expect(error.message).to.match(/^desk\.wsdl:\d+:\d+: .*\(operation "bad"\); unless reading is strict, /);
      expect(error.code).to.equal("WSDL");
    });
  }

  it("is refused when it is the only one, with the first reason", () => {
    const all = deskWsdl().replaceAll('<soap:body use="literal"/>', '<soap:body use="encoded"/>');
    expect(refusal(() => readWsdl(all, file)).message).to.match(
      /use="encoded" is not supported.* \(operation "login" and 1 more\); no operation of the WSDL is supported/,
    );
  });

  it("includes all that reach the unsupported part, in requests only where it must be sent", () => {
    const list = (name: string, inside: string) =>
      `<s:complexType name="${name}"><s:sequence>${inside}</s:sequence></s:complexType>`;
    const held = (type: string) => `<s:element minOccurs="0" name="x" type="tns:${type}"/>`;
    const types =
      list("Outer", held("Middle")) +
      list("Middle", `${held("Outer").replace('"x"', '"y"')}${held("Inner")}`) +
      list("Inner", '<s:any processContents="lax"/>');
    const named = (type: string) => `<s:element name="x" type="tns:${type}"/>`;
    const received = deskWsdl({ schema: types, closeAnswer: named("Outer") });
    expect(leftOutOf(readWsdl(received, file))).to.deep.equal({});
    const sent = readWsdl(deskWsdl({ schema: types, closeFields: named("Outer") }), file);
    expect(leftOutOf(sent).closeSession?.reason).to.match(/^xs:any in a request is not supported/);
    expect([Object.keys(sent.operations), sent.types]).to.deep.equal([["login"], {}]);
    const broken = types.replace("<s:any ", "<s:choice/><s:any ");
    const neither = readWsdl(deskWsdl({ schema: broken, closeAnswer: named("Outer") }), file);
    expect(leftOutOf(neither).closeSession?.reason).to.match(/^xs:choice in xs:sequence is not supported/);
    expect([Object.keys(neither.operations), neither.types]).to.deep.equal([["login"], {}]);
  });

  it("is one of rpc style, where neither it nor the binding says document", () => {
    const rpc = deskWsdl().replace("<soap:binding ", '<soap:binding style="rpc" ');
    const one = rpc.replace('<soap:operation soapAction="urn:desk/login"', '$& style="document"');
    expect(one).not.to.equal(rpc);
    const contract = readWsdl(one, file);
    expect(Object.keys(contract.operations)).to.deep.equal(["login"]);
    expect(leftOutOf(contract).closeSession?.reason).to.match(/the style "rpc" is not supported/);
  });

  it("is reported in one sentence, whatever its name", () => {
    expect(leftOutText(readWsdl(badDesk(""), file), "bad")).to.equal(undefined);
    const contract = readWsdl(withBad({ schema: "<s:choice/>" }), file);
    expect(leftOutText(contract, "bad")).to.match(
      /^it was left out of the contract, as desk\.wsdl:\d+:\d+ cannot be carried: xs:choice in /,
    );
    for (const name of ["login", "constructor", "toString", "__proto__"]) {
      expect(leftOutText(contract, name), name).to.equal(undefined);
    }
  });

  describe("does not hide problems of the whole WSDL", () => {
    const bad = withBad({ schema: "<s:choice/>" });
    const many = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, i) => text(i));
    const cases: readonly (readonly [what: string, text: string, reason: RegExp])[] = [
      ["XML that is cut off", bad.slice(0, -30), /not a readable XML document/],
      ["a DOCTYPE", bad.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>'), /a DOCTYPE is not accepted/],
      [
        "a schema that is not there",
        bad.replace("</s:schema>", '<s:include schemaLocation="gone.xsd"/>$&'),
        /xs:include of "gone.xsd" is not supported/,
      ],
      ["xs:redefine", bad.replace("</s:schema>", '<s:redefine schemaLocation="a.xsd"/>$&'), /xs:redefine is not/],
      [
        "a type that is defined twice",
        badDesk('<s:complexType name="A"/><s:complexType name="A"/>'),
        /"A" is defined tw/,
      ],
      ["an operation without a name", bad.replaceAll('operation name="bad"', 'operation name="a b"'), /not a valid/],
      ["a portType that is not there", bad.replace('type="tns:DeskSoap"', 'type="tns:Gone"'), /no portType "Gone"/],
      [
        "another transport",
        bad.replace("http://schemas.xmlsoap.org/soap/http", "urn:smtp"),
        /the transport "urn:smtp"/,
      ],
      [
        "more fields than are read",
        withBad({
          fields: '<s:element name="a" type="tns:T0"/>',
          schema: many(400, (index) => {
            const fields = many(400, (field) => `<s:element name="f${index}_${field}" type="s:int"/>`).join("");
            const next = `<s:element minOccurs="0" name="next" type="tns:T${(index + 1) % 400}"/>`;
            return `<s:complexType name="T${index}"><s:sequence>${next}${fields}</s:sequence></s:complexType>`;
          }).join(""),
        }),
        /more than 100000 fields/,
      ],
      [
        "types that extend one another without end",
        withBad({
          fields: '<s:element name="a" type="tns:T0"/>',
          schema: many(
            100,
            (index) =>
              `<s:complexType name="T${index}"><s:complexContent><s:extension base="tns:T${index + 1}"/></s:complexContent></s:complexType>`,
          ).join(""),
        }),
        /more than 64 types extend one another/,
      ],
      [
        "a namespace that is too long",
        bad.replace("<wsdl:types>", `<wsdl:types><s:schema targetNamespace="urn:${"x".repeat(5000)}"/>`),
        /a targetNamespace is longer than 500 characters/,
      ],
    ];
    for (const [what, text, reason] of cases) {
      it(what, () => {
        const { message } = refusal(() => readWsdl(text, file));
        expect(message).to.match(reason);
        expect(message.length).to.be.below(400);
      });
    }
  });

  it("costs as much as a supported one: types are read once, however many operations reach them", () => {
    const asked = (operations: number) => {
      const { root, count } = counting(documentOfText(sharing(operations, 2000), file).root);
      const { contract } = readDocuments([{ ...documentOfText(sharing(operations, 2000), file), root }]);
      expect(Object.keys(leftOutOf(contract))).to.have.length(operations);
      return count();
    };
    // Each operation reads a few elements of its own; reading the 2000 fields of the shared type again would show.
    expect(asked(60) - asked(20)).to.be.below(40 * 200);
  });

  it("is reported with the place of the unsupported part", () => {
    const text = withBad({ schema: "<s:choice/>" });
    const place = leftOutOf(readWsdl(text, file)).bad?.place ?? "";
    const [, line, column] = /:(\d+):(\d+)$/.exec(place) ?? [];
    const before = text.split("\n")[Number(line) - 1]?.slice(0, Number(column) - 1);
    expect(before).to.match(/<s:choice\/>$/);
  });
});

/** Operations that all return one type, with that many fields and then a choice. */
function sharing(operations: number, fields: number): string {
  const names = Array.from({ length: operations }, (_, index) => `o${index}`);
  const inside = Array.from({ length: fields }, (_, index) => `<s:element name="f${index}" type="s:int"/>`).join("");
  const shared = `<s:complexType name="Shared"><s:sequence>${inside}<s:choice/></s:sequence></s:complexType>`;
  const text = deskWsdl({ more: names, schema: shared });
  return text.replace(/(<s:element name="o\d+Result" type=")s:string"/g, '$1tns:Shared"');
}

/** A tree that counts how often its children and prefixes are read. */
function counting(tree: XmlElement): { readonly root: XmlElement; count(): number } {
  let asked = 0;
  const wrap = (element: XmlElement): XmlElement => {
    const children = element.children.map(wrap);
    return {
      ...element,
      get children() {
        asked += 1;
        return children;
      },
      resolvePrefix: (prefix) => {
        asked += 1;
        return element.resolvePrefix(prefix);
      },
    };
  };
  return { root: wrap(tree), count: () => asked };
}
