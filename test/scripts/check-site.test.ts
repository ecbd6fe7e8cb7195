import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { deflateSync } from "node:zlib";
import { expect } from "chai";

const run = promisify(execFile);
const SCRIPT = resolve("scripts/check-site.mjs");
const ENTRIES = ["index", "emulator", "wsdl", "bullmq"];

function contents(paths: readonly string[]): string {
  const entries = [{ text: "Reference", children: paths.map((path) => ({ text: path, path })) }];
  return `window.navigationData = "${deflateSync(JSON.stringify(entries)).toString("base64")}"`;
}

describe("scripts/check-site.mjs", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "rescue-site-")));
    await write(
      "site/index.html",
      '<h1 id="top">A</h1><a href="documents/Page.html#it&#39;s">page</a> <a href="https://example.com/">out</a>',
    );
    await write(
      "site/documents/Page.html",
      '<h2 id="it&#39;s">It</h2><link rel="stylesheet" href="../assets/style.css"><a href="../index.html#top">up</a>',
    );
    await write("site/assets/style.css", "a { color: red }");
    await write(
      "site/assets/navigation.js",
      contents([
        "documents/Page.html",
        ...ENTRIES.map((entry) => `classes/${entry}.A.html`),
        ...ENTRIES.map((entry) => `types/${entry}.B.html`),
      ]),
    );
    for (const entry of ENTRIES) {
      await write(`site/classes/${entry}.A.html`, "<p>A</p>");
      await write(`site/types/${entry}.B.html`, "<p>B</p>");
      await write(`lib/${entry}.d.cts`, "export { A };\nexport type { B };\n");
    }
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }

  /** The problems that it tells, one an entry; none where it passes. */
  const problems = () =>
    run(process.execPath, [SCRIPT], { cwd: folder }).then(
      () => [],
      ({ stderr }) => (stderr as string).trimEnd().split("\n"),
    );

  it("passes a site whose links, anchors and pages are all there", async () => {
    expect(await problems()).to.deep.equal([]);
  });

  for (const [what, path, text, expected] of [
    ["a link to no file", "site/index.html", '<a href="gone.html">x</a>', "index.html: gone.html leads to no file"],
    [
      "a link to no anchor",
      "site/index.html",
      '<a href="documents/Page.html#gone">x</a>',
      "index.html: documents/Page.html#gone leads to no anchor",
    ],
    [
      "a script of another host",
      "site/index.html",
      '<script src="https://cdn.example/x.js"></script>',
      "index.html: script src loads https://cdn.example/x.js",
    ],
    [
      "a font of another host",
      "site/assets/style.css",
      "@import url(//fonts.example/x.css)",
      "assets/style.css: loads from a host",
    ],
    [
      "a page that nothing leads to",
      "site/interfaces/index.Lost.html",
      "<p>lost</p>",
      "interfaces/index.Lost.html: nothing leads to it",
    ],
    [
      "a document outside the table of contents",
      "site/documents/Lost.html",
      "<p>lost</p>",
      "documents/Lost.html: not in the table of contents",
    ],
    [
      "an exported name without a page",
      "lib/wsdl.d.cts",
      "export { A };\nexport type { B, C };\n",
      "wsdl: C has no page",
    ],
    ["a missing table of contents", "site/assets/navigation.js", "", "assets/navigation.js: no table of contents"],
  ] as const) {
    it(`refuses ${what}`, async () => {
      await write(path, text);
      expect(await problems()).to.include(expected);
    });
  }

  it("refuses a page that names the folder of the build", async () => {
    await write("site/index.html", `<p>${join(folder, "src")}</p>`);
    expect((await problems()).join("\n")).to.match(/^index\.html: names /m);
  });
});
