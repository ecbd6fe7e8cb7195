import { readdir, readFile } from "node:fs/promises";
import { expect } from "chai";

const GROUPS = ["Tutorials", "How-to guides", "Reference", "Explanation"];

describe("the pages of the site", () => {
  let pages: ReadonlyMap<string, string>;

  before(async () => {
    const names = (await readdir("docs")).filter((name) => name.endsWith(".md"));
    pages = new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(`docs/${name}`, "utf8")] as const)),
    );
  });

  it("say what they are called, as their heading does, and to which group they belong", () => {
    for (const [name, text] of pages) {
      const [, title, group = ""] = /^---\ntitle: "?(.*?)"?\ngroup: (.*)\n---\n\n# /.exec(text) ?? [];
      expect(GROUPS, name).to.include(group);
      expect(text, name).to.include(`\n# ${title}\n`);
    }
  });

  it("are there for each group", () => {
    for (const group of GROUPS) {
      expect(
        [...pages.values()].filter((text) => text.includes(`\ngroup: ${group}\n`)),
        group,
      ).to.not.be.empty;
    }
  });

  it("are each reached by links from README.md", async () => {
    const reached = new Set<string>();
    const visit = (text: string, prefix: string) => {
      for (const [, name = ""] of text.matchAll(new RegExp(`\\]\\(${prefix}([\\w-]+\\.md)`, "g"))) {
        if (reached.has(name) || !pages.has(name)) continue;
        reached.add(name);
        visit(pages.get(name) as string, "");
      }
    };
    visit(await readFile("README.md", "utf8"), "docs/");
    expect([...pages.keys()].filter((name) => !reached.has(name))).to.deep.equal([]);
  });

  it("are those that the site is built of", async () => {
    const { projectDocuments, treatWarningsAsErrors } = JSON.parse(await readFile("tools/typedoc.json", "utf8"));
    expect(projectDocuments).to.include("../docs/*.md");
    expect(treatWarningsAsErrors).to.equal(true);
  });
});
