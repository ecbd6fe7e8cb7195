import { expect } from "chai";
import {
  ConnectionError,
  InvalidArgumentError,
  NotAuthenticatedError,
  OutcomeUnknownError,
  RescueResultError,
} from "../../../src/index.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { serveRaw } from "../../soap/local-server.js";
import { refuseWith, serveProxy } from "../../tls/proxy-server.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION, TECHNICIAN } from "../guide-values.js";
import { thrown } from "../thrown.js";

describe("what an error names", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  after(() => emulator.close());

  const connect = (credentials: ConstructorParameters<typeof RescueClient>[0]["credentials"]) =>
    new RescueClient({ credentials, endpoint: emulator.endpoint });

  it("host and port of a connection that could not be made", async () => {
    const server = await serveRaw(() => {});
    await server[Symbol.asyncDispose]();
    await using rescue = new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint: server.url, retry: false });
    const error = await thrown(ConnectionError, rescue.closeSession(SESSION));
    expect(error).to.include({ address: server.url.host, proxy: false, session: SESSION });
    expect(error.message).to.equal(
      `closeSession ${SESSION}: no connection to 127.0.0.1:${server.url.port} (ECONNREFUSED)`,
    );
  });

  it("host and port of a connection that broke", async () => {
    await using server = await serveRaw((socket) => socket.once("data", () => socket.resetAndDestroy()));
    await using rescue = new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint: server.url });
    const error = await thrown(OutcomeUnknownError, rescue.closeSession(SESSION));
    expect(error.message).to.contain(`closeSession ${SESSION}: sent`);
    expect(error.cause.message).to.equal(
      `closeSession: the connection to ${server.url.host} broke before the answer was complete (ECONNRESET)`,
    );
  });

  it("the kind of credentials that a deleted user called with", async () => {
    emulator.on("closeSession", async () => ({ closeSessionResult: "closeSessionRet_User_Deleted_Or_Disabled" }));
    try {
      for (const [credentials, kind] of [
        [ADMINISTRATOR, "login"],
        [{ authCode: AUTH_CODE }, "authCode"],
        [{ ...ADMINISTRATOR, authCode: AUTH_CODE }, "authCode"],
      ] as const) {
        await using rescue = connect(credentials);
        expect(await thrown(NotAuthenticatedError, rescue.closeSession(SESSION))).to.include({ credentials: kind });
      }
    } finally {
      emulator.reset();
    }
  });

  it("the proxy, where it is the proxy's connection that failed or the proxy that refused", async () => {
    const dead = await serveProxy(() => {});
    await dead[Symbol.asyncDispose]();
    await using refusing = await serveProxy(refuseWith(407));
    const endpoint = "https://service.example/API/API.asmx";
    for (const [proxy, message] of [
      [dead.url, `no connection to the proxy ${dead.url.host} (ECONNREFUSED)`],
      [refusing.url, `the proxy ${refusing.url.host} refused the connection (PROXY_407)`],
    ] as const) {
      await using rescue = new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint, proxy, retry: false });
      const error = await thrown(ConnectionError, rescue.closeSession(SESSION));
      expect(error).to.include({ address: proxy.host, proxy: true, message: `closeSession ${SESSION}: ${message}` });
    }
  });

  it("the session, also when the login before the call was refused, and nothing was sent for it", async () => {
    await using rescue = connect({ ...ADMINISTRATOR, password: "wrong" });
    const error = await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
    expect(error).to.include({ operation: "login", code: "Invalid", outcome: "not-sent", session: SESSION });
    // The id of a session behind "login" would read as that of a login.
    expect(error.message).to.match(new RegExp(`^closeSession ${SESSION}: login answered login_Invalid for `));
    expect(error.stack).to.contain(error.message);
    expect(emulator.executions("closeSession", SESSION)).to.equal(0);
    const again = await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
    expect(again, "a refusal that is known already").to.include({ attempts: 0, message: error.message });
    await using another = connect({ ...ADMINISTRATOR, password: "wrong" });
    const own = await thrown(NotAuthenticatedError, another.login());
    expect(own).to.include({ outcome: "answered" }).and.not.to.have.property("session");
  });

  it("the session that an operation's arguments name", async () => {
    await using rescue = connect(ADMINISTRATOR);
    const error = await thrown(RescueResultError, rescue.operations.getNote({ iSessionID: 1 }));
    expect(error).to.include({ operation: "getNote", session: 1 });
    expect(JSON.parse(JSON.stringify(error))).to.include({ session: 1, message: error.message });
  });

  it("the e-mail address that was refused", async () => {
    await using rescue = connect(TECHNICIAN);
    const error = await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
    expect(error).to.include({ code: "NotLoggedInAsAdmin", user: TECHNICIAN.email });
    expect(error.message).to.contain(`for ${TECHNICIAN.email}`);
  });

  it("the single sign-on id that was refused, and no e-mail address where none was sent", async () => {
    await using rescue = connect({ authCode: AUTH_CODE });
    const refused = { sSSOID: "nobody-here", sPassword: "wrong", sCompany: "1" };
    const error = await thrown(NotAuthenticatedError, rescue.operations.requestAuthCodeSSO(refused));
    expect(error).to.include({ user: "nobody-here" });
    expect(error.message).not.to.match(/e-mail/i);
  });

  it("no user where an auth code alone was refused", async () => {
    await using rescue = connect({ authCode: "wrong" });
    const error = await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
    expect(error).to.include({ code: "Invalid_SecretAuthCode", user: undefined });
    expect(error.message).not.to.match(/answered \w+ for /);
  });

  it("the events that exist, where a listener asks for another", async () => {
    await using rescue = connect(ADMINISTRATOR);
    const error = await thrown(InvalidArgumentError, () => rescue.on("typo" as never, () => {}));
    expect(error.message).to.equal("on: expected one of exchange, drift, retry, paced, relogin, closing");
    await thrown(InvalidArgumentError, () => rescue.on("retry", undefined as never));
  });
});
