import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "chai";
import { startEmulator } from "../../src/emulator/index.js";

const run = promisify(execFile);

// Told on stderr when the process ends: the files of CommonJS that are loaded, as all of lib/ and all dependencies are.
const TELL = `data:text/javascript,import { createRequire } from "node:module";
const { cache } = createRequire(process.execPath);
process.on("exit", () => console.error(JSON.stringify(Object.keys(cache))));`;

interface Loaded {
  /** Our own files, by their paths in `lib/`. */
  readonly own: readonly string[];
  /** The packages, by name. */
  readonly packages: readonly string[];
  /** The files of node-soap, by their paths in it. */
  readonly soap: readonly string[];
}

async function loadedBy(...args: readonly string[]): Promise<Loaded> {
  const { stderr } = await run(process.execPath, ["--import", encodeURI(TELL), ...args]);
  const files = (JSON.parse(stderr) as string[]).map((path) => path.replaceAll("\\", "/"));
  const matches = (pattern: RegExp) => files.flatMap((path) => pattern.exec(path)?.[1] ?? []);
  return {
    own: matches(/^(?!.*\/node_modules\/).*\/lib\/(.+)$/).sort(),
    packages: [...new Set(matches(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//))].sort(),
    soap: matches(/\/node_modules\/soap\/(.+)$/),
  };
}

const esm = (program: string) => loadedBy("--input-type=module", "-e", program);

describe("what lib/ loads, and when", function () {
  this.timeout(30_000);

  for (const [how, load] of [
    ["imported", () => esm('import "./lib/index.js";')],
    ["required", () => loadedBy("-e", 'require("./lib/index.cjs");')],
  ] as const) {
    it(`is no package when it is ${how}`, async () => {
      const { own, packages } = await load();
      expect(packages).to.deep.equal([]);
      expect(own).to.include("index.cjs");
      expect(own).to.not.include("part/decode-reply.cjs");
    });
  }

  it("is, for the command's help, the command line alone", async () => {
    const { own, packages } = await loadedBy("lib/cli.cjs", "--help");
    expect(packages).to.deep.equal(["commander"]);
    expect(own).to.deep.equal(["cli.cjs", "part/base.cjs"]);
  });

  describe("by the first call", () => {
    const session = (endpoint: string, credentials: object) =>
      esm(
        `import { RescueClient } from "./lib/index.js";
         const rescue = new RescueClient(${JSON.stringify({ endpoint, credentials })});
         await rescue.closeSession(12345678);
         rescue.close();`,
      );

    it("is node-soap's client and reader of WSDLs, not its server and its signatures", async () => {
      await using emulator = await startEmulator();
      const { own, packages, soap } = await session(emulator.endpoint, {
        email: "some@email.com",
        password: "secretPassword",
      });
      // What closes many sessions, and keeps a journal, is for those who do.
      expect(own).to.not.include.members(["part/open-closing.cjs"]);
      expect(own).to.not.include.members(["part/journal.cjs"]);
      expect(emulator.executions("closeSession", 12345678)).to.equal(1);
      expect(packages).to.include.members(["saxes", "soap", "tough-cookie"]);
      expect(
        packages.filter((name) => /^(?:xml-crypto|@xmldom|xpath|formidable|commander|valibot)/.test(name)),
      ).to.deep.equal([]);
      expect(soap).to.include.members(["lib/client.js", "lib/wsdl/index.js"]);
      expect(soap.filter((path) => /soap\.js|server|security/.test(path))).to.deep.equal([]);
    });

    it("is no cookie jar where a call carries no cookie", async () => {
      await using emulator = await startEmulator();
      const { packages } = await session(emulator.endpoint, { authCode: "4ahx...80u0" });
      expect(packages).to.include("soap");
      expect(packages).to.not.include("tough-cookie");
    });
  });
});
