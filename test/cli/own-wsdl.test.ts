import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../client/guide-values.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { rescue } from "./rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };

describe("credentials, with a WSDL that replaces the package's", () => {
  let emulator: Emulator;
  let folder: string;
  let file: string;
  let server: Server;
  let address: string;
  beforeEach(async () => {
    emulator = await startEmulator();
    const reference = await readFile("test/reference/API.wsdl", "utf8");
    // A service that answers like the real one, so that a password sent to it would be in the log.
    const wsdl = reference.replaceAll(/location="[^"]*"/g, `location="${emulator.endpoint}"`);
    folder = await mkdtemp(join(tmpdir(), "own-wsdl-"));
    file = join(folder, "API.wsdl");
    await writeFile(file, wsdl);
    server = createServer((_, response) => response.end(wsdl)).listen(0, "127.0.0.1");
    await once(server, "listening");
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/API/API.asmx?wsdl`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await emulator.close();
    await rm(folder, { recursive: true });
  });

  const sources = () => ({ "fetched from an address": address, "read from a file": file });

  for (const source of ["fetched from an address", "read from a file"] as const) {
    for (const command of [["close", String(SESSION)], ["doctor"]]) {
      for (const credentials of [LOGIN, { RESCUE_AUTHCODE: AUTH_CODE }]) {
        const by = Object.keys(credentials).at(-1);
        it(`${command[0]}, ${by}: are not sent to the address in a WSDL that was ${source}`, async () => {
          const wsdl = sources()[source];
          for (const [args, environment] of [
            [[...command, "--wsdl", wsdl], credentials],
            [command, { ...credentials, RESCUE_WSDL: wsdl }],
          ] as const) {
            const ended = await rescue(args, environment);
            expect([ended.code, ended.stdout]).to.deep.equal([2, ""]);
            expect(ended.stderr)
              .to.contain(emulator.endpoint)
              .and.to.match(/with --endpoint or RESCUE_ENDPOINT/);
          }
          expect(emulator.log).to.deep.equal([]);
        });
      }
    }

    it(`are sent there when the user names it too, with a WSDL that was ${source}`, async () => {
      const args = ["close", String(SESSION), "--wsdl", sources()[source]];
      expect((await rescue([...args, "--endpoint", emulator.endpoint], LOGIN)).code).to.equal(0);
      expect((await rescue([...args], { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint })).code).to.equal(1);
      const run = ["login", "closeSession", "logout"];
      expect(emulator.log.map(({ operation }) => operation)).to.deep.equal([...run, ...run]);
    });
  }

  it("are sent to the endpoint that the user names, whatever the WSDL says", async () => {
    await using other = await startEmulator();
    const args = ["close", String(SESSION), "--wsdl", file, "--endpoint", other.endpoint];
    expect((await rescue(args, LOGIN)).code).to.equal(0);
    expect(emulator.log).to.deep.equal([]);
    expect(other.executions("closeSession", SESSION)).to.equal(1);
  });

  for (const location of ["", "not an address", "https://secure.logmeinrescue.com.example/API/API.asmx"]) {
    it(`are not sent anywhere when the WSDL names ${JSON.stringify(location)}`, async () => {
      const reference = await readFile("test/reference/API.wsdl", "utf8");
      await writeFile(file, reference.replaceAll(/location="[^"]*"/g, `location="${location}"`));
      const ended = await rescue(["close", String(SESSION), "--wsdl", file], LOGIN);
      expect([ended.code, ended.stdout]).to.deep.equal([2, ""]);
      expect(ended.stderr).to.contain(`rescue: the WSDL names the address ${JSON.stringify(location)}`);
    });
  }
});
