import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { type Ended, type Environment, rescue, run } from "../cli/rescue-command.js";
import { AUTH_CODE, SESSION } from "../client/guide-values.js";
import { Project } from "../scripts/project.js";
import { certificate, PASSPHRASE, UNRESOLVED_HOST } from "./certificates.js";
import { type ProxyServer, refuseWith, serveProxy, tunnelTo } from "./proxy-server.js";
import { CLIENT_CERTIFICATE_REQUIRED, CLOSED, serveTls, type TlsService } from "./tls-service.js";

// Only a proxy of these tests knows the host: whatever answers was reached through it.
const ENDPOINT = `https://${UNRESOLVED_HOST}/API/API.asmx`;
const WSDL_URL = `${ENDPOINT}?wsdl`;
const OLD = "test/reference/API.wsdl";
const CREDENTIALS = { RESCUE_AUTHCODE: AUTH_CODE };
const PASSWORD = "Pr0xyPassw0rd";

describe("the command line behind a proxy", function () {
  this.timeout(60_000);
  let folder: string;
  let ca: string;
  let wsdl: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "rescue-behind-proxy-"));
    for (const name of ["ca.pem", "client.pem", "client-key.pem", "client-key-locked.pem"])
      await writeFile(join(folder, name), certificate(name));
    ca = join(folder, "ca.pem");
    wsdl = await readFile(OLD, "utf8");
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** A command with what its service answers, and the exit code of its success. */
  const commands = () =>
    [
      { args: ["close", String(SESSION), "--endpoint", ENDPOINT], answer: CLOSED },
      { args: ["wsdl", "check", "--endpoint", ENDPOINT], answer: wsdl },
      { args: ["wsdl", "diff", OLD, WSDL_URL], answer: wsdl },
      { args: ["wsdl", "show", "closeSession", "--wsdl", WSDL_URL], answer: wsdl },
      { args: ["generate", "--wsdl", WSDL_URL, "--out", join(folder, "generated")], answer: wsdl },
    ] as const;

  async function behind<T>(
    answer: string,
    work: (proxy: ProxyServer, service: TlsService) => Promise<T>,
    options = {},
  ): Promise<T> {
    await using service = await serveTls(options, "server", answer);
    await using proxy = await serveProxy(tunnelTo(service));
    return await work(proxy, service);
  }

  /** Every way to name a proxy and an authority, as arguments and environment. */
  const ways: readonly (readonly [string, (proxy: URL) => { args: readonly string[]; env: Environment }])[] = [
    ["--proxy and --ca", ({ href }) => ({ args: ["--proxy", href, "--ca", ca], env: {} })],
    ["RESCUE_PROXY and RESCUE_CA", ({ href }) => ({ args: [], env: { RESCUE_PROXY: href, RESCUE_CA: ca } })],
    ["HTTPS_PROXY", ({ href }) => ({ args: [], env: { HTTPS_PROXY: href, RESCUE_CA: ca } })],
    ["ALL_PROXY without a scheme", ({ host }) => ({ args: [], env: { ALL_PROXY: host, RESCUE_CA: ca } })],
  ];

  for (const index of [0, 1, 2, 3, 4]) {
    for (const [name, way] of index === 4 ? ways.slice(0, 2) : ways) {
      it(`${["close", "wsdl check", "wsdl diff", "wsdl show", "generate"][index]} goes through the proxy of ${name}`, async () => {
        const command = commands()[index];
        if (!command) throw new Error("no such command");
        await behind(command.answer, async (proxy, service) => {
          const { args, env } = way(proxy.url);
          const ended = await rescue([...command.args, ...args], { ...CREDENTIALS, ...env });
          // The packaged WSDL may be another than the served one.
          if (index !== 1) expect([ended.code, ended.stderr]).to.deep.equal([0, ""]);
          else expect(ended.stdout).to.match(/^Verdict: /m);
          expect(proxy.asked.map(({ authority }) => authority)).to.deep.equal([`${UNRESOLVED_HOST}:443`]);
          expect(service.seen).to.have.length(1);
        });
      });
    }
  }

  it("emulator downloads its WSDL through the proxy of the environment", async () => {
    await behind(wsdl, async (proxy) => {
      const env = { RESCUE_PROXY: proxy.url.href, RESCUE_CA: ca, RESCUE_WSDL: WSDL_URL };
      // What is wrong with the port is found after the WSDL was read.
      const ended = await rescue(["emulator", "--host", "192.0.2.1"], env);
      expect([ended.code, ended.stdout]).to.deep.equal([2, ""]);
      expect(ended.stderr).to.match(/^rescue: cannot listen on /);
      expect(proxy.asked).to.have.length(1);
    });
  });

  it("none, and NO_PROXY, leave the proxy out", async () => {
    await behind(wsdl, async (proxy) => {
      const env = { HTTPS_PROXY: proxy.url.href, RESCUE_PROXY: proxy.url.href, RESCUE_CA: ca };
      const command = ["wsdl", "show", "--wsdl", WSDL_URL];
      for (const ended of [
        await rescue([...command, "--proxy", "none"], env),
        await rescue(command, { ...env, RESCUE_PROXY: "none" }),
        await rescue(command, { ...env, RESCUE_PROXY: "", NO_PROXY: UNRESOLVED_HOST }),
      ]) {
        expect(ended.code).to.equal(5);
        expect(ended.stderr).to.match(/failed: (?:ENOTFOUND|EAI_AGAIN)/);
      }
      expect(proxy.sockets).to.deep.equal([]);
    });
  });

  it("a service without the named authority is not believed", async () => {
    await behind(wsdl, async (proxy, service) => {
      const ended = await rescue(["wsdl", "show", "--wsdl", WSDL_URL, "--proxy", proxy.url.href]);
      expect([ended.code, ended.stdout]).to.deep.equal([5, ""]);
      expect(ended.stderr).to.match(/failed: UNABLE_TO_/);
      expect(service.seen).to.deep.equal([]);
    });
  });

  for (const key of ["client-key.pem", "client-key-locked.pem"]) {
    it(`--cert and --key, ${key}, are shown to a service that asks for them`, async () => {
      for (const { args, answer } of [commands()[0], commands()[3]]) {
        await behind(
          answer,
          async (proxy, service) => {
            const identity = ["--cert", join(folder, "client.pem"), "--key", join(folder, key)];
            const env = {
              ...CREDENTIALS,
              RESCUE_PROXY: proxy.url.href,
              RESCUE_CA: ca,
              RESCUE_KEY_PASSPHRASE: PASSPHRASE,
            };
            const ended = await rescue([...args, ...identity], env);
            expect([ended.code, ended.stderr]).to.deep.equal([0, ""]);
            expect(service.seen).to.have.length(1);
          },
          CLIENT_CERTIFICATE_REQUIRED,
        );
      }
    });
  }

  describe("never shows user and password of a proxy", () => {
    const withPassword = (proxy: URL) => proxy.href.replace("//", `//us3r:${PASSWORD}@`);
    const expectHidden = ({ stdout, stderr }: Ended) => expect(stdout + stderr).not.to.match(/us3r|Pr0xy|Passw0rd/);

    it("that refuses them", async () => {
      await using proxy = await serveProxy(refuseWith(407, `Wrong ${PASSWORD}`));
      for (const { args } of commands()) {
        const ended = await rescue(args, { ...CREDENTIALS, RESCUE_PROXY: withPassword(proxy.url), DEBUG: "*" });
        expect(ended.code).to.equal(5);
        expect(ended.stderr).to.contain("PROXY_407").and.to.contain(proxy.url.host);
        expectHidden(ended);
      }
    });

    it("with an address that cannot be used", async () => {
      for (const { args } of [commands()[0], commands()[3]]) {
        for (const environment of [
          { RESCUE_PROXY: `ftp://us3r:${PASSWORD}@host:1` },
          { RESCUE_PROXY: `us3r:${PASSWORD}@host:1` },
          { HTTPS_PROXY: `ftp://us3r:${PASSWORD}@host:1` },
          { HTTPS_PROXY: `us3r:${PASSWORD}@:x` },
        ]) {
          const ended = await rescue(args, { ...CREDENTIALS, ...environment } as Environment);
          expect([ended.code, ended.stdout], ended.stderr).to.deep.equal([2, ""]);
          expectHidden(ended);
        }
      }
    });

    it("as an argument, which is refused, nor behind a misspelt option", async () => {
      const { args } = commands()[3];
      for (const more of [["--proxy", `http://us3r:${PASSWORD}@host:1`], [`--prxy=http://us3r:${PASSWORD}@host:1`]]) {
        const ended = await rescue([...args, ...more]);
        expect([ended.code, ended.stdout]).to.deep.equal([2, ""]);
        expectHidden(ended);
      }
      const ended = await rescue([...args, "--proxy", `http://us3r:${PASSWORD}@host:1`]);
      expect(ended.stderr).to.match(/^rescue: --proxy: user and password are not taken as arguments.*RESCUE_PROXY/);
    });
  });

  for (const [text, args] of [
    ["--cert: the certificate's key is missing", ["--cert", "client.pem"]],
    ["--key: the certificate is missing", ["--key", "client-key.pem"]],
    ["--ca: cannot read none.pem (ENOENT)", ["--ca", "none.pem"]],
    ["--ca: package.json has no certificate in PEM", ["--ca", "package.json"]],
    ["--proxy: expected the http or https URL of a proxy", ["--proxy", "proxy.example:3128"]],
  ] as const) {
    it(`refuses ${args.join(" ")}`, async () => {
      for (const { args: command } of [commands()[0], commands()[1]]) {
        const ended = await rescue([...command, ...args], CREDENTIALS);
        expect([ended.code, ended.stdout]).to.deep.equal([2, ""]);
        expect(ended.stderr).to.contain(`rescue: ${text}`);
      }
    });
  }

  describe("of this repository", () => {
    it("npm run wsdl:pull", async () => {
      const script = resolve("dist/scripts/pull-wsdl.js");
      for (const [, way] of ways) {
        await behind(wsdl, async (proxy) => {
          const place = await mkdtemp(join(folder, "pull-"));
          const { args, env } = way(proxy.url);
          const ended = await run([script, WSDL_URL, ...args], env, place);
          expect([ended.code, ended.stderr]).to.deep.equal([0, ""]);
          expect(await readFile(join(place, "wsdl/API.wsdl"), "utf8")).to.equal(wsdl);
          expect(proxy.asked).to.have.length(1);
        });
      }
    });

    it("npm run regenerate", async () => {
      const project = await Project.make();
      try {
        const text = await readFile(project.source, "utf8");
        const [, [, way]] = ways as [unknown, (typeof ways)[number]];
        await behind(text, async (proxy) => {
          const { env } = way(proxy.url);
          const ended = await project.regenerate([WSDL_URL], { ...env, HTTPS_PROXY: "http://127.0.0.1:9" });
          expect(ended.code, ended.stderr).to.equal(0);
          expect(await readFile(join(project.root, "wsdl/API.wsdl"), "utf8")).to.equal(text);
          expect(proxy.asked).to.have.length(1);
        });
        const refused = await project.regenerate([WSDL_URL, "--proxy", `http://us3r:${PASSWORD}@host:1`]);
        expect(refused.code).to.equal(1);
        expect(refused.stdout + refused.stderr).not.to.contain(PASSWORD);
      } finally {
        await project.remove();
      }
    });
  });
});
