import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import { stepOf } from "../../scripts/release.js";

const run = promisify(execFile);
const RELEASE = fileURLToPath(new URL("../../scripts/release.js", import.meta.url));
const AUTHOR = { GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@b", GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@b" };

describe("npm run release", function () {
  this.timeout(30_000);
  let root: string;
  let version: string;

  const git = async (...args: string[]) =>
    (await run("git", args, { cwd: root, env: { ...process.env, ...AUTHOR } })).stdout;
  async function release(...args: string[]): Promise<{ code: number; told: string }> {
    const options = { cwd: root, env: { ...process.env, ...AUTHOR } };
    return run(process.execPath, [RELEASE, ...args], options).then(
      ({ stdout }) => ({ code: 0, told: stdout.trim() }),
      (error) => ({ code: error.code, told: String(error.stderr).trim() }),
    );
  }
  const edit = async (file: string, change: (text: string) => string) =>
    writeFile(join(root, file), change(await readFile(join(root, file), "utf8")));
  const commit = () => git("commit", "--quiet", "--all", "--message", "a change");

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "rescue-release-"));
    for (const folder of ["src", "api"]) await mkdir(join(root, folder));
    for (const file of ["package.json", "package-lock.json", "src/version.ts"]) await cp(file, join(root, file));
    ({ version } = JSON.parse(await readFile("package.json", "utf8")));
    await writeFile(join(root, "CHANGELOG.md"), `# Changelog\n\n## Unreleased\n- new\n\n## ${version}\n- old\n`);
    await writeFile(join(root, "api/index.api.md"), "export function a(): void;\n");
    await git("init", "--quiet");
    await git("add", "--all");
    await commit();
    await git("tag", `v${version}`);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("sets the version everywhere, moves what was unreleased into its entry, commits and tags", async () => {
    const { code, told } = await release("patch");
    const next = version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
    expect({ code, told }).to.deep.include({ code: 0 });
    expect(told).to.include(`v${next} is committed and tagged`);
    expect(await git("status", "--porcelain")).to.equal("");
    expect(await git("tag", "--points-at", "HEAD")).to.equal(`v${next}\n`);
    expect(JSON.parse(await readFile(join(root, "package.json"), "utf8")).version).to.equal(next);
    expect(JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")).packages[""].version).to.equal(next);
    expect(await readFile(join(root, "src/version.ts"), "utf8")).to.include(`"${next}"`);
    expect(await readFile(join(root, "CHANGELOG.md"), "utf8")).to.include(
      `## ${next}\n- new\n\n## ${version}\n- old\n`,
    );
    expect(await release("--check", `v${next}`)).to.deep.equal({ code: 0, told: "" });
    expect((await release("--check", "v9.9.9")).told).to.include(`the tag is v9.9.9, and package.json has ${next}`);
  });

  it("changes nothing with --dry-run", async () => {
    const { code, told } = await release("minor", "--dry-run");
    expect([code, told]).to.deep.equal([
      0,
      `would release ${version.replace(/\.(\d+)\.\d+$/, (_, minor) => `.${Number(minor) + 1}.0`)}, and change CHANGELOG.md, package.json, package-lock.json, src/version.ts`,
    ]);
    expect(await git("status", "--porcelain")).to.equal("");
    expect(await git("tag", "--list")).to.equal(`v${version}\n`);
  });

  it("refuses a patch step where a published type was changed", async () => {
    await edit("api/index.api.md", () => "export function a(b: string): void;\n");
    await commit();
    const { code, told } = await release("patch");
    expect([code, told]).to.deep.equal([
      1,
      `release: the published types have changed since the last release: ${version} needs a minor step, not patch`,
    ]);
  });

  it("refuses a tree with changes, and a changelog without any", async () => {
    await edit("CHANGELOG.md", (text) => text.replace("- new\n", ""));
    expect((await release("patch")).told).to.match(/^release: there are uncommitted changes/);
    await commit();
    expect(await release("patch")).to.deep.equal({
      code: 1,
      told: "release: CHANGELOG.md lists nothing under `## Unreleased`; write there what users see",
    });
    expect((await release("huge")).told).to.include("expected one step");
  });
});

describe("the step that a change of the published types asks for", () => {
  it("is major where a line is gone, minor where lines came, and patch where there is none", () => {
    expect(stepOf("--- a/api/x\n+++ b/api/x\n@@ -1 +1 @@\n-a: string;\n+a: number;\n")).to.equal("major");
    expect(stepOf("--- a/api/x\n+++ b/api/x\n@@ -1,0 +2 @@\n+b?: string;\n")).to.equal("minor");
    expect(stepOf("")).to.equal("patch");
    expect(stepOf("--- a/api/x\n+++ b/api/x\n@@ -1 +1 @@\n+\n")).to.equal("patch");
  });
});
