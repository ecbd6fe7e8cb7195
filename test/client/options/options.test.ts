import { inspect } from "node:util";
import { expect } from "chai";
import {
  type CallOptions,
  InvalidArgumentError,
  type LoginOptions,
  type RescueClientOptions,
  RescueError,
} from "../../../src/index.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

const SECRET = "PLANTED-SECRET";

/** Options as a caller without types may give them. */
function construct(options: unknown): RescueClient {
  return new RescueClient(options as RescueClientOptions);
}

function expectSecretFree(error: Error): void {
  for (const shown of [error.message, error.stack, inspect(error, { depth: 10 }), JSON.stringify(error)]) {
    expect(shown).not.to.contain(SECRET);
  }
}

async function expectRefused(work: () => unknown, path: string): Promise<void> {
  const error = await thrown(InvalidArgumentError, work);
  expect(error).to.include({ code: "INVALID_ARGUMENT", outcome: "not-sent", attempts: 0, path });
  expect(error.message).to.contain(path);
  expectSecretFree(error);
}

describe("wrong options are refused by name, before anything else", () => {
  for (const options of [undefined, null, "options", 5]) {
    it(`no options but ${inspect(options)}`, () => expectRefused(() => construct(options), "options"));
  }

  const wrong: Readonly<Record<string, readonly unknown[]>> = {
    soap: [1.1, "1.3", "", null, ["1.1"]],
    timeout: [0, -1, Number.NaN, Number.NEGATIVE_INFINITY, 2_147_483_648, "5000", null, true, 5n, {}],
    closeTimeout: [-1, Number.NaN, Number.NEGATIVE_INFINITY, 2_147_483_648, "5000", null],
    signal: [null, {}, "signal", new AbortController()],
    jar: [null, {}, "jar"],
    agent: [null, {}, "agent"],
    maxConcurrent: [0, -1, 1.5, 1001, Number.NaN, Number.POSITIVE_INFINITY, "16", null],
    paceLogins: [null, 0, "false"],
    maxReplyBytes: [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "5", null],
    endpoint: [
      "",
      "secure.logmeinrescue.com",
      "/API/API.asmx",
      "ftp://host/API/API.asmx",
      "file:///etc/passwd",
      "http://secure.logmeinrescue.com/API/API.asmx",
      "http://127.0.0.1.example/API/API.asmx",
      "https://host/API/API.asmx?wsdl",
      "https://host/API/API.asmx#x",
      `https://user:${SECRET}@host/API/API.asmx`,
      `https://${SECRET}@host/API/API.asmx`,
      null,
      5,
      {},
    ],
    timeoutt: [5],
    authCode: [SECRET],
    password: [SECRET],
  };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      it(`${name}: ${inspect(value, { depth: 0 })}`, () =>
        expectRefused(() => construct({ credentials: ADMINISTRATOR, [name]: value }), name));
    }
  }

  it("are taken at their bounds", () => {
    for (const options of [
      { timeout: 1 },
      { closeTimeout: 0 },
      { closeTimeout: Number.POSITIVE_INFINITY },
      { timeout: 0.5 },
      { timeout: 2_147_483_647 },
      { timeout: Number.POSITIVE_INFINITY },
      { maxReplyBytes: 1 },
      { maxConcurrent: 1 },
      { maxConcurrent: 1000 },
      { maxConcurrent: undefined, paceLogins: undefined },
      { endpoint: "http://127.0.0.1:8080/API/API.asmx" },
      { endpoint: "http://localhost/API/API.asmx" },
      { endpoint: new URL("http://[::1]:8080/API/API.asmx") },
      { endpoint: "https://rescue.example/API/API.asmx" },
      { soap: "1.2", timeout: undefined, signal: undefined, jar: undefined, agent: undefined, endpoint: undefined },
    ]) {
      construct({ credentials: ADMINISTRATOR, ...options });
    }
  });

  describe("credentials", () => {
    const table: readonly (readonly [path: string, credentials: unknown])[] = [
      ["credentials", undefined],
      ["credentials", null],
      ["credentials", SECRET],
      ["credentials", {}],
      ["credentials.email", { password: SECRET }],
      ["credentials.email", { email: "", password: SECRET }],
      ["credentials.email", { email: 5, password: SECRET }],
      ["credentials.email", { email: "a\u0000", password: SECRET }],
      ["credentials.password", { email: "a@b" }],
      ["credentials.password", { email: "a@b", password: "" }],
      ["credentials.password", { email: "a@b", password: { value: SECRET } }],
      ["credentials.password", { email: "a@b", password: `${SECRET}\u0001` }],
      ["credentials.password", { email: "a@b", password: `${SECRET}\ud800` }],
      ["credentials.password", { email: "a@b", authCode: SECRET }],
      ["credentials.authCode", { authCode: "" }],
      ["credentials.authCode", { authCode: null }],
      ["credentials.authCode", { authCode: [SECRET] }],
      ["credentials.authCode", { authCode: `${SECRET}\uffff` }],
      ["credentials.authcode", { ...ADMINISTRATOR, authcode: SECRET }],
    ];
    for (const [path, credentials] of table) {
      it(`${path}: ${inspect(credentials)}`, () => expectRefused(() => construct({ credentials }), path));
    }

    for (const [name, credentials] of [
      ["password", { email: "a@b", password: undefined }],
      ["password", { email: "a@b", password: undefined, authCode: SECRET }],
      ["email", { email: undefined, password: SECRET }],
      ["email", { email: undefined, password: undefined }],
      ["authCode", { authCode: undefined }],
    ] as const) {
      it(`${name} that is undefined, as an environment variable that is not set: ${inspect(credentials)}`, async () => {
        const error = await thrown(InvalidArgumentError, () => construct({ credentials }));
        expect(error.path).to.equal(`credentials.${name}`);
        expect(error.message).to.match(new RegExp(`^credentials\\.${name} is undefined: expected a string; `));
        expectSecretFree(error);
      });
    }

    it("are taken with an auth code that is undefined", () => {
      construct({ credentials: { ...ADMINISTRATOR, authCode: undefined } });
      construct({ credentials: { authCode: AUTH_CODE, email: undefined, password: undefined } });
    });
  });
});

