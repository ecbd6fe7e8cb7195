import { expect } from "chai";
import { AspNetSessions } from "../../../../src/emulator/desk/asp-net-session.js";
import { openDesk } from "../../../../src/emulator/desk/seed/open-desk.js";
import { Limits } from "../../../../src/emulator/operations/call/limits.js";
import type { Parameters } from "../../../../src/emulator/operations/call/parameters.js";
import { cards } from "../../../../src/emulator/operations/cards.js";
import { contract } from "../../../reference/service.js";
import { CODES, emailOf, seed } from "../nodes/test-desk.js";

// What SOAP cannot send, as its enumerations are checked before: the words of the HTTP form.
describe("setUser by the words of the HTTP form", () => {
  const answer = (operation: string, parameters: Parameters) => {
    const card = cards.get(operation);
    if (!card) throw new Error(`no ${operation}`);
    const session = new AspNetSessions(() => 0).visit(undefined);
    const desk = openDesk(seed, 0);
    const { code } = card.answer({
      operation,
      parameters,
      contract,
      desk,
      session,
      now: () => 0,
      limits: new Limits(true),
      origin: "",
      executed: () => {},
    });
    const person = desk.people.withEmail(emailOf("busy"));
    return [code, person?.enabled, person?.mobileAddOn, person?.rpatAddOn];
  };
  const fields = { iNodeID: 202, sName: "n", sEmail: emailOf("busy"), sAuthCode: CODES.master };
  const first = (more: Parameters) => answer("setUser", { ...fields, eStatus: "Enabled", eAddOns: "True", ...more });
  const second = (more: Parameters) =>
    answer("setUser_V2", { ...fields, eStatus: "Enabled", eMobileAddOn: "True", bRPATAddOn: true, ...more });

  it("accepts them in any case", () => {
    expect(first({ eStatus: "disabled", eAddOns: "false" })).to.deep.equal(["OK", false, false, false]);
    expect(first({ eStatus: "ENABLED", eAddOns: "TRUE" })).to.deep.equal(["OK", true, true, false]);
    expect(second({ eMobileAddOn: "False", bRPATAddOn: "True" })).to.deep.equal(["OK", true, false, true]);
  });

  it("refuses other words and omitted ones", () => {
    const untouched = [true, true, false];
    for (const word of ["", "maybe", "1", null, "toString"]) {
      expect(first({ eStatus: word })).to.deep.equal(["InvalidParam_Status", ...untouched]);
      expect(first({ eAddOns: word })).to.deep.equal(["InvalidParam_MobileAddOn", ...untouched]);
      expect(second({ eMobileAddOn: word })).to.deep.equal(["InvalidParam_MobileAddOn", ...untouched]);
      expect(second({ bRPATAddOn: word })).to.deep.equal(["InvalidParam_RPATAddOn", ...untouched]);
    }
    const status = { iNodeID: 202, sAuthCode: CODES.master, eStatus: "off" };
    expect(answer("setUserStatus_v7_1", status)).to.deep.equal(["InvalidParam_Status", ...untouched]);
  });

  it("ids that are not numbers are unknown", () => {
    expect(first({ iNodeID: "202x" })[0]).to.equal("InvalidParam_NodeID");
    expect(first({ iNodeID: "__proto__" })[0]).to.equal("InvalidParam_NodeID");
  });
});
