import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { defaultSeed } from "../../src/emulator/index.js";
import { AUTH_CODE, SESSION } from "../client/guide-values.js";
import { admin } from "../emulator/admin/admin-client.js";
import { exchange } from "../emulator/wire.js";
import { RescueClient } from "../reference/service.js";
import { CA } from "../tls/certificates.js";
import { type Environment, type Running, rescue, start } from "./rescue-command.js";

const TOKEN = "a-token-of-the-environment";

describe("rescue emulator", () => {
  let running: Running | undefined;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "rescue-emulator-"));
  });
  after(() => rm(folder, { recursive: true }));
  afterEach(() => {
    running?.child.kill("SIGKILL");
    running = undefined;
  });

  async function ready(args: readonly string[], environment: Environment = {}) {
    running = start(["emulator", "--json", ...args], environment);
    return JSON.parse(await running.firstLine);
  }

  async function file(name: string, text: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  }

  it("--json prints a ready line; serves, and exits with 0 on SIGTERM", async () => {
    const line = await ready([]);
    expect(line.endpoint).to.match(/^http:\/\/127\.0\.0\.1:\d+\/API\/API\.asmx$/);
    expect(line).to.deep.equal({
      ready: true,
      endpoint: line.endpoint,
      wsdl: `${line.endpoint}?wsdl`,
      page: line.endpoint.replace("API/API.asmx", ""),
      admin: { url: line.admin.url, token: line.admin.token },
    });

    const client = new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint: line.endpoint });
    expect(await client.closeSession(SESSION)).to.include({ code: "OK" });
    for (const url of [line.wsdl, line.page]) expect((await exchange(url, { method: "GET" })).status).to.equal(200);
    expect((await admin(line.admin, "/executions?operation=closeSession")).json).to.deep.equal({ count: 1 });

    running?.child.kill("SIGTERM");
    expect(await running?.ended).to.include({ code: 0, stderr: "" });
  });

  it("prints in one line where it listens, and exits with 0 on SIGINT", async () => {
    running = start(["emulator"]);
    const url = String.raw`http://127\.0\.0\.1:\d+/`;
    expect(await running.firstLine).to.match(
      new RegExp(`^Listening on ${url}API/API\\.asmx \\(page ${url}, admin ${url} token [\\w-]{43}\\)$`),
    );
    running.child.kill("SIGINT");
    const { code, stdout, stderr } = await running.ended;
    expect([code, stdout.split("\n").length, stderr]).to.deep.equal([0, 2, ""]);
  });

  it("ends every connection when it ends: one in the middle of a request, one that stalls", async () => {
    const { endpoint, admin: api } = await ready([]);
    await admin(api, "/faults", { body: { operation: "*", phase: "before", kind: "stall" } });
    const { hostname, port } = new URL(endpoint);
    const half = connect(Number(port), hostname).on("error", () => {});
    half.write("POST /API/API.asmx HTTP/1.1\r\nHost: localhost\r\n");
    const client = new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint, retry: false });
    const stalled = client.closeSession(SESSION).catch((error) => error.name);
    const seen = async () => ((await admin(api, "/faults")).json as { rules: { seen: number }[] }).rules[0]?.seen;
    while ((await seen()) !== 1);
    const halfEnded = new Promise((resolve) => half.once("close", resolve));
    running?.child.kill("SIGTERM");
    expect((await running?.ended)?.code).to.equal(0);
    expect(await stalled).to.equal("OutcomeUnknownError");
    await halfEnded;
  });

  it("--seed, --soap-only and --no-limits", async () => {
    const seed = {
      users: [{ email: "me@example.com", password: "my-secret", roles: { administrator: 1001, technician: 1002 } }],
      sessions: [{ id: 4711, status: "WAITING", technician: 1002 }],
    };
    const { endpoint, admin: api } = await ready([
      "--seed",
      await file("seed.json", `\uFEFF${JSON.stringify(seed)}`),
      "--soap-only",
      "--no-limits",
    ]);
    const { json } = await admin(api, "/state");
    expect((json as typeof seed).sessions.map(({ id }) => id)).to.deep.equal([4711]);
    const form = await exchange(endpoint, { method: "GET", path: "/API/logout.aspx" });
    expect(form.status).to.equal(404);
    const login = () =>
      exchange(endpoint, {
        headers: { "Content-Type": "application/soap+xml" },
        body:
          '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body>' +
          '<login xmlns="https://secure.logmeinrescue.com/API/API.asmx"><sEmail>me@example.com</sEmail>' +
          "<sPassword>my-secret</sPassword></login></e:Body></e:Envelope>",
      });
    for (let logins = 0; logins < 15; logins += 1) expect((await login()).body).to.contain("login_OK");
  });

  for (const flags of [[], ["--reuse-session-ids"]]) {
    it(`an id that no session has, with ${flags[0] ?? "no flag"}`, async () => {
      const { endpoint } = await ready(flags);
      const { body, headers } = await exchange(endpoint, {
        headers: { "Content-Type": "text/xml", Cookie: "ASP.NET_SessionId=abcdefghijklmnopqrstuvwx" },
        body:
          '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>' +
          '<login xmlns="https://secure.logmeinrescue.com/API/API.asmx"/></e:Body></e:Envelope>',
      });
      expect(body).to.contain("login_Invalid");
      expect(headers["set-cookie"] === undefined).to.equal(flags.length === 1);
    });
  }

  it("--print-seed prints a seed that --seed accepts, and exits", async () => {
    const { code, stdout, stderr } = await rescue(["emulator", "--print-seed"]);
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(JSON.parse(stdout)).to.deep.equal(JSON.parse(JSON.stringify(defaultSeed)));
    const { admin: api } = await ready(["--seed", await file("printed.json", stdout)]);
    const { users } = (await admin(api, "/state")).json as typeof defaultSeed;
    expect(users.map(({ email }) => email)).to.deep.equal(defaultSeed.users.map(({ email }) => email));
    expect((await rescue(["emulator", "--print-seed", "--seed", "x.json"])).code).to.equal(2);
  });

  describe("an invalid seed: exit code 2, with what is wrong and without showing its content", () => {
    const SEEDS: readonly (readonly [name: string, text: string | undefined, problem: RegExp])[] = [
      ["missing.json", undefined, /cannot read .*missing\.json \(ENOENT\)/],
      ["empty.json", "", /empty\.json is not JSON/],
      ["broken.json", '{"users": [{"password": "hunter2"', /broken\.json is not JSON/],
      ["list.json", "[]", /list\.json: seed/],
      [
        "wrong.json",
        '{"users": [{"email": "a@example.com", "password": "hunter2", "roles": {"technician": "x"}}], "sessions": []}',
        /wrong\.json: seed: users\[0\]\.roles\.technician/,
      ],
    ];
    for (const [name, text, problem] of SEEDS) {
      it(name, async () => {
        const path = text === undefined ? join(folder, name) : await file(name, text);
        const { code, stdout, stderr } = await rescue(["emulator", "--seed", path]);
        expect([code, stdout]).to.deep.equal([2, ""]);
        expect(stderr)
          .to.match(problem)
          .and.not.to.match(/hunter2|\n {4}at /);
      });
    }
  });

  describe("the token of the admin API", () => {
    it("is read from the environment, and is not printed then", async () => {
      const line = await ready([], { RESCUE_EMULATOR_TOKEN: TOKEN });
      expect(line.admin).to.deep.equal({ url: line.admin.url });
      expect((await admin({ ...line.admin, token: TOKEN }, "/logins")).status).to.equal(200);
      expect((await admin({ ...line.admin, token: `${TOKEN}x` }, "/logins")).status).to.equal(401);
      running?.child.kill("SIGTERM");
      const { stdout = "", stderr = "" } = (await running?.ended) ?? {};
      expect(stdout + stderr).not.to.contain(TOKEN);
    });

    it("is refused when it is too short, without being shown", async () => {
      const { code, stderr } = await rescue(["emulator"], { RESCUE_EMULATOR_TOKEN: "too-short" });
      expect(code).to.equal(2);
      expect(stderr)
        .to.match(/^rescue: RESCUE_EMULATOR_TOKEN: .*16/)
        .and.not.to.contain("too-short");
    });
  });

  describe("over TLS", () => {
    const PEM = "test/fixtures/tls";

    it("serves with --tls-cert and --tls-key, and never shows the key", async () => {
      const line = await ready(["--tls-cert", `${PEM}/server.pem`, "--tls-key", `${PEM}/server-key.pem`]);
      expect(line.endpoint).to.match(/^https:/);
      expect(line.certificate).to.equal(await readFile(`${PEM}/server.pem`, "utf8"));
      expect(JSON.stringify(line)).not.to.contain("PRIVATE");
      const client = new RescueClient({
        credentials: { authCode: AUTH_CODE },
        endpoint: line.endpoint,
        tls: { ca: CA },
      });
      expect(await client.closeSession(SESSION)).to.include({ code: "OK" });
    });

    for (const [what, args, message] of [
      ["a certificate alone", ["--tls-cert", "server.pem"], /^rescue: --tls-cert: the certificate's key is missing/],
      ["a key alone", ["--tls-key", "server-key.pem"], /^rescue: --tls-key: the certificate is missing/],
      [
        "a key that belongs to another",
        ["--tls-cert", "server.pem", "--tls-key", "client-key.pem"],
        /^rescue: --tls-key is not the key of the certificate in --tls-cert$/m,
      ],
      [
        "a file that is no certificate",
        ["--tls-cert", "make.sh", "--tls-key", "server-key.pem"],
        /^rescue: --tls-cert is not a certificate in PEM/,
      ],
      [
        "a file that is not there",
        ["--tls-cert", "server.pem", "--tls-key", "nowhere.pem"],
        /^rescue: --tls-key: cannot read .*ENOENT/,
      ],
    ] as const) {
      it(`refuses ${what}: exit code 2`, async () => {
        const { code, stderr } = await rescue([
          "emulator",
          ...args.map((arg) => (arg.startsWith("--") ? arg : `${PEM}/${arg}`)),
        ]);
        expect(code).to.equal(2);
        expect(stderr).to.match(message);
      });
    }
  });

  it("--allow-host answers to further names, and refuses an invalid one", async () => {
    const { endpoint } = await ready(["--allow-host", "one.test", "--allow-host", "two.test"]);
    const asked = (Host: string) => exchange(endpoint, { method: "GET", headers: { Host } });
    for (const name of ["one.test", "two.test:80"]) expect((await asked(name)).status, name).to.equal(200);
    expect((await asked("three.test")).status).to.equal(421);
    const { code, stderr } = await rescue(["emulator", "--allow-host", "http://one.test"]);
    expect(code).to.equal(2);
    expect(stderr).to.match(/^rescue: --allow-host: expected a host name/);
  });

  it("--host applies to the admin API, whose address is printed", async () => {
    const { admin: api } = await ready(["--host", "127.0.0.2"]);
    expect(api.url).to.match(/^http:\/\/127\.0\.0\.2:\d+\/$/);
    expect((await admin(api, "/logins")).status).to.equal(200);
    const loopback = { ...api, url: api.url.replace("127.0.0.2", "127.0.0.1") };
    expect(await admin(loopback, "/logins").catch(({ code }) => code)).to.equal("ECONNREFUSED");
  });

  it("warns when other machines can reach it", async () => {
    const { endpoint, admin: api } = await ready(["--host", "0.0.0.0"]);
    expect((await admin(api, "/logins", { headers: { Host: "emulator:8081" } })).status).to.equal(200);
    expect(endpoint).to.match(/^http:\/\/127\.0\.0\.1:/);
    running?.child.kill("SIGTERM");
    const { code, stderr } = (await running?.ended) ?? {};
    expect(code).to.equal(0);
    expect(stderr).to.match(/RESCUE_EMULATOR_REACHABLE.*0\.0\.0\.0, WHERE OTHER MACHINES CAN REACH IT/);
  });

  for (const option of ["port", "admin-port"]) {
    for (const port of ["65536", "-1", "http", "1.5"]) {
      it(`refuses --${option} ${port}`, async () => {
        const { code, stderr } = await rescue(["emulator", `--${option}=${port}`]);
        expect(code).to.equal(2);
        expect(stderr).to.match(/from 0 to 65535/);
      });
    }

    it(`reports that the ${option} is taken, without a stack`, async () => {
      const line = await ready([]);
      const { port } = new URL(option === "port" ? line.endpoint : line.admin.url);
      const { code, stderr } = await rescue(["emulator", `--${option}`, port]);
      expect(code).to.equal(2);
      expect(stderr).to.match(new RegExp(`^rescue: cannot listen on port ${port}.*EADDRINUSE.*--${option}`));
      expect(stderr).not.to.match(/\n {4}at /);
    });
  }

  describe("with a command", () => {
    const node = (script: string) => ["--", process.execPath, "-e", script];

    it("runs it with the emulator's addresses, and ends with it", async () => {
      const script =
        "fetch(new URL('/faults', process.env.RESCUE_EMULATOR_ADMIN), { headers: { Authorization: 'Bearer ' +" +
        " process.env.RESCUE_EMULATOR_TOKEN } }).then(async (answer) => console.log(process.env.RESCUE_ENDPOINT," +
        " answer.status, await fetch(process.env.RESCUE_ENDPOINT + '?wsdl').then(({ status }) => status)))";
      const ended = await rescue(["emulator", ...node(script)]);
      expect([ended.code, ended.stderr]).to.deep.equal([0, ""]);
      const [endpoint = "", ...statuses] = ended.stdout.trim().split(" ");
      expect(statuses).to.deep.equal(["200", "200"]);
      const gone = await fetch(endpoint).catch((error: Error) => error.cause);
      expect(gone).to.have.property("code", "ECONNREFUSED");
    });

    for (const [script, code] of [
      ["process.exit(7)", 7],
      ["process.kill(process.pid, 'SIGKILL')", 137],
      ["", 0],
    ] as const) {
      it(`ends with ${code} where it does: ${script}`, async () => {
        expect(await rescue(["emulator", ...node(script)])).to.deep.equal({ code, stdout: "", stderr: "" });
      });
    }

    it("ends it on SIGTERM", async () => {
      running = start(["emulator", ...node("console.log('runs'); setInterval(() => {}, 1000)")]);
      expect(await running.firstLine).to.equal("runs");
      running.child.kill("SIGTERM");
      expect(await running.ended).to.deep.equal({ code: 143, stdout: "runs\n", stderr: "" });
    });

    it("that cannot be started is refused, and none is started where the port is taken", async () => {
      const { endpoint } = await ready([]);
      const port = ["--port", new URL(endpoint).port];
      for (const [args, message] of [
        [["--", "no-such-command"], /^rescue: cannot run no-such-command \(ENOENT\)\n$/],
        [
          [...port, ...node("console.log('runs')")],
          /^rescue: cannot listen on port \d+ of 127\.0\.0\.1 \(EADDRINUSE\)/,
        ],
      ] as const) {
        const ended = await rescue(["emulator", ...args]);
        expect([ended.code, ended.stdout]).to.deep.equal([2, ""]);
        expect(ended.stderr).to.match(message);
      }
    });
  });
});
