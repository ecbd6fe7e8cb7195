import { expect } from "chai";
import { faultOf, resultOf } from "../../wire.js";
import {
  CODES,
  describeOverSoap,
  elementText,
  emailOf,
  escaped,
  type Fields,
  PASSWORD,
  partsOf,
} from "../nodes/test-desk.js";

const ADD_ON = { setUser: "eAddOns", setUser_V2: "eMobileAddOn" } as const;

describeOverSoap("setUser", (desk) => {
  const user = async (id: number) => {
    const [inner = ""] = partsOf((await desk.ask("getUser_v2", { iNodeID: id }, CODES.master)).body, "oUser");
    return inner;
  };

  for (const [operation, addOn] of Object.entries(ADD_ON)) {
    const set = (fields: Fields, code: string = CODES.master) =>
      desk.result(
        operation,
        { iNodeID: 202, sName: "Busy", sEmail: emailOf("busy"), eStatus: "Enabled", [addOn]: "True", ...fields },
        code,
      );

    it(`${operation}: writes what is sent and leaves the rest`, async () => {
      const given = { sName: "New", sNick: "N", sEmail: "new@example.com", sSSOID: "s", sDescription: "d" };
      expect(await set(given)).to.equal("OK");
      for (const [name, value] of Object.entries(given)) expect(elementText(await user(202), name)).to.equal(value);
      expect(elementText(await user(202), "eStatus")).to.equal("Busy");
      // Absent texts stay, empty ones are emptied.
      expect(await set({ sNick: "" })).to.equal("OK");
      const now = await user(202);
      expect([elementText(now, "sNick"), elementText(now, "sSSOID"), elementText(now, "sDescription")]).to.deep.equal([
        "",
        "s",
        "d",
      ]);
      expect(desk.emulator.executions(operation, 202)).to.equal(2);
    });

    for (const [title, fields, code] of [
      ["an unknown node", { iNodeID: 999 }, "InvalidParam_NodeID"],
      ["a group", { iNodeID: 301 }, "InvalidParam_NodeID"],
      ["no name", { sName: "" }, "InvalidParam_Name"],
      ["a blank name", { sName: " \t " }, "InvalidParam_Name"],
      ["a name of 64 KB", { sName: "n".repeat(65_536) }, "InvalidParam_Name"],
      ["no address", { sEmail: "" }, "InvalidParam_Email"],
      ["an address without @", { sEmail: "example.com" }, "InvalidParam_Email"],
      ["an address with two @", { sEmail: "a@b@example.com" }, "InvalidParam_Email"],
      ["an address with a blank", { sEmail: "a b@example.com" }, "InvalidParam_Email"],
      ["a huge address", { sEmail: `${"a".repeat(250)}@example.com` }, "InvalidParam_Email"],
      ["another's address, in any case", { sEmail: "Away@EXAMPLE.com" }, "InvalidParam_Email_Already_In_Use"],
      [
        "a password with a blank",
        { sPwd: "long password", sConfPwd: "long password" },
        "InvalidParam_Password_Cannot_Contain_Whitespace_Characters",
      ],
      [
        "a password of seven",
        { sPwd: "seven77", sConfPwd: "seven77" },
        "InvalidParam_Password_Has_To_Be_At_Least_8_Characters_Long",
      ],
      ["a password that is confirmed otherwise", { sPwd: "eight888", sConfPwd: "eight889" }, "Error"],
    ] as const) {
      it(`${operation}: ${code} for ${title}, and nothing changes`, async () => {
        const before = desk.emulator.export();
        expect(await set({ sNick: "changed", ...fields })).to.equal(code);
        expect(desk.emulator.export()).to.deep.equal(before);
        expect(desk.emulator.executions(operation)).to.equal(0);
      });
    }

    it(`${operation}: the new password logs in, the old one does not`, async () => {
      expect(await set({ sPwd: "eight888", sConfPwd: "eight888", sCurrentPwd: "does not matter" })).to.equal("OK");
      const login = (password: string) => desk.result("login", { sEmail: emailOf("busy"), sPassword: password }, "");
      expect(await login(PASSWORD)).to.equal("Invalid");
      expect(await login("eight888")).to.equal("OK");
      expect(await set({ sPwd: "" })).to.equal("OK");
      expect(await login("eight888")).to.equal("OK");
    });

    it(`${operation}: master administrators need their current password for themselves only`, async () => {
      const self = { iNodeID: 120, sName: "Me", sEmail: emailOf("master") };
      expect(await set(self)).to.equal("InvalidParam_Missing_Current_Password");
      expect(await set({ ...self, sCurrentPwd: "wrong" })).to.equal("Error");
      expect(await set({ ...self, sCurrentPwd: PASSWORD })).to.equal("OK");
      expect(await set({ ...self, sCurrentPwd: "" }, CODES.holder)).to.equal("OK");
    });

    it(`${operation}: an omitted status disables and an omitted add-on adds: both arrive as the first member`, async () => {
      const fields = { iNodeID: 203, sName: "Away", sEmail: emailOf("away") };
      expect(await desk.result(operation, fields, CODES.master)).to.equal("OK");
      const now = await user(203);
      expect([elementText(now, "eStatus"), elementText(now, "hasMobileAddon")]).to.deep.equal(["Disabled", "true"]);
    });

    it(`${operation}: unknown words are faults of the request`, async () => {
      for (const fields of [{ eStatus: "enabled" }, { [addOn]: "true" }]) {
        const reply = await desk.ask(operation, { iNodeID: 202, sName: "n", sEmail: "n@e", ...fields }, CODES.master);
        expect(faultOf(reply).code).to.equal(desk.version === "1.1" ? "soap:Client" : "soap:Sender");
      }
    });

    it(`${operation}: fills a user made by createUser, and enables it once it can log in`, async () => {
      const id = Number(elementText((await desk.ask("createUser", { iParentID: 302 }, CODES.master)).body, "iNodeID"));
      const fresh = { iNodeID: id, sName: "Fresh", sEmail: "fresh@example.com" };
      expect(await set(fresh)).to.equal("InvalidParam_Status");
      expect(await set({ ...fresh, eStatus: "Disabled" })).to.equal("OK");
      expect(await desk.result("login", { sEmail: "fresh@example.com", sPassword: "" }, "")).to.equal("Invalid");
      expect(await set({ ...fresh, sSSOID: "fresh-sso" })).to.equal("OK");
      const sso = { sSSOID: "fresh-sso", sPassword: "master-sso", sCompany: "4711" };
      expect(await desk.result("requestAuthCodeSSO", sso, "")).to.equal("OK");
      expect(await desk.result("login", { sEmail: "fresh@example.com", sPassword: "" }, "")).to.equal("Invalid");
      expect(await set({ ...fresh, sPwd: "eight888", sConfPwd: "eight888" })).to.equal("OK");
      expect(await desk.result("login", { sEmail: "fresh@example.com", sPassword: "eight888" }, "")).to.equal("OK");
    });

    it(`${operation}: hostile texts are returned unchanged`, async () => {
      for (const text of [`<b a="1">'&amp;]]>`, "__proto__", "\u202ename\u0085", "𝒳".repeat(100), "a\tb"]) {
        expect(await set({ sName: text, sNick: text, sDescription: text })).to.equal("OK");
        const seen = await user(202);
        for (const name of ["sName", "sNick", "sDescription"]) expect(elementText(seen, name)).to.equal(escaped(text));
      }
      expect(await set({ sDescription: "d".repeat(65_536) })).to.equal("OK");
      expect(elementText(await user(202), "sDescription")).to.have.length(65_536);
    });
  }

  it("add-ons: setUser does not change the RPAT add-on, setUser_V2 writes both", async () => {
    const fields = { iNodeID: 203, sName: "Away", sEmail: emailOf("away"), eStatus: "Enabled" };
    const addOns = async () => [
      elementText(await user(203), "hasMobileAddon"),
      elementText(await user(203), "hasRPATAddon"),
    ];
    await desk.ask("setUser", { ...fields, eAddOns: "True" }, CODES.master);
    expect(await addOns()).to.deep.equal(["true", "true"]);
    await desk.ask("setUser_V2", { ...fields, eMobileAddOn: "False", bRPATAddOn: false }, CODES.master);
    expect(await addOns()).to.deep.equal(["false", "false"]);
    await desk.ask("setUser_V2", { ...fields, eMobileAddOn: "False", bRPATAddOn: true }, CODES.master);
    expect(await addOns()).to.deep.equal(["false", "true"]);
  });

  it("a login survives a change of address, and a new user with the old address does not get it", async () => {
    const cookie = await desk.logIn("technician");
    const rename = (iNodeID: number, sEmail: string) =>
      desk.result("setUser", { iNodeID, sName: "n", sEmail, eStatus: "Enabled", eAddOns: "False" }, CODES.master);
    expect(await rename(201, "moved@example.com")).to.equal("OK");
    expect(await rename(202, emailOf("technician"))).to.equal("OK");
    const { body } = await desk.ask("getAccount", {}, "", cookie);
    expect(elementText(body, "sEmail")).to.equal("moved@example.com");
    expect(elementText(body, "iTechID")).to.equal("201");
  });

  it("the log shows no password of either kind", async () => {
    const fields = { iNodeID: 120, sName: "Me", sEmail: emailOf("master"), eStatus: "Enabled", eAddOns: "True" };
    const passwords = { sPwd: "brand-new-1", sConfPwd: "brand-new-1", sCurrentPwd: PASSWORD };
    await desk.ask("setUser", { ...fields, ...passwords, sConfPwd: "brand-new-2" }, CODES.master);
    expect(resultOf(await desk.ask("setUser", { ...fields, ...passwords }, CODES.master))).to.equal("setUser_OK");
    const texts = desk.emulator.log.map(({ request = "", response = "" }) => request + response).join();
    expect(texts).to.contain("<sName>Me</sName>");
    for (const secret of ["brand-new-1", "brand-new-2", PASSWORD, CODES.master]) expect(texts).not.to.contain(secret);
  });
});
