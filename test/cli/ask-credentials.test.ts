import { expect } from "chai";
import { askCredentials, type CredentialSources } from "../../src/cli/ask-credentials.js";
import { UsageError } from "../../src/cli/usage-error.js";
import { thrown } from "../client/thrown.js";

describe("where credentials come from", () => {
  let asked: (readonly [prompt: string, silent: boolean])[];
  beforeEach(() => {
    asked = [];
  });

  const sources = (environment: CredentialSources["environment"], interactive = true): CredentialSources => ({
    environment,
    interactive,
    ask: async (prompt, { silent }) => {
      asked.push([prompt, silent]);
      return silent ? "typed-password" : "typed@email.com";
    },
  });
  const EMAIL = { RESCUE_EMAIL: "a@b" };
  const PASSWORD = { RESCUE_PASSWORD: "p" };
  const SSO = { RESCUE_SSO_ID: "some.one", RESCUE_SSO_PASSWORD: "s", RESCUE_COMPANY_ID: "4711" };
  const CODE = { RESCUE_AUTHCODE: "c" };

  const complete: readonly (readonly [environment: CredentialSources["environment"], credentials: object])[] = [
    [CODE, { authCode: "c" }],
    [
      { ...EMAIL, ...PASSWORD },
      { email: "a@b", password: "p" },
    ],
    [
      { ...EMAIL, ...PASSWORD, ...CODE },
      { email: "a@b", password: "p", authCode: "c" },
    ],
    [{ ...CODE, RESCUE_EMAIL: "", RESCUE_PASSWORD: "" }, { authCode: "c" }],
    [SSO, { ssoId: "some.one", ssoPassword: "s", companyId: "4711" }],
  ];
  for (const [environment, credentials] of complete) {
    it(`${Object.keys(environment).join(" and ")}: nothing is asked for`, async () => {
      for (const interactive of [true, false]) {
        expect(await askCredentials(sources(environment, interactive))).to.deep.equal(credentials);
      }
      expect(asked).to.deep.equal([]);
    });
  }

  it("with nothing set, asks for both, the password without echo", async () => {
    expect(await askCredentials(sources({}))).to.deep.equal({ email: "typed@email.com", password: "typed-password" });
    expect(asked).to.deep.equal([
      ["Rescue e-mail: ", false],
      ["Rescue password: ", true],
    ]);
  });

  it("with only the e-mail set, asks for the password", async () => {
    expect(await askCredentials(sources(EMAIL))).to.deep.equal({ email: "a@b", password: "typed-password" });
    expect(asked).to.deep.equal([["Rescue password: ", true]]);
  });

  it("with only the password set, asks for the e-mail", async () => {
    expect(await askCredentials(sources(PASSWORD))).to.deep.equal({ email: "typed@email.com", password: "p" });
    expect(asked).to.deep.equal([["Rescue e-mail: ", false]]);
  });

  it("with a code and half a login, asks for the other half and keeps the code", async () => {
    expect(await askCredentials(sources({ ...EMAIL, ...CODE }))).to.deep.equal({
      email: "a@b",
      password: "typed-password",
      authCode: "c",
    });
  });

  for (const environment of [{}, EMAIL, PASSWORD, { RESCUE_AUTHCODE: "" }, { ...EMAIL, ...CODE }]) {
    it(`${JSON.stringify(Object.keys(environment))} without a terminal is a usage error`, async () => {
      const error = await thrown(UsageError, askCredentials(sources(environment, false)));
      expect(error.message).to.match(/RESCUE_EMAIL and RESCUE_PASSWORD, or RESCUE_AUTHCODE/);
      expect(asked).to.deep.equal([]);
    });
  }

  it("a single sign-on without its password: that is asked for, silently", async () => {
    const { RESCUE_SSO_PASSWORD: _, ...known } = SSO;
    expect(await askCredentials(sources(known))).to.deep.equal({
      ssoId: "some.one",
      ssoPassword: "typed-password",
      companyId: "4711",
    });
    expect(asked).to.deep.equal([["Single sign-on password: ", true]]);
  });

  it("a single sign-on beside a login or a code is a usage error", async () => {
    for (const other of [EMAIL, PASSWORD, CODE]) {
      const error = await thrown(UsageError, askCredentials(sources({ ...SSO, ...other })));
      expect(error.message).to.match(/two kinds/);
    }
  });

  it("what a command prints goes before the environment", async () => {
    const command = async () => '{"password": "printed", "title": "Rescue"}';
    expect(await askCredentials({ ...sources({ ...EMAIL, ...PASSWORD }), command })).to.deep.equal({
      email: "a@b",
      password: "printed",
    });
  });
});
