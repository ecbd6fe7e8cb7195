import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

const run = promisify(execFile);
const SCRIPT = resolve("scripts/set-address.mjs");
const ADDRESS = "https://forge.example/owner/name";

describe("npm run address", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "rescue-address-"));
    for (const file of ["package.json", "README.md"]) await cp(file, join(folder, file));
    // Whichever address this repository has by now.
    await set();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const set = (...args: string[]) => run(process.execPath, [SCRIPT, ...args], { cwd: folder });
  const text = (file: string) => readFile(join(folder, file), "utf8");
  const linksIn = (readme: string) => Array.from(readme.matchAll(/\]\(([^)]+)\)/g), ([, target = ""]) => target);
  const check = () =>
    set("--check").then(
      () => "",
      ({ stderr }) => stderr as string,
    );

  it("makes every link of README.md lead to a file at that address, and back", async () => {
    const before = await text("README.md");
    await set(`${ADDRESS}.git`);
    const links = linksIn(await text("README.md"));
    expect(links).to.include(`${ADDRESS}/blob/HEAD/docs/options.md`);
    expect(links).to.include(`${ADDRESS}/raw/HEAD/docs/emulator-page.png`);
    for (const link of links) {
      const path = new RegExp(`^${ADDRESS}/(?:blob|raw)/HEAD/([^#]+)`).exec(link)?.[1];
      expect(existsSync(path ?? link), link).to.equal(true);
    }
    expect(await text("package.json")).to.contain(`"git+${ADDRESS}.git"`);
    await set("https://other.example/name");
    expect(await text("README.md")).not.to.contain(ADDRESS);
    await set();
    expect(await text("README.md")).to.equal(before);
  });

  it("--check refuses to publish without an address, and with links that npm's page cannot follow", async () => {
    expect(await check()).to.match(/^package\.json names no repository yet/);
    await set(ADDRESS);
    expect(await check()).to.equal("");
    await writeFile(join(folder, "README.md"), `${await text("README.md")}[more](docs/wsdl.md)\n`);
    expect(await check()).to.match(/^README\.md has links that npm's page cannot follow/);
  });
});
