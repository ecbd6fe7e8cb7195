import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ADMINISTRATOR, AUTH_CODE, TECHNICIAN } from "../client/guide-values.js";
import { startEmulator, wsdl } from "../reference/service.js";
import { jsonLines, rescue } from "./rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };
const PROXY = { check: "proxy", ok: true, message: "none" };
const CLOSING = { check: "closing", ok: true, message: "sessions can be closed: an administrator" };
const ACCOUNT = {
  check: "getAccount",
  ok: true,
  message: "some@email.com of Emulated Support Desk: administrator (node 101) and technician (node 111)",
};

describe("rescue doctor", () => {
  it("logs in, reads the account, logs out, and leaves no login behind", async () => {
    await using emulator = await startEmulator();
    const ended = await rescue(["doctor", "--json"], { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint });
    expect(jsonLines(ended.stdout)).to.deep.equal([
      { check: "endpoint", ok: true, message: emulator.endpoint },
      PROXY,
      { check: "login", ok: true, message: "login_OK" },
      ACCOUNT,
      { check: "logout", ok: true, message: "logout_OK" },
      CLOSING,
    ]);
    expect(ended.code).to.equal(0);
    expect(emulator.logins()).to.equal(0);
  });

  it("only reads the account with an auth code", async () => {
    await using emulator = await startEmulator();
    const environment = { RESCUE_AUTHCODE: AUTH_CODE, RESCUE_ENDPOINT: emulator.endpoint };
    const ended = await rescue(["doctor", "--json", "--soap", "1.2"], environment);
    expect(jsonLines(ended.stdout).slice(1)).to.deep.equal([PROXY, ACCOUNT, CLOSING]);
    expect(ended.code).to.equal(0);
  });

  it("says that a single sign-on has requested a new auth code", async () => {
    await using emulator = await startEmulator();
    const environment = {
      RESCUE_SSO_ID: "tech-sso",
      RESCUE_SSO_PASSWORD: "secretSsoPassword",
      RESCUE_COMPANY_ID: "4711",
      RESCUE_ENDPOINT: emulator.endpoint,
    };
    const ended = await rescue(["doctor"], environment);
    expect(ended.stdout).to.contain(
      "login       ok  requestAuthCodeSSO_OK: a new auth code, which has replaced the one before it\n",
    );
    expect(emulator.log.map(({ operation }) => operation)).to.deep.equal(["requestAuthCodeSSO", "getAccount"]);
  });

  it("1: says plainly that a technician who is no administrator cannot close sessions", async () => {
    await using emulator = await startEmulator();
    const environment = {
      RESCUE_EMAIL: TECHNICIAN.email,
      RESCUE_PASSWORD: TECHNICIAN.password,
      RESCUE_ENDPOINT: emulator.endpoint,
    };
    const ended = await rescue(["doctor"], environment);
    expect(ended.stdout).to.match(/getAccount {2}ok {2}tech@email\.com of .*: technician \(node \d+\)\n/);
    expect(ended.stderr).to.match(
      /^closing {5}failed {2}sessions cannot be closed: closeSession needs an administrator/,
    );
    expect([ended.code, emulator.logins()]).to.deep.equal([1, 0]);
  });

  it("4: stops at a wrong password, and says what to do", async () => {
    await using emulator = await startEmulator();
    const environment = { ...LOGIN, RESCUE_PASSWORD: "wrong", RESCUE_ENDPOINT: emulator.endpoint };
    const ended = await rescue(["doctor"], environment);
    expect(ended.code).to.equal(4);
    expect(ended.stdout).not.to.contain("closed");
    expect(ended.stderr).to.match(
      /^login {7}failed {2}login answered login_Invalid for \S+: .*Correct the credentials/,
    );
    expect(emulator.log).to.have.length(1);
  });

  it("reports a name that the contract does not know as drift, which is not a failure", async () => {
    const namespace = "https://secure.logmeinrescue.com/API/API.asmx";
    const reply =
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
      `<getAccountResponse xmlns="${namespace}"><getAccountResult>getAccount_OK</getAccountResult>` +
      "<iAccountID>1</iAccountID><iAdminID>2</iAdminID><iTechID>3</iTechID><sPlan>gold</sPlan>" +
      "</getAccountResponse></soap:Body></soap:Envelope>";
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(200, { "Content-Type": "text/xml; charset=utf-8" }).end(reply);
    }).listen(0, "127.0.0.1");
    try {
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const ended = await rescue(["doctor"], {
        RESCUE_AUTHCODE: AUTH_CODE,
        RESCUE_ENDPOINT: `http://127.0.0.1:${port}/API/API.asmx`,
      });
      expect(ended.stdout.split("\n").slice(2)).to.deep.equal([
        "drift       ok  getAccount answers sPlan, which the contract does not know",
        "getAccount  ok  a caller without an e-mail address: administrator (node 2) and technician (node 3)",
        "closing     ok  sessions can be closed: an administrator",
        "",
      ]);
      expect(ended.code).to.equal(0);
    } finally {
      server.close();
    }
  });

  it("lists the operations of the WSDL that cannot be called, which is not a failure", async () => {
    const folder = await mkdtemp(join(tmpdir(), "doctor-"));
    try {
      const header = '$1<soap:header message="tns:x" part="p" use="literal"/>';
      const text = wsdl.replace(/(soapAction="[^"]*\/getAccount"[^>]*>\s*<wsdl:input>)/, header);
      const file = join(folder, "API.wsdl");
      await writeFile(file, text);
      await using emulator = await startEmulator();
      const ended = await rescue(["doctor"], { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint, RESCUE_WSDL: file });
      expect(ended.stdout.split("\n")).to.have.length(6);
      expect(ended.stdout).to.match(
        /contract {4}ok {2}getAccount is left out and cannot be called \(API\.wsdl:\d+:\d+: a soap:header is not supported; .*\)\nlogin {7}ok {2}login_OK\nlogout {6}ok {2}logout_OK\n$/,
      );
      expect([ended.code, ended.stderr]).to.deep.equal([0, ""]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("lists the operations of a newer WSDL that the table of operations does not have", async () => {
    const folder = await mkdtemp(join(tmpdir(), "doctor-"));
    try {
      const file = join(folder, "API.wsdl");
      await writeFile(file, wsdl.replaceAll("getTimeZone", "getTimeZone_v9"));
      await using emulator = await startEmulator();
      const ended = await rescue(["doctor"], { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint, RESCUE_WSDL: file });
      expect(ended.stdout.split("\n")).to.include(
        "contract    ok  getTimeZone_v9: this version has no row for it: it can be called, and counts as changing something",
      );
      expect(ended.code).to.equal(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
