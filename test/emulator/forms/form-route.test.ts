import { expect } from "chai";
import fc from "fast-check";
import { type Emulator, startEmulator } from "../../reference/service.js";

import { seed } from "../../soap/seed.js";
import { anotherContract } from "../another-contract.js";
import { AUTH_CODE, exchange } from "../wire.js";
import { callForm, METHODS, textOf } from "./form-call.js";

// The methods of the guide except createUsers, and older versions of them.
const NAMES =
  "login logout requestAuthCode requestAuthCodeSSO getAccount getAccount_v2 getHierarchy getHierarchy_v2 getUser getUser_v2 " +
  "getUser_v3 createUser setUser setUser_v2 setUserStatus setUserStatus_v7_1 createGroup getGroup moveNode deleteNode " +
  "assignChannel unassignChannel getSession getSession_v2 getSession_v3 startSession holdSession transferSession closeSession " +
  "cancelAction requestPINCode requestPINCode_v2 requestPINCode_v3 requestLensPINCode requestLensPINCode_v2 " +
  "requestLensPINCode_v3 requestLensPINCode_v4 requestInvitationLink generateEmailText getNote getChat getReport getReport_v2 setReportArea " +
  "setReportArea_v2 setReportArea_v8 getReportArea setReportDate setReportDate_v2 getReportDate setReportTime getReportTime " +
  "setTimezone getTimezone setDelimiter getDelimiter setOutput getOutput setReportType getReportType setDateFormat " +
  "getDateFormat getGroup_v2 setGroup setGroup_v2 isAnyTechAvailableOnChannel";