describe("arguments that are wrong are refused before anything is sent", () => {
  let emulator: Emulator;
  let rescue: RescueClient;
  beforeEach(async () => {
    emulator = await startEmulator();
    rescue = construct({ credentials: { ...ADMINISTRATOR, authCode: AUTH_CODE }, endpoint: emulator.endpoint });
  });
  afterEach(() => emulator.close());

  async function expectUnsent(work: () => unknown, path: string): Promise<void> {
    await expectRefused(work, path);
    expect(emulator.log).to.deep.equal([]);
  }

  for (const session of [0, -1, 1.5, 2_147_483_648, "1", Number.NaN, Number.POSITIVE_INFINITY, 1n, null, undefined]) {
    it(`the session id ${inspect(session)}`, () =>
      expectUnsent(() => rescue.closeSession(session as number), "session"));
  }

  const fields: readonly (readonly [path: string, args: unknown])[] = [
    ["iSession", {}],
    ["iSession", undefined],
    ["iSession", { iSession: "1" }],
    ["iSession", { iSession: 1.5 }],
    ["iSession", { iSession: 2_147_483_648 }],
    ["iSession", { iSession: null }],
    ["sAuthCode", { iSession: 1, sAuthCode: 5 }],
    ["sAuthCode", { iSession: 1, sAuthCode: `${SECRET}\u0000` }],
    ["session", { iSession: 1, session: 1 }],
  ];
  for (const [path, args] of fields) {
    it(`operations.closeSession(${inspect(args)})`, async () => {
      const call = rescue.operations.closeSession as (values: unknown) => Promise<unknown>;
      await expectUnsent(() => call(args), path);
    });
  }

  for (const [name, value] of [
    ["timeout", 0],
    ["timeout", "5"],
    ["signal", {}],
  ] as const) {
    it(`the call's ${name}: ${inspect(value)}`, () =>
      expectUnsent(() => rescue.closeSession(SESSION, { [name]: value } as object), name));
  }

  for (const again of [1, "true", null]) {
    it(`the login's again: ${inspect(again)}`, () =>
      expectUnsent(() => rescue.login({ again } as unknown as LoginOptions), "again"));
  }

  it("again is no option of other calls", () =>
    expectUnsent(() => rescue.closeSession(SESSION, { again: true } as CallOptions), "again"));

  it("call options that are null", async () => {
    await thrown(RescueError, rescue.closeSession(SESSION, null as never));
    await thrown(RescueError, rescue.login(null as never));
    expect(emulator.log).to.deep.equal([]);
  });
});
