import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join, parse } from "node:path";
import { expect } from "chai";
import { replaceFolder } from "../../src/codegen/replace-folder.js";
import { InvalidArgumentError } from "../../src/index.js";
import { thrown } from "../client/thrown.js";

const OURS = "// Do not edit: run `npm run generate`.\n";
const NEW = new Map([
  ["index.ts", `${OURS}new`],
  ["api/client.ts", `${OURS}new`],
]);

describe("replaceFolder", () => {
  const startedIn = process.cwd();
  let folder: string;
  let out: string;
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "replace-folder-")));
    out = join(folder, "generated");
  });
  afterEach(async () => {
    process.chdir(startedIn);
    await rm(folder, { recursive: true, force: true });
  });

  async function write(path: string, text: string): Promise<string> {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return file;
  }

  const refused = async (path: string) => (await thrown(InvalidArgumentError, replaceFolder(path, NEW))).message;

  async function expectNew(): Promise<void> {
    expect((await readdir(out, { recursive: true })).sort()).to.deep.equal(["api", "api/client.ts", "index.ts"]);
    for (const [path, text] of NEW) expect(await readFile(join(out, path), "utf8")).to.equal(text);
    expect(await readdir(folder)).to.deep.equal(["generated"]);
  }

  describe("replaces", () => {
    it("a folder that does not exist, with those above it", async () => {
      await replaceFolder(join(folder, "a/b/generated"), NEW);
      expect(await readdir(join(folder, "a/b"))).to.deep.equal(["generated"]);
      expect(await readFile(join(folder, "a/b/generated/index.ts"), "utf8")).to.equal(`${OURS}new`);
    });

    it("an empty folder, and one with only generated files, none of which remains", async () => {
      await mkdir(out);
      await replaceFolder(out, NEW);
      await expectNew();
      await write("generated/api/stale/old.ts", `${OURS}old`);
      await replaceFolder(out, NEW);
      await expectNew();
    });

    it("a folder below the working directory, given by a relative path", async () => {
      process.chdir(folder);
      await replaceFolder("x/../generated/.", NEW);
      await expectNew();
    });
  });

  describe("refuses without a change", () => {
    it("an empty string", async () => {
      process.chdir(await mkdir(out).then(() => out));
      expect(await refused("")).to.match(/the folder is ""/);
      expect(await readdir(folder)).to.deep.equal(["generated"]);
    });

    it("the working directory and folders that contain it, even when empty, by any path", async () => {
      await mkdir(join(out, "below/deep"), { recursive: true });
      await symlink(folder, join(folder, "link"));
      process.chdir(join(out, "below/deep"));
      for (const path of [".", "nope/..", "./", join(folder, "link/generated/below/deep")]) {
        expect(await refused(path), path).to.match(/it is the working directory; choose another/);
      }
      for (const path of ["..", "../..", "../../../generated", join(folder, "link/generated")]) {
        expect(await refused(path), path).to.match(/the working directory is inside it/);
      }
      expect((await readdir(folder, { recursive: true })).sort()).to.include.members([
        "generated",
        "generated/below",
        "generated/below/deep",
        "link",
      ]);
    });

    it("the home directory and folders that contain it", async () => {
      const before = process.env.HOME;
      try {
        process.env.HOME = join(out, "me");
        await mkdir(join(out, "me"), { recursive: true });
        if (homedir() === process.env.HOME) {
          expect(await refused(join(out, "me"))).to.match(/it is the home directory/);
          expect(await refused(out)).to.match(/the home directory is inside it/);
        }
        process.env.HOME = "";
        await replaceFolder(join(out, "me"), NEW);
      } finally {
        if (before === undefined) delete process.env.HOME;
        else process.env.HOME = before;
      }
    });

    it("a root", async () => {
      expect(await refused(parse(folder).root)).to.match(/it is the root of a file system/);
    });

    it("a symbolic link, dangling or not", async () => {
      await mkdir(join(folder, "theirs"));
      for (const target of ["theirs", "nowhere"]) {
        await symlink(target, out);
        for (const path of [out, `${out}/`, join(out, "x/..")]) {
          expect(await refused(path), path).to.match(/it is a symbolic link/);
        }
        expect((await readdir(folder)).sort()).to.deep.equal(["generated", "theirs"]);
        await rm(out);
      }
    });

    it("a file", async () => {
      await write("generated", OURS);
      expect(await refused(out)).to.match(/it is a file/);
      expect(await readFile(out, "utf8")).to.equal(OURS);
    });

    const theirs: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
      "a file that was not generated": (at) => writeFile(join(at, "mine.ts"), `\n${OURS}`),
      "an empty file": (at) => writeFile(join(at, "mine.ts"), ""),
      "such a file further below": async (at) => {
        await mkdir(join(at, ".git/objects"), { recursive: true });
        await writeFile(join(at, ".git/objects/mine"), "x");
      },
      "a symbolic link to a generated file": (at) => symlink("index.ts", join(at, "mine.ts")),
    };
    for (const [what, add] of Object.entries(theirs)) {
      it(`a folder that contains ${what}`, async () => {
        await write("generated/index.ts", `${OURS}old`);
        await add(out);
        const before = await readdir(out, { recursive: true });
        expect(await refused(out)).to.match(/generated would be replaced, but .*mine(?:\.ts)? was not generated/);
        expect(await readdir(out, { recursive: true })).to.deep.equal(before);
        expect(await readdir(folder)).to.deep.equal(["generated"]);
      });
    }

    it("a folder in which a foreign file appears while the new one is written", async () => {
      await mkdir(out);
      const files = new WrittenThen(() => writeFileSync(join(out, "mine.ts"), "precious"));
      expect((await thrown(InvalidArgumentError, replaceFolder(out, files))).message).to.contain("mine.ts");
      expect(await readFile(join(out, "mine.ts"), "utf8")).to.equal("precious");
      expect(await readdir(folder)).to.deep.equal(["generated"]);
    });

    it("a folder that gets a foreign file during the last check", async () => {
      await write("generated/index.ts", `${OURS}old`);
      let looks = 0;
      const isOurs = async (path: string) => {
        looks += 1;
        // The names have been listed already, and the folder is moved next.
        if (looks === 2) writeFileSync(join(out, "mine.ts"), "precious");
        return !path.endsWith("mine.ts");
      };
      const { message } = await thrown(InvalidArgumentError, replaceFolder(out, NEW, isOurs));
      expect(message).to.contain(`${join(out, "mine.ts")} was not generated`);
      expect(await readFile(join(out, "mine.ts"), "utf8")).to.equal("precious");
      expect(await readFile(join(out, "index.ts"), "utf8")).to.equal(`${OURS}old`);
      expect(await readdir(folder)).to.deep.equal(["generated"]);
    });
  });

  describe("when something fails", () => {
    it("restores the old folder when the new one cannot be moved into its place", async () => {
      await write("generated/index.ts", `${OURS}old`);
      const files = new WrittenThen(() => {
        const [work] = readdirSync(folder).filter((name) => name !== "generated");
        rmSync(join(folder, work ?? "nothing", "new"), { recursive: true });
      });
      await thrown(Error, replaceFolder(out, files));
      expect(await readFile(join(out, "index.ts"), "utf8")).to.equal(`${OURS}old`);
      expect(await readdir(folder)).to.deep.equal(["generated"]);
    });

    it("keeps the old folder when a new file cannot be written", async () => {
      await write("generated/index.ts", `${OURS}old`);
      const files = new Map([
        ["a", ""],
        ["a/b", ""],
      ]);
      await thrown(Error, replaceFolder(out, files));
      expect(await readFile(join(out, "index.ts"), "utf8")).to.equal(`${OURS}old`);
      expect(await readdir(folder)).to.deep.equal(["generated"]);
    });
  });

  describe("after a process that was killed", () => {
    const dead = () => spawnSync(process.execPath, ["--version"]).pid;

    it("between the two renames: restores the old folder, even if the next replacement fails too", async () => {
      await write(`.generated-${dead()}-0123abcd/old/index.ts`, `${OURS}old`);
      await write(`.generated-${dead()}-0123abcd/new/index.ts`, `${OURS}half`);
      await thrown(Error, replaceFolder(out, new Map([["..", "cannot be written"]])));
      expect(await readFile(join(out, "index.ts"), "utf8")).to.equal(`${OURS}old`);
      await replaceFolder(out, NEW);
      await expectNew();
    });

    it("before or after them: deletes what it left", async () => {
      await write("generated/index.ts", `${OURS}old`);
      await write(`.generated-${dead()}-0123abcd/new/index.ts`, `${OURS}half`);
      await write(`.generated-${dead()}-4567abcd/old/index.ts`, `${OURS}older`);
      await write(`.generated-${process.pid}-4567abcd/old/index.ts`, `${OURS}older`);
      await replaceFolder(out, NEW);
      await expectNew();
    });

    it("deletes nothing that is not generated, belongs to another folder or to a running process", async () => {
      const kept = [
        `.generated-${dead()}-0123abcd/old/mine.ts`,
        `.generated-${process.ppid}-0123abcd/new/index.ts`,
        ".generated-notes/index.ts",
        `.generated2-${dead()}-0123abcd/index.ts`,
      ];
      for (const path of kept) await write(path, path.endsWith("mine.ts") ? "mine" : OURS);
      await mkdir(out);
      await replaceFolder(out, NEW);
      for (const path of kept) expect(await readFile(join(folder, path), "utf8"), path).not.to.equal("");
    });
  });
});

/** The new files; `afterwards` runs when the last one was written, before anything is renamed. */
class WrittenThen extends Map<string, string> {
  readonly #afterwards: () => void;

  constructor(afterwards: () => void) {
    super(NEW);
    this.#afterwards = afterwards;
  }

  override *[Symbol.iterator](): MapIterator<[string, string]> {
    yield* NEW;
    this.#afterwards();
  }
}
