import { appendFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { seed } from "../soap/seed.js";
import { NEW_WSDL, OLD_WSDL, Project } from "./project.js";
import { RunningCommand } from "./running-command.js";

/** Resolves when the process has ended; otherwise the test times out. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe(`npm run regenerate, interrupted (seed ${seed})`, function () {
  this.timeout(180_000);
  let fresh: Project;
  let before_: Readonly<Record<string, string>>;
  let done: Readonly<Record<string, string>>;
  let changes: readonly string[];

  before(async () => {
    fresh = await Project.make();
    before_ = await fresh.files();
    const whole = await fresh.copy();
    const end = await whole.regenerate([whole.source], { TRACE: whole.trace });
    expect(end, end.stderr).to.include({ code: 0 });
    expect(await whole.kept()).to.deep.equal([]);
    done = await whole.files();
    expect(done["wsdl/API.wsdl"]).to.equal(NEW_WSDL);
    changes = (await readFile(whole.trace, "utf8")).trim().split("\n");
    await whole.remove();
  });
  after(() => fresh.remove());

  // Generated files are all written in the same way: a sample of them is enough.
  function crashPoints(count: number): readonly number[] {
    const points = changes.map((change, index) => ({ at: index + 1, isStub: change.includes("/.generated-") }));
    const of = (isStub: boolean, numRuns: number) => {
      const own = points.filter((point) => point.isStub === isStub).map(({ at }) => at);
      return fc.sample(fc.shuffledSubarray(own, { minLength: numRuns, maxLength: numRuns }), { seed, numRuns: 1 })[0];
    };
    return [...(of(false, count - 2) ?? []), ...(of(true, 2) ?? [])];
  }

  it("by kill -9 at any change of a file: the next run reports it, and finishes or undoes it", async () => {
    let found = 0;
    for (const [index, at] of crashPoints(7).entries()) {
      const where = `killed at change ${at} of ${changes.length} (${changes[at - 1]})`;
      const project = await fresh.copy();
      const killed = await project.regenerate([project.source], { CRASH_AT: String(at) });
      expect(killed.signal, where).to.equal("SIGKILL");
      const left = await project.files();
      const isBegun = (await project.kept()).includes("rescue-regenerate");
      if (isBegun) {
        found += 1;
        // The step that was running ends by itself here; until then the next run would refuse to start.
        for (const group of (await project.running()).filter((id) => id < 0)) await gone(group);
        const next = await project.regenerate([project.source]);
        expect([next.code, next.stdout], where).to.deep.equal([1, ""]);
        expect(next.stderr, where).to.contain("was interrupted").and.to.contain("--resume").and.to.contain("--undo");
        expect(await project.files(), where).to.deep.equal(left);
        const isUndone = index % 2 === 0;
        // Killed again, while it restores.
        await project.regenerate([isUndone ? "--undo" : "--resume"], { CRASH_AT: String(1 + (at % 7)) });
        if ((await project.kept()).includes("rescue-regenerate")) {
          const end = await project.regenerate([isUndone ? "--undo" : "--resume"]);
          expect(end.code, `${where}: ${end.stderr}`).to.equal(0);
        }
        expect(await project.files(), where).to.deep.equal(isUndone ? before_ : done);
      } else {
        // Nothing was changed yet, or everything was done.
        expect(left, where).to.be.deep.oneOf([before_, done]);
      }
      await project.remove();
    }
    expect(found).to.be.greaterThan(0);
  });

  it("before anything was changed: the next run starts from scratch, and leaves nothing", async () => {
    const project = await fresh.copy();
    const killed = await project.regenerate([project.source], { CRASH_AT: "3" });
    expect(killed.signal).to.equal("SIGKILL");
    expect(await project.kept()).to.have.length(1);
    expect(await project.regenerate([project.source])).to.include({ code: 0 });
    expect(await project.files()).to.deep.equal(done);
    expect(await project.kept()).to.deep.equal([]);
    await project.remove();
  });

  describe("by kill -9 in a step", () => {
    let project: Project;
    beforeEach(async () => {
      project = await fresh.copy();
      const run = project.start([project.source], { HANG: "test" });
      const [, pid = ""] = await run.printed(/^hanging (\d+)/m);
      const early = await project.regenerate([project.source]);
      expect([early.code, early.stderr]).to.deep.equal([
        1,
        early.stderr.match(/.*may still be running \(process .*\n/s)?.[0],
      ]);
      run.kill("SIGKILL");
      await run.exited;
      process.kill(Number(pid), "SIGKILL");
      const running = await project.running();
      for (const group of running.filter((id) => id < 0)) process.kill(group, "SIGKILL");
      for (const id of running) await gone(id);
      // Tools that search for every package.json search git's folder too.
      const inGit = await readdir(join(project.root, ".git"), { recursive: true });
      expect(inGit.filter((path) => path.endsWith("package.json"))).to.deep.equal([]);
    });
    afterEach(() => project.remove());

    it("reports the interrupted step, even when half of the result was committed", async () => {
      await project.commit();
      const { code, stderr } = await project.regenerate([project.source]);
      expect(code).to.equal(1);
      expect(stderr).to.match(/a run that began \d{4}-.*Z with API\.wsdl was interrupted in the step "npm run test"/);
      expect(await project.regenerate(["--resume"])).to.include({ code: 0 });
      expect(await project.files()).to.deep.equal(done);
    });

    it("does not undo changes made since", async () => {
      await appendFile(join(project.root, "CHANGELOG.md"), "my own line\n");
      await writeFile(join(project.root, "wsdl/notes.txt"), "mine\n");
      const mine = await project.files();
      for (const flag of ["--undo", "--resume"]) {
        const { code, stderr } = await project.regenerate([flag]);
        expect(code).to.equal(1);
        expect(stderr).to.match(/changed since the interrupted run.*: wsdl\/notes\.txt, CHANGELOG\.md\. /);
        expect(await project.files()).to.deep.equal(mine);
      }
      await project.git("checkout", "--quiet", "CHANGELOG.md");
      await project.git("clean", "-q", "-f", "wsdl/notes.txt");
      expect(await project.regenerate(["--undo"])).to.include({ code: 0 });
      expect(await project.files()).to.deep.equal(before_);
    });

    it("has nothing to do when the files were restored by hand", async () => {
      await project.git("stash", "--quiet", "--include-untracked");
      expect(await project.regenerate(["--undo"])).to.include({ code: 0 });
      expect(await project.files()).to.deep.equal(before_);
    });

    it("restores all files when the resumed run fails", async () => {
      const failed = await project.regenerate(["--resume"], { FAIL: "start" });
      expect(failed.code).to.equal(1);
      expect(failed.stderr).to.contain("failed, all files are unchanged: npm run start: ");
      expect(await project.files()).to.deep.equal(before_);
      expect(await project.kept()).to.deep.equal([]);
    });
  });

  for (const [signal, code] of [
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const) {
    it(`by ${signal}: reports it, restores all files and leaves no process`, async () => {
      const project = await fresh.copy();
      const run = project.start([project.source], { HANG: "types" });
      const [, pid] = await run.printed(/^hanging (\d+)/m);
      run.kill(signal);
      const { code: exit, stderr } = await run.ended;
      expect(exit).to.equal(code);
      expect(stderr).to.contain(
        `regenerate was interrupted, all files are unchanged: npm run types: interrupted by ${signal}`,
      );
      expect(await project.files()).to.deep.equal(before_);
      expect(await project.kept()).to.deep.equal([]);
      await gone(Number(pid));
      await project.remove();
    });
  }

  it("by SIGTERM to npm, which does not forward it: restores all files and leaves no process", async () => {
    const project = await fresh.copy();
    const args = ["run", "--silent", "regenerate", "--", project.source];
    const npm = new RunningCommand("npm", args, project.root, project.environment({ HANG: "types" }));
    const [, pid] = await npm.printed(/^hanging (\d+)/m);
    npm.kill("SIGTERM");
    const { stderr } = await npm.ended;
    expect(stderr).to.contain("all files are unchanged: npm run types: interrupted: npm, which started it, has ended");
    expect(await project.files()).to.deep.equal(before_);
    expect(await project.kept()).to.deep.equal([]);
    await gone(Number(pid));
    await project.remove();
  });

  it("reports a journal that it cannot read, and changes nothing", async () => {
    const whole = { started: "2026-11-30T08:00:00Z", source: "API.wsdl", step: "generate", known: [] };
    for (const journal of ["", "{", "null", "[]", JSON.stringify({ ...whole, known: "*" }), '{"step":1}']) {
      const project = await fresh.copy();
      await mkdir(join(project.root, ".git/rescue-regenerate"));
      await writeFile(join(project.root, ".git/rescue-regenerate/journal.json"), journal);
      const { code, stderr } = await project.regenerate(["--undo"]);
      expect(code, journal).to.equal(1);
      expect(stderr, journal).to.match(/rescue-regenerate cannot be read: journal\.json is not the journal of a run/);
      expect(await project.files(), journal).to.deep.equal(before_);
      await project.remove();
    }
    const project = await fresh.copy();
    await mkdir(join(project.root, ".git/rescue-regenerate"));
    await writeFile(join(project.root, ".git/rescue-regenerate/journal.json"), JSON.stringify(whole));
    await writeFile(join(project.root, ".git/rescue-regenerate/running.json"), '{"filter":1}');
    expect((await project.regenerate(["--undo"])).stderr).to.match(
      /running\.json cannot be read; remove it if no other run/,
    );
    await project.remove();
  });

  it("refuses contradictory arguments, and reports when there is nothing to resume", async () => {
    const project = await fresh.copy();
    for (const args of [["--resume", "--undo"], ["--resume", project.source], ["--force"]]) {
      const { code, stderr } = await project.regenerate(args);
      expect([code, stderr !== ""], args.join(" ")).to.deep.equal([1, true]);
    }
    for (const flag of ["--resume", "--undo"]) {
      const { code, stderr } = await project.regenerate([flag]);
      expect([code, stderr]).to.deep.equal([1, `regenerate failed: ${flag.slice(2)}: there is no interrupted run\n`]);
    }
    expect(await project.files()).to.deep.equal(before_);
    expect(before_["wsdl/API.wsdl"]).to.equal(OLD_WSDL);
    await project.remove();
  });
});
