import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { filesBelow } from "./files-below.js";

/** What a reader may look up: `src/a/b.ts`, `test/faults/`, `npm run name`. */
const PATH = /`((?:src|test|scripts|docs|wsdl)\/[\w./-]+)`/g;
const LINK = /\]\(([^)#:\s]+)(?:#[^)]*)?\)/g;
const SCRIPT = /npm run ([\w:-]+)/g;
/** Made by a build, an install or the caller. */
const MADE = /^(?:test\/reference\/generated|src\/rescue)\b/;

describe("the documents", () => {
  let documents: ReadonlyMap<string, string>;

  before(async () => {
    const paths = ["README.md", "SECURITY.md", "CONTRIBUTING.md", "wsdl/README.md"];
    for (const path of await filesBelow("docs")) if (path.endsWith(".md")) paths.push(`docs/${path}`);
    documents = new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, "utf8")] as const)));
  });

  /** What `pattern` finds in each document and `isThere` does not. */
  function missing(pattern: RegExp, isThere: (found: string, document: string) => boolean): readonly string[] {
    return [...documents].flatMap(([document, text]) =>
      [...text.matchAll(pattern)].flatMap(([, found = ""]) =>
        isThere(found, document) ? [] : [`${document}: ${found}`],
      ),
    );
  }

  it("name files and folders that are there", () => {
    expect(missing(PATH, (path) => MADE.test(path) || existsSync(path))).to.deep.equal([]);
  });

  it("link to files that are there", () => {
    expect(missing(LINK, (path, document) => existsSync(join(dirname(document), path)))).to.deep.equal([]);
  });

  it("name npm scripts that are there", async () => {
    const { scripts } = JSON.parse(await readFile("package.json", "utf8")) as { scripts: object };
    expect(missing(SCRIPT, (name) => Object.hasOwn(scripts, name))).to.deep.equal([]);
  });
});