describe("HTTP forms over HTTP", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const status = async (path: string, method = "GET") => (await exchange(emulator.endpoint, { method, path })).status;

  for (const method of METHODS) {
    it(`${method}: every form answers a status word to a caller without a login, and no HTML`, async () => {
      for (const name of NAMES.split(" ")) {
        const reply = await callForm(emulator.endpoint, name, {}, { method });
        expect(reply.status, name).to.equal(200);
        expect(reply.body, name)
          .to.match(/^[A-Z_]+$/)
          .and.not.to.equal("OK");
      }
    });
  }

  it("requestLensPINCode_v4, without an operation: a PIN for the technician of the node, and the message line", async () => {
    const sent = { authcode: AUTH_CODE, NodeId: "201", PhoneNumber: "+1", LangCode: "de", cfield0: "Jane" };
    const text = await textOf(emulator.endpoint, "requestLensPINCode_v4", sent);
    expect(text).to.match(/^OK\n\nPINCODE:\d{6}\nSMS_RESULT: sendInvitationForMobileSession_OK$/);
    const session = emulator.desk.enterPin(text.slice(12, 18));
    const opened = emulator.export().sessions.find(({ id }) => id === session);
    expect(opened).to.deep.include({ technician: 201, lens: true, customFields: ["Jane"] });
    const without = await textOf(emulator.endpoint, "requestLensPINCode_v4", { ...sent, NodeId: "202" });
    expect(without).to.equal("NOACCESSTOLENS");
  });

  it("answers text that no browser treats as a page", async () => {
    const { headers } = await callForm(emulator.endpoint, "logout");
    expect(headers["content-type"]).to.equal("text/plain; charset=utf-8");
    expect(headers["x-content-type-options"]).to.equal("nosniff");
    expect(headers["cache-control"]).to.equal("private");
  });

  it("accepts the path in any case; 404 without .aspx, for unknown names, other methods and path tricks", async () => {
    const query = `?session=20000001&authcode=${AUTH_CODE}`;
    for (const path of ["/api/CLOSEsession.ASPX", "/API/%63loseSession.aspx"]) {
      emulator.reset();
      expect((await exchange(emulator.endpoint, { method: "GET", path: path + query })).body, path).to.equal("OK");
    }
    emulator.reset();
    for (const path of [
      `/API/closeSession${query}`,
      "/API/closeSession.aspx/",
      "/API//closeSession.aspx",
      "/closeSession.aspx",
      "/API/constructor.aspx",
      "/API/__proto__.aspx",
      "/API/.aspx",
      "/API/createUsers.aspx",
      "/API/getLoginTicket.aspx",
      "/SSO/closeSession.aspx",
      "/SSO/login.aspx",
      `/API/${"x".repeat(5000)}.aspx`,
    ]) {
      const reply = await exchange(emulator.endpoint, { method: "GET", path });
      expect(reply.status, path).to.equal(404);
      expect(reply.headers["content-type"], path).to.equal("text/html; charset=utf-8");
    }
    for (const method of ["PUT", "DELETE", "OPTIONS"]) {
      expect(await status(`/API/closeSession.aspx${query}`, method), method).to.equal(404);
    }
    expect(emulator.executions("closeSession")).to.equal(0);
  });

  it("has no forms with soapOnly; without it, those of its contract and those without an operation", async () => {
    await using soapOnly: Emulator = await startEmulator({ soapOnly: true });
    for (const name of ["login", "setGroup", "SSO/GetLoginTicket"]) {
      expect((await callForm(soapOnly.endpoint, name)).status, name).to.equal(404);
    }
    expect(() => soapOnly.faults.add({ operation: "setGroup", phase: "before", kind: "status" })).to.throw(
      'no operation "setGroup"',
    );
    await using other: Emulator = await startEmulator({ contract: anotherContract });
    expect(await textOf(other.endpoint, "login")).to.equal("INVALID");
    expect((await callForm(other.endpoint, "logout")).status).to.equal(404);
    expect((await callForm(other.endpoint, "newOperation")).status).to.equal(404);
    const status = { node: "203", status: "Disabled", authcode: AUTH_CODE };
    expect(await textOf(other.endpoint, "setUserStatus", status)).to.equal("OK");
    expect(await textOf(other.endpoint, "requestPINCode_v2", { authcode: AUTH_CODE })).to.match(
      /^OK\n\nPINCODE:\d{6}$/,
    );
  });

  describe("parameters", () => {
    it("reads names in any case and ignores unknown ones", async () => {
      const sent = { Session: "20000001", AUTHCODE: AUTH_CODE, verbose: "1", constructor: "x" };
      expect(await textOf(emulator.endpoint, "closeSession", sent)).to.equal("OK");
    });

    it("reads the query of a POST too, before the body", async () => {
      const path = `/API/closeSession.aspx?session=20000001&authcode=${AUTH_CODE}`;
      const headers = { "Content-Type": "application/x-www-form-urlencoded; charset=utf-8" };
      const reply = await exchange(emulator.endpoint, { path, headers, body: "session=20000002" });
      expect(reply.body).to.equal("OK");
      expect(emulator.executions("closeSession", 20000001)).to.equal(1);
      expect((await exchange(emulator.endpoint, { path: path.replace("01", "03") })).body, "no body").to.equal("OK");
    });

    it("does not read a body of another type", async () => {
      const body = `session=20000001&authcode=${AUTH_CODE}`;
      for (const type of ["text/plain", "application/json", "application/x-www-form-urlencodedx"]) {
        const headers = { "Content-Type": type };
        const reply = await exchange(emulator.endpoint, { path: "/API/closeSession.aspx", headers, body });
        expect(reply.body, type).to.equal("INVALIDPARAM_SESSION");
      }
    });

    it("joins repeated ones by a comma, as ASP.NET does", async () => {
      const twice = `session=20000001&session=20000001&authcode=${AUTH_CODE}`;
      expect(await textOf(emulator.endpoint, "closeSession", twice)).to.equal("INVALIDPARAM_SESSION");
      const seen: unknown[] = [];
      emulator.on("getChat", (request) => {
        seen.push(request);
        return { getChatResult: "getChat_OK" };
      });
      await callForm(emulator.endpoint, "getChat", "session=1&authcode=a&authcode=b");
      expect(seen).to.deep.equal([{ iSessionID: 1, sAuthCode: "a,b" }]);
    });

    it("reads percent escapes as UTF-8 and + as a blank; broken escapes are kept unchanged", async () => {
      const seen: (string | undefined)[] = [];
      emulator.on("requestPINCode", ({ sCField0 }) => {
        seen.push(sCField0);
        return { requestPINCodeResult: "requestPINCode_OK", iPINCode: 1 };
      });
      for (const method of METHODS) {
        for (const sent of ["J%C3%BCrgen+%2B%F0%9F%98%80", "100%", "%zz%4", "%u0041", "a%00b", "%C3", "=x"]) {
          await callForm(emulator.endpoint, "requestPINCode", `cfield0=${sent}`, { method });
        }
      }
      const expected = ["Jürgen +😀", "100%", "%zz%4", "%u0041", "a?b", "\ufffd", "=x"];
      expect(seen).to.deep.equal([...expected, ...expected]);
    });

    it("survives any query and any body", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 200 }),
          fc.constantFrom(...NAMES.split(" ")),
          async (bytes, name) => {
            const reply = await exchange(emulator.endpoint, {
              path: `/API/${name}.aspx?${encodeURI(Buffer.from(bytes).toString("latin1"))}`,
              headers: { "Content-Type": "application/x-www-form-urlencoded" },
              body: Buffer.from(bytes),
            });
            expect(reply.status).to.equal(200);
          },
        ),
        { seed, numRuns: 100 },
      );
    });

    it("refuses a query too long for a head, a body too long for the service and one of too many values, and keeps serving", async () => {
      const long = `authcode=${AUTH_CODE}&comment=${"x".repeat(20_000)}`;
      expect((await callForm(emulator.endpoint, "closeSession", long)).status).to.equal(431);
      const huge = `session=20000001&authcode=${AUTH_CODE}&x=${"y".repeat(4 * 1024 * 1024)}`;
      expect((await callForm(emulator.endpoint, "closeSession", huge, { method: "POST" })).status).to.equal(413);
      const large = `session=20000001&authcode=${AUTH_CODE}&${"a&".repeat(997)}`;
      expect((await callForm(emulator.endpoint, "closeSession", `${large}a&`, { method: "POST" })).status).to.equal(
        500,
      );
      expect(await textOf(emulator.endpoint, "closeSession", large, { method: "POST" })).to.equal("OK");
    });
  });
});
