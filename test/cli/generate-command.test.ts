import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { smallWsdl } from "../wsdl/small-wsdl.js";
import { withBad } from "../wsdl/uncarried.js";
import { rescue, start } from "./rescue-command.js";

const run = promisify(execFile);
const REAL = "test/fixtures/wsdl/real.wsdl";

// A program of a user with a contract of their own: it has the seven operations of that WSDL and no others.
const PROGRAM = `
import { readFileSync } from "node:fs";
import { RescueClient } from "rescue-soap-client";
import { startEmulator } from "rescue-soap-client/emulator";
import { contract } from "./rescue/contract.js";
import type { CloseSessionRet, GetAccountResponse, OperationTypes } from "./rescue/index.js";

await using emulator = await startEmulator<OperationTypes>({ contract, wsdl: readFileSync("own.wsdl", "utf8") });
const credentials = { email: "some@email.com", password: "secretPassword" };
await using rescue = new RescueClient<OperationTypes>({ contract, credentials, endpoint: emulator.endpoint });
const { literal } = await rescue.closeSession(12345678);
const closed: CloseSessionRet = "closeSessionRet_OK";
const { iAdminID }: Pick<GetAccountResponse, "iAdminID"> = await rescue.operations.getAccount({});
// @ts-expect-error that contract has no such operation
const absent: unknown = rescue.operations.getSession_V3;
console.log(JSON.stringify([literal === closed, iAdminID, absent === undefined, Object.keys(rescue.operations).length]));
`;

