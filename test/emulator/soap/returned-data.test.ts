import { expect } from "chai";
import type { Contract, ContractField } from "../../../src/soap/contract/contract.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { anotherContract } from "../another-contract.js";
import { answersOf } from "../answers.js";
import { AUTH_CODE, envelope, exchange, faultOf, type Reply, VERSIONS, type Version } from "../wire.js";

const NAME = "isAnyTechAvailableOnChannel";

/** A service whose WSDL lets the operation return something other than a result literal. */
function returning(fields: readonly ContractField[], more: Partial<Contract> = {}): Contract {
  const request: readonly ContractField[] = [
    { name: "iChannelID", type: "xs:int" },
    { name: "sAuthCode", type: "xs:string", min: 0 },
  ];
  const operation = {
    soapAction: "",
    request: { element: NAME, fields: request },
    response: { element: `${NAME}Response`, fields },
  };
  return { ...anotherContract, ...more, operations: { ...anotherContract.operations, [NAME]: operation } };
}

function ask(emulator: Emulator, version: Version, channel: number, code = AUTH_CODE): Promise<Reply> {
  const inner = `<iChannelID>${channel}</iChannelID><sAuthCode>${code}</sAuthCode>`;
  return exchange(emulator.endpoint, {
    headers: { "Content-Type": version === "1.1" ? "text/xml" : "application/soap+xml", SOAPAction: '""' },
    body: envelope(version, `<${NAME} xmlns="urn:another">${inner}</${NAME}>`),
  });
}

describe("an operation that returns data", () => {
  for (const version of VERSIONS) {
    it(`SOAP ${version}: answers yes and no as a boolean, and a refusal as a fault`, async () => {
      const contract = returning([{ name: `${NAME}Result`, type: "xs:boolean" }]);
      await using emulator = await startEmulator({ contract });
      expect((await ask(emulator, version, 401)).body).to.contain(`<${NAME}Result>true</${NAME}Result>`);
      for (const technician of [201, 202]) emulator.desk.setConsole(technician, "Offline");
      expect((await ask(emulator, version, 401)).body).to.contain(`<${NAME}Result>false</${NAME}Result>`);
      const refused = await ask(emulator, version, 401, "nobodys");
      expect(refused.status).to.equal(500);
      expect(faultOf(refused).text).to.contain(
        `The emulator cannot answer Invalid_SecretAuthCode: ${NAME} returns xs:boolean.`,
      );
      expect(answersOf(emulator).map(({ status, result }) => [status, result])).to.deep.equal([
        [200, undefined],
        [200, undefined],
        [500, undefined],
      ]);
    });
  }

  it("answers a fault if the operation cannot return a planned result", async () => {
    const contract = returning([{ name: `${NAME}Result`, type: "xs:boolean" }]);
    await using emulator = await startEmulator({ contract });
    emulator.faults.add({ operation: NAME, phase: "after", kind: "result", result: "ActionFailed" });
    const reply = await ask(emulator, "1.1", 401);
    expect(faultOf(reply).text).to.contain("The emulator cannot answer ActionFailed");
    expect(answersOf(emulator)).to.deep.equal([{ operation: NAME, status: 500, fault: "result" }]);
  });

  it("generates the smallest value of required elements, whatever their type", async () => {
    const types = {
      DESK: [
        { name: "dSeen", type: "xs:date" },
        { name: "tOpen", type: "xs:time" },
        { name: "nRate", type: "xs:decimal" },
        { name: "iSeats", type: "xs:positiveInteger" },
        { name: "sName", type: "xs:string" },
        { name: "sNote", type: "xs:string", min: 0 },
        { name: "eKind", type: "loginRet" },
        { name: "iFloor", type: "xs:int", nillable: true as const },
      ],
      CIRCLE: [{ name: "oSelf", type: "CIRCLE" }],
    };
    await using emulator = await startEmulator({
      contract: returning([{ name: "oDesk", type: "DESK" }], { types: { DESK: types.DESK } }),
    });
    emulator.on(NAME, () => ({}));
    expect((await ask(emulator, "1.1", 401)).body).to.contain(
      "<oDesk><dSeen>0001-01-01</dSeen><tOpen>00:00:00</tOpen><nRate>0</nRate><iSeats>1</iSeats><sName />" +
        '<eKind>OK</eKind><iFloor xsi:nil="true" /></oDesk>',
    );
    const contract = returning([{ name: "oCircle", type: "CIRCLE" }], { types });
    await using endless = await startEmulator({ contract });
    endless.on(NAME, () => ({}));
    expect(faultOf(await ask(endless, "1.1", 401)).text).to.contain("cannot make a value of CIRCLE");
  });
});
