import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { CookieJar } from "tough-cookie";
import { accountKey } from "../../../src/client/account/account-key.js";
import { LoginFile } from "../../../src/client/login/login-file.js";
import { storeKey } from "../../../src/client/login/login-in-store.js";
import { DeadlineError, InvalidArgumentError, NotAuthenticatedError } from "../../../src/index.js";
import { jsonLines, rescue } from "../../cli/rescue-command.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { serveHttp } from "../../soap/local-server.js";
import { AsyncStore } from "../async-store.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION, TECHNICIAN } from "../guide-values.js";
import { thrown } from "../thrown.js";

const SESSIONS = Array.from({ length: 10 }, (_, index) => 20000001 + index);

describe("a login that is shared", () => {
  let emulator: Emulator;
  let folder: string;
  let file: string;
  beforeEach(async () => {
    emulator = await startEmulator();
    folder = await mkdtemp(join(tmpdir(), "jar-"));
    file = join(folder, "login");
  });
  afterEach(async () => {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  });

  type Options = Partial<ConstructorParameters<typeof RescueClient>[0]>;
  const connect = (more: Options = {}) =>
    new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, jar: { file }, ...more });
  const count = (name: string) => emulator.log.filter(({ operation }) => operation === name).length;
  const refused = async (more: Options = {}) =>
    (await thrown(InvalidArgumentError, connect(more).closeSession(SESSION))).message;

  describe("in a jar over a Store", () => {
    it("is made once for clients one after the other, and ends with logout() only", async () => {
      const store = new AsyncStore();
      for (const session of SESSIONS.slice(0, 3)) {
        await using client = connect({ jar: new CookieJar(store) });
        await client.closeSession(session);
      }
      expect([count("login"), count("logout"), emulator.logins()]).to.deep.equal([1, 0, 1]);
      const last = connect({ jar: new CookieJar(store) });
      await last.login();
      await last.logout();
      expect(emulator.logins()).to.equal(0);
    });

    it("that the service refuses is not one to take over", async () => {
      const credentials = { ...ADMINISTRATOR, password: "wrong" };
      const client = connect({ jar: new CookieJar(new AsyncStore()), credentials });
      for (let tries = 0; tries < 2; tries += 1) await thrown(NotAuthenticatedError, client.login());
      expect(emulator.log).to.have.length(1);
    });

    it("that the service has forgotten is made again", async () => {
      const store = new AsyncStore();
      await connect({ jar: new CookieJar(store) }).closeSession(SESSION);
      emulator.clock.advance(21 * 60_000);
      await connect({ jar: new CookieJar(store) }).closeSession(20000001);
      expect(count("login")).to.equal(2);
    });
  });

  describe("in a file", () => {
    it("is made once for clients one after the other, and ends with logout() only", async () => {
      for (const session of SESSIONS.slice(0, 3)) {
        await using client = connect();
        await client.closeSession(session);
      }
      expect([count("login"), count("logout")]).to.deep.equal([1, 0]);
      const last = connect();
      await last.login();
      expect((await last.logout())?.literal).to.equal("logout_OK");
      await connect().closeSession(SESSION);
      expect(count("login")).to.equal(2);
    });

    it("is made once for clients at once, also when the service has forgotten it", async () => {
      await Promise.all(SESSIONS.slice(0, 5).map((session) => connect().closeSession(session)));
      expect(count("login")).to.equal(1);
      const clients = SESSIONS.slice(5).map((session) => ({ session, client: connect() }));
      await Promise.all(clients.map(({ client }) => client.login()));
      emulator.clock.advance(21 * 60_000);
      await Promise.all(clients.map(({ session, client }) => client.closeSession(session)));
      expect(count("login")).to.equal(2);
    });

    it("is read by its owner alone, and nothing is left beside it", async () => {
      await connect().login();
      expect((await stat(file)).mode & 0o777).to.equal(0o600);
      expect(await readdir(folder)).to.deep.equal(["login"]);
      const text = await readFile(file, "utf8");
      expect(text).not.to.contain(ADMINISTRATOR.email).and.not.to.contain(ADMINISTRATOR.password);
    });

    it("is found through a link, which stays", async () => {
      await connect().login();
      const link = join(folder, "link");
      await symlink(file, link);
      emulator.clock.advance(21 * 60_000);
      await connect({ jar: { file: link } }).closeSession(SESSION);
      expect((await readdir(folder)).sort()).to.deep.equal(["link", "login"]);
      await connect().closeSession(20000001);
      expect(count("login")).to.equal(2);
    });

    it("of another user or endpoint is refused, and unchanged", async () => {
      await connect().login();
      const before = await readFile(file, "utf8");
      expect(await refused({ credentials: TECHNICIAN })).to.contain("another user");
      await using other = await startEmulator();
      expect(await refused({ endpoint: other.endpoint })).to.contain("another endpoint");
      expect(await readFile(file, "utf8")).to.equal(before);
      expect([emulator.log.length, other.log.length]).to.deep.equal([1, 0]);
    });

    it("that others may read, or in a folder that others may write to, is refused", async () => {
      await connect().login();
      await chmod(file, 0o640);
      expect(await refused()).to.contain("chmod 600");
      await chmod(file, 0o600);
      await chmod(folder, 0o777);
      expect(await refused()).to.contain("folder");
      expect(count("closeSession")).to.equal(0);
    });

    it("is refused behind a link that leads nowhere, to a folder or to a file of others", async () => {
      const readable = join(folder, "readable");
      await writeFile(readable, "{}", { mode: 0o644 });
      await symlink(join(folder, "nowhere"), join(folder, "a"));
      await symlink(folder, join(folder, "b"));
      await symlink(readable, join(folder, "c"));
      for (const [name, said] of [
        ["a", /leads nowhere/],
        ["b", /is no file|cannot be read|folder/],
        ["c", /chmod 600/],
      ] as const) {
        expect(await refused({ jar: { file: join(folder, name) } })).to.match(said);
      }
      expect(await refused({ jar: { file: join(folder, "none", "login") } })).to.contain("folder cannot be reached");
      expect(emulator.log).to.deep.equal([]);
    });

    for (const [what, text] of [
      ["nothing", ""],
      ["no JSON", "PLANTED{"],
      ["an array", '["PLANTED"]'],
      ["another program's cookies", '{"version":"tough-cookie@6","cookies":[{"value":"PLANTED"}]}'],
      ["a later format", '{"format":2,"account":"x","PLANTED":1}'],
      ["a prototype", '{"__proto__":{"format":1,"account":"PLANTED"}}'],
    ] as const) {
      it(`that holds ${what} is refused, and its content not shown`, async () => {
        await writeFile(file, text, { mode: 0o600 });
        expect(await refused())
          .to.contain("no jar of this package")
          .and.not.to.contain("PLANTED");
        expect(emulator.log).to.deep.equal([]);
      });
    }

    for (const [what, cookies] of [
      ["no list of cookies", { PLANTED: 1 }],
      ["cookies that are no text", [{ PLANTED: 1 }]],
      ["too many cookies", Array.from({ length: 51 }, () => "PLANTED=1")],
    ] as const) {
      it(`with ${what} is refused as damaged`, async () => {
        await connect().login();
        const kept = JSON.parse(await readFile(file, "utf8")) as object;
        await writeFile(file, JSON.stringify({ ...kept, cookies }));
        expect(await refused())
          .to.contain("damaged")
          .and.not.to.contain("PLANTED");
      });
    }

    it("with cookies of another host, or with line breaks in them, sends none of these", async () => {
      const headers: object[] = [];
      await using server = await serveHttp((request, response) => {
        headers.push(request.headers);
        response.writeHead(503).end();
      });
      const account = storeKey(accountKey(server.url, ADMINISTRATOR.email));
      const cookies = ["a=PLANTED; Domain=other.example", "b=good\r\nX-Injected: PLANTED", "c=good"];
      await writeFile(file, JSON.stringify({ format: 1, account, login: "l", cookies }), { mode: 0o600 });
      await connect({ endpoint: server.url })
        .closeSession(SESSION)
        .catch(() => {});
      expect(headers).to.have.length(1);
      expect(headers[0]).to.have.property("cookie").that.contains("c=good");
      expect(JSON.stringify(headers)).not.to.contain("PLANTED");
    });

    it("larger than any jar is refused", async () => {
      await writeFile(file, " ".repeat(300_000), { mode: 0o600 });
      expect(await refused()).to.contain("larger than");
    });

    it("is written by one at a time: nobody's change is lost", async () => {
      const kept = new LoginFile(file);
      const { signal } = new AbortController();
      await kept.compareAndSet("", undefined, "0", signal);
      const add = async () => {
        for (;;) {
          const text = (await kept.get()) ?? "";
          if (await kept.compareAndSet("", text, String(Number(text) + 1), signal)) return;
        }
      };
      await Promise.all(Array.from({ length: 5 }, add));
      expect(await kept.get()).to.equal("5");
      expect(await kept.compareAndSet("", undefined, "0", signal)).to.equal(false);
      expect(await readdir(folder)).to.deep.equal(["login"]);
    });

    it("counts the logins of all processes where logins are paced", async () => {
      await connect({ paceLogins: true }).login();
      const { format, account, times } = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
      expect(times).to.have.length(1);
      const now = Array.from({ length: 10 }, () => Date.now());
      await writeFile(file, JSON.stringify({ format, account, times: now }));
      const call = connect({ paceLogins: true, timeout: 500 }).closeSession(SESSION);
      expect(await thrown(DeadlineError, call)).to.include({ outcome: "not-sent" });
      expect(count("login")).to.equal(1);
    });

    it("needs credentials with a login", () => {
      expect(() => connect({ credentials: { authCode: AUTH_CODE } })).to.throw(InvalidArgumentError, /jar/);
    });
  });

  describe("whose lock was left behind", () => {
    const lock = (pid: number, host = hostname()) => JSON.stringify({ pid, host, token: "t" });

    it("by a process that has ended is broken at once, also that of a change", async () => {
      const ended = spawn(process.execPath, ["-e", ""]);
      await once(ended, "exit");
      for (const name of ["lock", "write.lock"]) await writeFile(`${file}.${name}`, lock(ended.pid as number));
      await connect().closeSession(SESSION);
      expect(await readdir(folder)).to.deep.equal(["login"]);
    });

    for (const [what, content, seconds] of [
      ["by a process of another machine, long ago", lock(1, "elsewhere"), -40],
      ["by a process that still runs, long ago", lock(process.pid), -40],
      ["before the clock was set back", lock(process.pid), 40],
      ["empty", "", -40],
    ] as const) {
      it(`${what} is broken`, async () => {
        await writeFile(`${file}.lock`, content);
        const time = new Date(Date.now() + seconds * 1000);
        await utimes(`${file}.lock`, time, time);
        await connect().closeSession(SESSION);
        expect(await readdir(folder)).to.deep.equal(["login"]);
      });
    }

    it("by a process that runs is respected until the call's time is up, and nothing is sent", async () => {
      await writeFile(`${file}.lock`, lock(process.pid));
      const error = await connect({ timeout: 300 })
        .closeSession(SESSION)
        .catch((caught: unknown) => caught);
      expect(error).to.include({ code: "DEADLINE", outcome: "not-sent" });
      expect(emulator.log).to.deep.equal([]);
      expect(await readFile(`${file}.lock`, "utf8")).to.equal(lock(process.pid));
    });
  });

  describe("by processes of rescue", () => {
    const environment = (): Record<string, string> => ({
      RESCUE_EMAIL: ADMINISTRATOR.email,
      RESCUE_PASSWORD: ADMINISTRATOR.password,
      RESCUE_ENDPOINT: emulator.endpoint,
      RESCUE_JAR: file,
    });
    const close = (session: number) => rescue(["close", String(session), "--json"], environment());

    it("eleven in a row make one login", async function () {
      this.timeout(60_000);
      for (const session of [SESSION, ...SESSIONS]) {
        const { code, stdout } = await close(session);
        expect(jsonLines(stdout)[0]).to.include({ session, closed: true });
        expect(code).to.equal(0);
      }
      expect([count("login"), count("logout")]).to.deep.equal([1, 0]);
    });

    it("ten at once make one login", async function () {
      this.timeout(60_000);
      const ended = await Promise.all(SESSIONS.map(close));
      expect(ended.map(({ code }) => code)).to.deep.equal(SESSIONS.map(() => 0));
      expect(count("login")).to.equal(1);
    });

    it("a loop with a wrong password sends it once, until the file is removed or another password logs in", async function () {
      this.timeout(60_000);
      const closeWith = (password: string) =>
        rescue(["close", String(SESSION)], { ...environment(), RESCUE_PASSWORD: password });
      for (let run = 0; run < 3; run += 1) {
        const { code, stderr } = await closeWith("PLANTED");
        expect(code).not.to.equal(0);
        expect(stderr).to.contain("password is wrong").and.not.to.contain("PLANTED");
        if (run > 0) expect(stderr).to.contain(`remove ${file}`);
      }
      expect(count("login")).to.equal(1);
      expect(await readFile(file, "utf8"))
        .to.contain("refused")
        .and.not.to.contain("PLANTED");
      expect((await stat(file)).mode & 0o777).to.equal(0o600);
      await rm(file);
      await closeWith("PLANTED");
      expect(count("login")).to.equal(2);
      expect((await closeWith(ADMINISTRATOR.password)).code).to.equal(0);
      expect(await readFile(file, "utf8")).not.to.contain("refused");
      expect(await readdir(folder)).to.deep.equal(["login"]);
    });

    it("one that is killed while it logs in does not keep the others waiting", async function () {
      this.timeout(60_000);
      emulator.faults.add({ operation: "login", phase: "before", kind: "stall", nth: 1 });
      const args = [new URL("../../../src/cli/main.js", import.meta.url).pathname, "close", String(SESSION)];
      const env = { PATH: process.env.PATH, RESCUE_WSDL: "test/reference/API.wsdl", ...environment() };
      const child: ChildProcess = spawn(process.execPath, args, { env, stdio: "ignore" });
      while (count("login") === 0) await new Promise(setImmediate);
      child.kill("SIGKILL");
      await once(child, "close");
      expect((await close(SESSION)).code).to.equal(0);
      expect(await readdir(folder)).to.deep.equal(["login"]);
    });
  });
});
