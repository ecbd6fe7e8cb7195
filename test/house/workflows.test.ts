import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";

const FOLDER = ".github/workflows";

describe("the workflows of the forge", () => {
  let workflows: ReadonlyMap<string, string>;
  let scripts: Readonly<Record<string, string>>;

  before(async () => {
    const names = await readdir(FOLDER);
    workflows = new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(join(FOLDER, name), "utf8")] as const)),
    );
    ({ scripts } = JSON.parse(await readFile("package.json", "utf8")));
  });

  it("call scripts that are there", () => {
    expect([...workflows.keys()]).to.include.members(["ci.yml", "daily.yml", "release.yml"]);
    for (const [name, text] of workflows) {
      for (const [, script = ""] of text.matchAll(/npm run ([\w:-]+)/g)) expect(scripts, name).to.have.property(script);
    }
  });

  it("may read the repository, and nothing more unless a line says why", () => {
    for (const [name, text] of workflows) {
      expect(text, name).to.match(/^permissions:(?: \{\}|\n {2}contents: read)$/m);
      for (const [line] of text.matchAll(/^.*: write.*$/gm)) expect(line, name).to.match(/: write # \w/);
    }
  });

  it("end by themselves, and give a secret to a step by its environment only", () => {
    for (const [name, text] of workflows) {
      expect(text.match(/^ {4}runs-on:/gm)?.length, name).to.equal(text.match(/^ {4}timeout-minutes:/gm)?.length);
      for (const [line] of text.matchAll(/^.*\$\{\{ *(?:secrets\.|github\.token).*$/gm)) {
        expect(line, name).to.match(/^ {10}\w+: \$\{\{ [\w.]+ \}\}$/);
      }
    }
  });

  it("publish what the checks have passed, with provenance", () => {
    const steps = [...(workflows.get("release.yml") ?? "").matchAll(/^ {6}- run: (.*)$/gm)].map(
      ([, step = ""]) => step,
    );
    const publish = steps.findIndex((step) => step.startsWith("npm publish"));
    expect(steps[publish]).to.include("--provenance");
    expect(steps.slice(0, publish)).to.include.members([
      ".ci/run",
      'npm run release -- --check "$GITHUB_REF_NAME"',
      "npm run advisories",
      "npm run sbom",
    ]);
  });
});
