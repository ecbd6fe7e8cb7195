import { appendFile, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { SessionList } from "../../../src/cli/close/session-list.js";
import { UsageError } from "../../../src/cli/usage-error.js";

async function idsOf(list: SessionList): Promise<readonly number[]> {
  const ids: number[] = [];
  for await (const id of list.ids()) ids.push(id);
  return ids;
}

describe("a file of session ids", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "session-list-"));
    file = join(folder, "sessions.txt");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const MANY = 100_000;
  const many = () => Array.from({ length: MANY }, (_, index) => `${20_000_000 + index}\n`).join("");

  it("is counted without what the command line names already, and what is there twice", async () => {
    await writeFile(file, "\uFEFF1\n2\n2\r\n3\n");
    await using list = await SessionList.open(file, undefined);
    expect(await list.check([3, 4])).to.equal(2);
    expect([list.isFile, await idsOf(list), list.line]).to.deep.equal([true, [1, 2, 2, 3], 4]);
  });

  it("that says what was checked is read as it was, though another file has its name by then", async () => {
    await writeFile(file, "1\n2\n");
    await using list = await SessionList.open(file, undefined);
    await list.check([]);
    await writeFile(join(folder, "other"), "3\n");
    await rename(join(folder, "other"), file);
    expect(await idsOf(list)).to.deep.equal([1, 2]);
  });

  for (const [when, count] of [
    ["before", 0],
    ["while", 5],
  ] as const) {
    it(`that is changed ${when} it is read again is noticed, and the rest is not used`, async () => {
      await writeFile(file, many());
      await using list = await SessionList.open(file, undefined);
      await list.check([]);
      const ids: number[] = [];
      const read = async () => {
        if (count === 0) await appendFile(file, "5\n");
        for await (const id of list.ids()) {
          ids.push(id);
          if (ids.length === count) await appendFile(file, "5\n");
        }
      };
      const error = await read().catch((thrown: unknown) => thrown);
      expect(error)
        .to.be.instanceOf(UsageError)
        .with.property("message")
        .that.contains("was changed while it was used");
      expect(ids.length).to.be.below(MANY);
    });
  }

  it("that cannot be opened, or is a folder, is a usage error", async () => {
    for (const [path, code] of [
      [join(folder, "none"), "ENOENT"],
      [folder, "EISDIR"],
    ] as const) {
      // Before anything is read: whatever is named besides would be closed by then.
      const error = await SessionList.open(path, undefined).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(UsageError).with.property("message").that.contains(`(${code})`);
    }
  });
});
