import { once } from "node:events";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ADMINISTRATOR, SESSION } from "../client/guide-values.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { type Ended, type Environment, start } from "./rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };

/** Every command that calls the service, with arguments that it succeeds with. */
const COMMANDS: readonly (readonly [name: string, ...args: readonly string[]])[] = [
  ["sessions", "--node", "201"],
  ["watch", "--node", "201"],
  ["report", "SESSION", "--node", "1", "--from", "2026-10-01", "--to", "2026-10-02"],
  ["pin"],
  ["hierarchy"],
  ["users", "201"],
  ["call", "getAccount"],
  ["close", String(SESSION)],
  ["doctor"],
];

describe("the connection options", () => {
  let emulator: Emulator;
  let folder: string;
  let downloads: number;
  let server: Server;
  let address: string;
  before(async () => {
    emulator = await startEmulator({ limits: false });
    const wsdl = await readFile("test/reference/API.wsdl", "utf8");
    server = createServer((_, response) => {
      downloads += 1;
      response.end(wsdl);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/API.wsdl`;
  });
  beforeEach(async () => {
    emulator.reset();
    downloads = 0;
    folder = await mkdtemp(join(tmpdir(), "connection-"));
  });
  afterEach(() => rm(folder, { recursive: true }));
  after(async () => {
    server.closeAllConnections();
    server.close();
    await emulator.close();
  });

  /** Runs a command to its end, and a watch until it has printed something. */
  async function run(args: readonly string[], environment: Environment): Promise<Ended> {
    const { child, firstLine, ended } = start(args, { RESCUE_ENDPOINT: emulator.endpoint, ...environment });
    if (args[0] === "watch") void firstLine.then(() => child.kill("SIGINT"));
    return ended;
  }

  const expectDone = ({ code, stderr }: Ended, name: string) =>
    expect(code, stderr).to.equal(name === "watch" ? 130 : 0);

  for (const [name, ...args] of COMMANDS) {
    describe(`of rescue ${name}`, () => {
      // One of them by its variable: the parser takes both the same way.
      const how = name === "sessions" ? "RESCUE_CREDENTIAL_COMMAND" : "--credential-command";
      it(`${how}: asks the command for the credentials`, async () => {
        const file = join(folder, "printed.json");
        await writeFile(file, JSON.stringify({ email: ADMINISTRATOR.email, password: ADMINISTRATOR.password }));
        const command = `${process.platform === "win32" ? "type" : "cat"} ${JSON.stringify(file)}`;
        const [more, environment] = how.startsWith("--") ? [[how, command], {}] : [[], { [how]: command }];
        expectDone(await run([name, ...args, ...more], environment), name);
        expect(emulator.executions("login")).to.equal(1);
      });

      // The settings of a report belong to its login: it makes one of its own, and ends it.
      const isShared = name !== "report";
      const uses = isShared ? "leaves its login in the file, and uses the one that is there" : "shares no login";
      it(`--jar, RESCUE_JAR: ${uses}`, async () => {
        const jar = join(folder, "login.json");
        expectDone(await run([name, ...args, "--jar", jar], LOGIN), name);
        expect([emulator.executions("login"), emulator.logins()]).to.deep.equal([1, isShared ? 1 : 0]);
        emulator.desk.newSession({ id: SESSION + 1, technician: 201, status: "WAITING" });
        const again = name === "close" ? [String(SESSION + 1)] : args;
        expectDone(await run([name, ...again], { ...LOGIN, RESCUE_JAR: jar }), name);
        expect([emulator.executions("login"), emulator.logins()]).to.deep.equal(isShared ? [1, 1] : [2, 0]);
      });

      it("--wsdl FILE: reads that file, whatever the environment names", async () => {
        const file = join(folder, "own.wsdl");
        await copyFile("test/reference/API.wsdl", file);
        const environment = { ...LOGIN, RESCUE_WSDL: join(folder, "missing.wsdl") };
        expectDone(await run([name, ...args, "--wsdl", file], environment), name);
        const without = await run([name, ...args], environment);
        expect([without.code, emulator.executions("login")], without.stderr).to.deep.equal([5, 1]);
      });

      it("--wsdl URL: loads it once", async () => {
        expectDone(await run([name, ...args, "--wsdl", address], LOGIN), name);
        expect(downloads).to.equal(1);
      });
    });
  }
});
