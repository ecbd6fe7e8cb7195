import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { expect } from "chai";
import { build } from "esbuild";
import webpack from "webpack";
import { expectClosed } from "./expect-closed.js";
import { type Consumer, installPackage, run } from "./install-package.js";

describe("the packed package in a bundle", function () {
  this.timeout(120_000);
  this.slow(20_000);
  let consumer: Consumer;
  let app: string;
  /** Where the bundles are run: nothing is installed there, so each must contain all that it needs. */
  let bundles: string;

  before(async () => {
    consumer = await installPackage();
    app = join(consumer.folder, "app.mjs");
    bundles = await mkdtemp(join(tmpdir(), "rescue-bundles-"));
    // A user's project, with a WSDL of its own in the place where this package has one.
    await writeFile(join(bundles, "package.json"), '{ "name": "somebody" }');
    await mkdir(join(bundles, "wsdl"));
    await writeFile(join(bundles, "wsdl/API.wsdl"), "theirs");
  });

  after(async () => {
    await consumer[Symbol.asyncDispose]();
    await rm(bundles, { recursive: true, force: true });
  });

  async function expectRuns(bundle: string): Promise<void> {
    const { closed, ...told } = JSON.parse(await run(process.execPath, [bundle], bundles));
    expectClosed(closed);
    expect(told).to.deep.equal({ compareWsdls: "function", wsdl: 404 });
  }

  it("of esbuild, as CommonJS", async () => {
    const outfile = join(bundles, "esbuild.cjs");
    await build({ entryPoints: [app], bundle: true, platform: "node", format: "cjs", outfile, logLevel: "silent" });
    await expectRuns(outfile);
  });

  it("of esbuild, as an ES module, by the line in docs/bundlers.md", async () => {
    const [line] = (await readFile("docs/bundlers.md", "utf8")).match(/^esbuild app\.mjs .*$/m) ?? [];
    const path = [resolve("node_modules/.bin"), process.env.PATH].join(delimiter);
    await run("sh", ["-c", `PATH="$1" && ${line}`, "sh", path], consumer.folder);
    await cp(join(consumer.folder, "bundle.mjs"), join(bundles, "esbuild.mjs"));
    await expectRuns(join(bundles, "esbuild.mjs"));
  });

  it("of rollup, as an ES module", async () => {
    const file = join(bundles, "rollup.mjs");
    const resolving = "node-resolve={preferBuiltins:true,exportConditions:['node']}";
    const plugins = [resolving, "commonjs", "json"].flatMap((plugin) => ["--plugin", plugin]);
    const output = ["--format", "es", "--inlineDynamicImports", "--file", file];
    await run(resolve("node_modules/.bin/rollup"), [app, ...plugins, ...output, "--silent"], ".");
    await expectRuns(file);
  });

  it("of webpack", async () => {
    const output = { path: bundles, filename: "webpack.cjs" };
    // Making it smaller takes longer than all the rest.
    const optimization = { minimize: false };
    await new Promise<void>((resolve, reject) => {
      webpack({ entry: app, target: "node20", mode: "production", optimization, output }, (error, stats) => {
        if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString("errors-only")));
        else resolve();
      });
    });
    await expectRuns(join(bundles, output.filename));
  });
});
