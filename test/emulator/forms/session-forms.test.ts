import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { AUTH_CODE, cookieOf } from "../wire.js";
import { callForm, METHODS } from "./form-call.js";

const TECHNICIAN_CODE = "4ahx...tech...80u0";

describe("HTTP forms of logins and sessions", () => {
  for (const method of METHODS) {
    describe(method, () => {
      const clock = new VirtualClock(Date.UTC(2026, 0, 1));
      let emulator: Emulator;
      before(async () => {
        emulator = await startEmulator({ clock });
      });
      beforeEach(() => emulator.reset());
      after(() => emulator.close());
      const call = (name: string, sent: Record<string, string> = {}, cookie?: string) =>
        callForm(emulator.endpoint, name, sent, cookie === undefined ? { method } : { method, cookie });
      const word = async (...sent: Parameters<typeof call>) => (await call(...sent)).body;
      const session = (id: number, authcode = AUTH_CODE) => ({ session: String(id), authcode });
      const logIn = async (pwd = "secretPassword") => {
        const reply = await call("login", { email: "some@email.com", pwd });
        return { word: reply.body, cookie: cookieOf(reply) };
      };

      it("login sets the cookie that the next calls need; logout ends it, and so do 20 idle minutes", async () => {
        expect((await logIn("wrong")).word).to.equal("INVALID");
        const { word: told, cookie } = await logIn();
        expect(told).to.equal("OK");
        expect(cookie).to.match(/^ASP\.NET_SessionId=\w{24}$/);
        const close = (id: string) => word("closeSession", { session: id }, cookie);
        expect(await close("20000001")).to.equal("OK");
        clock.advance(20 * 60_000);
        expect(await close("20000002")).to.equal("NOTLOGGEDINASADMIN");
        const again = (await logIn()).cookie;
        expect(await word("logout", {}, again)).to.equal("OK");
        expect(await word("logout", {}, again)).to.equal("NOTLOGGEDIN");
      });

      it("login: LIMITREACHED from the 11th in 3 minutes", async () => {
        for (let count = 0; count < 10; count += 1) expect((await logIn()).word).to.equal("OK");
        expect((await logIn()).word).to.equal("LIMITREACHED");
      });

      it("requestAuthCode: the code is where clients cut it, after 13 characters", async () => {
        const text = await word("requestAuthCode", { email: "some@email.com", pwd: "secretPassword" });
        expect(text).to.match(/^OK\n\nAUTHCODE:[0-9a-z]+$/);
        expect(await word("closeSession", session(20000001, text.slice(13)))).to.equal("OK");
        expect(await word("closeSession", session(20000002))).to.equal("INVALID_SECRETAUTHCODE");
        const wrong = { email: "some@email.com", pwd: "x" };
        expect(await word("requestAuthCode", wrong)).to.equal("INVALID");
      });

      it("closeSession: every result of the guide", async () => {
        expect(await word("closeSession", session(12345678))).to.equal("OK");
        expect(await word("closeSession", session(12345678))).to.equal("INVALIDPARAM_SESSION");
        expect(await word("closeSession", session(5))).to.equal("INVALIDPARAM_SESSION");
        expect(await word("closeSession", session(90000001))).to.equal("ERROR");
        expect(await word("closeSession", session(90000003))).to.equal("ACTIONFAILED");
        expect(await word("closeSession", session(20000001, ""))).to.equal("NOTLOGGEDINASADMIN");
        expect(await word("closeSession", session(20000001, TECHNICIAN_CODE))).to.equal("NOTLOGGEDINASADMIN");
        expect(await word("closeSession", session(20000001, "nobody"))).to.equal("INVALID_SECRETAUTHCODE");
        const disabled = session(20000001, "4ahx...disabled...80u0");
        expect(await word("closeSession", disabled)).to.equal("USER_DELETED_OR_DISABLED");
        expect(emulator.executions("closeSession")).to.equal(1);
      });

      it("shows results for which the SOAP enumeration has no literal", async () => {
        const unknown = { ...session(5), node: "201" };
        expect(await word("startSession", unknown)).to.equal("INVALIDPARAM_SESSION");
        expect(await word("startSession", { ...session(20000004), node: "5" })).to.equal("INVALIDPARAM_NODE");
      });

      it("startSession, holdSession and closeSession move a session on", async () => {
        const id = emulator.desk.newSession({ technician: 201 });
        expect(await word("startSession", { ...session(id), node: "201" })).to.equal("OK");
        expect(await word("holdSession", session(id))).to.equal("OK");
        expect(await word("holdSession", session(id))).to.equal("ACTIONFAILED");
        expect(await word("closeSession", session(id))).to.equal("OK");
      });

      it("getSession_v3 lists a technician's sessions; an unknown one is INVALIDPARAM_NODE", async () => {
        const id = emulator.desk.newSession({ technician: 203, customFields: ["A|B"], language: "de" });
        const list = await word("getSession_v3", { node: "203", authcode: AUTH_CODE });
        expect(list).to.match(
          new RegExp(`\n${id}\\|Waiting\\|0\\|\\|203\\|[^|]+\\|1/1/2026 12:\\d\\d AM\\|0\\|A\\|B\\|`),
        );
        expect(await word("getSession_v3", { node: "5", authcode: AUTH_CODE })).to.equal("INVALIDPARAM_NODE");
        const unknown = { session: "5", authcode: AUTH_CODE };
        expect(await word("getChat", unknown)).to.equal("ERROR");
      });
    });
  }
});
