import { expect } from "chai";
import { outputOf, parseCredentials } from "../../src/cli/credential-command.js";
import type { CredentialParts } from "../../src/cli/credential-parts.js";
import { UsageError } from "../../src/cli/usage-error.js";
import { ADMINISTRATOR } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { startEmulator } from "../reference/service.js";
import { rescue } from "./rescue-command.js";

const node = (script: string) => `"${process.execPath}" -e '${script}'`;

describe("--credential-command", () => {
  const rows: readonly (readonly [what: string, text: string, known: CredentialParts, parts: CredentialParts])[] = [
    ["JSON", '{"email":"a@b","password":"p","url":"x"}', {}, { email: "a@b", password: "p" }],
    [
      "JSON of a single sign-on",
      '{"ssoId":"i","ssoPassword":"p","companyId":4711}',
      {},
      { ssoId: "i", ssoPassword: "p", companyId: "4711" },
    ],
    ["lines with =", "email=a@b\npassword=p=q \n", {}, { email: "a@b", password: "p=q " }],
    ["lines with :", "email: a@b\r\npassword: p\r\n", {}, { email: "a@b", password: "p" }],
    [
      "a secret, then its user, as pass has it",
      "p:w\nemail: a@b\nurl: https://x\n",
      {},
      { password: "p:w", email: "a@b" },
    ],
    ["a line alone, where the e-mail is known", "p\n", { email: "a@b" }, { password: "p" }],
    ["a line alone, where the single sign-on id is known", "p\n", { ssoId: "i" }, { ssoPassword: "p" }],
    ["a line alone, where nothing is known", "token\n", {}, { authCode: "token" }],
    ["a secret that begins as a name does", "emailme1\nemail: a@b\n", {}, { password: "emailme1", email: "a@b" }],
    ["names in another case", "p\nEmail: a@b\n", {}, { password: "p", email: "a@b" }],
    ["a name without a value", "password=\nemail=a@b\n", {}, { email: "a@b" }],
  ];
  for (const [what, text, known, parts] of rows) {
    it(`reads ${what}`, () => expect(parseCredentials(text, known)).to.deep.equal(parts));
  }

  for (const text of ["", "\n\n", '{"secret":"s3cret"}', '{"password":"s3cret"', '{"password":{"of":"s3cret"}}']) {
    it(`refuses ${JSON.stringify(text)} without showing it`, async () => {
      const error = await thrown(UsageError, () => parseCredentials(text, {}));
      expect(error.message).not.to.contain("s3cret");
    });
  }

  for (const number of ["12345678901234567890", "1.50", "1e400"]) {
    it(`refuses the number ${number}, whose digits JSON loses`, async () => {
      const error = await thrown(UsageError, () => parseCredentials(`{"email":"a@b","password":${number}}`, {}));
      expect(error.message).to.match(/: password: expected a string$/);
    });
  }

  it("stops a command that prints without an end, and what its shell has started", async () => {
    const endless = 'const go = (e) => (e ? process.exit(1) : process.stdout.write("s3cret".repeat(9000), go)); go()';
    const error = await thrown(UsageError, outputOf(`${node(endless)} && true`));
    expect(error.message).to.match(/more than 65536 bytes$/);
  });

  it("refuses output that is not UTF-8, instead of sending another password", async () => {
    const error = await thrown(UsageError, outputOf(node("process.stdout.write(Buffer.from([112, 61, 233, 10]))")));
    expect(error.message).to.match(/not UTF-8$/);
  });

  it("takes a byte order mark for none of the text", async () => {
    expect(await outputOf(node('process.stdout.write("\\uFEFFtoken")'))).to.equal("token");
  });

  it("counts as not given where it is empty, as the variables do", async () => {
    await using emulator = await startEmulator();
    const environment = {
      RESCUE_EMAIL: ADMINISTRATOR.email,
      RESCUE_PASSWORD: ADMINISTRATOR.password,
      RESCUE_ENDPOINT: emulator.endpoint,
      RESCUE_CREDENTIAL_COMMAND: "",
    };
    expect(await rescue(["close", "12345678"], environment)).to.include({ code: 0, stderr: "" });
  });

  for (const [what, script, said] of [
    ["fails", 'console.log("s3cret"); process.exit(3)', /ended with exit code 3$/],
    ["prints too much", 'console.log("s3cret".repeat(20000))', /more than 65536 bytes$/],
  ] as const) {
    it(`a command that ${what} is a usage error that does not show its output`, async () => {
      const error = await thrown(UsageError, outputOf(node(script)));
      expect(error.message).to.match(said).and.not.to.contain("s3cret");
    });
  }

  it("is what a command of ours logs in with", async () => {
    await using emulator = await startEmulator();
    const command = node(`console.log(JSON.stringify(${JSON.stringify(ADMINISTRATOR)}))`);
    const ended = await rescue(["close", "12345678", "--credential-command", command, "--endpoint", emulator.endpoint]);
    expect(ended).to.deep.equal({ code: 0, stdout: "12345678 closed (closeSessionRet_OK)\n", stderr: "" });
  });

  it("is no secret in an error of ours", async () => {
    const ended = await rescue(["close", "12345678"], { RESCUE_CREDENTIAL_COMMAND: node('console.log("{s3cret")') });
    expect(ended.code).to.equal(2);
    expect(ended.stdout + ended.stderr).not.to.contain("s3cret");
  });
});
