import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { generate } from "../../src/codegen/generate.js";
import { outdatedFiles } from "../../src/codegen/outdated-files.js";
import { renderFiles } from "../../src/codegen/render-files.js";
import { WsdlError } from "../../src/wsdl/load/wsdl-error.js";
import { smallWsdl } from "../wsdl/small-wsdl.js";
import { run } from "./compile.js";

const SCRIPT = fileURLToPath(new URL("../../scripts/generate.js", import.meta.url));
const CONTRACT_TYPES = fileURLToPath(new URL("../../src/soap/contract/contract.d.ts", import.meta.url));
const PULL_SCRIPT = fileURLToPath(new URL("../../scripts/pull-wsdl.js", import.meta.url));

describe("generate", function () {
  this.timeout(60_000);
  let folder: string;
  let out: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "generate-"));
    out = join(folder, "generated");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function failure(work: Promise<unknown>): Promise<string> {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof Error) return error.message;
    throw new Error("it went through");
  }

  it("gives the same bytes again, removes stale files and leaves no temporary folder", async () => {
    const input = { wsdlText: smallWsdl(), fileName: "small.wsdl" };
    await mkdir(out);
    await writeFile(join(out, "stale.ts"), "// Do not edit: run `npm run generate`.\n");
    const count = await generate({ ...input, out });
    const files = await renderFiles(input);
    expect(count).to.equal(files.size);
    expect(await outdatedFiles(out, files)).to.deep.equal([]);
    expect(await readdir(folder)).to.deep.equal(["generated"]);
  });

  it("writes files that compile in another project, against the package", async () => {
    const wsdlText = await readFile("test/fixtures/wsdl/real.wsdl", "utf8");
    const contractModule = "rescue-soap-client/contract";
    await mkdir(".build", { recursive: true });
    const project = await mkdtemp(join(".build", "project-"));
    try {
      await generate({ wsdlText, fileName: "real.wsdl", out: join(project, "rescue"), contractModule });
      expect(await readFile(join(project, "rescue/contract.ts"), "utf8")).to.include(
        'import type { Contract } from "rescue-soap-client/contract";',
      );
      const library = join(project, "node_modules/rescue-soap-client");
      await mkdir(library, { recursive: true });
      await copyFile(CONTRACT_TYPES, join(library, "contract.d.ts"));
      const exported = { "./contract": { types: "./contract.d.ts" } };
      await writeFile(join(library, "package.json"), JSON.stringify({ name: "rescue-soap-client", exports: exported }));
      const compilerOptions = { strict: true, module: "nodenext", noEmit: true, types: ["node"], skipLibCheck: true };
      await writeFile(join(project, "package.json"), '{ "type": "module" }');
      await writeFile(
        join(project, "tsconfig.json"),
        JSON.stringify({ compilerOptions, include: ["rescue", "use.ts"] }),
      );
      const use = (session: string) =>
        `import { contract } from "./rescue/contract.js";\nimport type { CloseSession } from "./rescue/index.js";\n` +
        `export const name: string = contract.service;\nexport const one: CloseSession = { iSession: ${session} };\n`;
      await writeFile(join(project, "use.ts"), use("1"));
      await run(["node_modules/typescript/bin/tsc", "-p", project]);
      await writeFile(join(project, "use.ts"), use('"1"'));
      expect(await failure(run(["node_modules/typescript/bin/tsc", "-p", project]))).to.match(/use\.ts\(4,/);
    } finally {
      await rm(project, { recursive: true, force: true });
    }
  });

  it("keeps the old folder when the WSDL is refused", async () => {
    await mkdir(out);
    await writeFile(join(out, "old.ts"), "old");
    const wsdlText = smallWsdl({ requestFields: "<s:any/>" });
    expect(await failure(generate({ wsdlText, fileName: "small.wsdl", out }))).to.match(/^small\.wsdl:8:\d+: xs:any/);
    expect(await readFile(join(out, "old.ts"), "utf8")).to.equal("old");
    expect(await readdir(folder)).to.deep.equal(["generated"]);
  });

  it("names both sides of a name clash", async () => {
    const wsdlText = smallWsdl({
      requestFields: '<s:element name="a" type="tns:User"/><s:element name="b" type="tns:USER"/>',
      schema: '<s:complexType name="User"/><s:complexType name="USER"/>',
    });
    const error = await generate({ wsdlText, fileName: "w", out }).catch((reason: unknown) => reason);
    expect(error)
      .to.be.instanceOf(WsdlError)
      .with.property("message")
      .that.matches(/"USER" and type "User"/);
  });

  describe("as a command", () => {
    it("generates, and --check lists the files that are not up to date", async () => {
      const wsdl = join(folder, "small.wsdl");
      await writeFile(wsdl, smallWsdl());
      const args = [SCRIPT, "--wsdl", wsdl, "--out", out];
      expect(await run(args)).to.match(/generated: \d+ files from .*small\.wsdl\n$/);
      expect(await run([...args, "--check"])).to.match(/is up to date/);

      await writeFile(join(out, "contract.ts"), "edited by hand");
      await writeFile(join(out, "api/extra.ts"), "");
      await rm(join(out, "index.ts"));
      expect(await failure(run([...args, "--check"]))).to.match(
        /^api\/extra\.ts \(stale\)\ncontract\.ts \(differs\)\nindex\.ts \(missing\)\ngenerate: .*run npm run generate\n$/,
      );
      expect(await readFile(join(out, "contract.ts"), "utf8")).to.equal("edited by hand");
    });

    it("does not replace a folder that it did not write, nor the working directory", async () => {
      const wsdl = join(folder, "small.wsdl");
      await writeFile(wsdl, smallWsdl());
      await mkdir(join(folder, "src"));
      await writeFile(join(folder, "src/mine.ts"), "mine");
      for (const [named, reason] of [
        ["src", /all content of src would be replaced, but .*mine\.ts was not generated/],
        ["", /the folder is ""/],
        ["src/..", /it is the working directory/],
      ] as const) {
        expect(await failure(run([SCRIPT, "--wsdl", wsdl, "--out", named], folder))).to.match(reason);
      }
      expect((await readdir(folder, { recursive: true })).sort()).to.deep.equal(["small.wsdl", "src", "src/mine.ts"]);
    });

    it("fails with one line for a WSDL it cannot read, or one that origin.json does not describe", async () => {
      const wsdl = join(folder, "small.wsdl");
      await writeFile(wsdl, "<html/>");
      const args = [SCRIPT, "--wsdl", wsdl, "--out", out];
      expect(await failure(run(args))).to.match(/^generate: small\.wsdl:1:\d+: not a WSDL 1\.1 document.*\n$/);
      await writeFile(join(folder, "origin.json"), JSON.stringify({ sha256: "0" }));
      expect(await failure(run(args))).to.match(
        /^generate: small\.wsdl is not the file that origin\.json describes.*\n$/,
      );
    });

    it("generates from what the pull command has fetched", async () => {
      const requests: (string | undefined)[] = [];
      const server = createServer((request, response) => {
        requests.push(request.url);
        response.writeHead(200, { "content-type": "text/xml" }).end(smallWsdl());
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      try {
        const address = server.address();
        const port = typeof address === "object" ? address?.port : undefined;
        const printed = await run([PULL_SCRIPT, `http://127.0.0.1:${port}/API.asmx`], folder);
        expect(printed).to.match(/^wsdl\/API\.wsdl: 1 operations, \d+ bytes, sha256 [0-9a-f]{64}\n$/);
        expect(requests).to.deep.equal(["/API.asmx?wsdl"]);
        expect(await run([SCRIPT], folder)).to.match(/^generated: \d+ files/);
        const refused = await failure(run([PULL_SCRIPT, "http://service.example/"], folder));
        expect(refused).to.match(/^wsdl:pull failed, nothing was changed: only https is supported.*\n$/);
      } finally {
        server.close();
      }
    });
  });
});
