import { expect } from "chai";
import { resultOf } from "../../wire.js";
import { CODES, codeOf, describeOverSoap, elementText, emailOf, PASSWORD } from "../nodes/test-desk.js";

const sso = (id: string, password = "master-sso", company = "4711") => ({
  sSSOID: id,
  sPassword: password,
  sCompany: company,
});

describeOverSoap("accounts and auth codes", (desk) => {
  const account = async (code: string, operation = "getAccount_v2") => {
    const { body } = await desk.ask(operation, {}, code);
    return ["iAdminID", "iTechID", "sEmail", "bTcRunning"].map((name) => elementText(body, name));
  };

  it("getAccount: the account, the ids of the caller's roles, 0 for a missing one", async () => {
    const { body } = await desk.ask("getAccount", {}, CODES.holder);
    expect(elementText(body, "iAccountID")).to.equal("7");
    expect(elementText(body, "sOrganization")).to.equal("Tree &amp; &lt;Sons&gt;");
    expect(await account(CODES.holder, "getAccount")).to.deep.equal(["101", "111", emailOf("holder"), undefined]);
    expect(await account(CODES.administrator)).to.deep.equal(["102", "0", emailOf("administrator"), "false"]);
    expect(await account(CODES.technician)).to.deep.equal(["0", "201", emailOf("technician"), "true"]);
  });

  it("getAccount_v2: bTcRunning follows the console; Busy and Away are running", async () => {
    for (const [state, runs] of [
      ["Offline", "false"],
      ["Busy", "true"],
      ["Away", "true"],
    ] as const) {
      desk.emulator.desk.setConsole(201, state);
      expect((await account(CODES.technician))[3]).to.equal(runs);
    }
  });

  it("getAccount: a disabled seat counts as missing, the user's other role does not", async () => {
    const status = { iNodeID: 206, eStatus: "Disabled" };
    expect(resultOf(await desk.ask("setUserStatus_v7_1", status, CODES.master))).to.equal("OK");
    expect(await account("code-of-two")).to.deep.equal(["106", "0", emailOf("two"), "false"]);
    await desk.ask("setUserStatus_v7_1", { iNodeID: 106, eStatus: "Disabled" }, CODES.master);
    expect(await desk.result("getAccount", {}, "code-of-two")).to.equal("User_Deleted_Or_Disabled");
    await desk.ask("setUserStatus_v7_1", { iNodeID: 206, eStatus: "Enabled" }, CODES.master);
    expect(await account("code-of-two")).to.deep.equal(["0", "206", emailOf("two"), "false"]);
  });

  it("requestAuthCodeSSO: a code that replaces the old one", async () => {
    const reply = await desk.ask("requestAuthCodeSSO", sso("sso-1"), "");
    expect(resultOf(reply)).to.equal("requestAuthCodeSSO_OK");
    const code = elementText(reply.body, "sAuthCode") ?? "";
    expect(await account(code)).to.deep.equal(["0", "201", emailOf("technician"), "true"]);
    expect(await desk.result("getAccount", {}, CODES.technician)).to.equal("Invalid_SecretAuthCode");
    expect(desk.emulator.executions("requestAuthCodeSSO", emailOf("technician"))).to.equal(1);
  });

  it("requestAuthCodeSSO: Invalid, InvalidParam_Company, Error", async () => {
    for (const [fields, code] of [
      [sso("sso-2"), "Invalid"],
      [sso(""), "Invalid"],
      [sso("sso-1", PASSWORD), "Invalid"],
      [sso("sso-1", "master-sso", "4712"), "Invalid"],
      [sso("sso-disabled"), "Invalid"],
      [sso("sso-1", "master-sso", "47a1"), "InvalidParam_Company"],
      [sso("sso-1", "master-sso", ""), "InvalidParam_Company"],
      [sso("sso-failing"), "Error"],
    ] as const) {
      const reply = await desk.ask("requestAuthCodeSSO", fields, "");
      expect(codeOf(reply), JSON.stringify(fields)).to.equal(code);
      expect(reply.body).not.to.contain("sAuthCode");
    }
    expect(desk.emulator.executions("requestAuthCodeSSO")).to.equal(0);
  });
});
