import { expect } from "chai";
import type { EmulatorOptions } from "../../../src/emulator/index.js";
import {
  ConnectionError,
  NotAuthenticatedError,
  OutcomeUnknownError,
  RescueError,
  RescueResultError,
} from "../../../src/index.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

const PASSWORD = "PLANTED-sso-password";
const SSO = { ssoId: "admin-sso", ssoPassword: PASSWORD, companyId: 4711 };
const SEED: EmulatorOptions["seed"] = {
  account: { id: 1000, organization: "Desk", companyId: "4711", ssoPassword: PASSWORD },
  users: [{ email: "some@email.com", password: "p4ssword", roles: { administrator: 101 }, ssoId: "admin-sso" }],
  sessions: [SESSION, 20000001, 20000002, 20000003].map((id) => ({ id, status: "WAITING" as const })),
};

describe("a single sign-on", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator({ seed: SEED as never });
  });
  afterEach(() => emulator.close());

  const connect = (more: object = {}, credentials: object = {}) =>
    new RescueClient({ endpoint: emulator.endpoint, credentials: { ...SSO, ...credentials }, ...more });
  const called = () => emulator.log.map(({ operation }) => operation);
  /** What another program does that requests a code for the same user. */
  const replaceCode = () =>
    connect().operations.requestAuthCodeSSO({ sSSOID: "admin-sso", sPassword: PASSWORD, sCompany: "4711" });

  it("requests a code at the first call, and sends no login and no logout", async () => {
    {
      await using rescue = connect();
      expect(called()).to.deep.equal([]);
      await rescue.closeSession(SESSION);
      await rescue.closeSession(20000001);
    }
    expect(called()).to.deep.equal(["requestAuthCodeSSO", "closeSession", "closeSession"]);
  });

  it("leaves no doubt about a call whose code was requested without an answer: it was not sent", async () => {
    emulator.faults.add({ operation: "requestAuthCodeSSO", phase: "after", kind: "reset", times: 2 });
    await using rescue = connect();
    const error = await thrown(ConnectionError, rescue.closeSession(SESSION));
    expect(error).to.include({ operation: "requestAuthCodeSSO", outcome: "not-sent" });
    // Whether there is another code is what this one asks.
    await thrown(OutcomeUnknownError, rescue.login());
    expect(await rescue.closeSession(SESSION)).to.include({ code: "OK" });
    expect(called()).to.deep.equal([...Array(3).fill("requestAuthCodeSSO"), "closeSession"]);
  });

  it("requests it once for parallel calls", async () => {
    const rescue = connect();
    await Promise.all([SESSION, 20000001, 20000002].map((session) => rescue.closeSession(session)));
    expect(called().filter((operation) => operation === "requestAuthCodeSSO")).to.have.length(1);
  });

  it("login() requests it now, and once", async () => {
    const rescue = connect();
    expect(await rescue.login()).to.deep.equal({ code: "OK", literal: "requestAuthCodeSSO_OK" });
    await rescue.login();
    await rescue.closeSession(SESSION);
    expect(called()).to.deep.equal(["requestAuthCodeSSO", "closeSession"]);
  });

  it("wrong arguments of a call request no code", async () => {
    const rescue = connect();
    await thrown(RescueError, rescue.operations.closeSession({ iSession: "x" } as never));
    expect(called()).to.deep.equal([]);
  });

  it("a code of the caller's own is sent unchanged", async () => {
    const rescue = connect();
    await thrown(NotAuthenticatedError, rescue.operations.closeSession({ iSession: SESSION, sAuthCode: "own" }));
    expect(called()).to.deep.equal(["closeSession"]);
  });

  it("requests one new code when another program has replaced it, also for parallel calls", async () => {
    const rescue = connect();
    await rescue.closeSession(SESSION);
    await replaceCode();
    await Promise.all([20000001, 20000002, 20000003].map((session) => rescue.closeSession(session)));
    // One of this client at first, one of the other program, one new.
    expect(called().filter((operation) => operation === "requestAuthCodeSSO")).to.have.length(3);
    for (const session of [20000001, 20000002, 20000003]) {
      expect(emulator.executions("closeSession", session)).to.equal(1);
    }
  });

  it("a service that refuses every code is asked for one new code, and not for each call", async () => {
    const rescue = connect();
    emulator.faults.add({
      operation: "closeSession",
      phase: "before",
      kind: "result",
      result: "Invalid_SecretAuthCode",
      times: 10,
    });
    for (let calls = 0; calls < 3; calls += 1) {
      const error = await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
      expect(error).to.include({ code: "Invalid_SecretAuthCode", credentials: "authCode", outcome: "answered" });
      expect(error.advice).to.contain("API token");
    }
    expect(called().filter((operation) => operation === "requestAuthCodeSSO")).to.have.length(2);
  });

  it("a wrong password is sent once, and the error names the kind and the user, not the password", async () => {
    const rescue = connect({}, { ssoPassword: "PLANTED-wrong" });
    for (let calls = 0; calls < 3; calls += 1) {
      const error = await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
      expect(error).to.include({ code: "Invalid", credentials: "sso", user: "admin-sso", outcome: "not-sent" });
      expect(error.message).to.contain("single sign-on").and.not.to.contain("PLANTED");
    }
    expect(called()).to.deep.equal(["requestAuthCodeSSO"]);
  });

  it("a wrong company is an answer of its own", async () => {
    const rescue = connect({}, { companyId: "4712" });
    const error = await thrown(RescueResultError, rescue.closeSession(SESSION));
    expect(error.operation).to.equal("requestAuthCodeSSO");
  });

  it("paces its requests as logins are", async () => {
    const paced: number[] = [];
    for (let clients = 0; clients < 11; clients += 1) {
      const rescue = connect({ paceLogins: true, timeout: 1_000 });
      rescue.on("paced", ({ milliseconds }) => paced.push(milliseconds));
      await rescue.login().catch(() => {});
    }
    expect(paced).to.have.length(1);
    expect(called()).to.have.length(10);
  });

  it("its code is shown nowhere", async () => {
    const rescue = connect();
    const bodies: string[] = [];
    rescue.on("exchange", (exchange) => void bodies.push(JSON.stringify(exchange)), { bodies: true });
    await rescue.closeSession(SESSION);
    const { users } = emulator.export();
    const code = users?.find(({ email }) => email === "some@email.com")?.authCode;
    expect(code).to.be.a("string").and.not.to.equal("");
    expect(bodies).to.have.length(2);
    for (const text of bodies) expect(text).not.to.contain(code).and.not.to.contain(PASSWORD);
  });
});
