import { expect } from "chai";
import type { LogEntry } from "../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { anotherContract } from "./another-contract.js";
import { callForm } from "./forms/form-call.js";
import {
  ADMINISTRATOR,
  AUTH_CODE,
  call,
  closing,
  credentials,
  envelope,
  exchange,
  headersOf,
  logIn,
  NAMESPACE,
} from "./wire.js";

const SECRETS = ["secretPassword", AUTH_CODE, "wrongPassword"];

describe("the log", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  const last = (): LogEntry => {
    const entry = emulator.log.at(-1);
    if (!entry) throw new Error("nothing is in the log");
    return entry;
  };
  const coded = (inner: string) => `${inner}<sAuthCode>${AUTH_CODE}</sAuthCode>`;

  it("tells the parameters as they were read, by the contract's names, and masks the secret ones", async () => {
    await call(emulator.endpoint, "closeSession", closing(" 12345678", AUTH_CODE));
    expect(last().parameters).to.deep.equal({ iSession: 12345678, sAuthCode: "[redacted]" });
    await callForm(emulator.endpoint, "closeSession", { session: "20000001", authcode: AUTH_CODE });
    expect(last().parameters).to.deep.equal({ iSession: 20000001, sAuthCode: "[redacted]" });
    await call(emulator.endpoint, "login", ADMINISTRATOR);
    expect(last().parameters).to.deep.equal({ sEmail: "some@email.com", sPassword: "[redacted]" });
    await call(emulator.endpoint, "closeSession", "");
    expect(last().parameters).to.deep.equal({ iSession: 0, sAuthCode: null });
  });

  it("finds secrets where they do not belong", async () => {
    await call(emulator.endpoint, "login", credentials(`x${AUTH_CODE}x`, "wrongPassword"));
    expect(last().parameters).to.deep.equal({ sEmail: "x[redacted]x", sPassword: "[redacted]" });
  });

  it("tells in whose name a call came: by auth code, by cookie, by the address of a login", async () => {
    const cookie = await logIn(emulator.endpoint, ADMINISTRATOR.replace("some", "SOME"));
    expect(last().caller).to.equal("some@email.com");
    await call(emulator.endpoint, "closeSession", closing(1), { cookie });
    expect(last().caller).to.equal("some@email.com");
    await call(emulator.endpoint, "getAccount", "<sAuthCode>4ahx...tech...80u0</sAuthCode>", { cookie });
    expect(last().caller).to.equal("tech@email.com");
    await call(emulator.endpoint, "login", credentials("other@email.com", "wrongPassword"));
    expect(last().caller).to.equal("other@email.com");
    for (const [operation, inner] of [
      ["login", credentials("nobody@email.com", "wrongPassword")],
      ["closeSession", closing(1)],
      ["closeSession", closing(1, "wrong")],
    ] as const) {
      const reply = await call(emulator.endpoint, operation, inner);
      expect("caller" in last(), inner).to.equal(false);
      expect(last().status).to.equal(reply.status);
    }
  });

  it("does not begin an ASP.NET session by looking for the caller", async () => {
    const reply = await call(emulator.endpoint, "requestAuthCode", ADMINISTRATOR);
    expect(reply.headers["set-cookie"]).to.equal(undefined);
  });

  it("is JSON with all of it, bodies included and secrets left out", async () => {
    await call(emulator.endpoint, "login", ADMINISTRATOR);
    await call(emulator.endpoint, "closeSession", closing(1, AUTH_CODE));
    emulator.faults.add({ operation: "login", phase: "after", kind: "status" });
    await call(emulator.endpoint, "login", credentials("some@email.com", "wrongPassword"));
    const json = JSON.stringify(emulator.log);
    for (const secret of SECRETS) expect(json).not.to.contain(secret);
    const [first, second, third] = JSON.parse(json) as LogEntry[];
    expect(first).to.deep.include({ number: 1, operation: "login", form: "SOAP 1.1", status: 200, result: "login_OK" });
    expect(first?.request).to.contain("<sEmail>some@email.com</sEmail>");
    expect(first?.response).to.contain("login_OK");
    expect(second).to.deep.include({
      caller: "some@email.com",
      parameters: { iSession: 1, sAuthCode: "[redacted]" },
      note: "iSession: this desk has no session 1",
    });
    expect(third).to.include({ fault: "status", status: 503 });
  });

  it("keeps parameters for as long as bodies, 200 further calls, and large ones by their length", async () => {
    await call(emulator.endpoint, "login", credentials("x".repeat(100_000), "p"));
    const first = last();
    expect(first.parameters).to.deep.equal({ sEmail: "… (100000 characters)", sPassword: "[redacted]" });
    for (let calls = 0; calls < 200; calls += 1) await call(emulator.endpoint, "logout", "");
    expect([first.parameters, first.request]).to.deep.equal([{}, ""]);
  });

  describe("says what the emulator does not know, with the nearest that it does", () => {
    const noted = async (operation: string, inner: string) => {
      await call(emulator.endpoint, operation, inner);
      return last().note;
    };

    for (const [operation, inner, note] of [
      [
        "closeSession",
        closing(12345679, AUTH_CODE),
        "iSession: this desk has no session 12345679; did you mean 12345678?",
      ],
      ["closeSession", closing(5, AUTH_CODE), "iSession: this desk has no session 5"],
      ["getUser", coded("<iNodeID>2001</iNodeID>"), "iNodeID: this desk has no node 2001; did you mean 201?"],
      ["closeSession", closing(12345678, "nobodys"), "no user of this desk holds the auth code"],
      [
        "login",
        credentials("som@email.com", "x"),
        'this desk has no user "som@email.com"; did you mean some@email.com?',
      ],
      [
        "getSession",
        coded("<iNode>201</iNode><eNodeRef>CHANEL</eNodeRef>"),
        'eNodeRef: "CHANEL" is no word of the contract; did you mean CHANNEL?',
      ],
      [
        "getUser_v3",
        coded("<sUserEmail>som@email.com</sUserEmail>"),
        'this desk has no user "som@email.com"; did you mean some@email.com?',
      ],
      [
        "requestLensPINCodeV3",
        coded("<bNoTechConsole>true</bNoTechConsole><sLangCode>pt_br</sLangCode>"),
        'sLangCode: the emulator does not know "pt_br"; did you mean pt-br?',
      ],
      [
        "requestAuthCodeSSO",
        "<sSSOID>tehc-sso</sSSOID><sPassword>x</sPassword><sCompany>4711</sCompany>",
        'no user of this desk has the single sign-on id "tehc-sso"; did you mean tech-sso?',
      ],
    ] as const) {
      it(`${operation} ${inner.replace(AUTH_CODE, "…")}`, async () => {
        expect(await noted(operation, inner)).to.equal(note);
      });
    }

    it("as a form, a word and a form that does not exist", async () => {
      await callForm(emulator.endpoint, "getSession_v3", { node: "201", noderef: "CHANEL", authcode: AUTH_CODE });
      expect(last().note).to.equal('eNodeRef: "CHANEL" is no word of the contract; did you mean CHANNEL?');
      await callForm(emulator.endpoint, "setReportType", { type: "SUMARY", authcode: AUTH_CODE });
      expect(last().note).to.equal('sReportType: the emulator does not know "SUMARY"; did you mean SUMMARY?');
      await callForm(emulator.endpoint, "setReportArea", { area: "77", authcode: AUTH_CODE });
      expect(last().note).to.equal('eReportArea: the emulator does not know "77"; did you mean 7?');
      expect((await callForm(emulator.endpoint, "closeSesion", { authcode: AUTH_CODE })).status).to.equal(404);
      expect(last()).to.include({ operation: "", status: 404, form: "HTTP GET" });
      expect(last().note).to.equal("there is no form api/closesesion.aspx; did you mean API/closeSession?");
      expect(JSON.stringify(last())).not.to.contain(AUTH_CODE);
    });

    it("an operation that the contract does not have", async () => {
      const post = (headers: Record<string, string>, content: string) =>
        exchange(emulator.endpoint, {
          headers: { "Content-Type": "text/xml", ...headers },
          body: envelope("1.1", content),
        });
      await post(headersOf("1.1", "closeSesion"), "");
      expect(last().note).to.contain(`did you mean ${NAMESPACE}/closeSession?`);
      await post({}, `<closeSesion xmlns="${NAMESPACE}"/>`);
      expect(last().note).to.equal('no operation is called "closeSesion"; did you mean closeSession?');
      await post({}, '<closeSession xmlns="urn:other"/>');
      expect(last().note).to.equal(`closeSession is in the namespace "urn:other"; did you mean ${NAMESPACE}?`);
      await post({}, "");
      expect(last().note).to.equal("the body holds no element, and no action names an operation");
    });

    it("an operation that it has no behaviour for", async () => {
      await using other = await startEmulator({ contract: anotherContract });
      const body = envelope("1.1", '<newOperation xmlns="urn:another"/>');
      await exchange(other.endpoint, { headers: { "Content-Type": "text/xml" }, body });
      expect(other.log[0]?.note).to.equal(
        "the emulator has no behaviour for newOperation: give it one with emulator.on",
      );
    });

    it("and nothing of what the service itself would refuse, or a handler refuses", async () => {
      expect(await noted("closeSession", closing(12345678))).to.equal(undefined);
      expect(await noted("login", credentials("some@email.com", "wrongPassword"))).to.equal(undefined);
      expect(await noted("closeSession", closing(90000003, AUTH_CODE))).to.equal(undefined);
      expect(await noted("closeSession", closing(12345678, AUTH_CODE))).to.equal(undefined);
      expect(await noted("closeSession", closing(12345678, AUTH_CODE))).to.equal(undefined);
      emulator.on("closeSession", () => ({ closeSessionResult: "closeSessionRet_InvalidParam_Session" }));
      expect(await noted("closeSession", closing(5, AUTH_CODE))).to.equal(undefined);
    });
  });
});
