import { expect } from "chai";
import { InvalidArgumentError } from "../../../src/errors/invalid-argument-error.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { callForm } from "../forms/form-call.js";
import { ADMINISTRATOR, AUTH_CODE, call, closing, credentials, logIn } from "../wire.js";

const TECHNICIAN_CODE = "4ahx...tech...80u0";

describe("a fault for some calls of an operation", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  const close = async (session: number, code = AUTH_CODE) =>
    (await call(emulator.endpoint, "closeSession", closing(session, code))).status;
  const rule = { operation: "closeSession", phase: "before", kind: "status", times: "always" } as const;

  it("hits one session, by SOAP and by its form, and only counts its calls", async () => {
    emulator.faults.add({ ...rule, key: 20000002, nth: 2 });
    const sessions = [20000001, 20000002, 20000001, 20000003];
    for (const session of sessions) expect(await close(session), String(session)).to.equal(200);
    expect(await close(20000002)).to.equal(503);
    const form = await callForm(emulator.endpoint, "closeSession", { session: "20000002", authcode: AUTH_CODE });
    expect(form.status).to.equal(503);
    expect(emulator.faults.list()[0]).to.include({ seen: 3, played: 2 });
  });

  it("hits one caller, by auth code, by cookie and by the address of a login, in any case", async () => {
    const other = await logIn(emulator.endpoint, credentials("other@email.com", "secretPassword"));
    emulator.faults.add({ ...rule, operation: "*", caller: "SOME@email.com" });
    const cookie = { cookie: other };
    expect((await call(emulator.endpoint, "closeSession", closing(20000001), cookie)).status).to.equal(200);
    expect(await close(20000002, TECHNICIAN_CODE)).to.equal(200);
    expect(await close(20000003)).to.equal(503);
    expect((await call(emulator.endpoint, "login", ADMINISTRATOR)).status).to.equal(503);
    expect((await call(emulator.endpoint, "login", credentials("other@email.com", "wrong"))).status).to.equal(200);
    expect((await call(emulator.endpoint, "logout", "")).status).to.equal(200);
  });

  it("hits calls with some parameters", async () => {
    emulator.faults.add({ ...rule, operation: "startSession", parameters: { iNode: 201, iSession: "20000001" } });
    const start = async (session: number, node: number) =>
      (
        await call(
          emulator.endpoint,
          "startSession",
          `<iSession>${session}</iSession><iNode>${node}</iNode><sAuthCode>${AUTH_CODE}</sAuthCode>`,
        )
      ).status;
    expect([await start(20000001, 202), await start(20000002, 201), await start(20000001, 201)]).to.deep.equal([
      200, 200, 503,
    ]);
  });

  it("needs all of its conditions, and hits no call that cannot be read", async () => {
    emulator.faults.add({ ...rule, key: 20000001, caller: "tech@email.com" });
    expect(await close(20000001)).to.equal(200);
    emulator.faults.add({ ...rule, parameters: { iSession: "x" } });
    const unreadable = `<iSession>x</iSession><sAuthCode>${AUTH_CODE}</sAuthCode>`;
    expect((await call(emulator.endpoint, "closeSession", unreadable)).status).to.equal(500);
    expect(emulator.faults.list().map(({ seen }) => seen)).to.deep.equal([0, 0]);
  });

  it("hits one user's login", async () => {
    emulator.faults.add({ ...rule, operation: "login", key: "some@email.com" });
    expect((await call(emulator.endpoint, "login", credentials("other@email.com", "secretPassword"))).status).to.equal(
      200,
    );
    expect((await call(emulator.endpoint, "login", ADMINISTRATOR)).status).to.equal(503);
  });

  for (const [path, match] of [
    ["key", { key: 1.5 }],
    ["key", { key: null }],
    ["caller", { caller: 5 }],
    ["parameters", { parameters: 5 }],
    ["parameters.iSession", { parameters: { iSession: {} } }],
    ["parameters.iNode", { parameters: { iNode: 1 } }],
  ] as const) {
    it(`refuses ${JSON.stringify(match)}, naming ${path}`, () => {
      expect(() => emulator.faults.add({ ...rule, ...match } as typeof rule))
        .to.throw(InvalidArgumentError)
        .with.property("path", path);
    });
  }
});
