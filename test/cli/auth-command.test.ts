import { expect } from "chai";
import { ADMINISTRATOR, AUTH_CODE } from "../client/guide-values.js";
import { type Emulator, RescueClient, startEmulator } from "../reference/service.js";
import { type Environment, rescue } from "./rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };
const SSO = { RESCUE_SSO_ID: "tech-sso", RESCUE_SSO_PASSWORD: "secretSsoPassword", RESCUE_COMPANY_ID: "4711" };

describe("rescue auth", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());
  const auth = (args: readonly string[], environment: Environment) =>
    rescue(["auth", ...args], { ...environment, RESCUE_ENDPOINT: emulator.endpoint });

  for (const [way, environment, operation] of [
    ["request", LOGIN, "requestAuthCode"],
    ["sso", SSO, "requestAuthCodeSSO"],
  ] as const) {
    it(`${way} prints a code that works, and warns that the one before it does not any more`, async () => {
      const ended = await auth([way, "--yes"], environment);
      expect(ended.code).to.equal(0);
      expect(ended.stderr).to.contain("replaces the one before it");
      const authCode = ended.stdout.trim();
      const rescueClient = new RescueClient({ credentials: { authCode }, endpoint: emulator.endpoint });
      expect(await rescueClient.operations.getAccount()).to.have.property("iAccountID");
      expect(emulator.log.map((entry) => entry.operation)).to.deep.equal([operation, "getAccount"]);
    });
  }

  it("sso needs no jar, which may be set for other commands", async () => {
    const ended = await auth(["sso", "--yes"], { ...SSO, RESCUE_JAR: "no-such-folder/jar" });
    expect([ended.code, ended.stdout.length > 1]).to.deep.equal([0, true]);
  });

  it("5: an answer without a code is the service's fault", async () => {
    emulator.on("requestAuthCode", async () => ({ requestAuthCodeResult: "requestAuthCode_OK" }));
    const ended = await auth(["request", "--yes"], LOGIN);
    expect([ended.code, ended.stdout]).to.deep.equal([5, ""]);
    expect(ended.stderr).to.contain("holds no auth code");
  });

  it("without --yes and a terminal it requests nothing", async () => {
    const ended = await auth(["request"], LOGIN);
    expect([ended.code, ended.stdout]).to.deep.equal([2, ""]);
    expect(ended.stderr).to.contain("pass --yes");
    expect(emulator.log).to.deep.equal([]);
  });

  it("credentials of another kind are a usage error", async () => {
    for (const [way, environment] of [
      ["request", SSO],
      ["sso", LOGIN],
      ["request", { RESCUE_AUTHCODE: AUTH_CODE }],
    ] as const) {
      expect((await auth([way, "--yes"], environment)).code, way).to.equal(2);
    }
    expect(emulator.log).to.deep.equal([]);
  });

  it("4: a refusal names the kind of credentials, and the API token", async () => {
    const ended = await auth(["request", "--yes"], { ...LOGIN, RESCUE_PASSWORD: "PLANTED" });
    expect(ended.code).to.equal(4);
    expect(ended.stderr).to.contain("e-mail address or the password is wrong").and.to.contain("API token");
    expect(ended.stderr).not.to.contain("PLANTED");
  });
});
