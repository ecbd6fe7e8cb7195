import { execFileSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { openJournal, resumeJournal } from "../../../src/closing/journal/journal.js";
import { InvalidArgumentError } from "../../../src/index.js";
import { thrown } from "../../client/thrown.js";
import { ENDPOINT } from "../stub-service.js";
import { HELD, MemoryFile } from "./memory-file.js";

const open = (path: string) => openJournal(path, ENDPOINT, false);
const resume = (file: MemoryFile) => resumeJournal(file, ENDPOINT, false, HELD);

describe("a journal", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "journal-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is a file for its owner alone, and knows what it was told when it is opened again", async () => {
    const path = join(folder, "closed.ndjson");
    const first = await open(path);
    await Promise.all([first.intent(1, 1), first.intent(2, 1), first.intent(3, 1)]);
    await first.result({ session: 1, closed: true, code: "OK", outcome: "answered", by: "answer" });
    await first.settled(2, "closed");
    await first.close();
    expect(statSync(path).mode & 0o777).to.equal(0o600);
    expect(readdirSync(folder)).to.deep.equal(["closed.ndjson"]);

    const second = await open(path);
    expect([1, 2, 3].map((session) => second.isDone(session))).to.deep.equal([true, true, false]);
    expect(second.inDoubt.map(({ session }) => session)).to.deep.equal([3]);
    expect(second.repaired).to.equal(undefined);
    await second.close();
  });

  it("has an intent on the disk before it may be sent, and syncs those of one turn together", async () => {
    const file = new MemoryFile();
    const journal = await resume(file);
    file.done.length = 0;
    await Promise.all([1, 2, 3].map((session) => journal.intent(session, 1)));
    expect(file.done).to.deep.equal(["append", "sync"]);
    await journal.result({ session: 1, closed: true, code: "OK", outcome: "answered", by: "answer" });
    expect(file.done).to.deep.equal(["append", "sync", "append"]);
    await journal.close();
    expect(file.done).to.deep.equal(["append", "sync", "append", "sync", "close"]);
  });

  it("keeps what it was told of foreign text on one line, visible and short", async () => {
    const file = new MemoryFile();
    const journal = await resume(file);
    await journal.intent(1, 1);
    const message = `\n\u001b[2J\u202e${"a".repeat(100_000)}`;
    await journal.result({
      session: 1,
      closed: false,
      code: "a b",
      literal: message,
      outcome: "answered",
      message,
      by: "answer",
    });
    await journal.close();
    const text = file.bytes.toString();
    expect(text).to.not.match(/[^\n\P{Cc}]|\p{Cf}/u);
    expect(text.length).to.be.lessThan(2_500);
    const again = await resume(new MemoryFile(file.bytes));
    expect(again.isDone(1)).to.equal(true);
  });

  for (const [what, cut, rest] of [
    ["cuts off a last line that was not written to its end", 20, "was cut off"],
    ["completes a last line that only lacks its line feed", 1, "had no line feed"],
  ] as const) {
    it(what, async () => {
      const file = new MemoryFile();
      const journal = await resume(file);
      await journal.intent(1, 1);
      await journal.intent(2, 1);
      const torn = new MemoryFile(file.bytes.subarray(0, -cut));
      const again = await resume(torn);
      expect(again.repaired).to.include(rest).and.include("line 4");
      expect(again.inDoubt.map(({ session }) => session)).to.deep.equal(cut === 1 ? [1, 2] : [1]);
      await again.close();
      expect((await resume(new MemoryFile(torn.bytes))).repaired).to.equal(undefined);
    });
  }

  it("takes a line back that the disk had no room for, and writes nothing more", async () => {
    const file = new MemoryFile();
    const journal = await resume(file);
    await journal.intent(1, 1);
    const before = Buffer.from(file.bytes);
    file.room = 30;
    expect((await thrown(Error, journal.intent(2, 1))).message).to.include("ENOSPC");
    file.room = Number.POSITIVE_INFINITY;
    await thrown(Error, journal.result({ session: 1, closed: true, code: "OK", outcome: "answered", by: "answer" }));
    await thrown(Error, journal.close());
    expect(file.bytes.equals(before)).to.equal(true);
    expect(file.done.at(-1)).to.equal("close");
  });

  it("can be gone on with where such a line could not be taken back", async () => {
    const file = new MemoryFile();
    const journal = await resume(file);
    await journal.intent(1, 1);
    Object.assign(file, { room: 30, canTruncate: false });
    await thrown(Error, journal.intent(2, 1));
    const again = await resume(new MemoryFile(file.bytes));
    expect(again.inDoubt.map(({ session }) => session)).to.deep.equal([1]);
  });

  describe("is refused before anything is sent", () => {
    const message = async (path: string) => {
      const error = await thrown(InvalidArgumentError, open(path));
      expect(error.path).to.equal("journal");
      return error.message;
    };

    it("a directory", async () => {
      mkdirSync(join(folder, "d"));
      expect(await message(join(folder, "d"))).to.equal("journal: it is a directory. Nothing has been sent.");
    });

    it("a folder that does not exist", async () => {
      expect(await message(join(folder, "none", "j"))).to.include("its folder does not exist");
    });

    it("a device", async () => {
      expect(await message("/dev/null")).to.include("it is no file");
    });

    it("a pipe, without waiting for its other end", async () => {
      execFileSync("mkfifo", [join(folder, "pipe")]);
      expect(await message(join(folder, "pipe"))).to.include("it is no file");
    });

    it("a symbolic link", async () => {
      writeFileSync(join(folder, "j"), "");
      symlinkSync(join(folder, "j"), join(folder, "link"));
      expect(await message(join(folder, "link"))).to.include("it is a symbolic link");
    });

    it("a file with a second name", async () => {
      writeFileSync(join(folder, "j"), "");
      linkSync(join(folder, "j"), join(folder, "other"));
      expect(await message(join(folder, "j"))).to.include("a second name");
    });

    it("a file that may not be written", async () => {
      const path = join(folder, "j");
      writeFileSync(path, "");
      chmodSync(path, 0o400);
      chmodSync(folder, 0o755);
      // A file may always be written by root.
      const isRoot = process.getuid?.() === 0;
      if (isRoot) process.seteuid?.(65_534);
      try {
        expect(await message(path)).to.equal("journal: it may not be written. Nothing has been sent.");
      } finally {
        if (isRoot) process.seteuid?.(0);
      }
      expect(readFileSync(path, "utf8")).to.equal("");
    });

    it("a corrupt one, which is left as it is and can be opened by others", async () => {
      const path = join(folder, "j");
      writeFileSync(path, "12345678\n");
      expect(await message(path)).to.include("line 1 is corrupt");
      expect(readFileSync(path, "utf8")).to.equal("12345678\n");
      expect(readdirSync(folder)).to.deep.equal(["j"]);
    });
  });
});
