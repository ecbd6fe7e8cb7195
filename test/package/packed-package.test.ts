import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { publint } from "publint";
import { startEmulator } from "../../src/emulator/index.js";
import { expectClosed } from "./expect-closed.js";
import { type Consumer, installPackage, run } from "./install-package.js";

interface AttwReport {
  readonly analysis: {
    readonly entrypoints: Readonly<Record<string, { readonly resolutions: Readonly<Record<string, AttwResolution>> }>>;
  };
}

interface AttwResolution {
  readonly resolution?: { readonly isTypeScript: boolean };
  readonly visibleProblems?: readonly unknown[];
}

describe("the packed package", function () {
  this.timeout(120_000);
  let consumer: Consumer;
  let folder: string;

  before(async () => {
    consumer = await installPackage();
    ({ folder } = consumer);
  });

  after(() => consumer[Symbol.asyncDispose]());

  for (const [how, file] of [
    ["from an ES module", "consumer.mjs"],
    ["by require()", "consumer.cjs"],
  ] as const) {
    it(`is used ${how}`, async () => {
      expectClosed(JSON.parse(await run(process.execPath, [file], folder)));
    });
  }

  it("shares errors and the memory of refused passwords between import and require", async () => {
    expect(JSON.parse(await run(process.execPath, ["both-kinds.mjs"], folder))).to.deep.equal({
      instances: [true, true, true, true],
      emulators: true,
      logins: 1,
    });
  });

  describe("brings the rescue command", () => {
    const rescue = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
      promisify(execFile)(join(folder, "node_modules/.bin/rescue"), args, { env: { PATH: process.env.PATH, ...env } });

    it("which closes sessions", async () => {
      expect((await rescue(["--version"])).stdout.trim()).to.match(/^\d+\.\d+\.\d+$/);
      await using emulator = await startEmulator();
      const env = { RESCUE_AUTHCODE: "4ahx...80u0", RESCUE_ENDPOINT: emulator.endpoint };
      expectClosed(JSON.parse((await rescue(["close", "12345678", "--json"], env)).stdout));
      expect(emulator.executions("closeSession", 12345678)).to.equal(1);
    });

    it("which finds the packaged WSDL", async () => {
      const { stdout } = await rescue(["wsdl", "show", "closeSession"]);
      expect(stdout).to.contain("closeSession");
    });

    it("which reports that the generator's tool is not installed", async () => {
      const failed = await rescue(["generate", "--wsdl", "packaged", "--out", join(folder, "out")]).catch((e) => e);
      expect(failed).to.have.property("code", 2);
      expect(failed.stderr).to.match(/^rescue: generate needs wsdl-tsclient, which is not installed: npm install /);
    });
  });

  it("does not load node-soap when it is imported", async () => {
    const script =
      'import "rescue-soap-client"; import { createRequire } from "node:module";' +
      "const loaded = Object.keys(createRequire(import.meta.url).cache);" +
      "console.log(JSON.stringify(loaded.map((path) => path.replaceAll('\\\\', '/'))));";
    const loaded: string[] = JSON.parse(await run(process.execPath, ["--input-type=module", "-e", script], folder));
    expect(loaded.some((path) => path.endsWith("/rescue-soap-client/lib/index.cjs"))).to.equal(true);
    expect(loaded.filter((path) => /node_modules\/(soap|axios|commander)\//.test(path))).to.deep.equal([]);
  });

  it("contains what a user needs and none of our tools", async () => {
    const root = join(folder, "node_modules/rescue-soap-client");
    const files = (await readdir(root, { recursive: true })).map((path) => path.replaceAll("\\", "/"));
    const documents = ["README.md", "LICENSE"];
    expect(files).to.include.members([...documents, "wsdl/API.wsdl", "lib/index.d.ts", "lib/index.d.cts"]);
    expect(files.filter((path) => /test|bench|\.map$/.test(path))).to.deep.equal([]);
  });

  it("is clean for publint", async () => {
    const { messages } = await publint({ pkgDir: resolve("."), strict: true, pack: false });
    expect(messages).to.deep.equal([]);
  });

  // attw exits with 1 for any problem.
  it("is clean for arethetypeswrong in every resolution", async () => {
    const attw = resolve("node_modules/@arethetypeswrong/cli/dist/index.js");
    const told = await run(process.execPath, [attw, consumer.tarball, "--format", "json"], folder);
    const { entrypoints } = (JSON.parse(told) as AttwReport).analysis;
    for (const entry of [".", "./emulator", "./wsdl", "./bullmq"]) {
      for (const kind of ["node10", "node16-cjs", "node16-esm", "bundler"]) {
        const found = entrypoints[entry]?.resolutions[kind];
        expect(found?.visibleProblems, `${entry} ${kind}`).to.deep.equal([]);
        expect(found?.resolution, `${entry} ${kind}`).to.include({ isTypeScript: true });
      }
    }
  });
});
