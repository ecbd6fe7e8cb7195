import { readFile } from "node:fs/promises";
import { expect } from "chai";

interface Manifest {
  readonly homepage: string;
  readonly bugs: { readonly url: string };
  readonly repository: { readonly url: string };
  readonly author: string;
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
}

describe("package.json", () => {
  let manifest: Manifest;

  before(async () => {
    manifest = JSON.parse(await readFile("package.json", "utf8")) as Manifest;
  });

  it("names one address of the repository, which everything else follows from", () => {
    const address = manifest.repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
    expect(address).to.match(/^https:\/\/[^/]+\/.+/);
    expect(manifest.homepage).to.equal(`${address}#readme`);
    expect(manifest.bugs).to.deep.equal({ url: `${address}/issues` });
  });

  it("is published only once that address is set", () => {
    expect(manifest.scripts.prepublishOnly).to.equal("node scripts/set-address.mjs --check");
  });

  it("names the author that the license names", async () => {
    expect(await readFile("LICENSE", "utf8")).to.contain(manifest.author);
  });

  it("wants the oldest Node that is tested, and the versions that are tested are the same everywhere", async () => {
    const [oldest = "", ...newer] = (manifest.scripts["test:versions"] ?? "").match(/\b\d+\b/g) ?? [];
    const nvmrc = (await readFile(".nvmrc", "utf8")).trim();
    const workflow = await readFile(".github/workflows/ci.yml", "utf8");
    expect(manifest.engines.node).to.match(new RegExp(`^>=${nvmrc}\\.`));
    expect(workflow).to.contain(`node: [${[nvmrc, oldest, ...newer].join(", ")}]`);
  });
});
