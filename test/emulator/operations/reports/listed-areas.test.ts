import { expect } from "chai";
import { VirtualClock } from "../../../../src/emulator/index.js";
import type { Contract, ContractField } from "../../../../src/soap/contract/contract.js";
import { contract, type Emulator, startEmulator } from "../../../reference/service.js";
import { textOf } from "../../forms/form-call.js";
import { outOf } from "../../out-parameter.js";
import { deskOf, ended, START } from "../../reports/desk.js";
import { call, resultOf, VERSIONS } from "../../wire.js";

const CODE = "<sAuthCode>code</sAuthCode>";

// As ASMX writes an enumeration: an operator's own WSDL may list areas so.
const listed: Contract = {
  ...contract,
  operations: Object.fromEntries(
    Object.entries(contract.operations).map(([name, { request, response, ...rest }]) => [
      name,
      {
        ...rest,
        request: { ...request, fields: request.fields.map(withListedArea) },
        response: { ...response, fields: response.fields.map(withListedArea) },
      },
    ]),
  ),
  enums: { ...contract.enums, AREA: ["SESSION", "MISSED_SESSIONS", "EXTERNAL_LOGIN"] },
};

function withListedArea(field: ContractField): ContractField {
  return field.name === "eReportArea" ? { name: field.name, type: "AREA" } : field;
}

describe("report areas that the WSDL lists", () => {
  let emulator: Emulator;
  before(async () => {
    const seed = deskOf([
      ended(1, 3),
      { id: 2, status: "CLOSEDBYWAITINGCUSTOMER", startedAgo: 3600, statusAgo: 3000, closedAgo: 3000 },
    ]);
    emulator = await startEmulator({ contract: listed, seed, clock: new VirtualClock(START), limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  for (const version of VERSIONS) {
    const send = (operation: string, inner = "") => call(emulator.endpoint, operation, inner + CODE, { version });
    const choose = (area: string) => send("setReportArea", `<eReportArea>${area}</eReportArea>`);
    const chosen = async () => outOf(await send("getReportArea"), "eReportArea");
    const report = async () => outOf(await send("getReport", "<iNodeID>1</iNodeID>"), "sReport") ?? "";

    it(`SOAP ${version}: a listed plural is the area, and is what getReportArea returns`, async () => {
      expect(resultOf(await choose("MISSED_SESSIONS"))).to.equal("setReportArea_OK");
      expect(await chosen()).to.equal("MISSED_SESSIONS");
      expect((await report()).split("\n")).to.have.length(3);
    });

    it(`SOAP ${version}: a word that the emulator does not know is an area without rows`, async () => {
      expect(resultOf(await choose("EXTERNAL_LOGIN"))).to.equal("setReportArea_OK");
      expect(await chosen()).to.equal("EXTERNAL_LOGIN");
      expect((await report()).split("\n")).to.have.length(2);
    });

    it(`SOAP ${version}: a word that is not listed is a fault, as for every enumeration`, async () => {
      for (const word of ["MISSED_SESSION", "LOGIN", "3", ""]) expect((await choose(word)).status, word).to.equal(500);
      expect(await chosen()).to.equal("SESSION");
    });
  }

  it("the numbers of the form correspond to its words; other numbers are refused", async () => {
    const form = (name: string, sent: Readonly<Record<string, string>> = {}) =>
      textOf(emulator.endpoint, name, { ...sent, authcode: "code" });
    expect(await form("setReportArea", { area: "3" })).to.equal("OK");
    expect(await form("getReportArea")).to.contain("REPORTAREA:MISSED_SESSIONS");
    expect(await form("setReportArea", { area: "external_login" })).to.equal("OK");
    expect(await form("getReportArea")).to.contain("REPORTAREA:EXTERNAL_LOGIN");
    expect(await form("setReportArea", { area: "2" })).to.equal("ERROR");
    expect(await form("setReportArea", { area: "99" })).to.equal("ERROR");
    expect(await form("getReportArea")).to.contain("REPORTAREA:EXTERNAL_LOGIN");
  });
});
