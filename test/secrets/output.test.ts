import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import { VERSIONS } from "../emulator/wire.js";
import { serveHttp, serveRaw } from "../soap/local-server.js";
import { refuseWith, serveProxy, tunnelTo } from "../tls/proxy-server.js";
import { serveTls } from "../tls/tls-service.js";
import { echoes, sendEcho } from "./echoes.js";
import { serveEchoes } from "./echoing-service.js";
import { AUTH_CODE, EMAIL, expectHidden, PASSWORD, PROXY_PASSWORD } from "./planted.js";

interface Printed {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const compiled = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function run(file: string, args: readonly string[], env: Record<string, string>): [ChildProcess, Promise<Printed>] {
  const child = spawn(process.execPath, [compiled(file), ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  return [child, once(child, "close").then(([code]) => ({ code, stdout, stderr }))];
}

/** A fault that shows every secret, and a reply of the proxy that does. */
const fault = echoes("1.1", "closeSession")["a fault, everywhere"] ?? {};

describe("secrets, in what a process prints", () => {
  for (const debug of [
    undefined,
    "rescue*",
    "*",
    "node-soap",
    "https-proxy-agent*",
    "node-soap,axios*,follow-redirects",
  ]) {
    it(`with DEBUG ${debug ?? "not set"}`, async () => {
      await using service = await serveEchoes("1.1");
      service.answer("closeSession", fault);
      const basic = Buffer.from(`user:${PROXY_PASSWORD}`).toString("base64");
      const refuse = refuseWith(407, "No", `X-Echo: ${basic}\r\nX-Plain: ${PROXY_PASSWORD}\r\n`);
      await using tls = await serveTls();
      const tunnel = tunnelTo(tls);
      let asked = 0;
      await using proxy = await serveProxy((request, socket) => {
        asked += 1;
        // Two attempts are refused; the next client is let through to a service that does not know its call.
        (asked <= 2 ? refuse : tunnel)(request, socket);
      });
      const dead = await serveRaw(() => {});
      await dead[Symbol.asyncDispose]();
      const args = [service.url.href, proxy.url.href, dead.url.href];
      const [, ended] = run("./chatty-program.js", args, debug === undefined ? {} : { DEBUG: debug });
      const { code, stdout, stderr } = await ended;
      expectHidden("stdout", stdout);
      expectHidden("stderr", stderr);
      expect(code, stderr).to.equal(1);
      expect(stdout).to.contain("PROXY_407").and.to.contain("ECONNREFUSED").and.to.contain("SoapFaultError");
      expect(stderr).to.contain("SoapFaultError").and.not.to.contain("not one of ours");
      if (debug === "rescue*" || debug === "*") expect(stderr).to.contain("rescue:exchange {");
      else expect(stderr).not.to.contain("rescue:exchange");
    });
  }
});

for (const soap of VERSIONS) {
  describe(`secrets, in what the rescue command prints, SOAP ${soap}`, () => {
    const environment = { RESCUE_EMAIL: EMAIL, RESCUE_PASSWORD: PASSWORD, RESCUE_AUTHCODE: AUTH_CODE };
    const kinds = [
      "a result nobody knows",
      "a fault, everywhere",
      "a page",
      "a cut body",
      "no HTTP",
      "a redirect, 307",
      "an unknown element",
    ];

    for (const operation of ["login", "closeSession"]) {
      for (const kind of kinds) {
        it(`${operation}, ${kind}`, async () => {
          await using service = await serveEchoes(soap);
          service.answer(operation, echoes(soap, operation)[kind] ?? {});
          const args = ["close", "12345678", "--endpoint", service.url.href, "--soap", soap];
          const [, quiet] = run("../../src/cli/main.js", args, environment);
          const [, debugged] = run("../../src/cli/main.js", [...args, "--json"], { ...environment, DEBUG: "*" });
          for (const { code, stdout, stderr } of await Promise.all([quiet, debugged])) {
            expect(code).to.be.oneOf([1, 3, 4, 5]);
            expectHidden("stdout", stdout);
            expectHidden("stderr", stderr);
          }
        });
      }
    }
  });
}

describe("secrets, in what other users of the machine see", () => {
  it("the command's arguments contain none, neither when it is started nor while it runs", async () => {
    let arguments_ = "";
    let child: ChildProcess | undefined;
    await using server = await serveHttp((request, response) => {
      void argumentsOf(child?.pid ?? 0).then((text) => {
        arguments_ = text;
        sendEcho(fault, request, response);
      });
    });
    const args = ["close", "12345678", "--endpoint", server.url.href];
    const [started, ended] = run("../../src/cli/main.js", args, { RESCUE_AUTHCODE: AUTH_CODE });
    child = started;
    await ended;
    expect(arguments_).to.contain("12345678");
    expectHidden("arguments", arguments_);
  });

  it("credentials are not accepted as arguments", async () => {
    for (const flag of ["--password", "--authcode", "--auth-code", "--email", "--credentials"]) {
      const [, ended] = run("../../src/cli/main.js", ["close", "12345678", flag, "x"], {});
      expect((await ended).code, flag).to.equal(2);
    }
  });
});

/** The arguments of a process, as every user of the machine sees them. */
async function argumentsOf(pid: number): Promise<string> {
  if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8");
  return (await promisify(execFile)("ps", ["-o", "args=", "-p", String(pid)])).stdout;
}
