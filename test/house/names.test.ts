import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { filesBelow } from "./files-below.js";

const EXPORTED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:type|interface|class|enum|function\*?|const) (\w+)\b(?!\s*[,}])/gm;
const OWN_TYPE = /^(?:abstract )?(?:type|interface|class|enum) (\w+)/gm;

function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([, name = ""]) => name))];
}

describe("exported names", () => {
  /** The files of src and scripts that export each name; a re-export is none. */
  const exported = new Map<string, string[]>();
  /** The types that a file keeps to itself. */
  const ownTypes = new Map<string, readonly string[]>();

  before(async () => {
    for (const folder of ["src", "scripts"]) {
      for (const file of await filesBelow(folder)) {
        if (!file.endsWith(".ts")) continue;
        const path = `${folder}/${file}`;
        const text = await readFile(path, "utf8");
        for (const name of namesIn(text, EXPORTED)) exported.set(name, [...(exported.get(name) ?? []), path]);
        ownTypes.set(path, namesIn(text, OWN_TYPE));
      }
    }
  });

  it("are found", () => {
    expect(exported.get("startEmulator")).to.deep.equal(["src/emulator/emulator.ts"]);
    const text =
      "export type A = 1;\nexport interface B {}\nexport async function c() {}\nexport abstract class D {}\n" +
      'const e = 1;\nexport { e };\nexport { f } from "./f.js";\nexport type { G } from "./g.js";\ninterface H {}\n';
    expect(namesIn(text, EXPORTED)).to.deep.equal(["A", "B", "c", "D"]);
    expect(namesIn(text, OWN_TYPE)).to.deep.equal(["H"]);
  });

  it("mean one thing each", () => {
    expect([...exported].filter(([, files]) => files.length > 1)).to.deep.equal([]);
  });

  it("are no names of another file's own types", () => {
    const taken = [...ownTypes].flatMap(([path, names]) =>
      names.flatMap((name) =>
        exported.has(name) ? [`${path}: ${name} is also exported by ${exported.get(name)}`] : [],
      ),
    );
    expect(taken).to.deep.equal([]);
  });
});