describe("rescue generate", function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "rescue-generate-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("writes stubs and a contract that compile and run in another project", async () => {
    const out = join(folder, "rescue");
    const ended = await rescue(["generate", "--wsdl", REAL, "--out", out]);
    expect(ended).to.deep.include({ code: 0, stderr: "" });
    expect(ended.stdout).to.match(/: \d+ files from /);
    await mkdir(join(folder, "node_modules"));
    await symlink(resolve("."), join(folder, "node_modules/rescue-soap-client"));
    for (const name of ["soap", "@types"])
      await symlink(resolve("node_modules", name), join(folder, "node_modules", name));
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    await writeFile(join(folder, "own.wsdl"), await readFile(REAL));
    await writeFile(join(folder, "program.ts"), PROGRAM);
    const strict =
      "--strict --target es2022 --lib es2023,esnext.disposable --module nodenext --types node --skipLibCheck";
    const tsc = [resolve("node_modules/typescript/bin/tsc"), ...strict.split(" "), "program.ts"];
    await run(process.execPath, tsc, { cwd: folder }).catch((error: { stdout: string }) => {
      throw new Error(error.stdout);
    });
    const { stdout } = await run(process.execPath, ["program.js"], { cwd: folder });
    expect(JSON.parse(stdout)).to.deep.equal([true, 101, true, 7]);

    const again = await rescue(["generate", "--wsdl", REAL, "--out", out, "--check"]);
    // The compiled program is beside the folder, and its .js files are inside: those are not the generator's.
    expect(again.code).to.equal(1);
    expect(again.stdout).to.contain("contract.js (stale)");
  });

  it("replaces what it wrote, and reports with --check whether that is up to date", async () => {
    const out = join(folder, "rescue");
    const small = join(folder, "small.wsdl");
    await writeFile(small, smallWsdl());
    const first = await rescue(["generate", "--wsdl", small, "--out", out]);
    expect(first.stdout).to.match(/^ping: this version has no row for it: it can be called, .*$/m);
    expect((await rescue(["generate", "--wsdl", REAL, "--out", out, "--check"])).code).to.equal(1);
    expect((await rescue(["generate", "--wsdl", REAL, "--out", out])).code).to.equal(0);
    expect((await rescue(["generate", "--wsdl", REAL, "--out", out, "--check"])).code).to.equal(0);
    const contract = await readFile(join(out, "contract.ts"), "utf8");
    expect(contract).to.contain('from "rescue-soap-client"');
    expect(contract.split("\n")[0]).to.equal("// Do not edit: run `npx rescue generate --wsdl SOURCE --out FOLDER`.");
  });

  it("does not replace a folder that contains anything else", async () => {
    await writeFile(join(folder, "mine.ts"), "export const precious = 1;\n");
    const ended = await rescue(["generate", "--wsdl", REAL, "--out", folder]);
    expect(ended.code).to.equal(2);
    expect(ended.stderr).to.match(
      /^rescue: all content of .* would be replaced, but .*mine\.ts was not generated; choose another/,
    );
    expect(await readdir(folder)).to.deep.equal(["mine.ts"]);
  });

  it("does not replace the working directory, the home directory or a link, and does not load the WSDL for it", async () => {
    const [home, project] = [join(folder, "home"), join(folder, "project")];
    await mkdir(home);
    await mkdir(project);
    await symlink(home, join(folder, "link"));
    for (const out of ["", ".", "nope/..", "..", home, "../link"]) {
      const args = ["generate", "--wsdl", "no.wsdl", "--out", out];
      const { code, stdout, stderr } = await start(args, { HOME: home }, { cwd: project }).ended;
      expect([code, stdout], out).to.deep.equal([2, ""]);
      expect(stderr, out).to.match(out === "" ? /the folder is ""/ : /would be replaced, but /);
    }
    const checked = await rescue(["generate", "--wsdl", REAL, "--out", "", "--check"]);
    expect([checked.code, checked.stdout]).to.deep.equal([2, ""]);
    expect((await readdir(folder)).sort()).to.deep.equal(["home", "link", "project"]);
  });

  it("reports a file in place of the folder, and keeps it", async () => {
    const out = join(folder, "mine.txt");
    await writeFile(out, "mine");
    const reasons: readonly (readonly [args: readonly string[], reason: RegExp])[] = [
      [[], /^rescue: .*mine\.txt would be replaced, but it is a file; .*\n$/],
      [["--check"], /^rescue: .*mine\.txt cannot be used \(ENOTDIR\) and is unchanged; .*\n$/],
    ];
    for (const [args, reason] of reasons) {
      const ended = await rescue(["generate", "--wsdl", REAL, "--out", out, ...args]);
      expect(ended).to.deep.include({ code: 2, stdout: "" });
      expect(ended.stderr).to.match(reason);
    }
    expect(await readFile(out, "utf8")).to.equal("mine");
  });

  it("writes supported operations and lists those left out; writes nothing with --strict", async () => {
    const wsdl = join(folder, "some.wsdl");
    await writeFile(wsdl, withBad({ schema: "<s:choice/>" }));
    const args = ["generate", "--wsdl", wsdl, "--out", join(folder, "rescue")];
    const strict = await rescue([...args, "--strict"]);
    expect(strict.code).to.equal(6);
    expect(strict.stderr).to.match(/^rescue: some\.wsdl:\d+:\d+: xs:choice .*\(operation "bad"\)/);
    expect(await readdir(folder)).to.deep.equal(["some.wsdl"]);
    expect((await rescue(args)).code).to.equal(0);
    expect(await readFile(join(folder, "rescue/contract.ts"), "utf8")).to.match(
      /\n {2}leftOut: \{\n {4}bad: \{ reason: "xs:choice in .*", place: "some\.wsdl:\d+:\d+" \},\n {2}\},\n/,
    );
    expect(await readFile(join(folder, "rescue/operations.ts"), "utf8")).to.match(
      /\n\/\/ Left out: bad \(some\.wsdl:\d+:\d+: xs:choice in .*\)\nexport interface OperationTypes \{/,
    );
    const types = await readFile(join(folder, "rescue/types.ts"), "utf8");
    expect(types)
      .to.match(/^export interface CloseSession /m)
      .and.not.to.match(/^export \w+ bad/im);
  });

  it("writes nothing for a WSDL that cannot be read, and names the place", async () => {
    const wsdl = join(folder, "bad.wsdl");
    await writeFile(wsdl, "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>");
    const ended = await rescue(["generate", "--wsdl", wsdl, "--out", join(folder, "rescue")]);
    expect(ended.code).to.equal(6);
    expect(ended.stderr).to.match(/bad\.wsdl:1:\d+/);
    expect(await readdir(folder)).to.deep.equal(["bad.wsdl"]);
  });
});
