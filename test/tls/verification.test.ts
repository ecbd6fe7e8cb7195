import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { walkFolder } from "../../src/codegen/walk-folder.js";
import { makeAgent } from "../../src/soap/http/connection-agent.js";
import { type Ended, run, start } from "../cli/rescue-command.js";
import { smallWsdl } from "../wsdl/small-wsdl.js";
import { certificate, UNRESOLVED_HOST } from "./certificates.js";
import { serveProxy, tunnelTo } from "./proxy-server.js";
import { serveTls } from "./tls-service.js";

const OFF = { NODE_TLS_REJECT_UNAUTHORIZED: "0" };
const PULL = fileURLToPath(new URL("../../scripts/pull-wsdl.js", import.meta.url));
const UNTRUSTED = /(?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)/;

/**
 * What in `src` and `scripts` may open a connection with TLS, by file. Whatever is added here has to verify although
 * NODE_TLS_REJECT_UNAUTHORIZED says otherwise, and a test below or beside this one has to show it.
 */
const CONNECTING: Readonly<Record<string, string>> = {
  "src/soap/http/connection-agent.ts": "the agent of calls and downloads: rejectUnauthorized is stated",
  "src/soap/http/http-transport.ts": "takes that agent, or the caller's own",
  "src/soap/http/proxy-tunnel.ts": "to the proxy it is stated; to the service the agent's settings are handed on",
  "src/emulator/page/page-script.ts": "runs in a browser",
  "scripts/bench/memory.ts": "an emulator without TLS",
  "src/emulator/http/server/http-server.ts": "listens",
  "src/emulator/http/tls/identity.ts": "looks at a certificate of its own",
};

describe("NODE_TLS_REJECT_UNAUTHORIZED=0 switches verification off nowhere", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "verification-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const commands: readonly (readonly [what: string, args: (url: string) => readonly string[]])[] = [
    ["wsdl show", (url) => ["wsdl", "show", "--wsdl", url]],
    ["wsdl diff", (url) => ["wsdl", "diff", "packaged", url]],
    ["wsdl check", (url) => ["wsdl", "check", "--endpoint", url]],
    ["generate", (url) => ["generate", "--wsdl", url, "--out", join(folder, "out")]],
    ["doctor", (url) => ["doctor", "--wsdl", url]],
    ["close", (url) => ["close", "1", "--wsdl", url, "--endpoint", url]],
    ["emulator", (url) => ["emulator", "--wsdl", url]],
  ];
  for (const [what, args] of commands) {
    it(`rescue ${what}`, async () => {
      await using service = await serveTls();
      const environment = { ...OFF, RESCUE_AUTHCODE: "x1".repeat(20) };
      const ended = await start(args(service.url.href), environment).ended;
      expect(ended.stderr).to.match(UNTRUSTED);
      expect(ended.code).to.equal(5);
      expect(service.seen).to.deep.equal([]);
    });
  }

  it("npm run wsdl:pull", async () => {
    await using service = await serveTls();
    const ended: Ended = await run([PULL, service.url.href], OFF, folder);
    expect(ended.stderr).to.match(UNTRUSTED);
    expect(ended.code).to.equal(1);
    expect(service.seen).to.deep.equal([]);
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it("nor of another host behind a proxy, for a download as for a call", async () => {
    await using service = await serveTls({}, "wrong-name");
    await using proxy = await serveProxy(tunnelTo(service));
    const ca = join(folder, "ca.pem");
    await writeFile(ca, certificate("ca.pem"));
    const environment = { ...OFF, HTTPS_PROXY: proxy.url.href, NODE_EXTRA_CA_CERTS: ca };
    const ended = await start(["wsdl", "show", "--wsdl", `https://${UNRESOLVED_HOST}/?wsdl`], environment).ended;
    expect(ended.stderr).to.match(/ERR_TLS_CERT_ALTNAME_INVALID/);
    expect(proxy.asked.map(({ authority }) => authority)).to.deep.equal([`${UNRESOLVED_HOST}:443`]);
    expect(service.seen).to.deep.equal([]);
  });

  it("while a download from a service that is trusted works, also through a proxy", async () => {
    const answer = smallWsdl();
    await using service = await serveTls({}, "server", answer);
    await using proxy = await serveProxy(tunnelTo(service));
    const ca = join(folder, "ca.pem");
    await writeFile(ca, certificate("ca.pem"));
    const direct = await start(["wsdl", "show", "--wsdl", service.url.href], { NODE_EXTRA_CA_CERTS: ca }).ended;
    expect([direct.code, direct.stderr]).to.deep.equal([0, ""]);
    const environment = { HTTPS_PROXY: proxy.url.href, NODE_EXTRA_CA_CERTS: ca };
    const proxied = await start(["wsdl", "show", "--wsdl", `https://${UNRESOLVED_HOST}/?wsdl`], environment).ended;
    expect([proxied.code, proxied.stderr]).to.deep.equal([0, ""]);
    expect(service.seen.map(({ headers }) => headers.cookie)).to.deep.equal([undefined, undefined]);
  });

  it("by the agents of calls and downloads, direct and through a proxy", async () => {
    for (const proxy of [undefined, new URL("http://proxy.example:3128")]) {
      const agent = await makeAgent(new URL("https://service.example/"), proxy);
      expect(Reflect.get(agent, "options")).to.include({ rejectUnauthorized: true });
      agent.destroy();
    }
  });

  it("and nothing else in src and scripts opens a connection", async () => {
    const opens =
      /(?<!\.|#|\basync )\bfetch\(|\b(?:from |import\(|require\()["'](?:node:)?(?:https|tls|http2|undici)["']|\b(?:WebSocket|EventSource)\(/;
    const found: string[] = [];
    for (const room of ["src", "scripts"]) {
      for await (const { path: below } of walkFolder(room)) {
        const path = join(room, below);
        // Comments and texts may name what code must not use.
        if (opens.test(withoutComments(await readFile(path, "utf8")))) found.push(path);
      }
    }
    expect(found.sort()).to.deep.equal(Object.keys(CONNECTING).sort());
  });
});

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}
