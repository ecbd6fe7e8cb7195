import { expect } from "chai";
import { callerText, limitText } from "../../src/client/operations/operation-table.js";
import { VERSION } from "../../src/version.js";
import { rescue } from "./rescue-command.js";

describe("rescue", () => {
  it("--version prints the package's version", async () => {
    expect(await rescue(["--version"])).to.deep.equal({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  it("--help lists the commands, where credentials come from, and every exit code", async () => {
    const { code, stdout, stderr } = await rescue(["--help"]);
    expect([code, stderr]).to.deep.equal([0, ""]);
    for (const text of ["close", "emulator", "wsdl", "RESCUE_EMAIL", "RESCUE_PASSWORD", "RESCUE_AUTHCODE"]) {
      expect(stdout).to.contain(text);
    }
    const exitCodes = stdout.slice(stdout.indexOf("Exit codes:"));
    for (const meaning of [
      /\b0 all/,
      /\b1 the service refused/,
      /\b2 usage/,
      /\b3 .*unknown/,
      /\b4 not authenticated/,
      /\b5 service unreachable/,
      /\b6 a WSDL that cannot be read/,
      /\b70 a bug in this program/,
      /\b74 the output could not be written/,
      /\b130 interrupted/,
      /\b10 additive, 11 risky, 12 breaking/,
    ]) {
      expect(exitCodes).to.match(meaning);
    }
  });

  it("close --help lists its options, none of which takes a secret", async () => {
    const { code, stdout } = await rescue(["close", "--help"]);
    expect(code).to.equal(0);
    const options = stdout.match(/--[a-z]+/g) ?? [];
    expect(options).to.include.members(["--endpoint", "--soap", "--timeout", "--json"]);
    for (const option of options) expect(option).not.to.match(/pass|mail|code|secret/);
    expect(stdout).to.contain("RESCUE_ENDPOINT");
  });

  for (const [command, operation] of [
    ["close", "closeSession"],
    ["sessions", "getSession_V3"],
    ["watch", "getSession_V3"],
    ["report", "getReport_v2"],
    ["pin", "requestPINCodeV3"],
    ["hierarchy", "getHierarchy_v2"],
    ["users", "getUser_v3"],
  ] as const) {
    it(`${command} --help says who may call ${operation}, and how often, as the table of operations says`, async () => {
      const { stdout } = await rescue([command, "--help"]);
      const about = stdout.slice(0, stdout.indexOf("Options:")).replace(/\s+/g, " ");
      const limit = limitText(operation);
      expect(about).to.contain(`(for ${callerText(operation)}${limit === "" ? "" : `; ${limit}`})`);
    });
  }

  it("does not repeat what follows an option that is not known: it may be a password", async () => {
    const ended = await rescue(["close", "1", "--passwort=PLANTED'X"]);
    expect(ended.code).to.equal(2);
    expect(ended.stderr)
      .to.contain("unknown option '--passwort=…'")
      .and.not.to.contain("PLANTED")
      .and.not.to.contain("X");
  });

  it("without a command prints the help, as a usage error", async () => {
    const { code, stderr } = await rescue([]);
    expect(code).to.equal(2);
    expect(stderr).to.match(/^Usage: rescue /);
  });
});
