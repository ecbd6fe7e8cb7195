import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { publint } from "publint";
import { startEmulator } from "../../src/emulator/index.js";

const run = promisify(execFile);

/** The spelling of a literal is the WSDL's, which may have changed. */
function expectClosed(told: unknown): void {
  expect(told).to.include({ session: 12345678, code: "OK" });
  expect(told)
    .to.have.property("literal")
    .that.matches(/(?:^|_)OK$/);
}

interface AttwReport {
  readonly analysis: {
    readonly entrypoints: Readonly<Record<string, { readonly resolutions: Readonly<Record<string, AttwResolution>> }>>;
  };
}

interface AttwResolution {
  readonly resolution?: { readonly isTypeScript: boolean };
  readonly visibleProblems?: readonly unknown[];
}

/** What `npm pack --json` tells. */
interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly entryCount: number;
}

interface LockPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Record<string, string>;
}

// The consumer gets the versions that this project is locked to, so that npm needs no look-up and finds the packages
// in its cache, where `npm ci` has put them.
async function writeConsumer(folder: string, tarball: string): Promise<void> {
  const lock = JSON.parse(await readFile("package-lock.json", "utf8")) as { packages: Record<string, LockPackage> };
  const own = JSON.parse(await readFile("package.json", "utf8")) as {
    version: string;
    dependencies: object;
    bin: object;
  };
  const root = {
    name: "consumer",
    version: "1.0.0",
    dependencies: { "rescue-soap-client": `file:${tarball}` },
    devDependencies: { "@types/node": "*" },
  };
  const wanted = Object.entries(lock.packages).filter(
    ([path, { dev }]) => path !== "" && (!dev || /\/(?:@types\/node|undici-types)$/.test(path)),
  );
  const packages = {
    "": root,
    ...Object.fromEntries(wanted),
    "node_modules/rescue-soap-client": {
      version: own.version,
      resolved: `file:${tarball}`,
      dependencies: own.dependencies,
      bin: own.bin,
    },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify({ ...root, private: true }));
  await writeFile(
    join(folder, "package-lock.json"),
    JSON.stringify({ name: "consumer", version: "1.0.0", lockfileVersion: 3, requires: true, packages }),
  );
}

describe("the packed package", function () {
  this.timeout(120_000);
  let folder: string;
  let packed: Packed;
  let tarball: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "rescue-consumer-"));
    // lib/ is built already, and prepare would remove the tests that are running.
    const { stdout } = await run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder]);
    [packed] = JSON.parse(stdout) as [Packed];
    tarball = packed.filename;
    await writeConsumer(folder, tarball);
    await run("npm", ["ci", "--prefer-offline", "--ignore-scripts"], { cwd: folder });
    await cp(resolve("test/consumer"), folder, { recursive: true });
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it("is used from TypeScript: NodeNext, strict, library types checked", async () => {
    await run(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", folder]);
    const { stdout } = await run(process.execPath, [join(folder, "out/consumer.mjs")]);
    const { closed, refused, typed } = JSON.parse(stdout);
    expectClosed(closed);
    expect(refused).to.include({ outcome: "answered" });
    expect(refused.code).to.be.oneOf(["InvalidParam_Session", "ActionFailed", "Error"]);
    expect(refused.literal).to.contain(refused.code);
    expect(typed).to.equal("function");
  });

  it("is used from an ES module", async () => {
    const { stdout } = await run(process.execPath, [join(folder, "consumer.mjs")]);
    expectClosed(JSON.parse(stdout));
  });

  it("is used by require()", async () => {
    const { stdout } = await run(process.execPath, [join(folder, "consumer.cjs")]);
    expectClosed(JSON.parse(stdout));
  });

  it("brings the rescue command", async () => {
    const { stdout } = await run(join(folder, "node_modules/.bin/rescue"), ["--version"]);
    expect(stdout.trim()).to.match(/^\d+\.\d+\.\d+$/);
    await using emulator = await startEmulator();
    const env = { PATH: process.env.PATH, RESCUE_AUTHCODE: "4ahx...80u0", RESCUE_ENDPOINT: emulator.endpoint };
    const closed = await run(join(folder, "node_modules/.bin/rescue"), ["close", "12345678", "--json"], { env });
    expectClosed(JSON.parse(closed.stdout));
    expect(emulator.executions("closeSession", 12345678)).to.equal(1);
  });

  it("does not load node-soap when it is imported", async () => {
    const script =
      'import "rescue-soap-client"; import { createRequire } from "node:module";' +
      "const loaded = Object.keys(createRequire(import.meta.url).cache);" +
      "console.log(loaded.filter((path) => /node_modules\\/(soap|axios|commander)\\//.test(path)).length);";
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { cwd: folder });
    expect(stdout.trim()).to.equal("0");
  });

  it("holds what a user needs and none of our tools", async () => {
    const root = join(folder, "node_modules/rescue-soap-client");
    const files = (await readdir(root, { recursive: true })).map((path) => path.replaceAll("\\", "/"));
    const documents = ["README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md"];
    expect(files).to.include.members([...documents, "wsdl/API.wsdl", "lib/index.d.ts", "lib/index.d.cts"]);
    expect(files.filter((path) => /test|bench|\.map$/.test(path))).to.deep.equal([]);
  });

  it("stays within its budget", () => {
    expect(packed.size).to.be.at.most(300_000);
    expect(packed.entryCount).to.be.at.most(60);
  });

  it("is clean for publint", async () => {
    const { messages } = await publint({ pkgDir: resolve("."), strict: true, pack: false });
    expect(messages).to.deep.equal([]);
  });

  // attw exits with 1 for any problem.
  it("is clean for arethetypeswrong in every resolution", async () => {
    const attw = resolve("node_modules/@arethetypeswrong/cli/dist/index.js");
    const flags = [attw, join(folder, tarball), "--format", "json"];
    const { stdout } = await run(process.execPath, flags, { maxBuffer: 64 * 1024 * 1024 });
    const { entrypoints } = (JSON.parse(stdout) as AttwReport).analysis;
    for (const entry of [".", "./emulator", "./wsdl"]) {
      for (const kind of ["node10", "node16-cjs", "node16-esm", "bundler"]) {
        const found = entrypoints[entry]?.resolutions[kind];
        expect(found?.visibleProblems, `${entry} ${kind}`).to.deep.equal([]);
        expect(found?.resolution, `${entry} ${kind}`).to.include({ isTypeScript: true });
      }
    }
  });
});
