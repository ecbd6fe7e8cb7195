import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { renderFiles } from "../../src/codegen/render-files.js";
import { loadWsdl } from "../../src/wsdl/load/load-wsdl.js";
import { sha256 } from "../../src/wsdl/load/origin.js";
import { readWsdl } from "../../src/wsdl/read/read-wsdl.js";
import { type SmallWsdl, smallWsdl } from "../wsdl/small-wsdl.js";
import { compile } from "./compile.js";

const small = (parts: SmallWsdl) => renderFiles({ wsdlText: smallWsdl(parts), fileName: "small.wsdl" });

/** One type of `types.ts`, with its doc comment. */
function declaration(types: string | undefined, name: string): string | undefined {
  return types
    ?.split(/\n(?=\/\*\* [^\n]*\nexport )/)
    .find((text) => new RegExp(`^export \\w+ ${name}\\b`, "m").test(text));
}

describe("renderFiles", function () {
  this.timeout(60_000);

  it("names the sources and tools at the top of every file", async () => {
    for (const [path, text] of await small({})) {
      expect(text, path).to.match(
        /^\/\/ Do not edit: run `npm run generate`\.\n\/\/ From small\.wsdl, sha256 [0-9a-f]{64}\n\/\/ With wsdl-tsclient [\d.]+, soap [\d.]+\n\n/,
      );
      expect(text, path).to.match(/[^\n]\n$/);
    }
  });

  it("lists every document of a WSDL with its checksum", async () => {
    const folder = await mkdtemp(join(tmpdir(), "render-"));
    try {
      const schema = '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b"/>';
      await writeFile(join(folder, "a.wsdl"), smallWsdl({ schema: '<s:import schemaLocation="b*c.xsd"/>' }));
      await writeFile(join(folder, "b*c.xsd"), schema);
      const { documents } = await loadWsdl(join(folder, "a.wsdl"));
      for (const [path, text] of await renderFiles({ documents })) {
        expect(text, path).to.match(
          /^\/\/ Do not edit.*\n\/\/ From a\.wsdl, sha256 [0-9a-f]{64}\n\/\/ and b_c\.xsd, sha256/,
        );
        expect(text, path).to.include(sha256(schema));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("types fields by their values, and differently in a request", async () => {
    const fields = `
      <s:element name="when" type="s:dateTime"/><s:element name="big" minOccurs="0" type="s:long"/>
      <s:element name="flag" nillable="true" type="s:boolean"/><s:element name="mood" type="tns:Mood"/>
      <s:element name="many" minOccurs="0" maxOccurs="unbounded" nillable="true" type="tns:Item"/>
      <s:element name="days" minOccurs="0" maxOccurs="7" type="s:dateTime"/><s:element name="a-b" type="s:decimal"/>`;
    const files = await small({
      requestFields: fields,
      responseFields: `${fields}<s:element name="pingResult" type="tns:Mood"/>`,
      schema: `<s:simpleType name="Mood"><s:restriction base="s:string"><s:enumeration value="good"/>
        <s:enumeration value="bad"/></s:restriction></s:simpleType>
        <s:complexType name="Item"><s:sequence><s:element name="at" type="s:dateTime"/>
        <s:element name="inner" maxOccurs="unbounded" type="tns:Item"/></s:sequence></s:complexType>`,
    });
    const types = files.get("types.ts");
    expect(declaration(types, "Ping")).to.equal(`/** The request of \`ping\`. */
export interface Ping {
  /** An xsd:dateTime such as 2026-11-01T08:30:00 or 2026-11-01T08:30:00Z, or a valid Date (xs:dateTime). */
  when: Date | string;
  /** A bigint from -9223372036854775808 to 9223372036854775807 (xs:long). */
  big?: bigint | undefined;
  /** True or false (xs:boolean). Nillable: may be null. */
  flag: boolean | null;
  /** \`Mood\` of the schema. */
  mood: Mood;
  /** \`Item\` of the schema. Nillable: may be null. */
  many?: (Item | null)[] | undefined;
  /** An xsd:dateTime such as 2026-11-01T08:30:00 or 2026-11-01T08:30:00Z, or a valid Date (xs:dateTime). At most 7. */
  days?: (Date | string)[] | undefined;
  /** A decimal number as a string, such as 12.50 (xs:decimal). */
  "a-b": string;
}
`);
    const response = declaration(types, "PingResponse");
    expect(response).to.include("  when: string;\n").and.to.include("  many: (Item | null)[];\n");
    expect(response).to.include("  days: string[];\n").and.not.to.include("valid Date");
    const item = declaration(types, "Item");
    expect(item).to.include("  at: string;\n").and.to.include("  inner: Item[];\n");
    expect(declaration(types, "Mood")).to.equal(
      '/** `Mood` of the schema. */\nexport type Mood =\n  | "good"\n  | "bad";\n',
    );
    await compile(files);
  });

  it("documents types, fields and literals with the WSDL's documentation and the range of their type", async () => {
    const say = (text: string) => `<s:annotation><s:documentation>${text}</s:documentation></s:annotation>`;
    const files = await small({
      requestFields: `<s:element name="iSession" type="s:int">${say("the session's id, */ as shown")}</s:element>
        <s:element name="eMood" type="tns:Mood">${say("How it went!")}</s:element>`,
      schema: `<s:simpleType name="Mood">${say("Moods.")}<s:restriction base="s:string"><s:enumeration value="good"/>
        <s:enumeration value="bad">${say("@deprecated")}</s:enumeration></s:restriction></s:simpleType>`,
    });
    expect(declaration(files.get("types.ts"), "Ping")).to.equal(`/** The request of \`ping\`. */
export interface Ping {
  /** the session's id, *\\/ as shown. A whole number from -2147483648 to 2147483647 (xs:int). */
  iSession: number;
  /** How it went! \`Mood\` of the schema. */
  eMood: Mood;
}
`);
    expect(declaration(files.get("types.ts"), "Mood")).to.equal(`/** \`Mood\` of the schema. Moods. */
export type Mood =
  | "good"
  /** (at)deprecated. */
  | "bad";
`);
    await compile(files);
  });

  it("writes each type once, in few files", async () => {
    const files = await small({});
    expect([...files.keys()]).to.deep.equal([
      "api/client.ts",
      "api/ports/Port.ts",
      "api/services/Small.ts",
      "contract.ts",
      "index.ts",
      "operations.ts",
      "types.ts",
    ]);
    const declared = [...files.values()].flatMap((text) => text.match(/^export (?:interface|type) \w+/gm) ?? []);
    expect(new Set(declared)).to.have.length(declared.length);
  });

  it("names the result element that the client checks, but no data", async () => {
    const values = (...literals: string[]) => literals.map((one) => `<s:enumeration value="${one}"/>`).join("");
    const schema = (...literals: string[]) =>
      `<s:simpleType name="Ret"><s:restriction base="s:string">${values(...literals)}</s:restriction></s:simpleType>`;
    const result = async (responseFields: string, ...literals: string[]) => {
      const files = await small({ responseFields, schema: schema(...literals, "Ret_Error") });
      return /result: (.*);/.exec(files.get("operations.ts") ?? "")?.[1];
    };
    const named = '<s:element name="x" type="s:int"/><s:element name="pingResult" type="tns:Ret"/>';
    expect(await result(named, "ping_OK")).to.equal('"pingResult"');
    expect(await result(named, "OK")).to.equal('"pingResult"');
    expect(await result(named, "ping_True", "ping_False", "ping_Not_OK")).to.equal("never");
    expect(await result('<s:element name="return" type="tns:Ret"/>', "ping_OK")).to.equal('"return"');
    expect(await result('<s:element name="eState" type="tns:Ret"/>', "OK")).to.equal("never");
    expect(await result('<s:element name="pingResult" maxOccurs="2" type="tns:Ret"/>', "ping_OK")).to.equal("never");
    for (const type of ["s:string", "s:int", "s:boolean"]) {
      expect(await result(`<s:element name="pingResult" type="${type}"/>`, "OK"), type).to.equal("never");
    }
  });

  it("imports nothing in index.js, and renders the contract that was read", async () => {
    const wsdlText = await readFile("test/fixtures/wsdl/real.wsdl", "utf8");
    const files = await renderFiles({ wsdlText, fileName: "real.wsdl" });
    await compile(files, async (folder) => {
      expect(await readFile(join(folder, "index.js"), "utf8")).not.to.match(/\b(?:import|from|require)\b.*;/);
      const loaded: unknown = await import(pathToFileURL(join(folder, "contract.js")).href);
      expect(loaded).to.have.property("contract").that.deep.equals(readWsdl(wsdlText, "real.wsdl"));
    });
    for (const [path, text] of files) expect(text, path).not.to.match(/\bany\b/);
  });

  it("never turns text of the WSDL into code", async () => {
    const attack =
      "*/ globalThis.injected = 1; /* ` $\u007bglobalThis.injected = 1} \" ' \\ &#10; // \u2028\u202e &lt;/script>";
    const attribute = attack.replaceAll('"', "&quot;");
    const parts: SmallWsdl = {
      documentation: `@ts-nocheck ${attack}`,
      responseFields: `<s:element name="pingResult" type="tns:constructor"/><s:element name="toString" type="tns:Date"/>
        <s:element name="a-b.c" type="s:string"/><s:element name="delete" type="tns:valueOf"/>`,
      schema: `<s:simpleType name="constructor"><s:restriction base="s:string"><s:enumeration value="${attribute}"/>
        <s:enumeration value=""/><s:enumeration value="constructor"/></s:restriction></s:simpleType>
        <s:complexType name="Date"><s:sequence><s:element name="when" type="s:dateTime"/></s:sequence></s:complexType>
        <s:complexType name="valueOf"><s:sequence><s:element name="hasOwnProperty" maxOccurs="2" type="tns:valueOf"/>
        </s:sequence></s:complexType>`,
      service: `<wsdl:service name="ping"><wsdl:port name="Port" binding="tns:Port"><soap:address location="${attribute}"/>
        </wsdl:port></wsdl:service>`,
    };
    const wsdlText = smallWsdl(parts);
    const files = await renderFiles({ wsdlText, fileName: "a\n*/b.wsdl" });
    const withoutStrings = (text: string) =>
      text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""').replace(/\/\*(?:(?!\*\/).)*\*\//gs, "");
    for (const [path, text] of files) {
      expect(withoutStrings(text), path).not.to.include("injected");
      if (path !== "contract.ts") expect(text, path).not.to.include("@ts-");
      expect(text, path).not.to.match(/[\u2028\u202e]/);
    }
    await compile(files, async (folder) => {
      const loaded: unknown = await import(pathToFileURL(join(folder, "contract.js")).href);
      expect(loaded).to.have.property("contract").that.deep.equals(readWsdl(wsdlText, "w"));
      expect(globalThis).not.to.have.property("injected");
    });
  });
});
