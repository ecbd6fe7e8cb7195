import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { openJournal } from "../../../src/closing/journal/journal.js";
import { claimJournal } from "../../../src/closing/journal/journal-claim.js";
import { InvalidArgumentError } from "../../../src/index.js";
import { thrown } from "../../client/thrown.js";
import { ENDPOINT } from "../stub-service.js";

const PROGRAM = fileURLToPath(new URL("hold-journal.js", import.meta.url));
const open = (path: string) => openJournal(path, ENDPOINT, false);

describe("two runs on one journal", function () {
  this.timeout(60_000);
  let folder: string;
  let path: string;
  const children: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "claim-"));
    path = join(folder, "closed.ndjson");
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  async function hold(file: string): Promise<{ readonly child: ChildProcess; readonly said: string }> {
    const child = spawn(process.execPath, [PROGRAM, file]);
    children.push(child);
    const [said] = (await once(child.stdout, "data")) as [Buffer];
    return { child, said: said.toString().trim() };
  }

  it("the second is refused while the first runs, by any name of the file", async () => {
    const { child, said } = await hold(path);
    expect(said).to.equal("open");
    symlinkSync(folder, join(folder, "elsewhere"));
    const inUse = await thrown(InvalidArgumentError, open(path));
    expect(inUse.message).to.include(`another run uses it (process ${child.pid})`).and.include(folder);
    expect((await thrown(InvalidArgumentError, open(join(folder, "elsewhere", "closed.ndjson")))).message).to.include(
      "another run",
    );
    mkdirSync(join(folder, "b"));
    linkSync(path, join(folder, "b", "other"));
    expect((await thrown(InvalidArgumentError, open(join(folder, "b", "other")))).message).to.include("a second name");
    unlinkSync(join(folder, "b", "other"));
    expect((await hold(path)).said).to.include("another run uses it");
  });

  it("the second goes on at once where the first was killed", async () => {
    const { child } = await hold(path);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(readdirSync(folder)).to.have.length(2);
    const journal = await open(path);
    await journal.close();
    expect(readdirSync(folder)).to.deep.equal(["closed.ndjson"]);
  });

  it("one of two that begin together has it, or none, and never both", async () => {
    const said = await Promise.all([1, 2, 3].map(() => hold(path).then(({ said }) => said)));
    expect(said.filter((words) => words === "open")).to.have.length.at.most(1);
    expect(said.filter((words) => words !== "open").every((words) => words.includes("another run uses it"))).to.equal(
      true,
    );
  });

  it("a claim of a process with the same id that began at another time is none", async () => {
    const claim = await claimJournal(path, "abc");
    const name = readdirSync(folder).find((one) => one.includes(".lock-")) ?? "";
    await claim.release();
    const [, start = ""] = /-abc-\d+-(\d+)-/.exec(name) ?? [];
    writeFileSync(join(folder, name.replace(`-${start}-`, `-${Number(start) + 1}-`)), "");
    const next = await claimJournal(path, "abc");
    await next.release();
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it("a claim from elsewhere holds while it is renewed, also by a clock that goes back", async () => {
    const other = join(folder, `${basename(path)}.lock-abc-1-1-000000000000-000000000000`);
    writeFileSync(other, "");
    let at = 2_000_000_000;
    const renewing = setInterval(() => {
      at -= 3_600;
      utimesSync(other, at, at);
    }, 200);
    try {
      expect((await thrown(InvalidArgumentError, claimJournal(path, "abc"))).message).to.include(
        "another run uses it (process 1)",
      );
    } finally {
      clearInterval(renewing);
    }
    const next = await claimJournal(path, "abc");
    await next.release();
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it("a journal that is moved or removed while it is used is written no more", async () => {
    for (const take of [unlinkSync, (file: string) => renameSync(file, join(folder, "moved"))]) {
      const journal = await open(path);
      take(path);
      let session = 0;
      const write = async () => {
        for (;;) await journal.intent(++session, 1);
      };
      expect((await thrown(InvalidArgumentError, write())).message).to.include("moved or removed");
      await thrown(InvalidArgumentError, journal.close());
    }
    expect(readdirSync(folder)).to.deep.equal(["moved"]);
  });

  it("files of other names are left alone", async () => {
    const names = ["closed.ndjson.lock", "a.lock-abd-1-1-000000000000-000000000000", "b.lock-abc-1-1-x"];
    for (const name of names) writeFileSync(join(folder, name), "");
    const claim = await claimJournal(path, "abc");
    await claim.release();
    expect(readdirSync(folder)).to.deep.equal(names.toSorted());
  });
});
