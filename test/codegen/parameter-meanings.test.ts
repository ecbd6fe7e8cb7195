import { expect } from "chai";
import { contract as packaged } from "../../generated/contract.js";
import { namesWithMeaning, parameterMeaning } from "../../src/codegen/parameter-meanings.js";
import { renderFiles } from "../../src/codegen/render-files.js";
import type { Contract } from "../../src/index.js";
import { contract, wsdl } from "../reference/service.js";

/** The parameters of all messages as `element.field`, without the results. */
function parametersOf({ operations }: Contract): readonly string[] {
  return Object.entries(operations).flatMap(([name, { request, response }]) =>
    [request, response].flatMap(({ element, fields }) =>
      fields.filter((field) => field.name !== `${name}Result`).map((field) => `${element}.${field.name}`),
    ),
  );
}

const fieldsOf = ({ types }: Contract) =>
  Object.entries(types).flatMap(([type, fields]) => fields.map(({ name }) => `${type}.${name}`));

function meaningOf(path: string, { namespace }: Contract): string | undefined {
  const [owner = "", field = ""] = path.split(".");
  return parameterMeaning(namespace, owner, field);
}

describe("the meanings of parameters", () => {
  it("are there for every parameter of the service", () => {
    const parameters = parametersOf(contract);
    expect(parameters.length).to.be.above(100);
    expect(parameters.filter((path) => meaningOf(path, contract) === undefined)).to.deep.equal([]);
  });

  it("are there for every parameter of the packaged WSDL that is not newer than the table", () => {
    const known = new Set([...parametersOf(contract), ...fieldsOf(contract)]);
    const parameters = parametersOf(packaged).filter((path) => known.has(path));
    expect(parameters.length).to.be.above(100);
    expect(parameters.filter((path) => meaningOf(path, packaged) === undefined)).to.deep.equal([]);
  });

  it("are sentences, each for something that the service has", () => {
    const paths = [...parametersOf(contract), ...fieldsOf(contract)];
    const names = new Set([...paths, ...paths.map((path) => path.split(".")[1])]);
    for (const name of namesWithMeaning()) {
      expect(names, name).to.include(name);
      const [owner, field] = name.includes(".") ? name.split(".") : ["", name];
      expect(parameterMeaning(contract.namespace, owner as string, field as string), name).to.match(/^[A-Z].*\.$/);
    }
  });

  it("depend on the operation where one name means two things", () => {
    const picked = meaningOf("startSession.iNode", contract);
    expect(picked).to.contain("picks the session up");
    expect(meaningOf("transferSession.iNode", contract)).not.to.equal(picked);
  });

  it("are the service's: the same name elsewhere means something else", () => {
    expect(parameterMeaning("https://example.com/API.asmx", "closeSession", "iSession")).to.equal(undefined);
    expect(parameterMeaning(contract.namespace, "closeSession", "constructor")).to.equal(undefined);
  });

  it("are shown with the type, after what the WSDL says", async () => {
    const documented = wsdl.replace(
      '<s:element minOccurs="1" maxOccurs="1" name="iSession" type="s:int" />',
      `<s:element minOccurs="1" maxOccurs="1" name="iSession" type="s:int">
        <s:annotation><s:documentation>Theirs.</s:documentation></s:annotation></s:element>`,
    );
    expect(documented).not.to.equal(wsdl);
    const types = (await renderFiles({ wsdlText: documented, fileName: "API.wsdl" })).get("types.ts") ?? "";
    expect(types).to.contain(
      "/** Theirs. A whole number from -2147483648 to 2147483647 (xs:int). */\n  iSession: number;",
    );
    expect(types).to.contain(
      "/** The session's id, as the Technician Console shows it. A whole number from -2147483648 to 2147483647 (xs:int). */\n  iSession",
    );
  });
});
