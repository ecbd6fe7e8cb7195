import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const SRC = fileURLToPath(new URL("../../../src/", import.meta.url));

/** The exported declarations of a folder: each name with the files that declare it. */
function declared(folder: string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const entry of readdirSync(join(SRC, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
    const path = join(entry.parentPath, entry.name);
    for (const name of namesIn(readFileSync(path, "utf8"))) {
      names.set(name, [...(names.get(name) ?? []), relative(SRC, path)]);
    }
  }
  return names;
}

function namesIn(text: string): Set<string> {
  const pattern = /^export (?:async )?(?:type|interface|class|function\*?|const) (\w+)\b(?!\s*[,}])/gm;
  return new Set(Array.from(text.matchAll(pattern), ([, name = ""]) => name));
}

describe("exported names of the emulator", () => {
  const own = declared("emulator");

  it("are found", () => {
    expect(own.get("startEmulator")).to.deep.equal(["emulator/emulator.ts"]);
    expect([
      ...namesIn("export type A = 1;\nexport interface B {}\nexport async function c() {}\nconst d = 1;\n"),
    ]).to.deep.equal(["A", "B", "c"]);
  });

  it("mean one thing each", () => {
    expect([...own].filter(([, files]) => files.length > 1)).to.deep.equal([]);
  });

  for (const other of ["client", "soap"]) {
    it(`mean nothing else in src/${other}`, () => {
      const theirs = declared(other);
      expect([...own.keys()].filter((name) => theirs.has(name))).to.deep.equal([]);
    });
  }
});
